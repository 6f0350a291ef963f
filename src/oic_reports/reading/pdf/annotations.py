"""Text that stands on a page as a form field or as words typed onto it: the symbol of a document, often.

Such text is no part of what the page paints. Where a page has any, its annotations are painted onto it (in memory),
each by the appearance that the file gives it, so that they are read in their place like everything else; the lines by
which a reviewer strikes words out as well. Stamps are no text.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

_READ = frozenset({pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_STRIKEOUT})
_TYPED = frozenset({pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_WIDGET})
# annotations of a page that are looked at; UTF-16 units of a text
_MOST = 2000
_LONGEST = 4096


def paint_annotations(page: pypdfium2.PdfPage, left_out: Counter[str]) -> bool:
    """Paint the text of a page's annotations onto it; whether there was any, and the page has to be loaded anew.

    ``left_out`` grows by ``stamp``, in stamps, and by ``annotation``, in characters of text without an appearance.
    """
    kinds = []
    for place in range(min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        item = pdfium_c.FPDFPage_GetAnnot(page.raw, place)
        if not item:
            continue
        try:
            kinds.append(_prepare(item, left_out))
        finally:
            pdfium_c.FPDFPage_CloseAnnot(item)
    if _READ.isdisjoint(kinds):
        return False
    done: bool = pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY) == pdfium_c.FLATTEN_SUCCESS
    return done


def _prepare(item: Any, left_out: Counter[str]) -> int:  # noqa: ANN401  (ctypes)
    """The kind of an annotation that is shown, else 0; stamps are hidden, and counted."""
    kind: int = pdfium_c.FPDFAnnot_GetSubtype(item)
    flags = pdfium_c.FPDFAnnot_GetFlags(item)
    if flags & (pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW):
        return 0
    if kind == pdfium_c.FPDF_ANNOT_STAMP:
        left_out["stamp"] += 1
        pdfium_c.FPDFAnnot_SetFlags(item, flags | pdfium_c.FPDF_ANNOT_FLAG_HIDDEN)
        return 0
    if kind in _TYPED and not pdfium_c.FPDFAnnot_HasKey(item, b"AP"):
        key = b"Contents" if kind == pdfium_c.FPDF_ANNOT_FREETEXT else b"V"
        left_out["annotation"] += _count_text(item, key)
        return 0
    return kind


def _count_text(item: Any, key: bytes) -> int:  # noqa: ANN401  (ctypes)
    length = pdfium_c.FPDFAnnot_GetStringValue(item, key, None, 0)
    return max(int(length) // 2 - 1, 0) if length <= 2 * _LONGEST else _LONGEST
