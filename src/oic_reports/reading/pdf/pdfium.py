"""Glyphs by PDFium: fast, the default source.

PDFium turns right-to-left segments into logical order, mirrors their brackets and takes ligatures apart; what is used
here is where each glyph stands (``textpage``), and the order is made anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pypdfium2

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.annotations import paint_annotations
from oic_reports.reading.pdf.arrays import Floats
from oic_reports.reading.pdf.font_names import name_fonts
from oic_reports.reading.pdf.glyphs import GlyphPage, Label
from oic_reports.reading.pdf.objects import look_at_objects
from oic_reports.reading.pdf.page_glyphs import PageGlyphs, read_glyphs
from oic_reports.reading.pdf.painted_signs import tell_signs
from oic_reports.reading.pdf.raster import FIRST_LOOK, render_small
from oic_reports.reading.pdf.real_glyphs import Letters, tell_letters
from oic_reports.reading.pdf.ruling_lines import read_edges
from oic_reports.reading.pdf.shown import to_shown
from oic_reports.reading.pdf.textpage import TextPage

# glyphs of a page that is read
_MOST_GLYPHS = 200_000


def open_document(content: bytes | Path) -> pypdfium2.PdfDocument:
    """Open a file.

    Raises:
        UnreadableFileError: ``encrypted`` or ``damaged_file``.
    """
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableFileError("encrypted", "the PDF asks for a password") from error
        raise UnreadableFileError("damaged_file", f"no PDF that can be opened: {error}") from error


class PdfiumSource:
    """The glyphs of a document that is open."""

    name = "pdfium"

    def __init__(self, document: pypdfium2.PdfDocument, labels: Mapping[int, Label] | None = None) -> None:
        """Keep the document; pages are loaded one at a time. ``labels`` are those of its characters (``mending``)."""
        self._document = document
        self._annotations: dict[int, Counter[str]] = {}
        self._labels = labels or {}

    @property
    def page_count(self) -> int:
        """How many pages the file has."""
        return len(self._document)

    def __iter__(self) -> Iterator[GlyphPage]:
        """All pages, one after the other; none is kept."""
        for number in range(1, self.page_count + 1):
            yield self.read_page(number)

    def tell_letters(self, number: int) -> Letters:
        """Which letters a page (1-based) has, at a glance."""
        try:
            page, _ = self._load(number)
        except pypdfium2.PdfiumError:
            return "doubtful"
        try:
            text = TextPage(page)
            try:
                return tell_letters(text, min(text.count, _MOST_GLYPHS))
            finally:
                text.close()
        finally:
            page.close()

    def name_fonts(self, number: int) -> frozenset[bytes]:
        """The names of the fonts of a page (1-based)."""
        try:
            page = self.load_page(number)
        except pypdfium2.PdfiumError:
            return frozenset()
        try:
            return name_fonts(page)
        finally:
            page.close()

    def load_page(self, number: int) -> pypdfium2.PdfPage:
        """One page (1-based), to be closed by the caller.

        Raises:
            pypdfium2.PdfiumError: the page cannot be loaded.
        """
        return self._load(number)[0]

    def leaves_out(self, number: int) -> bool:
        """Whether a page that was loaded has annotations that are not read."""
        return bool(self._annotations.get(number))

    def _load(self, number: int) -> tuple[pypdfium2.PdfPage, Counter[str]]:
        """A page with the text of its annotations, and what was left out of them."""
        page = self._document[number - 1]
        left_out: Counter[str] = Counter()
        if paint_annotations(page, left_out):
            page.close()
            page = self._document[number - 1]
        # a second look finds nothing to paint and no stamp
        self._annotations[number] = self._annotations.get(number, Counter()) | left_out
        return page, self._annotations[number]

    def read_page(self, number: int, *, looks: bool = True) -> GlyphPage:
        """The glyphs of one page (1-based); a page that cannot be loaded has no size and no glyph.

        With ``looks`` the page is rendered, and what it does not show is left out.
        """
        try:
            page, left_out = self._load(number)
        except pypdfium2.PdfiumError:
            return GlyphPage(number, 0.0, 0.0, [], {"damaged_page": 1})
        try:
            found = _read_page(page, number, self._labels, looks=looks)
            found.left_out.update(left_out)
            return found
        finally:
            page.close()


def _read_page(page: pypdfium2.PdfPage, number: int, labels: Mapping[int, Label], *, looks: bool) -> GlyphPage:
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        # a crop box outside the media box: nothing of the page is shown
        return GlyphPage(number, 0.0, 0.0, [], {"damaged_page": 1})
    overview = look_at_objects(page)
    text = TextPage(page)
    try:
        count = min(text.count, _MOST_GLYPHS)
        left_out: Counter[str] = Counter()
        found = read_glyphs(text, count, page, overview, left_out, labels, looks=looks) if count else PageGlyphs()
    finally:
        text.close()
    if looks and not count:
        # a text may be drawn as shapes
        found.raster = render_small(page, FIRST_LOOK)
    ruled = overview.path_count
    rules = _read_rules(page) if ruled or overview.has_forms else np.zeros((0, 4))
    shown = GlyphPage(
        number, width, height, found.layers, dict(left_out), found.is_invisible, overview.image_share, ruled, rules
    )
    shown.hidden, shown.raster = found.hidden, found.raster
    is_told = tell_signs(page, shown.layers) if looks else None
    shown.has_shapes = is_told is True
    if is_told is False:
        shown.left_out["untold_sign"] = 1
    return shown


def _read_rules(page: pypdfium2.PdfPage) -> Floats:
    """The straight lines of the page as it is shown."""
    ends = read_edges(page)
    first, second = to_shown(page, ends[:, :2]), to_shown(page, ends[:, 2:])
    return np.concatenate([np.minimum(first, second), np.maximum(first, second)], axis=1)
