import pytest

from oic_reports.reading.pdf.brackets import find_shapes, settle_brackets


def settle(text):
    return "".join(settle_brackets(list(text), [True] * len(text)))


@pytest.mark.parametrize(("opening", "closing"), ["()", "[]", "«»"])
def test_each_bracket_opens_before_its_word_whatever_the_map_said(opening, closing):
    right = f"قرار {opening}نص{closing} آخر"
    for first in (opening, closing):
        for last in (opening, closing):
            assert settle(f"قرار {first}نص{last} آخر") == right


def test_a_bracket_before_punctuation_closes():
    assert settle("مالي (نص(، ثم") == "مالي (نص)، ثم"


def test_balance_decides_between_letters():
    assert settle("الفقرة3)ب(من") == "الفقرة3(ب)من"


def test_brackets_of_latin_text_stay():
    assert "".join(settle_brackets(list("f(x)"), [False] * 4)) == "f(x)"


@pytest.mark.parametrize(
    ("cells", "shapes"),
    [(")2017( x", "(2017) x"), ("(2017) x", "(2017) x"), ("a )b( c )d(", "a (b) c (d)"), ("1) x (y", "1) x (y")],
)
def test_a_pair_looks_the_same_whatever_its_map_says(cells, shapes):
    assert "".join(find_shapes(list(cells))) == shapes


def test_brackets_side_by_side_close_together_though_another_line_opens_them():
    for printed in ("نص كامل»)، ثم", "نص كامل«(، ثم", "نص كامل»(، ثم"):
        assert settle(printed) == "نص كامل»)، ثم"
    assert settle("قال )»نص") == settle("قال («نص") == "قال («نص"
    # between two words they say nothing: balance decides
    assert settle("قرار(«نص»)آخر") == "قرار(«نص»)آخر"
