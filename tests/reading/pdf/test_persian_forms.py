import pytest

from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.font_program import FontProgram
from oic_reports.reading.pdf.labels import FontEntry
from oic_reports.reading.pdf.persian_forms import settle_persian

KAF, OTHER = (0, 1), (0, 2)


def settle(words, learnt, program=None):
    font = FontEntry(1, {}, {1: "ک", 2: "ی"}, program or FontProgram({}), has_map=True, width=4)
    return settle_persian(FontCodes([font]), words, learnt)


def spell(word, codes):
    return [(letter, codes.get(letter)) for letter in word]


def test_a_persian_letter_beside_the_arabic_one_in_the_same_form_is_the_authors():
    persian, arabic = spell("کتاب", {"ک": KAF}), spell("كتاب", {"ك": OTHER})
    assert settle([persian, arabic], {KAF: "ك"}) == {}


def test_a_persian_letter_in_a_form_that_the_arabic_one_has_not_is_the_maps():
    persian, arabic = spell("کتاب", {"ک": KAF}), spell("مكتب", {"ك": OTHER})
    assert settle([persian, arabic], {KAF: "ك"}) == {KAF: "ك"}


YEH, MAKSURA = (0, 2), (0, 3)


@pytest.mark.parametrize(
    ("arabic", "letter", "is_authors"),
    [
        # the font has the one without dots in the same form, only in another one, only the one with dots
        ("هدى", "ى", True),
        ("سعى", "ى", False),
        ("نادي", "ي", False),
    ],
)
def test_a_final_persian_yeh_beside_the_arabic_one_that_looks_the_same_is_the_authors(arabic, letter, is_authors):
    program = FontProgram({}, painted=frozenset({2, 3}), single=frozenset({2, 3}))
    persian = spell("شادی", {"ی": YEH})
    found = settle([persian, spell(arabic, {letter: MAKSURA})], {YEH: "ي"}, program)
    assert found == ({} if is_authors else {YEH: "ى"})


@pytest.mark.parametrize(
    ("painted", "single", "letter"),
    [({2}, {2}, "ى"), ({2}, set(), "ي"), (set(), set(), "ى")],
)
def test_a_final_yeh_is_as_it_is_painted(painted, single, letter):
    program = FontProgram({}, painted=frozenset(painted), single=frozenset(single))
    assert settle([], {OTHER: "ى"}, program) == {OTHER: letter}
