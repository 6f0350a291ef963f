"""A PDF file whose characters can be mended: by words, and by recognition of a few pages that tells what codes mean.

Mending changes the file as PDFium sees it: whoever reads it begins with its first page again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdfium2 import PdfiumError

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.glyphs import Label
from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.pdf.pdfium import PdfiumSource, open_document
from oic_reports.reading.pdf.sample import Sample

if TYPE_CHECKING:
    from oic_reports.reading.pdf.mending import Mender
    from oic_reports.reading.pdf.ocr import Recogniser

# pages of a file that is read at most
_MOST_PAGES = 3000
# pages that characters are learnt from, by words and by recognition
LEARNT_FROM = 24
_DECIPHERED_FROM = 3


class MendableFile:
    """A PDF file as it is read: its document, what a sample of its pages tells, and what was mended.

    ``labels`` are what fonts' codes are called in ``content``; ``false_fonts`` those whose maps name figures that
    words cannot prove; ``recognised`` the lines of pages that recognition read to tell what codes mean.

    Raises:
        UnreadableFileError: ``encrypted``, ``damaged_file``, ``too_large``.
    """

    def __init__(self, content: bytes) -> None:
        self.content = self._original = content
        self.labels: dict[int, Label] = {}
        self.document = open_document(content)
        self.source = PdfiumSource(self.document)
        self.page_count = self.source.page_count
        if self.page_count == 0:
            raise UnreadableFileError("damaged_file", "the PDF has no pages")
        if self.page_count > _MOST_PAGES:
            raise UnreadableFileError("too_large", f"the PDF has {self.page_count:,} pages")
        self.sample = Sample(self.source)
        self.is_mended = self.has_failed_to_mend = self.is_deciphered = False
        self.is_told_by_recognition = False
        self.false_fonts: frozenset[int] = frozenset()
        self.has_false_letters = False
        self.recognised: dict[int, list[PageLine]] = {}

    @property
    def is_rtl(self) -> bool:
        """Whether the file is written from right to left."""
        return self.sample.is_rtl

    def reopen(self) -> None:
        """Open the document anew: PDFium keeps what it has parsed, and memory would grow with the number of pages."""
        self.document.close()
        self.document = open_document(self.content)
        self.source = PdfiumSource(self.document, self.labels)

    def part_clusters(self) -> None:
        """Name the vowel signs that maps call by the cluster in which they came first, and the letters of these.

        Ligatures have their letters in the order of their map.
        """
        from oic_reports.reading.pdf.mending import Mender  # noqa: PLC0415  (only where fonts are damaged)
        from oic_reports.reading.pdf.second import FAILURES  # noqa: PLC0415  (likewise)

        try:
            labelled = Mender(self.document, is_rtl=self.is_rtl, is_of_clusters=True).label_changed()
            if labelled is not None:
                self._take(labelled)
        except (*FAILURES, UnreadableFileError, PdfiumError):
            # a file that is damaged elsewhere is read as it is
            self.has_failed_to_mend = True

    def mend(self, number: int) -> bool:
        """Mend the characters of the file, which are doubtful on a page; whether there is something to mend."""
        from oic_reports.reading.pdf.mending import Mender  # noqa: PLC0415  (only where fonts are damaged)
        from oic_reports.reading.pdf.second import FAILURES  # noqa: PLC0415  (likewise)

        self.is_mended = True
        try:
            # labels of clusters name nothing: they are made anew, from the file as it came
            document = self.document if self.content is self._original else open_document(self._original)
            return self._take_mended(Mender(document, is_rtl=self.is_rtl), number)
        except (*FAILURES, UnreadableFileError, PdfiumError):
            # a file that is damaged elsewhere is read as it is
            self.has_failed_to_mend = True
            return False

    def decipher(self, number: int, recogniser: Recogniser) -> bool:
        """Let recognition of a few pages tell what the codes of the file's fonts mean; whether it could."""
        from oic_reports.reading.pdf.decipher import collect_votes  # noqa: PLC0415  (only where fonts are damaged)
        from oic_reports.reading.pdf.mending import Mender  # noqa: PLC0415  (likewise)
        from oic_reports.reading.pdf.second import FAILURES  # noqa: PLC0415  (likewise)

        self.is_deciphered = True
        numbers = sorted({*self._spread(_DECIPHERED_FROM), number})
        try:
            # labels of what was mended before name nothing: they are made anew, from the file as it came
            original = open_document(self._original)
            mender = Mender(original, is_rtl=self.is_rtl)
            labelled = mender.label_all()
            if labelled is None:
                return False
            votes, self.recognised = collect_votes(original, labelled, recogniser, numbers, is_rtl=self.is_rtl or None)
            original.close()
            if not mender.take_votes(votes, votes.decide(recogniser.read_rows), self.false_fonts):
                return False
            self.is_told_by_recognition = self._take_mended(mender, number)
            # each figure that is left was read twice
            self.false_fonts = frozenset()
        except (*FAILURES, UnreadableFileError, PdfiumError):
            # a page that takes too long, or a file that is damaged elsewhere, is recognised as a whole, or refused
            self.has_failed_to_mend = True
            return False
        return self.is_told_by_recognition

    def _take_mended(self, mender: Mender, number: int) -> bool:
        """Learn what is still doubtful from words, and go on with the mended file; False where nothing changes.

        Raises:
            Exception: whatever the libraries raise on a damaged file.
        """
        labelled = mender.label_suspects()
        if labelled is None:
            return False
        document = open_document(labelled[0])
        source = PdfiumSource(document, labelled[1])
        numbers = sorted({*self._spread(LEARNT_FROM), number})
        mender.learn([source.read_page(each, looks=False) for each in numbers])
        document.close()
        labelled = mender.label_changed()
        self.false_fonts, self.has_false_letters = mender.false_fonts, mender.has_false_letters
        if labelled is None:
            return False
        self._take(labelled)
        return True

    def _take(self, labelled: tuple[bytes, dict[int, Label]]) -> None:
        """Go on with a file that has labels."""
        self.content, self.labels = labelled
        self.reopen()
        self.sample = Sample(self.source)

    def _spread(self, most: int) -> set[int]:
        """Numbers of pages, at most so many, spread over the file."""
        return {1 + place * self.page_count // most for place in range(most)}
