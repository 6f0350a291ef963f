"""Some pages of a document, spread over it, which tell what holds for all: direction, columns, how signs are set."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.reading.pdf.cells import Profile
from oic_reports.reading.pdf.glyph_text import is_rtl
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer, GlyphPage
from oic_reports.reading.pdf.page import learn_profile
from oic_reports.reading.pdf.pdfium import PdfiumSource
from oic_reports.reading.pdf.signs_apart import hides_letters, names_clusters

# pages of a sample
_PAGES = 8


class Sample:
    """What a sample tells, found when it is asked for.

    A sample of plain Latin pages is hardly looked at. Right-to-left pages that were read for it are kept until they are
    taken; Latin ones are read a quicker way, if they are simple (``latin``).
    """

    def __init__(self, source: PdfiumSource) -> None:
        """Choose the pages, and see whether they are plain."""
        count = source.page_count
        self._source = source
        self._numbers = sorted({1 + place * count // _PAGES for place in range(_PAGES)})
        self._pages: dict[int, GlyphPage] = {}
        self._profile: Profile | None = None
        self.is_rtl = self.lacks_characters = self.names_clusters = False
        # the first page that is not plain tells what most are
        kind = next((kind for kind in map(source.tell_letters, self._numbers) if kind != "plain"), "plain")
        if kind != "plain":
            self._learn(are_kept=kind == "rtl")

    @property
    def profile(self) -> Profile:
        """What the pages of the document have in common."""
        return self._profile or self._learn(are_kept=False)

    def take(self, number: int) -> GlyphPage | None:
        """A page that was read for the sample, once: memory is given back."""
        return self._pages.pop(number, None)

    def _learn(self, *, are_kept: bool) -> Profile:
        pages = [self._source.read_page(number, looks=are_kept) for number in self._numbers]
        if are_kept:
            self._pages = dict(zip(self._numbers, pages, strict=True))
        self.lacks_characters = any(UNMAPPED in layer.texts for page in pages for layer in page.layers)
        self._profile, self.is_rtl = learn_profile(pages)
        layers = [layer for page in pages for layer in page.layers] if self.is_rtl else []
        self.lacks_characters |= any(map(hides_letters, layers))
        self.names_clusters = any(map(names_clusters, layers)) or _turns_ligatures(layers)
        return self._profile


def _turns_ligatures(layers: Sequence[GlyphLayer]) -> bool:
    """Whether a ligature's letters come in one order here and in the other there: PDFium turns them by their object."""
    ligatures = {text for layer in layers for text in layer.texts if len(text) > 1 and all(map(is_rtl, text))}
    return any(text[::-1] in ligatures for text in ligatures if text != text[::-1])
