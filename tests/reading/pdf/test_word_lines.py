"""Lines made of recognised words."""

import pytest
from recognised_words import word

from oic_reports.reading.pdf.glyphs import GlyphPage
from oic_reports.reading.pdf.ocr import add_missing
from oic_reports.reading.pdf.tesseract import Word
from oic_reports.reading.pdf.word_lines import is_upside_down, part_columns, to_lines


def test_words_that_only_the_other_reading_saw_are_added():
    words = [word("agreed", 100.0)]
    other = [
        word("1.", 60.0, width=20.0),
        word("agreed", 100.0),
        word("~", 400.0),
        word("faint", 500.0, confidence=10.0),
    ]
    assert [w.text for w in add_missing(words, other)] == ["agreed", "1."]


def test_a_label_that_was_split_off_joins_its_line():
    page = GlyphPage(1, 595.0, 842.0, [])
    words = [word("agreed", 100.0), word("1.", 60.0, line=(2, 1, 1)), word("next", 100.0, top=140.0, line=(1, 1, 2))]
    assert [line.text for line in to_lines(words, page, 4.0)] == ["1. agreed", "next"]


def test_lines_carry_their_confidence_and_place_in_points():
    (line,) = to_lines([word("agreed", 100.0, confidence=80.0)], GlyphPage(3, 595.0, 842.0, []), 4.0)
    assert (line.confidence, line.left, line.page) == (0.8, 25.0, 3)


def test_a_line_is_no_surer_than_its_figures():
    words = [word("agreed", 100.0), word("2028", 240.0, confidence=34.0), word("together", 300.0, confidence=20.0)]
    (line,) = to_lines(words, GlyphPage(1, 595.0, 842.0, []), 4.0)
    assert line.confidence == 0.34
    (line,) = to_lines([words[0], words[2]], GlyphPage(1, 595.0, 842.0, []), 4.0)
    assert line.confidence == pytest.approx((6 * 0.9 + 8 * 0.2) / 14, abs=0.001)


def test_words_of_two_columns_are_parted():
    words = []
    for row in range(6):
        for number, left in enumerate((100, 300, 500, 1300, 1500, 1700)):
            text = "abcdefgh" if number < 3 else "stuvwxyz"
            words.append(Word(text, left, 100 + 60 * row, left + 170, 140 + 60 * row, (1, 1, row), 90.0))
    columns = part_columns(words)
    assert [{word.text for word in column} for column in columns] == [{"abcdefgh"}, {"stuvwxyz"}]


def test_words_that_stand_on_their_head():
    upright = [
        Word(text, 100 * n, 0, 100 * n + 80, 20, (1, 1, 1), 90.0)
        for n, text in enumerate(["ab", "cd", "ef", "gh", "ij"])
    ]
    assert not is_upside_down(upright)
    assert is_upside_down(upright[::-1])


def test_figures_of_two_scripts_in_one_word_make_all_figures_of_the_page_doubtful():
    def read_confidences(*texts):
        words = [
            word(text, 400.0 - 90.0 * place, top=100.0 + 40.0 * row, line=(1, 1, row))
            for row, line in enumerate(texts)
            for place, text in enumerate(line.split())
        ]
        return [line.confidence for line in to_lines(words, GlyphPage(1, 595.0, 842.0, []), 1.0)]

    assert read_confidences("مساحته ١66 دونما", "منذ 1967", "في القدس") == [0.0, 0.0, 0.9]
    assert read_confidences("مساحته 166 دونما", "منذ ١٩٦٧", "في القدس") == [0.9, 0.9, 0.9]


def test_a_scrap_of_latin_letters_in_an_arabic_line_makes_it_doubtful():
    def read_confidence(*texts):
        words = [word(text, 400.0 - 90.0 * place) for place, text in enumerate(texts)]
        (line,) = to_lines(words, GlyphPage(1, 595.0, 842.0, []), 1.0)
        return line.confidence

    assert read_confidence("ll", "يدين", "جميع", "أعمال") == 0.0
    assert read_confidence("UN", "يدين", "جميع", "أعمال") == 0.9
    assert read_confidence("to", "condemn", "all", "acts") == 0.9
