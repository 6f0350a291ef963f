import pytest
from damage import damage_maps
from read_specimens import get_content, list_rules, list_texts

from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.glyphs import SHIFTED, UNMAPPED
from oic_reports.reading.pdf.map_bytes import decode_shifted, has_foreign


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
        ("\u062d\u2d4b", "ح\u064b"),
        ("\u0623\u234f", "أ\u064f"),
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
    assert has_foreign("صباح\u2d4bحا")
    assert has_foreign("ن\u234fأفذ")
    assert not has_foreign("بند \u2713 وبند \u27a4 وح\u264b وم\u2d4b")
