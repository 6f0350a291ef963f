"""Fonts whose letters recognition tells: the layer is kept, and what nothing tells is a lost sign."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from damage import damage_maps
from PIL import Image

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.alignment import align
from oic_reports.reading.pdf.coded_words import part_lines
from oic_reports.reading.pdf.decipher import Votes, _leave_one_each, _settle
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.glyph_strips import Strips
from oic_reports.reading.pdf.glyphs import LOST, RECOGNISED, UNMAPPED, GlyphLayer
from oic_reports.reading.pdf.mending import Mender
from oic_reports.reading.pdf.page import learn_profile, read_page_lines
from oic_reports.reading.pdf.pdfium import PdfiumSource, open_document
from oic_reports.reading.pdf.tesseract import Word
from oic_reports.reading.pdf.word_votes import check_by_words

SPECIMENS = Path(__file__).parents[2] / "specimens" / "pdf"


class Oracle:
    """A recogniser that reads what the sound file says; ``misread`` changes a word, ``read_rows`` knows no sign."""

    engine = "an oracle"

    def __init__(self, sound, misread=lambda text, _: text):
        self.source = PdfiumSource(open_document(sound))
        self.misread = misread
        self.asked = 0

    def read_page(self, *_, **__):
        return []

    def read_words(self, _, page, **__):
        self.asked += 1
        words = []
        (layer,) = self.source.read_page(page.number).layers
        for number, (glyphs, spaces) in enumerate(part_lines(layer)):
            starts = [place for place, is_space in enumerate(spaces) if is_space]
            for part in np.split(glyphs, starts):
                # right to left, but for figures and Latin words
                texts = [layer.texts[glyph] for glyph in part]
                text = "".join(texts if all(text.isascii() for text in texts) else texts[::-1])
                left, right = layer.left[part].min(), layer.right[part].max()
                top, bottom = layer.baseline[part].min() - 10, layer.baseline[part].max() + 4
                words.append(
                    Word(self.misread(text, len(words)), left, top, right, bottom, (number, 1, 1), confidence=90.0)
                )
        return words, 1.0

    def read_rows(self, images):
        return ["" for _ in images]


class Blind(Oracle):
    """A recogniser that reads nothing."""

    def read_words(self, *_, **__):
        return [], 1.0


def to_old_codes(text):
    """What a font from before Unicode says of a letter: the letter that has its code in Latin-1."""
    return chr(0xC0 + ord(text[0]) % 0x3F) if text > "\u0600" and text != UNMAPPED else text


@pytest.fixture(scope="module")
def sound():
    return (SPECIMENS / "reportlab_visual" / "ar1.pdf").read_bytes()


def join(reading):
    return "\n".join(line.text for line in reading.lines)


def test_a_font_from_before_unicode_is_told_by_recognition(sound):
    old = damage_maps(sound, to_old_codes)
    with pytest.raises(UnreadableFileError) as refused:
        read_pdf(old)
    assert refused.value.reason == "ocr_needed"
    assert "foreign_codes" in refused.value.detail
    reading = read_pdf(old, Oracle(sound, lambda text, number: text.replace("ق", "ف") if number % 4 == 0 else text))
    assert not reading.ocr_pages
    true, found = join(read_pdf(sound)).split(), join(reading).split()
    whole = [word for word in found if UNMAPPED not in word]
    assert len(whole) > 0.85 * len(true)
    # what differs shows it: figures were recognised by one reading only (a vowel sign may go: words are whole without)
    assert set(whole) <= {word.replace("\u0651", "") for word in true}
    rules = {change.rule for line in reading.lines for change in line.decoded}
    assert RECOGNISED in rules
    assert "recognised_fonts" in reading.notes
    assert reading.ocr == "an oracle"


def test_a_font_from_before_unicode_that_nothing_tells_is_refused_for_that(sound):
    with pytest.raises(UnreadableFileError) as refused:
        read_pdf(damage_maps(sound, to_old_codes), Blind(sound))
    assert refused.value.reason == "legacy_font"


class Late(Oracle):
    """A recogniser that gives whole pages, and is too late where it is asked for words."""

    def read_words(self, *_, **__):
        raise UnreadableFileError("garbled_text", "too late")

    def read_page(self, _, page, **__):
        profile, _ = learn_profile([page])
        return read_page_lines(self.source.read_page(page.number), profile, is_rtl_document=True)[0]


def test_fonts_that_recognition_could_not_tell_are_noted(sound):
    reading = read_pdf(damage_maps(sound, to_old_codes), Late(sound))
    assert reading.ocr_pages
    assert "fonts_unread" in reading.notes
    assert "fonts_unread" not in read_pdf(sound).notes


def test_only_some_pages_are_recognised(sound):
    oracle = Oracle(sound)
    read_pdf(damage_maps(sound, to_old_codes), oracle)
    assert 0 < oracle.asked <= 4


def test_glyphs_and_letters_are_aligned_by_what_most_words_say():
    pairs = Counter({(((0, 1), (0, 2)), "لاب"): 3, (((0, 2), (0, 1)), "بلا"): 3, (((0, 2), (0, 3)), "بم"): 2})
    counts = align(pairs)
    best = {code: max(votes, key=votes.get) for code, votes in counts.items()}
    assert best == {(0, 1): "لا", (0, 2): "ب", (0, 3): "م"}


def spell(word, codes):
    return tuple(codes[letter] for letter in word)


def test_a_letter_stays_where_it_makes_words_only():
    letters = "القرارمجتمعدوة"
    codes = {letter: (0, number) for number, letter in enumerate(dict.fromkeys(letters))}
    words = ["القرار", "المجتمع", "الدورة"]
    pairs = Counter({(spell(word, codes), word): 2 for word in words})
    # a figure that the engine takes for a letter
    figure = (0, 99)
    pairs[(figure, figure, figure), "ظظظ"] += 5
    decided = {code: letter for letter, code in codes.items()} | {figure: "ظ"}
    found = check_by_words(pairs, align(pairs), decided)
    assert found[figure] == UNMAPPED
    assert {letter: found[code] for letter, code in codes.items()} == {letter: letter for letter in codes}


@pytest.mark.parametrize(
    ("votes", "reading", "shape", "sign"),
    [
        ({"3": 4.0, "2": 1.0}, "333333", "", "3"),
        # one reading alone is none, and two that differ are none
        ({"3": 4.0}, "", "", ""),
        ({"،": 12.0, "؛": 1.0}, "66666", "", ""),
        ({"C": 7.0}, "ccccOc", "", "C"),
        ({"O": 2.0}, "000000", "", "O"),
        ({"": 3.0, ".": 1.0}, "ee ee", ".", "."),
        # an Arabic figure two that the Latin model takes for a letter
        ({"Y": 2.0, "\u0660": 1.0, "ك": 1.0, "ه": 1.0}, "YYyyyY", "", ""),
        ({}, "333333", "", ""),
    ],
)
def test_a_figure_needs_two_readings_that_agree(votes, reading, shape, sign):
    assert _settle(votes, reading, shape)[0] == sign


def test_figures_that_nothing_tells_are_lost_signs(sound):
    reading = read_pdf(damage_maps(sound, lambda text: "ÿ" if text else text), Oracle(sound))
    changed = [change for line in reading.lines for change in line.decoded]
    assert {LOST, RECOGNISED} <= {change.rule for change in changed}
    assert not any(character.isdigit() for character in join(reading))


def test_a_dot_and_a_hyphen_are_told_by_their_measures():
    image = Image.new("L", (400, 100), 255)
    pixels = np.array(image)
    # on the line at 60, in a font of 40 pixels
    pixels[54:60, 20:26] = 0
    pixels[46:50, 80:96] = 0
    pixels[20:60, 140:160] = 0
    left = np.array([10.0, 70.0, 130.0])
    layer = GlyphLayer(
        ["", "", ""], left, left + 40, np.full(3, 60.0), np.full(3, 40.0), codes=[(0, 1), (0, 2), (0, 3)]
    )
    strips = Strips()
    strips.add_page(layer, Image.fromarray(pixels), 1.0)
    assert [strips.tell_shape((0, number)) for number in (1, 2, 3)] == [".", "-", ""]
    rows = strips.draw([(0, 3), (0, 4)])
    assert list(rows) == [(0, 3)]
    columns = (np.asarray(rows[0, 3]) < 128).any(axis=0)
    assert np.count_nonzero(np.diff(columns.astype(int)) == 1) == 6


def test_a_code_that_stands_beside_words_is_a_blank():
    votes = Votes()
    votes.uses.update({(0, 1): 10, (0, 2): 4})
    votes.outside.update({(0, 1): 9})
    votes.pairs[((0, 2), (0, 2)), "من"] += 4
    assert votes.decide(lambda rows: ["" for _ in rows])[0, 1] == " "


def test_a_font_has_each_figure_and_small_letter_once():
    decided = {(0, 1): "l", (0, 2): "l", (0, 3): "7", (0, 4): "7", (0, 5): "لا", (0, 6): "لا", (1, 1): "l", (0, 7): "I"}
    uses = {(0, 1): 2, (0, 2): 40, (0, 3): 9, (0, 4): 3}
    found = _leave_one_each(decided, {(0, 3): 0.6, (0, 4): 0.9}, uses)
    assert {code for code, letters in found.items() if letters == UNMAPPED} == {(0, 1), (0, 3)}


def test_what_stands_between_words_and_paints_ink_is_no_blank():
    mender = Mender(open_document((SPECIMENS / "notounicode_lo_docx" / "en1.pdf").read_bytes()), is_rtl=False)
    font = mender._codes.fonts[0]
    inked = min(font.program.painted)
    blank = min(set(font.raws) - font.program.painted)
    votes = Votes()
    decided = {(0, inked): " ", (0, blank): " "}
    mender.take_votes(votes, decided, {0})
    assert mender._codes.told[0, inked] == (UNMAPPED, LOST)
    assert ((0, blank) in mender._codes.told, font.raws[blank]) == (False, " ")
