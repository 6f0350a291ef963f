"""A PDF file to lines: page by page through the gate, then across pages.

Where a page has doubtful characters, those of the whole file are mended (``mendable``) and it is read from its first
page on. A page that is doubtful still is read a second time by pdfplumber, and the better reading taken. What is still
garbage, and what is an image, goes to recognition; and where that is not to be had, the file is refused: a report never
appears half-read. A page that only lacks some signs keeps its layer, with the lost signs in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pypdfium2 import PdfiumError
from rapidfuzz.distance import Levenshtein

from oic_reports.codes import RejectReason
from oic_reports.errors import UnreadableFileError
from oic_reports.model import Line
from oic_reports.reading.pdf.agreement import Agreement
from oic_reports.reading.pdf.flow import mark_flow
from oic_reports.reading.pdf.furniture import mark_furniture
from oic_reports.reading.pdf.gate import Verdict, is_nonsense
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphPage
from oic_reports.reading.pdf.ink import FEW_UNREAD, count_unread, measure_read, stands_in
from oic_reports.reading.pdf.latin import read_simple_page
from oic_reports.reading.pdf.letter_doubts import find_doubtful
from oic_reports.reading.pdf.map_bytes import has_foreign
from oic_reports.reading.pdf.mendable import LEARNT_FROM, MendableFile
from oic_reports.reading.pdf.page import learn_profile, read_page_lines
from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.pdf.pair_labels import settle_broken_islands, settle_pair_labels
from oic_reports.reading.pdf.parted_marks import join_parted_marks
from oic_reports.reading.pdf.readings import PageReading, is_better, is_recognised_better, judge_lines
from oic_reports.reading.pdf.signs_apart import hides_letters
from oic_reports.reading.pdf.turned_labels import settle_turned_labels
from oic_reports.reading.pdf.user_units import read_units, scale_lines
from oic_reports.reading.pdf.worth import compare_worth

if TYPE_CHECKING:
    from oic_reports.reading.pdf.ocr import Recogniser
    from oic_reports.reading.pdf.second import SecondReader

# pages that two readers read, and that are read before memory is given back
_COMPARED = 3
_PAGES_AT_ONCE = 100
# doubtful pages that the second reader, bearable ones that recognition, and layers of scans that it does not better
# before it is asked no more; share of likeness of two readers
_IN_VAIN = 3
_RECOGNISED_IN_VAIN = 2
_LAYERS_KEPT = 3
_ALIKE = 0.98
# worth of a short usual word: a layer that recognition betters by less is as good
_LEAST_GAIN = 10.0
# share of a page that a picture covers; glyphs off the page that are a fault; pieces of unread
# lines (``ink``) of a page that may count as not read
_IMAGE = 0.3
_OFF_PAGE = 10
_MANY_UNREAD = 24
# by what a page left out or could not tell, what is noted of the file; a sign that was not told is one of comparison,
# and may stand turned round
_NOTES = {
    "unmapped_mark": "lost_signs",
    "untold_sign": "doubtful_letters",
    "annotation": "unread_ink",
    "struck_out": "tracked_changes",
}


@dataclass(slots=True)
class PdfText:
    """What a PDF gave: its lines in reading order, what was left out by kind, and notes about the whole file.

    ``agreement`` is how alike the two readers' texts of the compared pages are (0 to 1), None where none was compared;
    ``ocr`` names the engine and its version where pages were recognised, or told what fonts mean; ``ocr_pages`` are
    the numbers of those whose text is recognised.
    """

    lines: list[Line]
    page_count: int
    left_out: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    agreement: float | None = None
    ocr: str | None = None
    ocr_pages: tuple[int, ...] = ()


class _Reader:
    """Reads the pages of one document."""

    def __init__(self, content: bytes, recogniser: Recogniser | None, *, trusts_layers: bool) -> None:
        self._trusts_layers = trusts_layers
        self._file = MendableFile(content)
        self._page_count = self._file.page_count
        self._recogniser = recogniser
        self._units = read_units(content)
        self._begin()

    def _begin(self) -> None:
        self.text = PdfText([], self._page_count)
        self._second: SecondReader | None = None
        self._agreement = Agreement()
        self._unread: list[tuple[int, str]] = []
        self._pictures: list[int] = []
        self._in_vain = self._recognised_in_vain = self._layers_kept = 0
        self._compares_all = False

    def read(self) -> PdfText:
        """Read all pages."""
        count = self._page_count
        compared = {1 + place * count // _COMPARED for place in range(_COMPARED)} if self._file.is_rtl else set()
        if self._file.sample.lacks_characters:
            self._file.mend(1)
        elif self._file.sample.names_clusters:
            self._file.part_clusters()
        pages = None
        while pages is None:
            # characters are mended once: then it is read from its beginning
            self._begin()
            pages = self._read_pages(compared)
            if pages is not None and not self._file.is_mended and self._doubts_letters(pages) and self._file.mend(1):
                pages = None
        # where words told that a map names one letter by another, it may do so to a letter of few words
        if not self.text.ocr_pages and (self._file.has_false_letters or self._doubts_letters(pages)):
            self._note("doubtful_letters")
        if self._file.has_failed_to_mend:
            self._note("fonts_unread")
        if self._file.is_told_by_recognition and self._recogniser is not None:
            self._note("recognised_fonts")
            self.text.ocr = self._recogniser.engine
        if self._pictures and len(self.text.ocr_pages) * 2 > count:
            # a scan: a page on which nothing is recognised may have held text
            self._unread += [(number, "nothing_recognised") for number in self._pictures]
        elif self._pictures:
            self._note("picture_page")
        if self._unread:
            self._refuse()
        mark_furniture(pages)
        mark_flow(pages)
        if self._file.is_rtl:
            _settle_numbers(pages)
        self.text.agreement = self._agreement.mean
        self.text.lines = _to_lines(pages)
        return self.text

    def _read_pages(self, compared: AbstractSet[int]) -> list[list[PageLine]] | None:
        """The lines of each page; None where the file's characters were mended on the way."""
        pages = []
        for number in range(1, self._page_count + 1):
            lines = self._read_number(number, is_compared=number in compared)
            if lines is None:
                return None
            pages.append(scale_lines(lines, self._units[number]) if number in self._units else lines)
            if self._unread and self._recogniser is None:
                # the file is refused, or read from its beginning with recognition
                self._refuse()
        return pages

    def _doubts_letters(self, pages: Sequence[Sequence[PageLine]]) -> bool:
        """Whether letters of the file make no words, by some of its pages: fonts may name one by another."""
        some = pages[:: -(-len(pages) // LEARNT_FROM)]
        return bool(find_doubtful(line.text for page in some for line in page))

    def _read_number(self, number: int, *, is_compared: bool) -> list[PageLine] | None:
        """The lines of a page: the fast way where it is simple, else glyph by glyph."""
        if number % _PAGES_AT_ONCE == 0:
            self._file.reopen()
        if not self._file.is_rtl:
            lines = self._read_simply(number)
            if lines is not None and not judge_lines(lines, Counter()).is_doubtful and not self._may_be_shifted(lines):
                return lines
        page = self._file.sample.take(number) or self._file.source.read_page(number)
        return self._read_page(page, is_compared=is_compared)

    def _read_simply(self, number: int) -> list[PageLine] | None:
        try:
            page = self._file.source.load_page(number)
        except PdfiumError:
            return None
        try:
            return None if self._file.source.leaves_out(number) else read_simple_page(page, number)
        finally:
            page.close()

    def _read_page(self, page: GlyphPage, *, is_compared: bool) -> list[PageLine] | None:
        """The lines of a page; None where the file's characters were mended because of it."""
        lines, left_out = read_page_lines(page, self._file.sample.profile, is_rtl_document=self._file.is_rtl)
        reading = PageReading(lines, self._judge(lines, left_out))
        # glyphs without a character may be left out of lines as parts of letters
        is_damaged = reading.verdict.is_doubtful or any(
            UNMAPPED in layer.texts or hides_letters(layer) for layer in page.layers
        )
        is_damaged |= self._may_be_shifted(lines)
        if is_damaged and lines and not self._file.is_mended and self._file.mend(page.number):
            return None
        is_scan = page.has_invisible and page.image_share > _IMAGE
        if reading.verdict.is_doubtful:
            reading, left_out = self._read_by_itself(page, reading, left_out)
        is_asked = reading.verdict.is_doubtful or self._compares_all
        # fonts in which the readers agreed on another page are not compared again
        fonts = self._file.source.name_fonts(page.number) if is_compared and lines else frozenset()
        is_compared = is_compared and not self._agreement.covers(fonts)
        if lines and (is_compared or reading.verdict.reason or (is_asked and self._in_vain < _IN_VAIN)):
            better = self._compare(page, reading, left_out, fonts)
            self._in_vain = self._in_vain + 1 if better is reading else 0
            reading = better
        self.text.left_out.update(left_out)
        if left_out["off_page"] + left_out["beyond_edge"] > _OFF_PAGE:
            self._note("text_off_page")
        for kind, note in _NOTES.items():
            if left_out[kind]:
                self._note(note)
        if page.has_invisible and not is_scan:
            self._note("recognised_text_layer")
        if left_out["without_ink"] or any(kind.startswith("hidden_") for kind in +left_out):
            self._note("hidden_text")
        needs_recognition = reading.verdict.reason is not None and (bool(lines) or page.image_share > _IMAGE)
        if page.left_out.get("damaged_page"):
            self._unread.append((page.number, "damaged_page"))
        elif is_scan:
            return self._recognise_scan(page, reading)
        elif needs_recognition:
            return self._recognise(page, reading)
        return self._account_for_ink(page, reading.lines)

    def _judge(self, lines: Sequence[PageLine], left_out: Counter[str]) -> Verdict:
        """What the gate says of a page; where fonts are false throughout, figures that look right may be, too."""
        verdict = judge_lines(lines, left_out)
        if not self._file.false_fonts or verdict.reason or not lines:
            return replace(verdict, is_bearable=verdict.is_bearable and not self._file.false_fonts)
        return replace(verdict, reason="damaged_words", is_doubtful=True, is_bearable=False)

    def _may_be_shifted(self, lines: Sequence[PageLine]) -> bool:
        """Whether lines have characters that come from maps written wrongly, in a file that is not mended yet."""
        return not self._file.is_mended and any(has_foreign(line.text) for line in lines)

    def _account_for_ink(self, page: GlyphPage, lines: list[PageLine]) -> list[PageLine]:
        """The lines of a page; where more of its print is unread than read, recognition adds what has no line.

        Some unread print may be an emblem beside a text; on a page without a line it is what the page holds.
        """
        boxes = [line.box for line in lines]
        unread = count_unread(page.raster, boxes) if page.raster else 0
        if unread >= FEW_UNREAD:
            self._note("unread_ink")
        if unread < (max(_MANY_UNREAD, measure_read(boxes)) if lines else FEW_UNREAD):
            return lines
        if self._recogniser is None:
            self._unread.append((page.number, "unread_ink"))
            return lines
        found = self._recogniser.read_page(self._file.document, page, is_rtl=self._file.is_rtl or None)
        added = [line for line in found if not stands_in(line.box, boxes)]
        if not lines and is_nonsense([line.text for line in added]):
            added = []
        if added:
            self.text.ocr = self._recogniser.engine
            self.text.ocr_pages += (page.number,)
        return sorted([*lines, *added], key=lambda line: line.baseline) if added else lines

    def _read_by_itself(
        self, page: GlyphPage, first: PageReading, left_out: Counter[str]
    ) -> tuple[PageReading, Counter[str]]:
        """A page with a profile of its own, if that is better: files are put together from several producers' pages."""
        profile, _ = learn_profile([page])
        texts = {text for layer in page.layers for text in layer.texts}
        if profile.limit_to(texts) == self._file.sample.profile.limit_to(texts):
            return first, left_out
        lines, own_left_out = read_page_lines(page, profile, is_rtl_document=self._file.is_rtl)
        own = PageReading(lines, self._judge(lines, own_left_out))
        return (own, own_left_out) if own.verdict.score > first.verdict.score else (first, left_out)

    def _compare(
        self, page: GlyphPage, first: PageReading, left_out: Counter[str], fonts: AbstractSet[bytes]
    ) -> PageReading:
        """The better of two readings of a page; the first where they are as good."""
        if self._second is None:
            from oic_reports.reading.pdf.second import SecondReader  # noqa: PLC0415  (loads pdfplumber)

            self._second = SecondReader(self._file.content, self._file.labels)
        lines, second_left_out = self._second.read_page(
            page, self._file.sample.profile, is_rtl_document=self._file.is_rtl
        )
        if lines is None:
            return first
        lost = second_left_out["unmapped_mark"]
        second = PageReading(lines, self._judge(lines, second_left_out | left_out))
        alike = Levenshtein.normalized_similarity(*("\n".join(reading.texts) for reading in (first, second)))
        self._agreement.add(alike, fonts)
        if alike < _ALIKE:
            self._note("readers_disagree")
        if not is_better(second, first, lost, is_rtl=self._file.is_rtl):
            return first
        if lost:
            self._note("lost_signs")
        # where the second reader was better once, it is asked about every page, as long as it is
        self._compares_all = True
        return second

    def _recognise(self, page: GlyphPage, reading: PageReading) -> list[PageLine] | None:
        """The lines that recognition gives, or those of a bearable layer where it gives nothing better.

        None where recognition told what the fonts of the layer mean.
        """
        verdict = reading.verdict
        if verdict.is_bearable and (self._recogniser is None or self._recognised_in_vain >= _RECOGNISED_IN_VAIN):
            return self._account_for_ink(page, reading.lines)
        if self._recogniser is None:
            self._unread.append((page.number, verdict.reason or "no_text"))
            return []
        if reading.lines and not self._file.is_deciphered and self._file.decipher(page.number, self._recogniser):
            return None
        lines = self._recognise_page(self._recogniser, page)
        is_told = self._file.is_told_by_recognition
        if verdict.is_bearable and not is_recognised_better(lines, reading, is_rtl=self._file.is_rtl, is_told=is_told):
            self._recognised_in_vain += 1
            return self._account_for_ink(page, reading.lines)
        if is_nonsense([line.text for line in lines]):
            lines = []
        if not lines and verdict.reason == "no_text":
            self._pictures.append(page.number)
        elif not lines:
            is_old = verdict.reason == "foreign_codes"
            self._unread.append((page.number, "foreign_codes" if is_old else "nothing_recognised"))
        self.text.ocr = self._recogniser.engine
        self.text.ocr_pages += (page.number,)
        return lines

    def _recognise_page(self, recogniser: Recogniser, page: GlyphPage) -> list[PageLine]:
        """The recognised lines of a page; those of pages that told about fonts are known."""
        lines = self._file.recognised.pop(page.number, None)
        return lines or recogniser.read_page(self._file.document, page, is_rtl=self._file.is_rtl or None)

    def _recognise_scan(self, page: GlyphPage, reading: PageReading) -> list[PageLine]:
        """The lines of a scan: those that lie under its picture, or those that are recognised here, if they are better.

        Where the layer was the better one on some pages running, no more are recognised.
        """
        is_sound = reading.verdict.reason is None
        lines: list[PageLine] = []
        if self._recogniser is not None and not (is_sound and self._layers_kept >= _LAYERS_KEPT):
            lines = self._recogniser.read_page(self._file.document, page, is_rtl=self._file.is_rtl or None)
            gain = compare_worth([line.text for line in lines], reading.texts)
            if lines and (not is_sound or gain > _LEAST_GAIN):
                self._layers_kept = 0
                self.text.ocr = self._recogniser.engine
                self.text.ocr_pages += (page.number,)
                return lines
        self._layers_kept += 1
        self._note("recognised_text_layer")
        if not is_sound or (self._recogniser is None and not self._trusts_layers):
            self._unread.append((page.number, reading.verdict.reason or "recognised_text_layer"))
        return self._account_for_ink(page, reading.lines)

    def _note(self, note: str) -> None:
        if note not in self.text.notes:
            self.text.notes.append(note)

    def _refuse(self) -> None:
        """Refuse the file for its unread pages; with reason ``ocr_needed`` if recognition was not tried."""
        pages = ", ".join(f"{number} ({found})" for number, found in self._unread[:5])
        more = f" and {len(self._unread) - 5} more" if len(self._unread) > 5 else ""  # noqa: PLR2004
        reason: RejectReason
        if any(found == "damaged_page" for _, found in self._unread):
            reason = "damaged_file"
        elif self._recogniser is None:
            reason = "ocr_needed"
        elif all(found == "foreign_codes" for _, found in self._unread):
            reason = "legacy_font"
        else:
            reason = "garbled_text"
        raise UnreadableFileError(reason, f"no text that can be trusted on page {pages}{more}")


def read_pdf(content: bytes, recogniser: Recogniser | None = None, *, trusts_layers: bool = False) -> PdfText:
    """Read a PDF.

    Args:
        content: the file.
        recogniser: what reads pages without a text that can be trusted; without one the file is refused.
        trusts_layers: whether a text that was laid under the picture of a scan may pass where there is no recogniser.

    Raises:
        UnreadableFileError: ``encrypted``, ``damaged_file``, ``too_large``, ``ocr_needed``, ``legacy_font``,
            ``garbled_text``.
    """
    return _Reader(content, recogniser, trusts_layers=trusts_layers).read()


def _settle_numbers(pages: Sequence[list[PageLine]]) -> None:
    """Put numbers at the edges of lines in the order, and the line, that the lines before them tell."""
    for page in pages:
        join_parted_marks(page)
    lines = [line for page in pages for line in page]
    settle_turned_labels(lines)
    settle_pair_labels(lines)
    settle_broken_islands([line for line in lines if line.hint is None])


def _to_lines(pages: Sequence[Sequence[PageLine]]) -> list[Line]:
    return [
        Line(line.text, number, line.page, line.box, line.hint, line.flow, line.decoded, line.confidence)
        for number, line in enumerate((line for page in pages for line in page), 1)
    ]
