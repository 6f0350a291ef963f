"""The second opinion on a page: glyphs by pdfplumber, which shares no code with PDFium."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from oic_reports.reading.pdf.cells import Profile
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer, GlyphPage, Label
from oic_reports.reading.pdf.hidden import drop_hidden
from oic_reports.reading.pdf.page import read_page_lines
from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.pdf.plumber import PlumberSource

# points within which two sources see one glyph
_SAME = 0.5

# what pdfplumber raises on damage; it asserts what it expects of a file, too (an octal code above 377)
FAILURES = (
    PDFException, PSException, PdfminerException, ValueError, KeyError, TypeError, IndexError, AttributeError,
    AssertionError,
)  # fmt: skip


class SecondReader:
    """Reads single pages of a document; opened when it is first asked."""

    def __init__(self, content: bytes, labels: Mapping[int, Label] | None = None) -> None:
        """Keep the content; ``labels`` are those of its characters (``mending``)."""
        self._content = content
        self._labels = labels
        self._source: PlumberSource | None = None
        self._has_failed = False

    def read_page(
        self, seen: GlyphPage, profile: Profile, *, is_rtl_document: bool
    ) -> tuple[list[PageLine] | None, Counter[str]]:
        """The lines of a page, and what was left out, by kind.

        ``seen`` is the page as the first source has it, which knows what is not shown and what rules there are.

        No lines (None) where pdfplumber cannot read the page: it fails on damage that PDFium gets over.
        """
        if self._has_failed:
            return None, Counter()
        try:
            if self._source is None:
                self._source = PlumberSource(self._content, self._labels)
            page = self._source.read_page(seen.number)
            page.layers = [drop_hidden(layer, seen.hidden) for layer in page.layers]
            for layer in page.layers:
                layer.tall = _find_tall(layer, seen)
            page.rules = seen.rules
        except FAILURES:
            self._has_failed = True
            return None, Counter()
        lines, left_out = read_page_lines(page, profile, is_rtl_document=is_rtl_document)
        return lines, left_out


def _find_tall(layer: GlyphLayer, seen: GlyphPage) -> frozenset[int]:
    """The glyphs without a character that the first source saw to be letters: this one knows nothing of their ink."""
    tall = np.array(
        [(each.left[glyph], each.baseline[glyph]) for each in seen.layers if not each.turn for glyph in each.tall]
    )
    if not tall.size:
        return frozenset()
    return frozenset(
        glyph
        for glyph, text in enumerate(layer.texts)
        if text == UNMAPPED and (np.abs(tall - (layer.left[glyph], layer.baseline[glyph])) < _SAME).all(axis=1).any()
    )
