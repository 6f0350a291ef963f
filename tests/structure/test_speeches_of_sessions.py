"""The fronts of speeches that officers hold before sessions: in one line, wrapped, the session above or behind."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.names.bodies import ends_name
from oic_reports.structure.report import build_reports

SAID = {
    "en": "Mr. Chairman, Excellencies, Ladies and Gentlemen,\n\nAllow me to thank the people of the city for their welcome.",
    "fr": "Monsieur le Président, Excellences,\n\nPermettez-moi de remercier les habitants de la ville de leur accueil.",
    "ar": "السيد الرئيس، أصحاب المعالي والسعادة،\n\nاسمحوا لي أن أشكر أهل المدينة على حفاوتهم وكرمهم.",
}
EN = "Address by H.E. Dr. Sami Ott, Secretary General of the Organisation of Islamic Cooperation"
FR = "Allocution de S.E. M. Sami Ott, Secrétaire général de l'Organisation de la coopération islamique"
AR = "كلمة معالي السيد سامي عطا، الأمين العام لمنظمة التعاون الإسلامي"
FRONTS = [
    # behind the speaker the session to which he speaks, wrapped or in paragraphs of its own
    ("fr", f"{FR}\n\nlors de la 40ème session du Conseil des ministres des Affaires étrangères\n\nDakar, 4 mai 2031"),
    ("fr", f"{FR} devant\nla 40ème session du Conseil des ministres des Affaires étrangères\nDakar, 4 mai 2031"),
    ("en", f"{EN} before\nthe 40th Session of the Council of Foreign Ministers\nDakar, 4 May 2031"),
    ("ar", f"{AR} في اختتام الدورة الأربعين لمجلس وزراء الخارجية\nداكار، 4 مايو 2031"),
    # all in one line
    ("en", f"{EN} to the 40th Session of the Council of Foreign Ministers Dakar Sunday, 4 May 2031"),
    ("fr", f"40ème session du Conseil des ministres des Affaires étrangères Dakar, Sénégal 4 mai 2031 {FR}"),
    ("en", f"DAKAR, SENEGAL 4 MAY 2031 {EN.upper()} TO THE 40TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS"),
]


@pytest.mark.parametrize(("language", "front"), FRONTS)
def test_the_place_and_day_of_a_speech_are_parted_from_its_title(language, front):
    header = build_reports(read_bytes(f"{front}\n\n{SAID[language]}".encode(), "p.txt"))[0].header
    assert (header.language, header.document_type) == (language, "speech")
    assert (header.date, header.city, header.country_iso2) == ("2031-05-04", "Dakar", "SN")
    assert header.title is not None
    assert "2031" not in header.title
    assert not header.title.lower().endswith(("devant", "before", "اختتام", "dakar"))


def test_what_a_speech_is_about_keeps_its_place():
    title = f"{EN} on the Floods That Struck Dakar, Senegal"
    header = build_reports(read_bytes(f"{title}\n\n{SAID['en']}".encode(), "p.txt"))[0].header
    assert (header.title, header.city) == (title, None)


def test_the_end_of_a_bodys_name_is_no_place():
    front = "ALLOCUTION DE S.E. M. SAMI OTT, SECRÉTAIRE GÉNÉRAL DE L'OCI\nDEVANT LA 5ÈME SESSION DU COMITÉ\nAL-QODS\n\nRABAT, MAROC\n4 MAI 2031"  # fmt: skip
    header = build_reports(read_bytes(f"{front}\n\n{SAID['fr']}".encode(), "p.txt"))[0].header
    assert (header.city, header.country_iso2) == ("Rabat", "MA")
    assert header.title is not None
    assert header.title.endswith("COMITÉ AL-QODS")


@pytest.mark.parametrize(
    ("above", "line", "is_name"),
    [
        ("Fifth Session of the Council of", "Foreign Ministers", True),
        ("اجتماع لجنة", "القدس", True),
        ("Meeting of the Council of Foreign Ministers", "Niamey", False),
        ("Report of the visit to", "Al-Quds", False),
    ],
)
def test_the_name_of_a_body_may_go_on_in_the_next_line(above, line, is_name):
    language = "ar" if line.startswith("ا") else "en"
    assert ends_name(above, line, language) is is_name
