import pytest

from oic_reports.reading.pdf.glyph_text import (
    drop_hamzas,
    fold_text,
    has_hamza,
    is_mark,
    is_rtl,
    is_suspect,
    order_ligature,
)
from oic_reports.reading.pdf.glyphs import UNMAPPED


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\ufefb", "لا"),
        ("\ufdf2", "الله"),
        ("\ufe8e", "ا"),
        ("\ufb01", "fi"),
        ("\u00a0", " "),
        ("\u200f", ""),
        ("\u2011", "-"),
        ("\u00ad", "\u00ad"),
        ("\x03", UNMAPPED),
        # a byte of Windows-1252, and one that it has not
        ("\x93", "“"),
        ("\x96", "–"),
        ("\x81", UNMAPPED),
        ("\ue012", UNMAPPED),
        ("\uf0b7", "\uf0b7"),
        ("a", "a"),
    ],
)
def test_what_a_glyph_stands_for(raw, text):
    assert fold_text(raw) == text


def test_kinds_of_glyphs():
    assert is_mark("\u0651\u064e")
    assert not is_mark("ب\u064e")
    assert not is_mark("")
    assert is_rtl("ب")
    assert not is_rtl("b2")


@pytest.mark.parametrize("given", ["لا", "ال"])
@pytest.mark.parametrize("is_reversed", [True, False])
def test_lam_and_alef_have_one_order(given, is_reversed):
    assert order_ligature(given, is_reversed=is_reversed) == "لا"


@pytest.mark.parametrize("given", ["لى", "ىل"])
@pytest.mark.parametrize("is_reversed", [True, False])
def test_alef_maksura_ends_a_ligature(given, is_reversed):
    assert order_ligature(given, is_reversed=is_reversed) == "لى"


def test_a_sign_stays_on_its_alef_maksura():
    assert order_ligature("ى\u0670", is_reversed=False) == "ى\u0670"


def test_other_ligatures_follow_their_source():
    assert order_ligature("مل", is_reversed=True) == "لم"
    assert order_ligature("لم", is_reversed=False) == "لم"
    assert order_ligature("ffi", is_reversed=True) == "ffi"


@pytest.mark.parametrize(("given", "is_reversed"), [("الله", True), ("الله", False), ("هللا", True)])
def test_the_ligature_of_allah_is_ordered_by_itself(given, is_reversed):
    assert order_ligature(given, is_reversed=is_reversed) == "الله"


@pytest.mark.parametrize(("text", "found"), [("أ", True), ("آ", True), ("إ", True), ("ا", False), ("لأ", False)])
def test_letters_with_a_hamza(text, found):
    assert has_hamza(text) is found


def test_what_cannot_stand_in_an_arabic_word():
    assert [is_suspect(text) for text in ("7", "'", "\ufffd", "ل䐧", "ل", "لا", "ل\u064b", " ")] == [
        True,
        True,
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_a_ligature_of_a_font_that_paints_hamzas_apart_has_none():
    assert (drop_hamzas("لأ"), drop_hamzas("آ"), drop_hamzas("لا")) == ("لا", "ا", "لا")
