"""The names of the fonts with which a page sets its text: a subset of a font has a name of its own."""

from __future__ import annotations

import ctypes

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from oic_reports.reading.pdf.library import declare
from oic_reports.reading.pdf.objects import TEXT, list_objects

# bytes of a name that are looked at
_LONGEST = 256

_get_font = declare(pdfium_c.FPDFTextObj_GetFont, ctypes.c_size_t, ctypes.c_void_p)


def name_fonts(page: pypdfium2.PdfPage) -> frozenset[bytes]:
    """The names of the fonts of a page's text, as the file gives them."""
    painted = list_objects(page)
    texts = np.flatnonzero(painted.kinds == TEXT).tolist()
    fonts = {_get_font(painted.handles[place]) for place in texts}
    return frozenset(map(_read_name, fonts - {0}))


def _read_name(font: int) -> bytes:
    name = ctypes.create_string_buffer(_LONGEST)
    pdfium_c.FPDFFont_GetBaseFontName(ctypes.cast(font, pdfium_c.FPDF_FONT), name, _LONGEST)
    return name.value
