"""Recognition of pages that have no text, or none that can be trusted.

A page is rendered, set level and read as one block; what then looks like type and has no word, or was read with little
confidence, is read in another page segmentation mode too, for none serves all pages: one drops lines on framed pages,
another the labels that hang in the margin. What stays doubtful is looked at a second time, line by line and piece by
piece (``second_look``). A page takes three seconds of processor time or less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np
import pypdfium2
from PIL import Image

from oic_reports.language.plausibility import share_stop_words
from oic_reports.model import Box, Language
from oic_reports.reading.pdf.commas import settle_commas
from oic_reports.reading.pdf.glyphs import GlyphPage
from oic_reports.reading.pdf.ink import FEW_UNREAD, count_unread
from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.pdf.raster import FIRST_LOOK, Raster
from oic_reports.reading.pdf.recognised_signs import settle_apostrophes
from oic_reports.reading.pdf.scan import DARK, deskew, erase_rules, even_light, render, soften
from oic_reports.reading.pdf.second_look import TO_LANGUAGE, look_again
from oic_reports.reading.pdf.tesseract import Tesseract, Word
from oic_reports.reading.pdf.word_lines import is_upside_down, to_lines
from oic_reports.reading.pdf.worth import weigh_word

# a page as one block, as one column of blocks; a picture as one line, with and without its layout
_ONE_BLOCK = "6"
_COLUMN = "4"
_ONE_LINE = "7"
_RAW_LINE = "13"
# by how much a page of Arabic is made smaller before it is read: its letters then have the height that suits the model
_SMALLER = {"ara": 2 / 3}
# per cent of confidence of a sure word, and of a page below which it may lie on its side; letters that are enough to
# say so; share of the height of a page by which its language is told
_SURE = 50.0
_POOR = 60.0
_FEW_LETTERS = 40
_BAND = 0.14
# heights of a usual word: around words, of print in a row of pixels, and of a line that may be one; letters of a line
_AROUND = 0.3
_LEAST_INK = 0.2
_LOWEST = 0.35
_HIGHEST = 2.0
_NARROWEST = 2.0
_FEW_OF_LINE = 4
# above each number of a block
_OTHER_BLOCK = 1_000_000


class Recogniser:
    """Reads pages by Tesseract as it is installed; ``engine`` is its name and version."""

    def __init__(self, seconds_a_page: float) -> None:
        """Look for the command and its languages.

        Raises:
            UnreadableFileError: ``ocr_missing``, with what is to be installed.
        """
        self._tesseract = Tesseract(seconds_a_page)
        self.engine = self._tesseract.engine

    def read_page(self, document: pypdfium2.PdfDocument, page: GlyphPage, *, is_rtl: bool | None) -> list[PageLine]:
        """The lines of a page, top to bottom; ``is_rtl`` is the document's direction where it is known."""
        words, scale = self.read_words(document, page, is_rtl=is_rtl)
        return to_lines(words, page, scale)

    def read_words(
        self, document: pypdfium2.PdfDocument, page: GlyphPage, *, is_rtl: bool | None
    ) -> tuple[list[Word], float]:
        """The words of a page in the engine's order, and the scale of their edges in pixels a point."""
        image, scale = render(document, page.number)
        image = erase_rules(deskew(even_light(image)))
        language = self._choose_language(image, is_rtl=is_rtl)
        words = self._read(image, language, scale)
        if _is_poor(words):
            turn = self._tesseract.find_turn(image)
            if turn:
                image = deskew(image.rotate(-turn, expand=True, fillcolor=255))
                language = self._choose_language(image, is_rtl=is_rtl)
                words = self._read(image, language, scale)
        if is_upside_down(words):
            image = image.rotate(180)
            words = self._read(image, language, scale)
        words = look_again(self._tesseract, words, image, language)
        return settle_commas(words, image) if language == "ara" else settle_apostrophes(words), scale

    def read_rows(self, images: list[Image.Image]) -> list[str]:
        """What stands in each of some rows of one Latin letter, figure or sign."""
        readings = self._tesseract.read_all(images, "eng", _ONE_LINE)
        return [" ".join(word.text for word in words) for words in readings]

    def _read(self, image: Image.Image, language: str, scale: float) -> list[Word]:
        """The words of a page; those that only another mode sees are added where print has no word."""
        factor = _SMALLER.get(language, 1.0)
        soft = soften(image, factor)
        words = self._tesseract.read(soft, language, _ONE_BLOCK)
        if _is_poor(words) or _count_unread(soft, words, scale * factor) >= FEW_UNREAD:
            readings = [words, self._tesseract.read(soft, language, _COLUMN)]
            other, fuller = sorted(readings, key=_measure_sure)
            words = add_missing(fuller, other)
        words += self._read_bands(soft, words, language)
        return [_enlarge(word, 1 / factor) for word in words]

    def _read_bands(self, image: Image.Image, words: Sequence[Word], language: str) -> list[Word]:
        """The words of lines that the engine left out: print as wide and high as a line, where no word stands."""
        bands = find_bands(image, words)
        readings = self._tesseract.read_all([image.crop(band) for band in bands], language, _RAW_LINE)
        found = []
        for number, (band, reading) in enumerate(zip(bands, readings, strict=True)):
            is_text = sum(weigh_word(word.text, TO_LANGUAGE[language]) for word in reading) > 0
            if is_text and not _is_poor(reading, _FEW_OF_LINE):
                found += [
                    replace(
                        word,
                        left=word.left + band[0],
                        right=word.right + band[0],
                        top=word.top + band[1],
                        bottom=word.bottom + band[1],
                        line=(_OTHER_BLOCK, 1, number),
                    )
                    for word in reading
                ]
        return found

    def _choose_language(self, image: Image.Image, *, is_rtl: bool | None) -> str:
        """One language alone: two together make Arabic worse (measured: 10 % wrong become 20 %)."""
        if is_rtl:
            return "ara"
        band = soften(find_band(image))
        latin = self._tesseract.read(band, "eng+fra", _ONE_BLOCK)
        shares = share_stop_words(" ".join(word.text for word in latin))
        language = "fra" if shares["fr"] > shares["en"] else "eng"
        if is_rtl is None:
            arabic = self._tesseract.read(band, "ara", _ONE_BLOCK)
            return "ara" if _score(arabic, "ar") > _score(latin, TO_LANGUAGE[language]) else language
        return language


def find_band(image: Image.Image) -> Image.Image:
    """The part of a page, from edge to edge, with most print: a few lines of it.

    Print changes from light to dark many times in a row of pixels; a rule and a filled field do not.
    """
    rows = np.diff(np.asarray(image) < DARK, axis=1).sum(axis=1, dtype=np.int64)
    height = max(1, round(_BAND * image.height))
    sums = np.concatenate([[0], np.cumsum(rows)])
    top = int(np.argmax(sums[height:] - sums[:-height]))
    return image.crop((0, top, image.width, top + height))


def find_bands(image: Image.Image, words: Sequence[Word]) -> list[tuple[int, int, int, int]]:
    """Print that may be a line and has no word: left, top, right, bottom in pixels."""
    if not words:
        return []
    ink = np.asarray(image) < DARK
    usual = median(word.bottom - word.top for word in words)
    around = int(_AROUND * usual)
    ink = ink.copy()
    for word in words:
        top, bottom = int(word.top) - around, int(word.bottom) + around
        ink[max(top, 0) : bottom, max(int(word.left) - around, 0) : int(word.right) + around] = False
    has_ink = ink.sum(axis=1) > _LEAST_INK * usual
    edges = np.flatnonzero(np.diff(has_ink.astype(np.int8), prepend=0, append=0))
    found = []
    for top, bottom in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        columns = np.flatnonzero(ink[top:bottom].any(axis=0))
        width = int(columns[-1] - columns[0])
        if _LOWEST * usual < bottom - top < _HIGHEST * usual and width > _NARROWEST * usual:
            box = (columns[0] - around, top - around, columns[-1] + around, bottom + around)
            found.append(
                (max(int(box[0]), 0), max(box[1], 0), min(int(box[2]), image.width), min(box[3], image.height))
            )
    return found


def _is_poor(words: Sequence[Word], least: int = _FEW_LETTERS) -> bool:
    """Whether fewer letters were recognised than there should be, or with little confidence."""
    letters = sum(len(word.text) for word in words)
    sure = sum(len(word.text) * word.confidence for word in words)
    return letters < least or sure < _POOR * letters


def _count_unread(image: Image.Image, words: Sequence[Word], scale: float) -> int:
    """Pieces of lines that no word accounts for; ``scale`` is pixels a point."""
    factor = FIRST_LOOK / scale
    size = (max(2, round(image.width * factor)), max(2, round(image.height * factor)))
    small = Raster(np.asarray(image.resize(size, Image.Resampling.BOX)), FIRST_LOOK)
    boxes = [Box(1, *(edge / scale for edge in (word.left, word.top, word.right, word.bottom))) for word in words]
    return count_unread(small, boxes)


def _enlarge(word: Word, factor: float) -> Word:
    edges = {name: getattr(word, name) * factor for name in ("left", "top", "right", "bottom")}
    return replace(word, **edges)


def _measure_sure(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words if word.confidence > _SURE)


def _score(words: Sequence[Word], language: Language) -> float:
    """What the words of a reading are worth that exist: the wrong model is sure of its nonsense too."""
    return sum(max(weigh_word(word.text, language), 0.0) for word in words)


def add_missing(words: list[Word], other: list[Word]) -> list[Word]:
    """The words of one reading, and those of another that stand where the first has none, each a line of its own."""
    found = list(words)
    for number, word in enumerate(other):
        is_new = word.confidence > _SURE and not any(_touch(word, known) for known in words)
        if is_new and any(character.isalnum() for character in word.text):
            found.append(replace(word, line=(_OTHER_BLOCK, 0, number)))
    return found


def _touch(word: Word, known: Word) -> bool:
    beside = min(word.right, known.right) > max(word.left, known.left)
    return beside and min(word.bottom, known.bottom) > max(word.top, known.top)
