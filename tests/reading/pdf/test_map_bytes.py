import pytest
from damage import damage_maps
from read_specimens import get_content, list_rules, list_texts

from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.glyphs import SHIFTED, UNMAPPED
from oic_reports.reading.pdf.map_bytes import decode_shifted, find_folded, has_foreign


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\u6600\u6900", "fi"),
        ("\u6600\u6600\u6900", "ffi"),
        ("\u6600\ucf00", "ffi"),
        ("\u6600\ud200", "ffl"),
        ("\u7400\udd00", "tti"),
        # no sum of a letter with the one before it
        ("\u6600\ue900", "fé"),
        ("\u0644\u4425", "لإ"),
        ("\u0644\u4444\u4447", "لله"),
        ("\u064e\u4e51", "\u064e\u0651"),
        ("\u062a\u2a4a", "تي"),
        ("\u0627\u2744", "ال"),
        ("\u0644\u4486", "لچ"),
        # a letter of Marwari comes of more bytes than are left
        ("\u0644\u448b", UNMAPPED),
    ],
)
def test_the_bytes_of_a_ligature_tell_what_was_meant(written, meant):
    assert decode_shifted(written) == meant


@pytest.mark.parametrize(
    "text", ["fi", "لا", "\u4e2d", "\u4e2d\u56fd", "\u0644\u4e2d", "a\u4425", "تم \u2713", "ا\u27a4", ""]
)
def test_other_texts_stay(text):
    assert decode_shifted(text) is None


def test_a_file_whose_map_is_shifted_is_read_right_and_says_so():
    # the map of a simple font of an otherwise sound file; in a Latin file nothing else is doubtful
    sound = get_content("fpdf/d4")
    damaged = read_pdf(damage_maps(sound, lambda text: "\u6600\u6900" if text == "h" else text))
    assert list_texts(damaged) == [text.replace("h", "fi") for text in list_texts(read_pdf(sound))]
    assert list_rules(damaged) == {SHIFTED}


def test_a_sign_that_comes_of_a_letter_is_seen_in_either_order():
    assert has_foreign("الواردة ح\u2a49ت")
    assert has_foreign("ال\u062a\u2a4a")
    assert not has_foreign("بند \u2713 وبند \u27a4")


_DIGITS = {1: "1", 2: "4", 3: "7", 4: "9", 5: "3", 6: "n"}
_WIDTHS = {1: 560.0, 2: 560.0, 3: 560.0, 4: 560.0, 5: 560.0, 6: 610.0}


def test_a_digit_of_another_width_is_what_its_two_bytes_were():
    # a dash, an apostrophe and a quote of two bytes each, beside the digits that they came out as
    raws = _DIGITS | {7: "3", 8: "9", 9: "<"}
    widths = _WIDTHS | {7: 480.0, 8: 250.0, 9: 430.0}
    assert find_folded(raws, widths) == {7: "–", 8: "’", 9: "“"}


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
