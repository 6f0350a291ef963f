"""Glyphs set by hand: what a page would hold, without a page."""

import numpy as np

from oic_reports.reading.pdf.glyphs import GlyphLayer, GlyphPage


def make_layer(rows, size=12.0):
    """A layer from rows of (text, left, right) or (text, left, right, baseline), in the order of painting."""
    full = [(*row, 100.0)[:4] if len(row) == 3 else row for row in rows]
    values = np.array([row[1:4] for row in full], np.float64).reshape(-1, 3)
    return GlyphLayer(
        [row[0] for row in full], values[:, 0], values[:, 1], values[:, 2], np.full(len(full), float(size))
    )


def set_line(text, left=50.0, baseline=100.0, advance=6.0, blank=3.0, *, paint_blanks=True):
    """Rows of one line of letters from left to right; a blank moves on by ``blank``, painted or not."""
    rows = []
    for character in text:
        if character == " ":
            if paint_blanks:
                rows.append((" ", left, left + blank, baseline))
            left += blank
        else:
            rows.append((character, left, left + advance, baseline))
            left += advance
    return rows


def make_page(rows, width=595.0, height=842.0, size=12.0, number=1):
    """A page with one layer."""
    return GlyphPage(number, width, height, [make_layer(rows, size)])
