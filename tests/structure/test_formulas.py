"""Formulas of praise above a text: each is one block, wherever paragraphs break them."""

import pytest
from covers_read import ACTS, ARABIC, ENGLISH, FRENCH, read

FORMULAS = ("بسم الله الرحمن الرحيم", "والصلاة والسلام على رسول الله")


@pytest.mark.parametrize(("joint", "number"), [("\n\n", 2), ("\n", 1)])
def test_each_formula_in_a_paragraph_of_its_own_is_one(joint, number):
    found = read(
        f"{joint.join(FORMULAS)}\n\n"
        + ARABIC.replace("\n", "\n\n").format("البيان الختامي لمؤتمر القمة الإسلامي السادس")
    )
    assert [kind for kind, _ in found] == ["preamble"] * number + ["title"]


@pytest.mark.parametrize(
    ("praise", "kinds"),
    [
        ("الحمد لله رب العالمين، والصلاة والسلام على رسوله.", ["preamble", "preamble", "number", "title"]),
        ("الحمد لله رب العالمين", ["preamble", "title"]),
    ],
    ids=["a whole formula", "one that may go on"],
)
def test_lines_below_a_whole_formula_are_paragraphs_where_no_gap_parts_them(praise, kinds):
    found = read(f"بسم الله الرحمن الرحيم\n{praise}\nقرار رقم 5/11-س\nبشأن دعم المدارس\n\n{ACTS['ar']}")
    assert [kind for kind, _ in found][: len(kinds)] == kinds


@pytest.mark.parametrize(
    ("formula", "rest", "page", "title"),
    [
        ("والصلاة والسلام على", "سيدنا محمد وآله", ARABIC, "البيان الختامي لمؤتمر القمة الإسلامي السادس"),
        (
            "Louanges à Allah. Que la paix et le salut soient",
            "Sur notre Maître Mohamed",
            FRENCH,
            "Déclaration de Dakar",
        ),
    ],
)
def test_a_formula_that_goes_on_in_the_next_paragraph_is_one(formula, rest, page, title):
    head = "بسم الله الرحمن الرحيم" if page is ARABIC else "Au nom d’Allah"
    found = read(f"{head}\n\n{formula}\n\n{rest}\n\n" + page.replace("\n", "\n\n").format(title))
    assert found[1] == ("preamble", f"{formula}\n{rest}")


def test_formulas_in_english_too():
    formulas = "In the name of Allah\n\nPraise be to Allah\n\n"
    found = read(formulas + ENGLISH.format("Dakar Declaration"))
    assert [kind for kind, _ in found] == ["preamble", "preamble", "title"]
