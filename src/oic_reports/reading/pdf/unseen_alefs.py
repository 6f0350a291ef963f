"""Letters that PDFium leaves out of its text, and that the file names (``ActualText``): alefs without width, others.

Word processors paint some fonts' lam-alef as a lam and an alef that takes no room at its place, and name the latter by
``ActualText`` (ISO 32000-1, 14.9.4). PDFium makes no characters of an object without width, nor of some whose
glyph the font's map does not name.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
import pypdfium2

from oic_reports.reading.pdf.arrays import Floats, Integers
from oic_reports.reading.pdf.glyph_text import ALEFS, LAM, is_mark, is_rtl
from oic_reports.reading.pdf.glyphs import GlyphLayer, turn_back
from oic_reports.reading.pdf.objects import TEXT, Overview, list_objects, measure_objects, read_matrix
from oic_reports.reading.pdf.shown import to_shown
from oic_reports.reading.pdf.spans import read_mark

# points of nothing, and within which an alef stands at its lam
_NOTHING = 0.01
_SAME = 0.5
# objects of one letter; font sizes between a letter and those beside it
_BESIDE = 3
_NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Unseen:
    """The letters of a page that are in none of its characters, in the page's own space.

    Texts and points of alefs without width; texts and rows of left, right and baseline of letters that have one.
    """

    alefs: list[str]
    points: Floats
    letters: list[str]
    edges: Floats


def find_unseen(page: pypdfium2.PdfPage, overview: Overview, painters: Integers) -> Unseen:
    """What PDFium leaves out of a page; ``painters`` are the text objects of its characters."""
    seen = set(painters.tolist())
    if not overview.has_forms and overview.kinds.count(TEXT) <= len(seen - {0}):
        return Unseen([], np.zeros((0, 2)), [], np.zeros((0, 3)))
    objects = _find_unseen(page, overview, seen)
    alefs, points = _find_alefs(*objects, seen)
    # what stands in a form is known by the form's own space alone
    letters, edges = ([], np.zeros((0, 3))) if overview.has_forms else _find_letters(*objects, seen)
    return Unseen(alefs, points, letters, edges)


def add_unseen(layer: GlyphLayer, unseen: Unseen, page: pypdfium2.PdfPage, turn: int) -> None:
    """Add to a layer what was left out and stands beside its glyphs; ``turn`` is that of the layer as it is shown."""
    if unseen.alefs:
        add_alefs(layer, unseen.alefs, turn_back(to_shown(page, unseen.points), turn, page.get_size()))
    if unseen.letters:
        sides = (unseen.edges[:, [0, 2]], unseen.edges[:, [1, 2]])
        first, second = (turn_back(to_shown(page, side), turn, page.get_size()) for side in sides)
        add_letters(layer, unseen.letters, np.column_stack([first[:, 0], second]))


def _find_alefs(
    handles: list[int], unseen: list[int], bounds: Floats, seen: AbstractSet[int]
) -> tuple[list[str], Floats]:
    """The alefs of a page that are in none of its characters: texts, and rows of x and y in the page's own space.

    What is painted in one with an object that is ``seen`` is known with it.
    """
    flat = np.flatnonzero(bounds[:, 2] - bounds[:, 0] < _NOTHING)
    named = [(row, _name_unseen(handles, unseen[row], seen)) for row in flat.tolist()]
    alefs = [(row, text) for row, text in named if text in ALEFS]
    return [text for _, text in alefs], bounds[[row for row, _ in alefs], :2].reshape(-1, 2)


def _find_letters(
    handles: list[int], unseen: list[int], bounds: Floats, seen: AbstractSet[int]
) -> tuple[list[str], Floats]:
    """The letters with width of a page that are in none of its characters: texts, rows of left, right and baseline."""
    texts: list[str] = []
    rows: list[tuple[float, float, float]] = []
    for row in np.flatnonzero(bounds[:, 2] - bounds[:, 0] >= _NOTHING).tolist():
        text = _name_unseen(handles, unseen[row], seen)
        if text and all(is_rtl(sign) and not is_mark(sign) for sign in text):
            texts.append(text)
            rows.append((bounds[row, 0], bounds[row, 2], read_matrix(handles[unseen[row]])[5]))
    return texts, np.array(rows).reshape(-1, 3)


def _name_unseen(handles: list[int], place: int, seen: AbstractSet[int]) -> str:
    """What the file says that an object means; empty where an object beside it that is seen says it, too."""
    mark, text = read_mark(handles[place])
    if not text:
        return ""
    beside = handles[max(place - _BESIDE, 0) : place] + handles[place + 1 : place + 1 + _BESIDE]
    return "" if any(other in seen and read_mark(other)[0] == mark for other in beside) else text


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
    lams = np.array([place for place, text in enumerate(layer.texts) if text == LAM], np.int64)
    for text, (x, y) in zip(texts, points.tolist(), strict=True):
        near = lams[(np.abs(layer.left[lams] - x) < _SAME) & (np.abs(layer.baseline[lams] - y) < _SAME)]
        if not near.size:
            continue
        lam = int(near[0])
        _append(layer, text, float(layer.left[lam]), float(layer.left[lam]), lam)


def add_letters(layer: GlyphLayer, texts: list[str], boxes: Floats) -> None:
    """Add to a layer the letters that stand in a hole beside a letter of it, and alefs whose body is that of a lam.

    ``boxes`` are left, right and baseline, turned back as the layer is.
    """
    for text, (left, right, baseline) in zip(texts, boxes.tolist(), strict=True):
        lam = _find_lam(layer, left, right, baseline) if text in ALEFS else None
        if lam is not None:
            _append(layer, text, float(layer.left[lam]), float(layer.left[lam]), lam)
            continue
        gaps = np.maximum(layer.left - right, left - layer.right)
        near = (np.abs(layer.baseline - baseline) < _NEAR * layer.size) & (gaps < _NEAR * layer.size)
        middle = (left + right) / 2
        if not near.any() or (near & (layer.left < middle) & (middle < layer.right)).any():
            continue
        beside = int(np.flatnonzero(near)[np.argmin(gaps[near])])
        _append(layer, text, left, right, beside)


def _find_lam(layer: GlyphLayer, left: float, right: float, baseline: float) -> int | None:
    """The lam that an alef is painted over: one glyph is the body of both."""
    middle = (left + right) / 2
    over = (layer.left < middle) & (middle < layer.right) & (np.abs(layer.baseline - baseline) < _SAME)
    found = [glyph for glyph in np.flatnonzero(over).tolist() if layer.texts[glyph] != " "]
    return found[0] if len(found) == 1 and layer.texts[found[0]] == LAM else None


def _append(layer: GlyphLayer, text: str, left: float, right: float, beside: int) -> None:
    """Add a glyph of the height and size of another one."""
    layer.texts.append(text)
    layer.left, layer.right = np.append(layer.left, left), np.append(layer.right, right)
    layer.baseline, layer.size = (np.append(column, column[beside]) for column in (layer.baseline, layer.size))
    if layer.starts.size:
        layer.starts = np.append(layer.starts, left)
    if layer.codes:
        layer.codes.append((-1, ord(text[0])))
    for column, own_text in ((layer.raws, text), (layer.rules, "")):
        if column:
            column.append(own_text)
