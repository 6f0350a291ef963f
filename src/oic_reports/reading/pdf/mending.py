"""Mends the characters of a file whose fonts name some of them wrongly, or not at all: once, for the whole file.

What a code means is told by the font itself (``font_evidence``), learnt from words of a sample of pages (``learning``),
or recognised. A code that stays unknown where the map says nothing, or something that no word can hold, is a lost sign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium_c

from oic_reports.reading.pdf.coded_words import part_lines
from oic_reports.reading.pdf.false_maps import find_false_fonts, is_another_letter, is_false_map
from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.font_evidence import look_at_font
from oic_reports.reading.pdf.glyph_text import has_arabic, is_rtl
from oic_reports.reading.pdf.glyphs import LEARNT, LOST, RECOGNISED, UNMAPPED, Code, GlyphLayer, GlyphPage, Label
from oic_reports.reading.pdf.labels import FontFile
from oic_reports.reading.pdf.learning import learn_arabic, learn_latin

if TYPE_CHECKING:
    from oic_reports.reading.pdf.decipher import Votes

# a copy of a file, and what each label in it stands for
Labelled = tuple[bytes, dict[int, Label]]


class Mender:
    """The labelled copies of one file, and what was learnt about its fonts.

    ``false_fonts`` are those whose maps name Arabic letters by figures and Latin ones; ``has_false_letters`` says that
    a map names a letter by another one. Both are known when pages were learnt from.
    """

    def __init__(self, document: pypdfium2.PdfDocument, *, is_rtl: bool, is_of_clusters: bool = False) -> None:
        """Find the file's fonts.

        Args:
            document: the file.
            is_rtl: whether it is written from right to left.
            is_of_clusters: whether only codes count that maps name as letters with vowel signs, or as ligatures.

        Raises:
            Exception: whatever the libraries raise on a damaged file.
        """
        # a copy without encryption, whose objects can be put anew
        copy = BytesIO()
        document.save(copy, flags=pdfium_c.FPDF_REMOVE_SECURITY)
        self._file = FontFile(copy.getvalue())
        self._codes = FontCodes(self._file.fonts)
        self._is_rtl = is_rtl
        self.false_fonts: frozenset[int] = frozenset()
        self.has_false_letters = False
        for number in range(len(self._file.fonts)):
            look_at_font(self._codes, number, is_rtl=is_rtl, is_of_clusters=is_of_clusters)

    def label_suspects(self) -> Labelled | None:
        """A copy of the file with a label for each doubtful code, to learn from; None where there are none.

        Arabic letters, and small Latin ones, are labelled too: their maps may name another letter.
        """
        return self._write([*self._codes.suspects, *self._codes.others])

    def label_changed(self) -> Labelled | None:
        """A copy with a label for each code that means something else than its map says; None where there are none."""
        codes = self._codes
        return self._write([code for code in (*codes.suspects, *codes.others) if code in codes.told])

    def label_all(self) -> Labelled | None:
        """A copy with a label for each code, as one whose meaning is not known; None where there are none."""
        written = self._write(self._codes.list_all())
        if written is None:
            return None
        content, labels = written
        return content, {sign: Label(label.code, label.raw, UNMAPPED) for sign, label in labels.items()}

    def _write(self, codes: Sequence[Code]) -> Labelled | None:
        written = self._file.write(codes) if codes else None
        if written is None:
            return None
        content, labels = written
        return content, {sign: self._codes.make_label(code) for sign, code in labels.items()}

    def learn(self, pages: Sequence[GlyphPage]) -> None:
        """Learn what doubtful codes mean, from pages read with labels."""
        layers = [(layer, list(part_lines(layer))) for page in pages for layer in page.layers]
        # where no letter had a character, what the fonts tell says which way most of them run
        self._is_rtl |= _run_from_right([layer for layer, _ in layers])
        lesson = (learn_arabic if self._is_rtl else learn_latin)(self._codes, layers)
        self._codes.take(lesson.letters, LEARNT, points=lesson.points, lost=lesson.lost)
        self.false_fonts = find_false_fonts(self._codes, lesson.letters)
        self.has_false_letters = any(
            is_another_letter(self._codes.find_raw(code), text) for code, text in lesson.letters.items()
        )

    def take_votes(self, votes: Votes, decided: Mapping[Code, str], doubted: AbstractSet[int]) -> bool:
        """Take what recognition says of the fonts whose maps it contradicts; whether there is such a font.

        In other fonts only codes without a character are told by it.

        Args:
            votes: what was recognised where codes are painted.
            decided: what that says of codes.
            doubted: fonts that are false anyway.
        """
        self._is_rtl = sum(number for (_, text), number in votes.pairs.items() if has_arabic(text)) * 2 > sum(
            votes.pairs.values()
        )
        is_any = False
        for number, font in enumerate(self._codes.fonts):
            is_false = number in doubted or is_false_map(self._codes, number, decided, votes.uses)
            is_any |= is_false
            for code, raw in font.raws.items():
                letters = decided.get((number, code), UNMAPPED)
                if letters == " " and code in font.program.painted:
                    # a dash between words, which recognition left out
                    letters = UNMAPPED
                if (number, code) in self._codes.told or not (is_false or (raw == UNMAPPED and letters != UNMAPPED)):
                    continue
                if letters == " ":
                    font.raws[code] = letters
                else:
                    is_any |= letters != UNMAPPED
                    self._codes.tell((number, code), letters, LOST if letters == UNMAPPED else RECOGNISED)
            # what has no label is a blank now
            font.has_map |= is_false
        return is_any


def _run_from_right(layers: Sequence[GlyphLayer]) -> bool:
    """Whether most letters of some layers run from right to left."""
    counts = Counter(text for layer in layers for text in layer.texts)
    rtl = sum(number for text, number in counts.items() if is_rtl(text))
    return rtl * 2 > sum(number for text, number in counts.items() if text.isalpha())
