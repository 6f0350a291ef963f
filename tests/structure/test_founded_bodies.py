"""A body that a text founds is not the one that met."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TEXTS = {
    "en": (
        "The Ninth Islamic Conference of Foreign Ministers, meeting in Dakar, Republic of Senegal, from 24 to 28 April 1978,"
        "\n\nRecalling its resolutions,\n\n1. Decides to found a committee.\n\n2. Requests the Secretary General to help it.\n"
    ),
    "fr": (
        "La Neuvième Conférence islamique des Ministres des Affaires étrangères, réunie à Dakar, République du Sénégal, du 24 "
        "au 28 avril 1978,\n\nRappelant ses résolutions,\n\n1. Décide de créer un comité.\n\n2. Prie le Secrétaire général "
        "de l’aider.\n"
    ),
    "ar": (
        "إن المؤتمر الإسلامي التاسع لوزراء الخارجية، المنعقد في داكار بجمهورية السنغال من 24 إلى 28 أبريل 1978،\n\n"
        "إذ يستذكر قراراته،\n\n1- يقرر تأسيس لجنة.\n\n2- يطلب من الأمين العام مساعدتها.\n"
    ),
}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "RESOLUTION ESTABLISHING THE COMCEC"),
        ("en", "RESOLUTION FOR THE CREATION OF THE AL-QUDS COMMITTEE"),
        ("en", "RESOLUTION ON SETTING UP AN OIC CONTACT GROUP ON MALI"),
        ("fr", "RESOLUTION PORTANT CREATION DU COMITE AL-QODS"),
        ("fr", "RESOLUTION INSTITUANT LE COMCEC"),
        ("ar", "قرار تأسيس لجنة القدس"),
        ("ar", "قرار بإنشاء لجنة القدس"),
    ],
)
def test_who_founds_a_body_met(language, title):
    (report,) = build_reports(read_bytes(f"{title}\n\n{TEXTS[language]}".encode(), "page.txt"), [])
    assert (report.header.body_id, report.header.session, report.header.title) == ("cfm", 9, title)


@pytest.mark.parametrize(
    ("language", "title", "body"),
    [
        ("en", "RESOLUTION OF THE AL-QUDS COMMITTEE", "al-quds"),
        ("ar", "قرار لجنة القدس", "al-quds"),
    ],
)
def test_the_body_whose_resolution_it_is_still_is_the_titles(language, title, body):
    text = {
        "en": "1. The wells shall be dug.\n\n2. The dams shall be built.\n",
        "ar": "1- تحفر الآبار في كل قرية من القرى.\n\n2- تبنى السدود على كل نهر من الأنهار.\n",
    }
    (report,) = build_reports(read_bytes(f"{title}\n\n{text[language]}".encode(), "page.txt"), [])
    assert report.header.body_id == body
