"""Alefs of lam-alefs that PDFium leaves out of its text: glyphs without width, which the file says to be an alef.

Word processors paint some fonts' lam-alef as a lam and an alef that takes no room at its place, and name the latter by
``ActualText`` (ISO 32000-1, 14.9.4). PDFium makes no characters of an object without width.
"""

from __future__ import annotations

import numpy as np
import pypdfium2

from oic_reports.reading.pdf.glyphs import Floats, GlyphLayer, Integers
from oic_reports.reading.pdf.objects import TEXT, Overview, list_objects, measure_objects
from oic_reports.reading.pdf.spans import read_mark

_LAM = "ل"
_ALEFS = frozenset("اأإآ")
# points of nothing, and within which an alef stands at its lam
_NOTHING = 0.01
_SAME = 0.5


def find_alefs(page: pypdfium2.PdfPage, overview: Overview, painters: Integers) -> tuple[list[str], Floats]:
    """The alefs of a page that are in none of its characters: texts, and rows of x and y in the page's own space.

    ``painters`` are the text objects of its characters. What is painted in one with one of these is known with it.
    """
    seen = set(painters.tolist())
    if not overview.has_forms and overview.kinds.count(TEXT) <= len(seen - {0}):
        return [], np.zeros((0, 2))
    handles, unseen, bounds = _find_unseen(page, overview, seen)
    flat = np.flatnonzero(bounds[:, 2] - bounds[:, 0] < _NOTHING)
    texts: list[str] = []
    points: list[Floats] = []
    for place, point in zip([unseen[row] for row in flat.tolist()], bounds[flat, :2], strict=True):
        mark, text = read_mark(handles[place])
        beside = (handles[other] for other in (place - 1, place + 1) if 0 <= other < len(handles))
        if text in _ALEFS and not any(other in seen and read_mark(other)[0] == mark for other in beside):
            texts.append(text)
            points.append(point)
    return texts, np.array(points).reshape(-1, 2)


def _find_unseen(page: pypdfium2.PdfPage, overview: Overview, seen: set[int]) -> tuple[list[int], list[int], Floats]:
    """The objects of a page, the places of its text objects that no character is of, and the bounds of these."""
    painted = list_objects(page) if overview.has_forms else None
    handles, kinds = (painted.handles, painted.kinds.tolist()) if painted else (overview.handles, overview.kinds)
    unseen = [
        place
        for place, (handle, kind) in enumerate(zip(handles, kinds, strict=True))
        if kind == TEXT and handle not in seen
    ]
    bounds = painted.bounds[unseen] if painted else measure_objects([handles[place] for place in unseen])
    return handles, unseen, bounds


def add_alefs(layer: GlyphLayer, texts: list[str], points: Floats) -> None:
    """Add to a layer the alefs that stand at a lam of it; ``points`` are turned back as the layer is."""
    lams = np.array([place for place, text in enumerate(layer.texts) if text == _LAM], np.int64)
    for text, (x, y) in zip(texts, points.tolist(), strict=True):
        near = lams[(np.abs(layer.left[lams] - x) < _SAME) & (np.abs(layer.baseline[lams] - y) < _SAME)]
        if not near.size:
            continue
        lam = int(near[0])
        layer.texts.append(text)
        layer.right = np.append(layer.right, layer.left[lam])
        if layer.starts.size:
            layer.starts = np.append(layer.starts, layer.left[lam])
        layer.left, layer.baseline, layer.size = (
            np.append(column, column[lam]) for column in (layer.left, layer.baseline, layer.size)
        )
        if layer.codes:
            layer.codes.append((-1, ord(text)))
        for column, own_text in ((layer.raws, text), (layer.rules, "")):
            if column:
                column.append(own_text)
