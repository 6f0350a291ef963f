"""Hamzas that are painted apart and named by something else."""

import numpy as np
import pytest

from oic_reports.reading.pdf.coded_words import part_lines
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer
from oic_reports.reading.pdf.hamza_signs import find_carriers, find_hamzas
from oic_reports.reading.pdf.vowel_signs import attach_marks

HIGH, LOW = (0, 300), (0, 301)


def draw(words, sign, code, *, at="ا", level=-6.0, number=None):
    """A layer of words, one a line, each with ``sign`` at its first (or ``number``th) letter ``at``."""
    rows = []
    for line, word in enumerate(words):
        baseline, right = 100.0 + 40 * line, 400.0
        for place, letter in enumerate(word):
            rows.append((letter, right - 6, right, baseline, (0, ord(letter))))
            if letter == at and word[:place].count(at) == (number or 0):
                rows.append((sign, right - 5, right - 1, baseline + level, code))
            right -= 6
    texts, left, right, baseline, codes = zip(*rows, strict=True)
    return GlyphLayer(
        list(texts), np.array(left), np.array(right), np.array(baseline), np.full(len(rows), 12.0), codes=list(codes)
    )


def find(layer, *codes, learnt=None):
    return find_hamzas([(layer, list(part_lines(layer)))], set(codes), learnt or {})


@pytest.mark.parametrize("sign", [UNMAPPED, "9"])
def test_a_hamza_is_told_by_its_words(sign):
    high = draw(["اعضاء", "اعمال", "اهداف", "امانة"], sign, HIGH)
    assert find(high, HIGH) == {HIGH: "\u0654"}
    low = draw(["اسلامية", "اعلان", "انسانية", "الى"], sign, LOW, level=0.0)
    assert find(low, LOW) == {LOW: "\u0655"}


def test_fewer_words_tell_where_the_font_has_another_sign():
    layer = draw(["اعضاء", "امل"], UNMAPPED, HIGH)
    assert find(layer, HIGH) == {}
    assert find(layer, HIGH, learnt={(0, 302): "\u0653"}) == {HIGH: "\u0654"}
    # that of another font says nothing
    assert find(layer, HIGH, learnt={(1, 302): "\u0653"}) == {}


def test_a_figure_beside_letters_is_no_hamza():
    layer = draw(["اعضاء", "اعمال", "اهداف", "امانة"], "9", HIGH, at="ع")
    assert find(layer, HIGH) == {}


def test_signs_at_alefs_of_words_that_exist_without_them_are_none():
    layer = draw(["التعاون", "المنظمة", "الدورة", "القرار"], "9", HIGH)
    assert find(layer, HIGH) == {}


def test_a_hamza_stands_on_a_letter_that_can_carry_it_on_its_own_line():
    # the line above is nearer; on it stand an alef and another letter
    texts = ["ظ", "ا", "ا", "\u0654"]
    left = np.array([100.0, 106.0, 102.0, 103.0])
    baseline = np.array([94.0, 94.0, 110.0, 100.5])
    layer = GlyphLayer(texts, left, left + 5, baseline, np.full(4, 12.0))
    is_base = np.array([True, True, True, False])
    assert attach_marks(layer, is_base, np.array([3]), 0, {}).tolist() == [2]


def find_lost(words, letter, learnt=None):
    """What is told of a code whose letter, of words one a line, has a hamza each time and no character."""
    layer = draw(words, "\u0654", HIGH, at=letter)
    for glyph, text in enumerate(layer.texts):
        if text == "\u0654":
            layer.texts[glyph - 1], layer.codes[glyph - 1] = UNMAPPED, (0, 99)
    return find_carriers([(layer, list(part_lines(layer)))], learnt or {HIGH: "\u0654"})


@pytest.mark.parametrize(
    ("words", "letter"),
    [
        (["تاخرت", "يامل", "تاسيس", "راسمال"], "ا"),
        (["موتمر", "موسسة", "مسوول"], "و"),
        (["مسايل", "نتايج", "وثايق"], "ي"),
    ],
)
def test_a_lost_letter_is_the_one_with_which_the_words_of_its_hamzas_exist(words, letter):
    assert find_lost(words, letter) == {(0, 99): letter}


def test_few_words_and_those_of_two_letters_tell_of_no_carrier():
    assert find_lost(["تاخرت", "يامل"], "ا") == {}
    # by the page's own words the same code would be another letter each time
    assert find_lost(["تاخرت", "يامل", "غصفاا"], "ا") == {}
    # without a hamza a code is none that carries one
    assert find_lost(["تاخرت", "يامل", "تاسيس"], "ا", learnt={HIGH: "\u064e"}) == {}


def test_a_hamza_over_a_lost_letter_goes_to_no_letter_of_another_word():
    rows = [("ا", 40.0, 44.0), (UNMAPPED, 50.0, 54.0), ("\u0654", 50.5, 52.5), ("ب", 54.0, 58.0)]
    full = [(*row, 100.0, (0, number)) for number, row in enumerate(rows)]
    texts, left, right, baseline, codes = zip(*full, strict=True)
    layer = GlyphLayer(
        list(texts), np.array(left), np.array(right), np.array(baseline), np.full(4, 12.0), codes=list(codes)
    )
    is_base = np.array([True, True, False, True])
    assert attach_marks(layer, is_base, np.array([2]), 0, {}).tolist() == [1]
