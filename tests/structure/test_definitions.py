"""Definitions of statutes, one a paragraph, and running headers that end with the number of their page."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TITLES = {
    "en": "STATUTE OF THE ISLAMIC FUND FOR ORCHARDS OF THE ORGANIZATION OF ISLAMIC COOPERATION",
    "fr": "STATUT DU FONDS ISLAMIQUE DES VERGERS DE L’ORGANISATION DE LA COOPÉRATION ISLAMIQUE",
    "ar": "النظام الأساسي للصندوق الإسلامي للبساتين التابع لمنظمة التعاون الإسلامي",
}
TAIL = {
    "en": ("Article 2", "Aims", "The Fund has two aims: it lends to growers, and it plants."),
    "fr": ("Article 2", "Buts", "Le Fonds a deux buts : il prête aux planteurs, et il plante."),
    "ar": ("المادة الثانية", "الأهداف", "للصندوق هدفان: إقراض الغارسين، وغرس الأشجار."),
}


def read(text):
    (report,) = build_reports(read_bytes(f"{text}\n".encode(), "page.txt"))
    return report


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("language", "lead", "definitions"),
    [
        ("en", "In the present Statute:", ("Fund: the Islamic Fund for Orchards;", "Board: the Board of the Fund.")),
        ("en", "The following terms mean:", ("“Fund” means the Islamic Fund;", "“State” means a Member State.")),
        ("en", "In this Statute:", ("Fund means the Islamic Fund;", "Member State means a state of the OIC.")),
        ("fr", "Dans le présent Statut :", ("Fonds : le Fonds islamique ;", "Etat membre : un Etat de l’OCI.")),
        ("fr", "Au sens du présent Statut, les termes :", ("« Fonds » désigne le Fonds ;", "« Conseil » le sien.")),
        ("ar", "يكون للكلمات الآتية المعاني المبينة أمامها:", ("الصندوق: الصندوق الإسلامي.", "المجلس: مجلس الصندوق.")),
    ],
)
def test_each_definition_is_an_item(language, lead, definitions, joint):
    heading = {"ar": "المادة الأولى: التعريفات"}.get(language, "Article 1")
    report = read(joint.join([TITLES[language], heading, lead, *definitions, *TAIL[language]]))
    items = [block.text for block in report.blocks if block.role == "list_item"]
    assert items == list(definitions)
    (above,) = (block for block in report.blocks if block.text == lead)
    assert above.role == "operative"


def test_a_wrapped_definition_holds_colons():
    text = "\n".join(
        [
            TITLES["en"],
            "",
            "Article 1",
            "Definitions",
            "",
            "For the purposes of this Statute, the following terms mean:",
            "",
            "Fund: the Islamic Fund for Orchards of the Organization of Islamic Cooperation, which has",
            "two windows: one for growers and one for schools of gardening;",
            "",
            "Board: the Board of the Fund.",
            *("", *TAIL["en"]),
        ]
    )
    assert [block.text[:6] for block in read(text).blocks if block.role == "list_item"] == ["Fund: ", "Board:"]


@pytest.mark.parametrize(
    "lines",
    [
        # one is no list
        ("In the present Statute:", "Fund: the Islamic Fund for Orchards.", "It has its seat in Jeddah, and may move."),
    ],
)
def test_other_lines_with_colons_are_none(lines):
    report = read("\n\n".join([TITLES["en"], "Article 1", *lines, *TAIL["en"]]))
    assert not [block for block in report.blocks if block.role == "list_item"]


@pytest.mark.parametrize(
    ("first", "second", "is_header"),
    [
        ("Fund Statute, Rev.03, 07.05.2017 3", "Fund Statute, Rev.03, 07.05.2017 4", True),
        ("Rev.2 - Statute of the Fund, 23.11.20133", "Rev.2 - Statute of the Fund, 23.11.20134", True),
        # what counts itself, and prints no day
        ("Working group 3", "Working group 4", False),
        # another text
        ("Fund Statute, Rev.03, 07.05.2017 3", "Board Statute, Rev.03, 07.05.2017 4", False),
        # it does not rise
        ("Report of 07.05.2017 4", "Report of 07.05.2017 3", False),
    ],
)
def test_a_header_that_counts_its_pages_is_none_of_the_text(first, second, is_header):
    articles = ["Article 1", "The Fund has its seat in Jeddah.", first, "Article 2", "It lends.", second, "It plants."]
    report = read("\n\n".join([TITLES["en"], *articles]))
    assert [block.role == "running_header" for block in report.blocks if block.text in {first, second}] == [
        is_header
    ] * 2


@pytest.mark.parametrize(
    ("language", "number", "subject"),
    [("fr", "ARTICLE 2", "TITRE"), ("en", "ARTICLE II", "MEMBERSHIP AND VOTES")],
)
def test_what_an_article_is_about_may_stand_behind_a_gap_in_capitals(language, number, subject):
    tail = TAIL[language][-1]
    above = {"fr": "Le Fonds a son siège à Djeddah.", "en": "The Fund has its seat in Jeddah."}[language]
    report = read(
        "\n\n".join([TITLES[language], "ARTICLE 1" if language == "fr" else "ARTICLE I", above, number, subject, tail])
    )
    assert [block.text for block in report.blocks if block.role == "heading"][1] == f"{number}\n{subject}"
