"""Alefs of lam-alefs that PDFium leaves out of its text: glyphs without width, which the file says to be an alef.

Word processors paint some fonts' lam-alef as a lam and an alef that takes no room at its place, and name the latter by
``ActualText`` (ISO 32000-1, 14.9.4). PDFium makes no characters of an object without width.
"""

from __future__ import annotations

import ctypes

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from oic_reports.reading.pdf.glyphs import Floats, GlyphLayer, Integers
from oic_reports.reading.pdf.library import declare
from oic_reports.reading.pdf.objects import TEXT, Overview, list_objects, measure_objects

_ADDRESS, _HANDLE = ctypes.c_size_t, ctypes.c_void_p
_count_marks = declare(pdfium_c.FPDFPageObj_CountMarks, ctypes.c_int, _HANDLE)
_get_mark = declare(pdfium_c.FPDFPageObj_GetMark, _ADDRESS, _HANDLE, ctypes.c_ulong)
_get_value = declare(
    pdfium_c.FPDFPageObjMark_GetParamStringValue,
    ctypes.c_int, _HANDLE, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong, _ADDRESS,
)  # fmt: skip

_LAM = "ل"
_ALEFS = frozenset("اأإآ")
_KEY = b"ActualText"
# bytes of the longest text that is asked for; points of nothing, and within which an alef stands at its lam
_LONGEST = 16
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
        mark, text = _read_mark(handles[place])
        beside = (handles[other] for other in (place - 1, place + 1) if 0 <= other < len(handles))
        if text in _ALEFS and not any(other in seen and _read_mark(other)[0] == mark for other in beside):
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


def _read_mark(handle: int) -> tuple[int, str]:
    """The innermost mark of an object that says what it means (its address, 0 for none), and what it says."""
    for number in reversed(range(max(_count_marks(handle), 0))):
        mark = int(_get_mark(handle, number))
        buffer = ctypes.create_string_buffer(_LONGEST)
        length = ctypes.c_ulong()
        if _get_value(mark, _KEY, buffer, _LONGEST, ctypes.addressof(length)):
            text = buffer.raw[: max(min(length.value, _LONGEST) - 2, 0)].decode("utf-16-le", errors="replace")
            # PDFium gives the bytes of the string one by one
            is_bytes = len(text) % 2 == 0 and all(sign < "\u0100" for sign in text)
            if is_bytes:
                text = text.encode("latin-1").decode("utf-16-be", errors="replace")
            return mark, text
    return 0, ""


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
        layer.left, layer.baseline, layer.size = (
            np.append(column, column[lam]) for column in (layer.left, layer.baseline, layer.size)
        )
        if layer.codes:
            layer.codes.append((-1, ord(text)))
        for column, own_text in ((layer.raws, text), (layer.rules, "")):
            if column:
                column.append(own_text)
