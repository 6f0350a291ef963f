import numpy as np
import pytest
from glyph_lines import make_layer
from pdfminer.pdffont import PDFCIDFont
from pdfminer.pdftypes import PDFStream

from oic_reports.reading.pdf.fonts import (
    LEARNT,
    NAMED,
    _spell,
    decode_by_map,
    decode_by_names,
    is_suspect,
    learn_map,
    read_names,
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
        ("space", ""),
    ],
)
def test_letters_of_glyph_names(name, letters):
    spelled = _spell(name)
    assert spelled == letters or (name.startswith("afii") and "\u0600" < spelled < "\u0700")


def make_coded(*texts):
    layer = make_layer([(text, 50.0 + 6 * place, 56.0 + 6 * place) for place, text in enumerate(texts)])
    layer.codes = [(0, place) for place in range(len(texts))]
    return layer


def test_names_put_right_ligatures_and_signs_but_not_letters():
    layer = make_coded("'", "ب", "ی", "ق")
    decode_by_names(layer, [{0: "لم", 1: "ت", 2: "ي", 3: "\u0640"}])
    assert layer.texts == ["لم", "ب", "ی", "\u0640"]
    assert layer.raws == ["'", "ب", "ی", "ق"]
    assert layer.rules == [NAMED, "", "", NAMED]


def test_a_learnt_map_is_logged_as_such():
    layer = make_coded("'", "ب")
    decode_by_map(layer, {(0, 0): "لا"})
    assert (layer.texts, layer.rules) == (["لا", "ب"], [LEARNT, ""])


def test_nothing_is_logged_where_nothing_changes():
    layer = make_coded("ب")
    decode_by_names(layer, [{}])
    assert layer.raws == []
    assert np.all(layer.left < layer.right)


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
    assert read_names(CidFont(program)) == {}
