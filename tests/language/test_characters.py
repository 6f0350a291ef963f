from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.language.characters import (
    FOLDED_FORM,
    FOLDED_LIGATURE,
    FOLDED_LOOK_ALIKE,
    fold_form,
    fold_line,
    make_line,
    tidy_line,
    unfold_line,
)
from oic_reports.model import Decoded

MIXED = st.text(st.sampled_from("اب عﻻﷺﷲﻭﻗﱞﹰﹷٌّٔﬁﬃé e\u0301\u200f\u00a0\x01ﯼ1-"), max_size=30)


def test_presentation_forms_become_letters_and_are_counted():
    left_out: Counter[str] = Counter()
    text, decoded = fold_line("ﻭﻗﺪ ﺃﻛﺪ ﺍﻻﺟﺘﻤﺎﻉ", left_out)
    assert text == "وقد أكد الاجتماع"
    assert left_out["presentation_forms"] == 13
    assert [(change.before, text[change.start : change.end]) for change in decoded] == [
        ("ﻭﻗﺪ", "وقد"),
        ("ﺃﻛﺪ", "أكد"),
        ("ﺍﻻﺟﺘﻤﺎﻉ", "الاجتماع"),
    ]
    assert {change.rule for change in decoded} == {FOLDED_FORM}


@pytest.mark.parametrize(
    ("line", "text", "before", "rule"),
    [
        ("محمد ﷺ قال", "محمد صلى الله عليه وسلم قال", "ﷺ", FOLDED_LIGATURE),
        ("of\ufb01ce", "office", "f\ufb01", FOLDED_LIGATURE),
        ("السﻻم", "السلام", "سﻻ", FOLDED_LIGATURE),
        ("ﻣع", "مع", "ﻣ", FOLDED_FORM),
    ],
)
def test_what_was_read_is_kept_beside_its_letters(line, text, before, rule):
    folded, (change,) = fold_line(line, Counter())
    assert folded == text
    assert (change.before, change.rule) == (before, rule)
    assert unfold_line(make_line(line, 1, Counter())) == line


def test_a_line_without_forms_has_no_change():
    assert make_line("السلام عليكم", 3, Counter(), "heading").decoded == ()


@given(MIXED)
def test_folding_loses_and_invents_no_letter(line):
    left_out: Counter[str] = Counter()
    read = make_line(line, 1, left_out)
    raw = tidy_line(line, Counter())
    assert unicodedata.normalize("NFC", unfold_line(read)) == unicodedata.normalize("NFC", raw)
    assert read.text == unicodedata.normalize("NFC", read.text)
    edges = [0, *(edge for change in read.decoded for edge in (change.start, change.end)), len(read.text)]
    assert edges == sorted(edges)
    assert left_out["presentation_forms"] == sum(
        len(fold_form(character)) > 0 and character in "ﻻﷺﷲﻭﻗﱞﹰﹷﬁﬃﯼ" for character in line
    )
    assert fold_line(read.text, Counter()) == (read.text, ())


def test_marks_that_become_one_letter_with_what_is_folded():
    assert fold_line("\ufe8d\u0654", Counter()) == ("أ", (Decoded(0, 1, "\ufe8d\u0654", FOLDED_FORM),))


def test_lam_alef_is_in_logical_order():
    assert fold_form("\ufefb") == "لا"


def test_a_spacing_vowel_sign_is_the_sign():
    assert fold_form("\ufe70") == "\u064b"
    assert fold_form("\ufc5e") == "\u064c\u0651"


def test_direction_marks_and_controls_are_left_out_and_counted():
    left_out: Counter[str] = Counter()
    assert tidy_line("\u200f1-\u202b نص\u202c\x01", left_out) == "1- نص"
    assert left_out["control"] == 4


def test_white_space_is_one_blank():
    assert tidy_line("\u00a0 a\tb\u2003\u3000c \u00a0", Counter()) == "a b c"


def test_composed_form():
    assert fold_line("e\u0301", Counter()) == ("é", ())


@pytest.mark.parametrize(
    ("line", "text"),
    [
        # Cyrillic o, a and the like
        ("the C\u043euncil of F\u043ereign Ministers", "the Council of Foreign Ministers"),
        ("Dh\u0430k\u0430, 5 M\u0430y", "Dhaka, 5 May"),
        ("Communiqu\u00e9 de la R\u00e9uni\u043en", "Communiqu\u00e9 de la R\u00e9union"),
        ("\u039fIC", "OIC"),
    ],
)
def test_a_letter_that_looks_like_a_latin_one_is_that_one_in_a_latin_word(line, text):
    folded, changes = fold_line(line, Counter())
    assert folded == text
    assert {change.rule for change in changes} == {FOLDED_LOOK_ALIKE}
    assert unfold_line(make_line(line, 1, Counter())) == line


@pytest.mark.parametrize(
    "line",
    [
        "\u041c\u043e\u0441\u043a\u0432\u0430",  # a Russian word
        "\u0420\u043e\u0441\u0441i\u044f",  # one with a Latin letter
        "\u0410\u0412 and CD",  # another word than its neighbours
        "the \u03b1-helix of 5 \u03bcm at 3 k\u03a9",  # signs of science
    ],
)
def test_letters_of_other_scripts_stay_in_their_own_words(line):
    assert fold_line(line, Counter()) == (line, ())
