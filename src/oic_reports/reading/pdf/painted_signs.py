"""Signs of comparison as they are painted: in right-to-left text ``<`` is painted as ``>``, and maps name either.

Some producers name the glyph by what it looks like, some by what it means, some by its first use in the file, and
PDFium turns some of these round again. What is painted is one thing: it is looked at, and turned with the text around
it (Unicode Bidirectional Algorithm, rule L4).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pypdfium2

from oic_reports.reading.pdf.bidi import classify_all
from oic_reports.reading.pdf.brackets import TURNED_PAIRS, TURNED_SIGNS
from oic_reports.reading.pdf.glyphs import GlyphLayer
from oic_reports.reading.pdf.raster import Raster, render_small

# pixels to the point of a picture of one sign; font sizes that it reaches over the line and below it
_SCALE = 6.0
_ABOVE = 0.9
_BELOW = 0.25
# grey (of 255) below which a pixel is ink; share of the height of a sign, from its top, where its upper arm ends; share
# of its breadth by which the ink there must be off its middle
_INK = 128
_TOP = 0.1
_OFF_MIDDLE = 0.1
# signs of a page that are looked at
_MOST = 200
# the sign that opens to the right, and the one that opens to the left
_BY_SHAPE = {sign: (pair[0], pair[1]) for pair in TURNED_PAIRS for sign in pair}


def tell_signs(page: pypdfium2.PdfPage, layers: Sequence[GlyphLayer]) -> bool | None:
    """Whether all signs of comparison in right-to-left layers were told; None where there are none.

    Their texts are what is painted, then. Where one cannot be told (its ink does not tell, its layer is turned, or the
    page has hundreds) none is changed.
    """
    told: list[tuple[GlyphLayer, int, str]] = []
    for layer in layers:
        if TURNED_SIGNS.keys().isdisjoint(layer.texts) or "R" not in classify_all(layer.texts):
            continue
        places = [place for place, text in enumerate(layer.texts) if text in TURNED_SIGNS]
        if layer.turn or len(told) + len(places) > _MOST:
            return False
        for place in places:
            shape = _look(page, layer, place)
            if shape is None:
                return False
            told.append((layer, place, shape))
    for layer, place, shape in told:
        layer.texts[place] = shape
    return True if told else None


def _look(page: pypdfium2.PdfPage, layer: GlyphLayer, place: int) -> str | None:
    """The sign that is painted at a glyph; None where its ink does not tell."""
    size, line = float(layer.size[place]), float(layer.baseline[place])
    left, right = float(layer.left[place]), float(layer.right[place])
    box = np.array([left, line - _ABOVE * size, right, line + _BELOW * size])
    picture = render_small(page, _SCALE, part=box)
    side = _find_upper_side(_cut(picture, box))
    return None if side is None else _BY_SHAPE[layer.texts[place]][side]


def _cut(picture: Raster, box: np.ndarray) -> np.ndarray:
    left, top, right, bottom = (int(edge[0]) for edge in picture.find_pixels(box[None, :]))
    return picture.greys[top:bottom, left:right] < _INK


def _find_upper_side(ink: np.ndarray) -> int | None:
    """0 where the topmost ink of a sign lies on its right, 1 where it lies on its left; None where it does neither."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not rows.size:
        return None
    height, breadth = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    top = ink[rows[0] : rows[0] + max(1, int(_TOP * height))]
    off = float(np.nonzero(top)[1].mean()) - (columns[0] + columns[-1]) / 2
    if abs(off) < _OFF_MIDDLE * breadth:
        return None
    return 0 if off > 0 else 1
