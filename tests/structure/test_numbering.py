from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.structure.lines.numbering import _FLIPPED, find_candidates, find_flipped, is_page_mark


@pytest.mark.parametrize(
    ("line", "label", "numbering", "ordinal", "rest"),
    [
        ("1. The", "1.", "decimal", 1, "The"),
        ("1.The", "1.", "decimal", 1, "The"),
        ("1- أكد", "1-", "decimal", 1, "أكد"),
        ("- 1- أكد", "- 1-", "decimal", 1, "أكد"),
        ("(12) The", "(12)", "decimal", 12, "The"),
        ("38) نص", "38)", "decimal", 38, "نص"),
        ("185 ) نص", "185 )", "decimal", 185, "نص"),
        ("1/ نص", "1/", "decimal", 1, "نص"),
        ("1:- نص", "1:-", "decimal", 1, "نص"),
        ("-1 أكد", "-1", "decimal", 1, "أكد"),
        ("–٢ أكد", "–٢", "arabic-indic", 2, "أكد"),
        ("12 - ", "12 -", "decimal", 12, ""),
        ("٣- نص", "٣-", "arabic-indic", 3, "نص"),
        ("xiv. The", "xiv.", "roman-lower", 14, "The"),
        ("IV) The", "IV)", "roman-upper", 4, "The"),
        ("(a) the", "(a)", "alpha-latin-lower", 1, "the"),
        ("B. The", "B.", "alpha-latin-upper", 2, "The"),
        ("A)-The guests", "A)-", "alpha-latin-upper", 1, "The guests"),
        ("b)Les invités", "b)", "alpha-latin-lower", 2, "Les invités"),
        ("أ- نص", "أ-", "alpha-arabic", 1, "نص"),
        ("(ب) نص", "(ب)", "alpha-arabic", 2, "نص"),
        ("ثانيا: نص", "ثانيا:", "ordinal-word", 2, "نص"),
        ("• the", "•", "bullet", None, "the"),
        ("-Rapporteur : Mali", "-", "bullet", None, "Rapporteur : Mali"),
        ("\u2010 the wells", "\u2010", "bullet", None, "the wells"),
        ("\u2212 الآبار", "\u2212", "bullet", None, "الآبار"),
        ("-People's Republic of China", "-", "bullet", None, "People's Republic of China"),
        ("-Vice-Chairmen: Mali", "-", "bullet", None, "Vice-Chairmen: Mali"),
        ("–Vice-président : Mali", "–", "bullet", None, "Vice-président : Mali"),
        ("**3.** The", "**3.**", "decimal", 3, "The"),
    ],
)
def test_forms_seen_in_print(line, label, numbering, ordinal, rest):
    first = find_candidates(line)[0]
    assert (first.label, first.numbering, first.ordinal, first.rest) == (label, numbering, ordinal, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2013. In",
        "1.5 million",
        "25 September",
        "38/15- س",
        "6-7 May",
        "-1 degree",
        "10/12/2013",
        "5-star hotels",
        "(2017) in",
        "A meeting",
        "a)b",
        "E)U funds",
        "-Al and others",
        "-MM",
        "I went",
        "3rd Session",
        "في 2013",
    ],
)
def test_what_looks_like_a_label_and_is_none(line):
    assert find_candidates(line) == ()


@pytest.mark.parametrize(
    "line", ["- 26 -", "<5>", "12", "(2)", "Page 2 of 5", "page 3", "صفحة 4", "ص 7", "3/12", "1/--Pages", "2/12 صفحة"]
)
def test_page_marks(line):
    assert is_page_mark(line)


@pytest.mark.parametrize("line", ["12.", "12 -", "Page of honour", "2013", "1. Text", "1/- Pages of honour"])
def test_no_page_marks(line):
    assert not is_page_mark(line)


@given(st.text("نص.-1٢ \n", max_size=12))
def test_a_label_behind_its_line_is_found_wherever_the_pattern_has_it(line):
    found, expected = find_flipped(line), _FLIPPED.search(line)
    assert (found and found.span()) == (expected and expected.span())
