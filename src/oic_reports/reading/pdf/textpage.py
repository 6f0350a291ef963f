"""What PDFium tells of the characters of a page, for many of them at once, in arrays.

A call from Python for each value would take most of the time of reading. So calls are mapped over ranges; their
arguments need no conversion (numbers, and pointers that are made once), and what all characters of one text object
share is asked for once an object.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.library import declare_plainly

# characters whose values are fetched at once; units of a surrogate pair
_SLOTS = 2048
_SURROGATES = (0xD800, 0xDFFF)
# bytes of a name of the catalogue, its end included
_NAME_BYTES = 8
# how PDFium's text marks what its characters name otherwise: hyphens at line ends, and characters that are none
_NOT_CHARACTER = 0xFFFE


_get_unicode = declare_plainly(pdfium_c.FPDFText_GetUnicode, ctypes.c_uint)
_get_object = declare_plainly(pdfium_c.FPDFText_GetTextObject, ctypes.c_size_t)
_get_origin = declare_plainly(pdfium_c.FPDFText_GetCharOrigin, ctypes.c_int)
_get_box = declare_plainly(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_int)
_get_ink = declare_plainly(pdfium_c.FPDFText_GetCharBox, ctypes.c_int)
_get_matrix = declare_plainly(pdfium_c.FPDFText_GetMatrix, ctypes.c_int)
_get_size = declare_plainly(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
_is_generated = declare_plainly(pdfium_c.FPDFText_IsGenerated, ctypes.c_int)
_has_map_error = declare_plainly(pdfium_c.FPDFText_HasUnicodeMapError, ctypes.c_int)


class TextPage:
    """The characters of a page in PDFium's order, which is that of painting but for lines that it turns round.

    ``places`` are indexes of characters. Points are those of the page's own space; to be closed by the caller.
    """

    __slots__ = ("_document", "_handle", "_page", "count")

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        """Have PDFium make the text of a page."""
        self._document = page.pdf
        self._page = page.get_textpage()
        self._handle = ctypes.c_void_p(ctypes.cast(self._page.raw, ctypes.c_void_p).value)
        self.count = max(int(pdfium_c.FPDFText_CountChars(self._page.raw)), 0)

    def close(self) -> None:
        """Give the text back."""
        self._page.close()

    def is_rtl_file(self) -> bool:
        """Whether the file asks to be read from right to left: PDFium then takes its lines for such."""
        pdf = self._document
        name = ctypes.create_string_buffer(_NAME_BYTES)
        if pdf is not None:
            pdfium_c.FPDF_VIEWERREF_GetName(pdf.raw, b"Direction", name, _NAME_BYTES)
        return name.value == b"R2L"

    def read_text(self) -> str | None:
        """One character of text for each character; None where PDFium gives more or fewer, or surrogates."""
        units = self._read_units()
        return None if units is None else units.tobytes().decode("utf-16-le", errors="replace")

    def read_codes(self, count: int) -> Integers:
        """The code points of the first characters; 2 for a hyphen at the end of a line."""
        units = self._read_units()
        if units is None:
            return np.fromiter(map(_get_unicode, repeat(self._handle), range(count)), np.int64, count)
        codes = units[:count].astype(np.int64)
        for place in np.flatnonzero(codes == _NOT_CHARACTER).tolist():
            codes[place] = _get_unicode(self._handle, place)
        return codes

    def _read_units(self) -> NDArray[np.uint16] | None:
        buffer = np.zeros(self.count + 1, np.uint16)
        address = ctypes.cast(buffer.ctypes.data, ctypes.POINTER(ctypes.c_ushort))
        written = pdfium_c.FPDFText_GetText(self._page.raw, 0, self.count, address)
        units = buffer[: max(written - 1, 0)]
        is_whole = len(units) == self.count and not ((units >= _SURROGATES[0]) & (units <= _SURROGATES[1])).any()
        return units if is_whole else None

    def read_objects(self, places: Sequence[int]) -> Integers:
        """The text object that paints each character, 0 for none."""
        return np.fromiter(map(_get_object, repeat(self._handle), places), np.int64, len(places))

    def read_origins(self, places: Sequence[int]) -> Floats:
        """Rows of x and y, where each glyph stands."""
        return _fetch(_get_origin, self._handle, places, _open_slots(2, single=False))

    def read_boxes(self, places: Sequence[int]) -> Floats:
        """Left, top, right and bottom of the advance of each glyph, as high as its font, and of its ink."""
        return _fetch(_get_box, self._handle, places, _open_slots(4, single=True))

    def read_ink(self, places: Sequence[int]) -> Floats:
        """Left, right, bottom and top of what each glyph paints."""
        return _fetch(_get_ink, self._handle, places, _open_slots(4, single=False))

    def read_matrices(self, places: Sequence[int]) -> Floats:
        """The six numbers of the matrix of each glyph."""
        return _fetch(_get_matrix, self._handle, places, _open_slots(6, single=True))

    def read_sizes(self, places: Sequence[int]) -> Floats:
        """The font size of each glyph, before its matrix."""
        return np.fromiter(map(_get_size, repeat(self._handle), places), np.float64, len(places))

    def find_generated(self, places: Sequence[int]) -> Booleans:
        """Which characters are none of the page, but added by PDFium."""
        return self._ask(_is_generated, places)

    def find_map_errors(self, places: Sequence[int]) -> Booleans:
        """Which characters are none that the font's character map names."""
        return self._ask(_has_map_error, places)

    def _ask(self, function: Any, places: Sequence[int]) -> Booleans:  # noqa: ANN401  (ctypes)
        answers: Booleans = np.fromiter(map(function, repeat(self._handle), places), np.int64, len(places)) == 1
        return answers


class _Slots:
    """Room for some values of a few characters, with a pointer to each argument of a call."""

    __slots__ = ("pointers", "values")

    def __init__(self, width: int, *, single: bool) -> None:
        """``single``: one structure of floats a character, else a double for each of its values."""
        self.values: NDArray[Any] = np.zeros((_SLOTS, width), np.float32 if single else np.float64)
        start, step, size = self.values.ctypes.data, self.values.strides[0], self.values.itemsize
        offsets = (0,) if single else range(0, width * size, size)
        self.pointers = [[ctypes.c_void_p(start + offset + step * row) for row in range(_SLOTS)] for offset in offsets]


@cache
def _open_slots(width: int, *, single: bool) -> _Slots:
    return _Slots(width, single=single)


def _fetch(function: Any, handle: Any, places: Sequence[int], slots: _Slots) -> Floats:  # noqa: ANN401  (ctypes)
    """A row of values for each character; zeros where PDFium has none."""
    values = np.zeros((len(places), slots.values.shape[1]))
    for start in range(0, len(places), _SLOTS):
        part = places[start : start + _SLOTS]
        slots.values[: len(part)] = 0
        call_all(map(function, repeat(handle), part, *slots.pointers))
        values[start : start + len(part)] = slots.values[: len(part)]
    return values


def call_all(calls: Iterable[Any]) -> None:
    """Make all calls; their values are written into arrays."""
    deque(calls, maxlen=0)
