"""Blanks that PDFium leaves out of its text: each is painted by an object of its own, which has no character there.

Browsers print so (Skia writes an object for each glyph). PDFium puts blanks of its own instead, where it sees a gap:
not where the next word was set closer (kerning), and not where the blank stands.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pypdfium2

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.glyph_text import is_mark
from oic_reports.reading.pdf.glyphs import GlyphLayer, turn_back
from oic_reports.reading.pdf.objects import TEXT, Overview, measure_objects, read_matrix
from oic_reports.reading.pdf.real_glyphs import SPACE
from oic_reports.reading.pdf.shown import to_shown
from oic_reports.reading.pdf.spans import read_mark

# points of nothing, and between baselines of one line; points of the broadest blank; objects beside one of which the
# next letter is; the share of PDFium's blanks that are painted so at least, and that of one that letters cover
_NOTHING = 0.01
_SAME = 0.5
_BROADEST = 72.0
_BESIDE = 2
_MOSTLY = 0.8
_COVERED = 0.5


@dataclass(frozen=True, slots=True)
class UnseenBlanks:
    """Rows of left, right and baseline in the page's own space; ``guessed`` are the characters that stand for them."""

    edges: Floats
    guessed: Booleans


def find_blanks(
    overview: Overview, painters: Integers, member: Integers, codes: Integers, keep: Booleans
) -> UnseenBlanks:
    """The blanks of a page that are in none of its characters, but not those of its forms.

    Args:
        overview: the objects of the page.
        painters: the text objects of its characters, 0 for none.
        member: the painter of each character.
        codes: the characters.
        keep: which are of the page.

    None are found where PDFium puts many more than are painted so: its own are believed.
    """
    guessed = keep & (codes == SPACE) & (painters[member] == 0)
    nothing = UnseenBlanks(np.zeros((0, 3)), np.zeros(len(codes), np.bool_))
    seen = set(painters.tolist())
    texts = [handle for handle, kind in zip(overview.handles, overview.kinds, strict=True) if kind == TEXT]
    unseen = [place for place, handle in enumerate(texts) if handle not in seen]
    if overview.has_forms or not unseen:
        return nothing
    bounds = measure_objects([texts[place] for place in unseen])
    flat: Booleans = np.asarray((np.abs(bounds[:, 2:] - bounds[:, :2]) < _NOTHING).all(axis=1), np.bool_)
    found = [place for place, is_flat in zip(unseen, flat.tolist(), strict=True) if is_flat]
    if len(found) < max(1.0, _MOSTLY * np.count_nonzero(guessed)):
        return nothing
    rows = [row for place in found if (row := _measure(texts, place)) is not None]
    return UnseenBlanks(np.array(rows).reshape(-1, 3), guessed) if rows else nothing


def _measure(texts: list[int], place: int) -> tuple[float, float, float] | None:
    """Left, right and baseline of a blank: it ends where an object beside it begins; None for what has no breadth.

    An object that the file names is a letter without width.
    """
    if read_mark(texts[place])[1].strip():
        return None
    left, baseline = read_matrix(texts[place])[4:]
    beside = texts[max(place - _BESIDE, 0) : place] + texts[place + 1 : place + 1 + _BESIDE]
    others = [read_matrix(handle)[4:] for handle in beside]
    steps = [x - left for x, y in others if abs(y - baseline) < _SAME and _NOTHING < x - left < _BROADEST]
    return (left, left + min(steps), baseline) if steps else None


def add_blanks(layer: GlyphLayer, blanks: UnseenBlanks, page: pypdfium2.PdfPage, turn: int) -> None:
    """Add the blanks that stand on lines of a layer; ``turn`` is that of the layer as it is shown."""
    if not len(blanks.edges) or not layer.texts:
        return
    size = page.get_size()
    first, second = (turn_back(to_shown(page, blanks.edges[:, [edge, 2]]), turn, size) for edge in (0, 1))
    lines = np.unique(layer.baseline)
    nearest = lines[np.abs(lines[None, :] - first[:, 1:]).argmin(axis=1)]
    on_line = (np.abs(nearest - first[:, 1]) < _SAME) & (np.abs(first[:, 1] - second[:, 1]) < _SAME)
    rows = np.column_stack([np.minimum(first, second)[:, 0], np.maximum(first, second)[:, 0], nearest])[on_line]
    set_blanks(layer, rows)


def set_blanks(layer: GlyphLayer, rows: Floats) -> None:
    """Add blanks to a layer, given as rows of left, right and baseline (one that the layer has).

    What the letters before and behind one cover is taken from it (they were kerned), and what lies over a letter even
    so is a part of that.
    """
    letters = np.array([text != " " and not is_mark(text) for text in layer.texts], np.bool_)
    placed: list[tuple[float, float, float, float]] = []
    for line in np.unique(rows[:, 2]).tolist():
        own = np.flatnonzero(letters & (np.abs(layer.baseline - line) < _SAME))
        if not own.size:
            continue
        starts, ends, size = layer.left[own], layer.right[own], float(np.median(layer.size[own]))
        for left, right in rows[rows[:, 2] == line, :2].tolist():
            before = ends[(starts < left) & (ends > left) & (ends < right)]
            after = starts[(ends > right) & (starts < right) & (starts > left)]
            edges = max([left, *before.tolist()]), min([right, left + size, *after.tolist()])
            covered = np.minimum(edges[1], ends) - np.maximum(edges[0], starts)
            if edges[0] < edges[1] and covered.max() < _COVERED * (edges[1] - edges[0]):
                placed.append((*edges, line, size))
    if placed:
        _append(layer, np.array(placed))


def _append(layer: GlyphLayer, rows: Floats) -> None:
    """Add blanks (left, right, baseline, size) behind the glyphs of a layer."""
    layer.texts += [" "] * len(rows)
    layer.left, layer.right = np.append(layer.left, rows[:, 0]), np.append(layer.right, rows[:, 1])
    layer.baseline, layer.size = np.append(layer.baseline, rows[:, 2]), np.append(layer.size, rows[:, 3])
    if layer.starts.size:
        layer.starts = np.append(layer.starts, rows[:, 0])
    if layer.codes:
        layer.codes += [(-1, SPACE)] * len(rows)
    for column, text in ((layer.raws, " "), (layer.rules, "")):
        if column:
            column.extend([text] * len(rows))
