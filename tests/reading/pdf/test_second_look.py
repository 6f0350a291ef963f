"""Words that a second model reads: which of two readings is believed, and what stays doubtful."""

import pytest
from PIL import Image
from recognised_words import word

from oic_reports.reading.pdf.glyphs import GlyphPage
from oic_reports.reading.pdf.second_look import look_again, merge_row, set_in_order
from oic_reports.reading.pdf.tesseract import Word
from oic_reports.reading.pdf.word_lines import to_lines


class Engine:
    """Gives what it was told for each picture, by language."""

    def __init__(self, **readings):
        self.readings = readings
        self.asked = []

    def read_all(self, images, languages, mode):
        self.asked.append((languages, mode, [image.size for image in images]))
        return [self.readings[languages].pop(0) for _ in images]


PAGE = Image.new("L", (1000, 400), 255)


def test_latin_words_and_numbers_of_an_arabic_line_are_read_by_the_latin_model():
    arabic = [word("عام", 300.0), word("2249", 240.0), word("(3/117", 150.0, confidence=20.0), word("مالي", 100.0)]
    seen = [[word(".2249", 5.0, top=5.0)], [word(",(MINUSMA)", 5.0, top=5.0, confidence=93.0)]]
    engine = Engine(ara=[[]], eng=seen)
    found = look_again(engine, arabic, PAGE, "ara")
    assert [w.text for w in found] == ["عام", "2249.", "(MINUSMA)،", "مالي"]
    assert (found[2].before, found[2].rule) == ("(3/117", "ocr.second_look")


@pytest.mark.parametrize(
    ("given", "seen", "text"), [("2-3", "3", "3-"), ("7.", "7", "7."), ("4-", "-4", "4-"), ("5", "5", "5")]
)
def test_a_label_keeps_its_sign(given, seen, text):
    engine = Engine(ara=[[]], eng=[[word(seen, 5.0, top=5.0)]])
    assert look_again(engine, [word(given, 300.0), word("قرر", 100.0)], PAGE, "ara")[0].text == text


def test_the_latin_model_is_not_believed_where_it_is_not_sure():
    arabic = [word("عام", 300.0), word("2349", 240.0), word("مالي", 100.0)]
    engine = Engine(ara=[[]], eng=[[word("23d", 5.0, top=5.0, confidence=30.0)]])
    assert [w.text for w in look_again(engine, arabic, PAGE, "ara")] == ["عام", "2349", "مالي"]


def test_figures_that_two_models_read_differently_are_doubtful_whichever_is_taken():
    # a mark that is raised, and a sign before its number, change what one of them sees
    same = [word("2031", 700.0), word("1452", 600.0), word("350", 500.0)]
    arabic = [word("عام", 800.0), *same, word("0042", 240.0), word("مالي", 100.0)]
    seen = [[word(each.text, 5.0, top=5.0)] for each in same]
    for sure, text in ((90.0, "2004"), (10.0, "0042")):
        engine = Engine(ara=[[]], eng=[*seen, [word("2004", 5.0, top=5.0, confidence=sure)]])
        found = look_again(engine, arabic, PAGE, "ara")
        assert [(w.text, w.confidence) for w in found if w.confidence < 60] == [(text, 0.0)]


def test_a_page_in_digits_that_neither_model_knows_is_doubtful():
    arabic = [word("عام", 300.0), word("545١", 240.0), word("مالي", 100.0)]
    engine = Engine(ara=[[]], eng=[[word("1222", 5.0, top=5.0, confidence=80.0)]])
    found = look_again(engine, arabic, PAGE, "ara")
    assert [(w.text, w.confidence) for w in found] == [("عام", 90.0), ("545١", 0.0), ("مالي", 90.0)]


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        ("%62", "62%"),
        ("-2", "2-"),
        (".2022", "2022."),
        (".(CFM-48/REP.7", "CFM-48/REP.7)."),
        ("(LCBC)", "(LCBC)"),
        ("(2017)", "(2017)"),
        (",(IsDB)", "(IsDB)،"),
        ("/OIC/CFM", "OIC/CFM/"),
    ],
)
def test_signs_that_the_page_shows_left_of_a_piece_end_it(seen, text):
    assert set_in_order(seen) == text


def test_a_word_that_is_none_gives_way_to_one_and_no_other_does():
    first = [word("اجتماع", 300.0, width=80.0), word("قدنته", 200.0, width=80.0), word("1963", 100.0, width=80.0)]
    second = [word("اجتماعي", 300.0, width=80.0), word("قدمته", 200.0, width=80.0), word("1968", 100.0, width=80.0)]
    assert [w.text for w in merge_row(first, second, "ar")] == ["اجتماع", "قدمته", "1963"]


def test_a_label_and_a_word_that_were_read_as_a_number_are_told_apart():
    second = [word("1-", 360.0, width=20.0), word("أكد", 300.0, width=50.0)]
    assert merge_row([word("511", 300.0, width=80.0)], second, "ar")[0].text == "1- أكد"
    assert merge_row([word("4", 300.0, width=80.0)], second, "ar")[0].text == "4"


def test_a_word_that_was_read_as_two_is_one():
    first = [word("ا", 370.0, width=10.0), word("ستضافة", 290.0, width=70.0)]
    assert [w.text for w in merge_row(first, [word("استضافة", 290.0, width=90.0)], "ar")] == ["استضافة"]


def test_what_the_second_look_put_right_is_logged_in_its_line():
    words = [
        word("قرر", 300.0),
        Word("استضافة", 200.0, 100.0, 280.0, 120.0, (1, 1, 1), 90.0, "ا ستضافة", "ocr.second_look"),
    ]
    (line,) = to_lines(words, GlyphPage(1, 595.0, 842.0, []), 4.0)
    (change,) = line.decoded
    assert (line.text[change.start : change.end], change.before) == ("استضافة", "ا ستضافة")
