import pytest
from pdfminer.pdffont import PDFCIDFont
from pdfminer.pdftypes import PDFStream

from oic_reports.reading.pdf.fonts import (
    CodeOrder,
    FontProgram,
    _spell,
    is_suspect,
    learn_map,
    read_program,
)

WORDS = ["الاجتماع", "الاتصال", "العلاقات", "الإسلامي", "الاحتلال", "البلاد", "الأخلاق", "الاقتصادية"]
CODE = (0, 39)


def damage(word, letters, sign="'"):
    """A word in logical order whose ``letters`` one glyph shows as a sign."""
    head, _, tail = word.partition(letters)
    return [*((c, None) for c in head), (sign, CODE), *((c, None) for c in tail)]


def test_a_ligature_is_learnt_from_words():
    assert learn_map([damage(word, "لا") for word in WORDS]) == {CODE: "لا"}


def test_a_letter_is_learnt_from_words():
    words = [word for word in ("المقرر", "الخارجية", "جمهورية", "دورته", "القرارات", "الصادرة") if "ر" in word]
    assert learn_map([damage(word, "ر", "7") for word in words]) == {CODE: "ر"}


def test_a_prefix_that_might_be_a_particle_is_not_guessed():
    assert learn_map([damage(word, "ال") for word in ("الدولية", "المتحدة", "المنظمة", "العامة", "القرارات")]) == {}


def test_few_words_teach_nothing():
    assert learn_map([damage("من", "م"), damage("عن", "ع")]) == {}


def test_words_that_are_none_teach_nothing():
    assert learn_map([[("ظ", None), ("'", CODE), ("ث", None), ("ض", None)] for _ in range(9)]) == {}


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("uni0644.init", "ل"),
        ("uni06440645", "لم"),
        ("u0644_u0645.initial.lamMeem", "لم"),
        ("u064a_u0646.final.yehNoon", "ين"),
        ("afii57444", "ل"),
        ("glyph00012", ""),
        ("zero", "0"),
        ("f_f_i", "ffi"),
    ],
)
def test_letters_of_glyph_names(name, letters):
    spelled = _spell(name)
    assert spelled == letters or (name.startswith("afii") and "\u0600" < spelled < "\u0700")


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


class CidFont(PDFCIDFont):
    """A composite font with nothing but its program."""

    def __init__(self, program):
        self.descriptor = {"FontFile3": PDFStream({}, program)}


@pytest.mark.parametrize("program", [b"\x01\x00\x04\x01\x00", b"\x01\x00\x04\x01\x00\x01\x01\x01", b"OTTO\x00", b""])
def test_a_font_that_is_cut_says_nothing(program):
    assert read_program(CidFont(program), None) == FontProgram({})


@pytest.mark.parametrize("offset", [0, 29])
def test_a_digit_is_told_by_the_order_of_the_codes_about_it(offset):
    raws = {ord(sign) - offset: sign for sign in "12346789abcdefmnoprstTMR"} | {
        48 - offset: "\ufffd",
        53 - offset: "\ufffd",
    }
    assert CodeOrder(raws).tell(48 - offset) == "0"
    assert CodeOrder(raws).tell(53 - offset) == "5"


def test_codes_in_the_order_of_their_use_tell_nothing():
    raws = dict(enumerate("The Mting12dcoul48", 1)) | {30: "\ufffd"}
    assert CodeOrder(raws).tell(30) is None
