"""The straight lines that a page paints: rules of tables, edges of boxes, borders of shaded cells."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from oic_reports.reading.pdf.arrays import Floats
from oic_reports.reading.pdf.glyphs import turn_back

# points: a box that thin is a rule, a line that leans less is straight, a shorter one is a dot of a dotted line or none
_THIN = 3.0
_LEAN = 1.0
_SHORTEST = 0.4
# more is art, a chart, a map
_MOST_PATHS = 4000
_MOST_SEGMENTS = 200
_DEEPEST = 3

Matrix = tuple[float, float, float, float, float, float]


def read_edges(page: pypdfium2.PdfPage) -> Floats:
    """Ends of the straight lines of a page in its own space: rows of two points; empty where there is only art."""
    found: list[tuple[float, float, float, float]] = []
    for count, (path, matrix) in enumerate(_walk(page.raw, _list_page, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0), 1):
        if count > _MOST_PATHS:
            return np.zeros((0, 4))
        found += _read_path(path, matrix)
    return np.array(found, np.float64).reshape(-1, 4)


def turn_rules(rules: Floats, turn: int, shown: tuple[float, float]) -> Floats:
    """Rules as they are when a page of some width and height is turned so that its glyphs stand upright."""
    if turn == 0 or not rules.size:
        return rules
    first, second = turn_back(rules[:, :2], turn, shown), turn_back(rules[:, 2:], turn, shown)
    return np.concatenate([np.minimum(first, second), np.maximum(first, second)], axis=1)


def _list_page(page: Any) -> Iterator[Any]:  # noqa: ANN401  (ctypes)
    for place in range(pdfium_c.FPDFPage_CountObjects(page)):
        yield pdfium_c.FPDFPage_GetObject(page, place)


def _list_form(form: Any) -> Iterator[Any]:  # noqa: ANN401  (ctypes)
    for place in range(pdfium_c.FPDFFormObj_CountObjects(form)):
        yield pdfium_c.FPDFFormObj_GetObject(form, place)


def _walk(holder: Any, listing: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:  # noqa: ANN401
    """The paths of a page and of the forms on it, each with the matrix to the page's space."""
    for count, item in enumerate(listing(holder)):
        if count > 2 * _MOST_PATHS:
            return
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield item, _join(_get_matrix(item), matrix)
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _walk(item, _list_form, _join(_get_matrix(item), matrix), depth + 1)


def _get_matrix(item: Any) -> Matrix:  # noqa: ANN401  (ctypes)
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(item, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _join(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def _read_path(path: Any, matrix: Matrix) -> list[tuple[float, float, float, float]]:  # noqa: ANN401  (ctypes)
    """The straight lines of one path; none where it holds curves or is no more than a clip."""
    count = pdfium_c.FPDFPath_CountSegments(path)
    if not 0 < count <= _MOST_SEGMENTS or not _is_painted(path):
        return []
    ends: list[tuple[float, float, float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    for place in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, place)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind not in {pdfium_c.FPDF_SEGMENT_MOVETO, pdfium_c.FPDF_SEGMENT_LINETO}:
            return []
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = _move((x.value, y.value), matrix)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        else:
            ends.append((*before, *point))
        before = point
        if pdfium_c.FPDFPathSegment_GetClose(segment) and before != start:
            ends.append((*before, *start))
            before = start
    return _flatten(ends)


def _is_painted(path: Any) -> bool:  # noqa: ANN401  (ctypes)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value or stroke.value)


def _move(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f)


def _flatten(ends: list[tuple[float, float, float, float]]) -> list[tuple[float, float, float, float]]:
    """Straight lines only; a box no thicker than a rule is one line in its middle."""
    straight = [end for end in ends if min(abs(end[2] - end[0]), abs(end[3] - end[1])) <= _LEAN]
    if not straight:
        return []
    xs = [x for end in straight for x in (end[0], end[2])]
    ys = [y for end in straight for y in (end[1], end[3])]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if len(straight) > 1 and min(width, height) <= _THIN:
        middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        if width >= height:
            return [(min(xs), middle_y, max(xs), middle_y)]
        return [(middle_x, min(ys), middle_x, max(ys))]
    return [end for end in straight if max(abs(end[2] - end[0]), abs(end[3] - end[1])) >= _SHORTEST]


def drop_endless(rules: Floats, size: tuple[float, float]) -> Floats:
    """Rules (left, top, right, bottom in points) without those longer than a page of some width and height.

    Browsers paint the border of a box that goes on over several pages whole on each of them; it parts no cells.
    """
    if not len(rules):
        return rules
    lengths = np.maximum(rules[:, 2] - rules[:, 0], rules[:, 3] - rules[:, 1])
    kept: Floats = rules[lengths <= max(size)]
    return kept
