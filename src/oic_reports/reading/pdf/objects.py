"""What a page paints, object by object: where, in which order, and how.

PDFium knows the objects of a form (XObject) by the form's own space; here all stand in the space of the page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from oic_reports.reading.pdf.arrays import Floats, Integers
from oic_reports.reading.pdf.library import declare, declare_plainly

_ADDRESS = ctypes.c_size_t
TEXT, PATH, IMAGE, FORM = (
    pdfium_c.FPDF_PAGEOBJ_TEXT,
    pdfium_c.FPDF_PAGEOBJ_PATH,
    pdfium_c.FPDF_PAGEOBJ_IMAGE,
    pdfium_c.FPDF_PAGEOBJ_FORM,
)
# objects and levels of forms of a page that are looked at
_MOST_OBJECTS = 5000
_DEEPEST_FORM = 4


# without declared arguments: a page and an index need no conversion
_get_item = declare_plainly(pdfium_c.FPDFPage_GetObject, ctypes.c_size_t)
_count_inner = declare(pdfium_c.FPDFFormObj_CountObjects, ctypes.c_int, ctypes.c_void_p)
_get_inner = declare(pdfium_c.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
_get_kind = declare(pdfium_c.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_get_bounds = declare(pdfium_c.FPDFPageObj_GetBounds, ctypes.c_int, ctypes.c_void_p, *[_ADDRESS] * 4)
_get_mode = declare(pdfium_c.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
_get_matrix = declare(pdfium_c.FPDFPageObj_GetMatrix, ctypes.c_int, ctypes.c_void_p, _ADDRESS)


@dataclass(frozen=True, slots=True)
class Painted:
    """The objects of a page in the order of painting, forms taken apart: handle, kind, left, bottom, right, top.

    ``bounds`` are points of the page's own space.
    """

    handles: list[int]
    kinds: Integers
    bounds: Floats


def list_objects(page: pypdfium2.PdfPage) -> Painted:
    """All objects of a page, at most some thousands."""
    handle = ctypes.cast(page.raw, ctypes.c_void_p)
    count = min(pdfium_c.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    parts = list(_take_apart(list(map(_get_item, repeat(handle), range(count))), None, 0))
    handles = [item for part in parts for item in part[0]][:_MOST_OBJECTS]
    kinds = np.array([kind for part in parts for kind in part[1]][:_MOST_OBJECTS], np.int64)
    bounds = np.vstack([np.zeros((0, 4)), *(part[2] for part in parts)])[:_MOST_OBJECTS]
    return Painted(handles, kinds, bounds)


def _take_apart(items: list[int], space: Floats | None, depth: int) -> Iterator[tuple[list[int], list[int], Floats]]:
    """Handles, kinds and bounds of objects, in runs between forms; ``space`` turns their space into the page's."""
    kinds = list(map(_get_kind, items))
    forms = _find_all(kinds, FORM) if depth < _DEEPEST_FORM else []
    start = 0
    for place in [*forms, len(items)]:
        if place > start:
            yield items[start:place], kinds[start:place], measure_objects(items[start:place], space)
        if place < len(items):
            a, b, c, d, e, f = read_matrix(items[place])
            own = np.array([[a, b, 0.0], [c, d, 0.0], [e, f, 1.0]])
            inside = range(min(_count_inner(items[place]), _MOST_OBJECTS))
            inner = [_get_inner(items[place], number) for number in inside]
            yield from _take_apart(inner, own if space is None else own @ space, depth + 1)
        start = place + 1


def measure_objects(items: list[int], space: Floats | None = None) -> Floats:
    """Left, bottom, right and top of objects, in the page's space: ``space`` turns their own into it."""
    corners = np.zeros((len(items), 4), np.float32)
    start = corners.ctypes.data
    places = (range(start + 4 * edge, start + 4 * edge + 16 * len(items), 16) for edge in range(4))
    for _ in map(_get_bounds, items, *places):
        pass
    bounds = corners.astype(np.float64)
    if space is None:
        return bounds
    points = np.stack([bounds[:, [0, 1]], bounds[:, [2, 1]], bounds[:, [2, 3]], bounds[:, [0, 3]]], axis=1)
    turned = points @ space[:2, :2] + space[2, :2]
    return np.hstack([turned.min(axis=1), turned.max(axis=1)])


@dataclass(frozen=True, slots=True)
class Overview:
    """A page's own objects: handles and kinds; the share of the page that its largest image covers.

    Pages may hold their image in a form: then the form's extent counts.
    """

    handles: list[int]
    kinds: list[int]
    image_share: float

    @property
    def path_count(self) -> int:
        """How many paths the page paints, those in forms not among them."""
        return self.kinds.count(PATH)

    @property
    def has_forms(self) -> bool:
        """Whether the page paints a form."""
        return FORM in self.kinds

    @property
    def has_art(self) -> bool:
        """Whether the page paints anything but text of its own."""
        return self.kinds.count(TEXT) < len(self.kinds)


def look_at_objects(page: pypdfium2.PdfPage) -> Overview:
    """The objects of a page at a glance."""
    handle = ctypes.cast(page.raw, ctypes.c_void_p)
    count = min(pdfium_c.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    items = list(map(_get_item, repeat(handle), range(count)))
    kinds = list(map(_get_kind, items))
    corners = np.zeros(4, np.float32)
    places = [corners.ctypes.data + 4 * corner for corner in range(4)]
    images = _find_all(kinds, IMAGE)
    images += [place for place in _find_all(kinds, FORM) if _holds_image(items[place], 0)]
    area = max(page.get_width() * page.get_height(), 1.0)
    share = 0.0
    for place in images:
        _get_bounds(items[place], *places)
        left, bottom, right, top = corners.tolist()
        share = max(share, abs((right - left) * (top - bottom)) / area)
    return Overview(items, kinds, min(share, 1.0))


def read_matrix(handle: int) -> list[float]:
    """The six numbers of an object's matrix."""
    values = np.zeros(6, np.float32)
    _get_matrix(handle, values.ctypes.data)
    return list(values.tolist())


def read_modes(handles: Iterable[int]) -> list[int]:
    """The rendering modes of text objects (ISO 32000-1, 9.3.6); 0 for none (a handle of 0)."""
    known = list(handles)
    return list(map(_get_mode, known)) if all(known) else [_get_mode(handle) if handle else 0 for handle in known]


def _holds_image(form: Any, depth: int) -> bool:  # noqa: ANN401  (ctypes)
    """Whether a form, or a form in it, paints an image; a file may nest forms in circles."""
    inside = [_get_inner(form, place) for place in range(min(_count_inner(form), _MOST_OBJECTS))]
    kinds = list(map(_get_kind, inside))
    if IMAGE in kinds:
        return True
    forms = _find_all(kinds, FORM)
    return depth < _DEEPEST_FORM and any(_holds_image(inside[place], depth + 1) for place in forms)


def _find_all(kinds: list[int], kind: int) -> list[int]:
    return [place for place, found in enumerate(kinds) if found == kind] if kind in kinds else []
