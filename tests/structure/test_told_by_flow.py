"""Lines of which the page tells that they go on: headings, formulas of the end, letters, and where a body begins."""

import pytest

from oic_reports.model import Box, Line, Reading
from oic_reports.structure.segment import segment


def read(*paragraphs, language="en"):
    """The role and the text of each block; a paragraph is its lines, and the page tells which these are."""
    lines = [(text, "continues" if place else "starts") for lines in paragraphs for place, text in enumerate(lines)]
    printed = tuple(
        Line(text, number, 1, Box(1, 70.0, 20.0 * number, 70.0 + 5.0 * len(text), 20.0 * number + 12.0), flow=flow)
        for number, (text, flow) in enumerate(lines, 1)
    )
    direction = "rtl" if language == "ar" else "ltr"
    reading = Reading(printed, "pdf", "application/pdf", None, language, direction)
    return [(block.role, " ".join(block.text.split("\n"))) for block in segment(reading)]


STATUTE = [
    ["STATUTES OF THE INSTITUTE OF WELLS"],
    ["Article 1 – Members"],
    ["1. Any State may become a member of the Institute."],
    ["2. A member may leave it after a year."],
]


def test_a_heading_that_is_wrapped_is_one():
    found = read(
        ["STATUTS DE L’INSTITUT DES PUITS"],
        ["Article premier – Membres"],
        ["1. Tout État peut devenir membre de l’Institut."],
        ["2. Un membre peut le quitter après un an."],
        ["Article 2 – Durée du mandat"],
        ["1. Le Directeur est élu pour quatre ans."],
        ["2. Son mandat est renouvelable."],
        ["Article 3 – Entrée en vigueur et", "amendements"],
        ["1. Les présents Statuts entrent en vigueur après un an."],
        ["2. Ils sont déposés à Niamey."],
        language="fr",
    )
    assert ("heading", "Article 3 – Entrée en vigueur et amendements") in found


def test_the_formula_of_the_end_is_one():
    formula = ["Done at Niamey, on 28 August 2031, in one original in the Arabic, English and French", "languages."]
    found = read(*STATUTE, formula)
    assert found[-1] == ("signature", " ".join(formula))


def test_a_paragraph_of_a_covering_letter_is_one():
    paragraph = ["I have the honour to transmit herewith a report on the wells of the coast, which", "you asked for."]
    letter = [
        ["New York, 9 September 2031"],
        ["Excellency,"],
        paragraph,
        ["Please accept, Excellency, the assurances of my highest consideration."],
        ["(Signed) Moussa Diop"],
        ["Annex to the letter dated 9 September 2031"],
        ["Report on wells"],
        ["1. The wells of the coast are dry."],
        ["2. The Council decided to dig new ones."],
    ]
    assert ("boilerplate", " ".join(paragraph)) in read(*letter)


@pytest.mark.parametrize("symbol", ["Q-7/2031", "رقم 7"])
def test_a_paragraph_that_runs_over_lines_is_no_part_of_the_front(symbol):
    paragraph = [
        "افتتح الاجتماع سعادة السفير موسى ديوب، المدير العام لشؤون المياه، الذي حيا الحاضرين وألقى",
        f"كلمة باسم الأمين العام، وقال فيها إن الآبار ملك لمن يشرب منها، وإن عدد الردود على الاستبيان {symbol}",
        "بلغ خمسين ردا من أصل ستين، وهو ما يبشر بالخير.",
    ]
    found = read(
        ["تقرير اجتماع كبار الموظفين"],
        ["نيامي، 4-6 نوفمبر 2031"],
        ["1. افتتاح الاجتماع"],
        paragraph,
        ["2. هيئة المكتب"],
        ["انتخب الاجتماع رئيسا من النيجر ونائبين من مالي وتشاد."],
        language="ar",
    )
    assert found[2] == ("heading", "افتتاح الاجتماع")
    assert found[3][1] == " ".join(paragraph)
