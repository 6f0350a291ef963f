"""A page rendered small, to see where it has ink: grey, without annotations, at half a pixel to the point."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers

# pixels to the point of a first look and of a second one; pixels of a page at most; greys of 255 between two neighbours
# that are an edge of ink
FIRST_LOOK = 0.5
SECOND_LOOK = 2.0
_MOST_PIXELS = 8_000_000
_EDGE = 8
# powers of two that a side of a page in pixels has at most
_POWERS = 32
# pixels of a box that are looked at first
_FIRST = 7


@dataclass(slots=True)
class Raster:
    """Greys (0 black to 255 white) of a page as it is shown, or a part of it; rows from the top.

    ``scale`` is pixels to the point, ``origin`` the top-left corner of the part in pixels of the whole page.
    """

    greys: NDArray[np.uint8]
    scale: float
    origin: tuple[int, int] = (0, 0)

    def find_edges(self, boxes: Floats) -> Booleans:
        """In which boxes (left, top, right, bottom in points) an edge of ink lies: in none that is of one grey."""
        here, beside, below = self.greys[:-1, :-1], self.greys[:-1, 1:], self.greys[1:, :-1]
        highest = np.maximum(np.maximum(here, beside), below)
        edges = highest - np.minimum(np.minimum(here, beside), below) >= _EDGE
        left, top, right, bottom = self.find_pixels(boxes)
        right, bottom = right - 1, bottom - 1
        # a word has ink in its first letters: few are wide to look at
        near = np.minimum(right, left + _FIRST)
        found = _find_marked(edges, left, top, near, bottom)
        rest = np.flatnonzero(~found & (near < right))
        if rest.size:
            found[rest] = _find_marked(edges, left[rest], top[rest], right[rest], bottom[rest])
        return found

    def find_pixels(self, boxes: Floats) -> tuple[Integers, Integers, Integers, Integers]:
        """Half-open ranges of pixels of boxes, two pixels wide and high at least where the page goes on."""
        height, width = self.greys.shape
        edges = boxes * self.scale
        if not np.isfinite(edges).all():
            edges = np.nan_to_num(edges)
        edges = edges - (*self.origin, *self.origin)
        left = np.clip(np.floor(edges[:, 0] + 0.25), 0, width).astype(np.int64)
        top = np.clip(np.floor(edges[:, 1] + 0.25), 0, height).astype(np.int64)
        right = np.clip(np.ceil(edges[:, 2] - 0.25), 0, width).astype(np.int64)
        bottom = np.clip(np.ceil(edges[:, 3] - 0.25), 0, height).astype(np.int64)
        right, bottom = np.maximum(right, left + 2), np.maximum(bottom, top + 2)
        return left, top, np.minimum(right, width), np.minimum(bottom, height)


def _find_marked(marked: Booleans, left: Integers, top: Integers, right: Integers, bottom: Integers) -> Booleans:
    """In which half-open rectangles a pixel is marked.

    Four rectangles whose sides are powers of two cover each: a table tells for each power whether the one that begins
    at a pixel holds a mark.
    """
    height, width = marked.shape
    left, right = np.clip(left, 0, width), np.clip(right, 0, width)
    top, bottom = np.clip(top, 0, height), np.clip(bottom, 0, height)
    found = np.zeros(len(left), np.bool_)
    inside = np.flatnonzero((right > left) & (bottom > top))
    wide, high = (np.frexp(side[inside])[1] - 1 for side in (right - left, bottom - top))
    # pixels in one row, which no rectangle leaves: the next pixel is one step on, the one below it a width
    tables = {(0, 0): marked.ravel()}
    for power in np.unique(high * _POWERS + wide).tolist():
        rows, columns = divmod(power, _POWERS)
        table = _double(tables, rows, columns, width)
        chosen = inside[(high == rows) & (wide == columns)]
        up, down = top[chosen] * width, (bottom[chosen] - (1 << rows)) * width
        near, far = left[chosen], right[chosen] - (1 << columns)
        found[chosen] = table[up + near] | table[up + far] | table[down + near] | table[down + far]
    return found


def _double(tables: dict[tuple[int, int], Booleans], rows: int, columns: int, width: int) -> Booleans:
    """The table of rectangles that are 2 to the power of ``rows`` high and of ``columns`` wide; it joins ``tables``."""
    if (rows, columns) not in tables:
        half = _double(tables, rows, columns - 1, width) if columns else _double(tables, rows - 1, 0, width)
        step = 1 << (columns - 1) if columns else width << (rows - 1)
        tables[rows, columns] = half[:-step] | half[step:]
    return tables[rows, columns]


def render_small(
    page: pypdfium2.PdfPage, scale: float, switched_off: Iterable[int] = (), part: Floats | None = None
) -> Raster:
    """Render a page in greys, without some of its objects (handles).

    ``part`` is what is needed of it: left, top, right, bottom in points.
    """
    width, height = page.get_size()
    scale = min(scale, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    columns, rows = max(1, round(width * scale)), max(1, round(height * scale))
    left, top, right, bottom = 0, 0, columns, rows
    if part is not None:
        left, top = (max(0, int(edge * scale) - 1) for edge in part[:2])
        right, bottom = min(columns, int(part[2] * scale) + 2), min(rows, int(part[3] * scale) + 2)
        right, bottom = max(right, left + 1), max(bottom, top + 1)
    greys = np.full((bottom - top, right - left), 255, np.uint8)
    hidden = [ctypes.cast(handle, pdfium_c.FPDF_PAGEOBJECT) for handle in switched_off]
    was_active = []
    for item in hidden:
        known = ctypes.c_int()
        pdfium_c.FPDFPageObj_GetIsActive(item, known)
        was_active.append(known.value)
        pdfium_c.FPDFPageObj_SetIsActive(item, 0)
    bitmap = pdfium_c.FPDFBitmap_CreateEx(
        right - left, bottom - top, pdfium_c.FPDFBitmap_Gray, greys.ctypes.data, right - left
    )
    try:
        pdfium_c.FPDF_RenderPageBitmap(bitmap, page.raw, -left, -top, columns, rows, 0, pdfium_c.FPDF_GRAYSCALE)
    finally:
        pdfium_c.FPDFBitmap_Destroy(bitmap)
        for item, value in zip(hidden, was_active, strict=True):
            pdfium_c.FPDFPageObj_SetIsActive(item, value)
    return Raster(greys, scale, (left, top))


def measure_difference(first: Raster, second: Raster) -> Raster:
    """How far two pictures of one page differ, as a raster whose ground is black."""
    return Raster(np.abs(first.greys.astype(np.int16) - second.greys).astype(np.uint8), first.scale, first.origin)
