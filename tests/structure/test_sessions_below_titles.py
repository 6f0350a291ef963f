"""Titles that name no type above the session that gave the text; themes without brackets below a session."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

BODIES = {
    "en": "1. Each Member State shall count its wells.\n\n2. The Secretary General shall publish the figures each year.\n",
    "fr": "1. Chaque Etat membre compte ses puits.\n\n2. Le Secrétaire général publie les chiffres chaque année.\n",
    "ar": "1- تحصي كل دولة عضو آبارها.\n\n2- ينشر الأمين العام الأرقام كل سنة.\n",
}
COVERS = [
    (
        "en",
        "OIC STRATEGY FOR THE WELLS AND THE DAMS\nOF THE SAHEL",
        "9TH SESSION OF THE ISLAMIC CONFERENCE\nOF INFORMATION MINISTERS",
        "(Session of Clear Water)",
    ),
    (
        "fr",
        "STRATEGIE DE L’OCI POUR LES PUITS\nET LES BARRAGES DU SAHEL",
        "9ème SESSION DE LA CONFERENCE ISLAMIQUE\nDES MINISTRES DE L’INFORMATION",
        "(Session de l’eau claire)",
    ),
]


def read(*lines):
    (report,) = build_reports(read_bytes("\n".join(lines).encode(), "page.txt"), ["https://www.oic-oci.org/doc/?id=5"])
    return report


@pytest.mark.parametrize(("language", "title", "session", "theme"), COVERS)
def test_the_session_below_a_title_in_capitals_is_who_gave_the_text(language, title, session, theme):
    report = read(title, session, theme, "", BODIES[language])
    assert [(block.subrole, block.text) for block in report.blocks[:3]] == [
        ("title", title),
        ("adopted_by", session),
        ("theme", theme),
    ]
    header = report.header
    assert (header.title, header.body_id, header.session) == (title.replace("\n", " "), "mc-information", 9)


@pytest.mark.parametrize(
    ("language", "title", "theme"),
    [
        ("en", "FINAL COMMUNIQUE\nOF THE NINTH SESSION OF THE ISLAMIC SUMMIT CONFERENCE", "Session of Clear Water"),
        (
            "fr",
            "COMMUNIQUE FINAL\nDE LA NEUVIEME SESSION DE LA CONFERENCE ISLAMIQUE AU SOMMET",
            "Session de l’eau claire",
        ),
        ("ar", "البيان الختامي\nللدورة التاسعة لمؤتمر القمة الإسلامي", "دورة الماء الصافي"),
    ],
)
def test_a_theme_below_a_session_needs_no_brackets(language, title, theme):
    report = read(title, theme, "", BODIES[language])
    assert [(block.subrole, block.text) for block in report.blocks[:2]] == [("title", title), ("theme", theme)]
    assert report.header.title == title.replace("\n", " ")


def test_a_title_may_go_on_with_its_session():
    title = "FINAL COMMUNIQUE OF THE\n9TH SESSION OF THE ISLAMIC SUMMIT CONFERENCE"
    report = read(title, "(Session of Clear Water)", "", BODIES["en"])
    assert report.header.title == title.replace("\n", " ")


def test_a_headline_may_name_the_session_on_its_second_line():
    title = "OIC SECRETARY GENERAL WELCOMES OUTCOME OF\n9TH SESSION OF THE ISLAMIC CONFERENCE OF INFORMATION MINISTERS"
    report = read("Press release", "", title, "", BODIES["en"])
    assert report.header.title == title.replace("\n", " ")
