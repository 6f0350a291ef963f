from __future__ import annotations

from collections import Counter

from oic_reports.reading.characters import clean_line, fold_form


def test_presentation_forms_become_letters_and_are_counted():
    left_out: Counter[str] = Counter()
    assert clean_line("ﻭﻗﺪ ﺃﻛﺪ ﺍﻻﺟﺘﻤﺎﻉ", left_out) == "وقد أكد الاجتماع"
    assert left_out["presentation_forms"] == 13


def test_lam_alef_is_in_logical_order():
    assert fold_form("\ufefb") == "لا"


def test_direction_marks_and_controls_are_left_out_and_counted():
    left_out: Counter[str] = Counter()
    assert clean_line("\u200f1-\u202b نص\u202c\x01", left_out) == "1- نص"
    assert left_out["control"] == 4


def test_white_space_is_one_blank():
    assert clean_line("\u00a0 a\tb\u2003\u3000c \u00a0", Counter()) == "a b c"


def test_composed_form():
    assert clean_line("e\u0301", Counter()) == "é"
