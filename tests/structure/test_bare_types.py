"""A line that is no more than a type beside a title that begins with it; entries of a menu above a headline."""

import pytest
from test_own_datelines import HEADLINE, MORE, STATED, build

TITLES = {
    "en": "Statement of the General Secretariat of the OIC on the Closing of Mills",
    "fr": "Déclaration du Secrétariat général de l’OCI sur la fermeture des moulins",
    "ar": "بيان الأمانة العامة لمنظمة التعاون الإسلامي بشأن إغلاق المطاحن",
}


@pytest.mark.parametrize("form", ["txt", "html"])
@pytest.mark.parametrize(
    ("language", "line"),
    [
        *(("en", line) for line in ("STATEMENT", "Statement", "Statement:")),
        *(("fr", line) for line in ("DÉCLARATION", "Declaration", "Déclaration :")),
        *(("ar", line) for line in ("بيان", "بيان:", "بــيــان")),
    ],
)
def test_a_type_alone_is_no_part_of_the_title_that_begins_with_it(language, line, form):
    title, text = TITLES[language], (STATED[language], MORE[language])
    for above in ((line, title), (title, line), (f"{line} {title}",)):
        assert build(*above, *text, form=form).header.title == title


def test_a_title_that_goes_on_from_its_type_or_ends_with_one_is_kept():
    report = "The Committee met in Dakar on 4 May 2019.\n\n1. It elected its bureau.\n\n2. It thanked the host."
    title = "REPORT\nOF THE FOURTH SESSION OF THE STANDING COMMITTEE FOR ECONOMIC AND COMMERCIAL COOPERATION"
    assert build(title, report).header.title == title.replace("\n", " ")
    ended = "Statement of the General Secretariat of the OIC on the Makkah Declaration"
    assert build(ended, STATED["en"], MORE["en"]).header.title == ended


@pytest.mark.parametrize(
    ("language", "menu"),
    [
        ("en", ("Home", "Open forum", "Statements 713")),
        ("fr", ("Accueil", "Tribune libre", "Nos lectures")),
        ("ar", ("مقالات", "قصة", "ساحة حرة", "بيانات وتصريحات 713")),
    ],
)
def test_entries_of_a_menu_that_no_gap_parts_from_a_headline_are_no_part_of_it(language, menu):
    above = "\n".join([*menu, HEADLINE[language]])
    assert build(above, STATED[language], MORE[language]).header.title == HEADLINE[language]
