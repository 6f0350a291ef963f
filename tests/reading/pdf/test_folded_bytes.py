"""Maps in which the two bytes of a character were laid over each other."""

import pytest
from read_specimens import get_content, list_rules

from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.folded_bytes import complete_pairs, find_folded
from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.font_program import FontProgram
from oic_reports.reading.pdf.glyphs import LOST, SHIFTED, UNMAPPED
from oic_reports.reading.pdf.labels import FontEntry

_DIGITS = {1: "1", 2: "4", 3: "7", 4: "9", 5: "3", 6: "n"}
_WIDTHS = {1: 560.0, 2: 560.0, 3: 560.0, 4: 560.0, 5: 560.0, 6: 610.0}


def test_a_digit_of_another_width_is_what_its_two_bytes_were():
    # a dash, an apostrophe and a quote of two bytes each, beside the digits that they came out as
    raws = _DIGITS | {7: "3", 8: "9", 9: "<", 11: "="}
    widths = _WIDTHS | {7: 480.0, 8: 250.0, 9: 430.0, 11: 430.0}
    assert find_folded(raws, widths) == {7: "–", 8: "’", 9: "“", 11: "”"}
    # one sign of comparison alone, or in its row, is what it is
    assert find_folded({**raws, 11: "%"}, widths) == {7: "–", 8: "’"}
    assert find_folded({**raws, 12: ">"}, widths) == {7: "–", 8: "’"}


@pytest.mark.parametrize(
    ("raws", "widths"),
    [
        # signs of comparison alone
        ({7: "<", 8: "="}, {7: 700.0, 8: 700.0}),
        # another glyph of a digit, as wide as the others
        ({7: "3"}, {7: 560.0}),
        # digits of widths of their own, each named once
        ({7: "8", 8: "0"}, {7: 520.0, 8: 640.0}),
        # a narrow one that is no sign's
        ({7: "1", 8: "3"}, {7: 300.0, 8: 480.0}),
        # a map that has characters of two bytes
        ({7: "3", 8: "–"}, {7: 480.0, 8: 480.0}),
        # a font without widths
        ({7: "3"}, {}),
    ],
)
def test_digits_of_sound_fonts_stay(raws, widths):
    assert find_folded(_DIGITS | raws, _WIDTHS | widths) == {}


_ROW = {code: chr(code + 29) for code in (*range(19, 29), *range(36, 62), *range(68, 94))}


@pytest.mark.parametrize(
    ("raws", "found"),
    [
        ({520: "–", 528: "<", 529: "="}, {528: "“", 529: "”"}),
        # in the row they are what they are, as those are that are named twice, or with the third of their row
        ({31: "<", 32: "="}, {}),
        ({31: "<", 528: "<", 529: "="}, {}),
        ({528: "<", 529: "=", 530: ">"}, {}),
        ({528: "<", 530: "="}, {}),
        ({529: "="}, {}),
    ],
)
def test_quotes_are_told_by_the_row_that_they_stand_off(raws, found):
    assert find_folded(_ROW | raws, {}) == found
    # a font without a row
    assert find_folded({code * 7 % 101: raw for code, raw in _ROW.items()} | raws, {}) == {}


def test_where_other_characters_have_two_bytes_a_pair_of_quotes_alone_is_told():
    raws = _DIGITS | {7: "8", 8: "9", 9: "–", 10: "8"}
    widths = _WIDTHS | {7: 250.0, 8: 250.0, 9: 480.0, 10: 560.0}
    assert find_folded(raws, widths) == {7: "‘", 8: "’"}
    assert find_folded({**raws, 8: "3"}, widths) == {}


# isolated, final, initial and medial form of one letter
_FEH = {10: "ف", 11: "þ", 12: "ÿ", 14: "\ufed4"}


@pytest.mark.parametrize(
    ("raws", "found"),
    [
        (_FEH, {11: "ف", 12: "ف"}),
        # where the forms of one stand together, one of them tells
        (_FEH | {41: "þ", 42: "ÿ", 44: "\ufe92"}, {11: "ف", 12: "ف", 41: "ب", 42: "ب"}),
        (_FEH | {40: "\ufecd", 41: "þ", 42: "ÿ"}, {11: "ف", 12: "ف", 41: "غ", 42: "غ"}),
        # several with a medial form, all as far behind them; two are no evidence
        (
            {10 * n + 1: "þ" for n in (1, 2, 3)}
            | {10 * n + 2: "ÿ" for n in (1, 2, 3)}
            | {14: "\ufe92", 24: "\ufed4", 34: "\ufee4"},
            {11: "ب", 12: "ب", 21: "ف", 22: "ف", 31: "م", 32: "م"},
        ),
        ({11: "þ", 12: "ÿ", 14: "\ufe92"}, {11: UNMAPPED, 12: UNMAPPED}),
        # the one lam-alef that is not named, beside the others
        ({30: "ÿ", 31: "Ā", 33: "\ufef7", 36: "\ufef9", 39: "\ufef5"}, {30: "لا", 31: "لا"}),
        ({30: "ÿ", 31: "Ā", 33: "\ufef7"}, {30: UNMAPPED, 31: UNMAPPED}),
        # one form alone, two letters beside one pair, and none
        (_FEH | {40: "ق", 42: "ÿ"}, {11: "ف", 12: "ف", 42: UNMAPPED}),
        (_FEH | {14: "\ufe92"}, {11: UNMAPPED, 12: UNMAPPED}),
        ({1: "ف", 11: "þ", 12: "ÿ", 24: "\ufed4"}, {11: UNMAPPED, 12: UNMAPPED}),
        # a map that is right, one of a language that has these two, and one of all letters
        ({10: "ف", 11: "\ufed2", 12: "\ufed3"}, {}),
        ({10: "a", 11: "þ", 12: "ÿ"}, {}),
        (_FEH | {98: "ý", 99: "þ", 100: "ÿ", 101: "Ā"}, {}),
    ],
)
def test_forms_of_letters_are_told_by_those_beside_them(raws, found):
    assert find_folded(raws, {}) == found


def test_a_file_whose_ranges_were_laid_over_is_read_by_its_layer():
    assert SHIFTED in list_rules(read_pdf(get_content("gs_chr_notosans/k4")))


def test_what_is_learnt_of_a_form_holds_for_the_other_one_of_its_range():
    raws = {10: "ÿ", 11: "Ā", 20: "þ", 21: "ÿ", 30: "ÿ", 31: "ب"}
    codes = FontCodes([FontEntry(1, {}, raws, FontProgram({}), has_map=True, width=4)])
    codes.told = {(0, code): (UNMAPPED, LOST) for code in (10, 11, 20, 21, 30)}
    learnt = {(0, 10): "لأ", (0, 21): "ج", (0, 30): "د", (-1, 5): "ه"}
    assert complete_pairs(codes, learnt) == {(0, 11): "لأ", (0, 20): "ج"}
    # what the font tells, or words, stays
    codes.told[0, 11] = ("لا", SHIFTED)
    assert complete_pairs(codes, learnt | {(0, 20): "ح"}) == {}
