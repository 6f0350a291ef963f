"""A release that announces a meeting: the meeting's facts are those that its first sentence tells, not the posting."""

import pytest
from fronts_read import read_facts

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

MEETING = ("mc-tourism", 9, "2031-05-03", "2031-05-05", "Niamey")
SENTENCES = [
    (
        "The Organization of Islamic Cooperation (OIC) will hold the 9th Session of the Islamic Conference of Tourism Ministers"
        " in Niamey, Niger, from 3 to 5 May 2031."
    ),
    (
        "La 9ème session de la Conférence islamique des ministres du Tourisme se tiendra à Niamey, Niger, du 3 au 5 mai 2031, a"
        " annoncé l’Organisation de Coopération Islamique (OCI)."
    ),
    (
        "C’est à Niamey, capitale du Niger, que l’Organisation de Coopération Islamique (OCI) réunira, du 3 au 5 mai 2031, la 9e"
        " session de la Conférence islamique des ministres du Tourisme."
    ),
    (
        "تعقد منظمة التعاون الإسلامي الدورة التاسعة للمؤتمر الإسلامي لوزراء السياحة في نيامي، جمهورية النيجر، من 3 إلى 5"
        " مايو 2031."
    ),
]
BELOW = {
    "a": "The Secretariat will show tents.",
    "b": "Le Secrétariat général montrera des tentes.",
    "c": "وستعرض الأمانة العامة خياما.",
}


def read_header(*paragraphs):
    page = "".join(f"<p>{text}</p>" for text in paragraphs)
    return build_reports(read_bytes(f"<html><body>{page}</body></html>".encode(), "p.html"))[0].header


@pytest.mark.parametrize(
    ("posted", "sentence", "below"),
    [
        ("Date: 01/04/2031", SENTENCES[0], BELOW["a"]),
        ("Date: 01/04/2031", SENTENCES[1], BELOW["b"]),
        ("Date: 01/04/2031", SENTENCES[2], BELOW["b"]),
        ("التاريخ: 01/04/2031", SENTENCES[3], BELOW["c"]),
    ],
)
def test_a_release_is_dated_by_the_meeting_that_it_announces(posted, sentence, below):
    header = read_header(posted, sentence, below)
    assert (header.body_id, header.session, header.date, header.date_end, header.city) == MEETING
    assert header.document_type == "press_release"


def test_what_a_release_says_of_a_later_meeting_is_not_its_own():
    header = read_header(
        "Date: 01/04/2031",
        "The Secretary General of the Organization of Islamic Cooperation (OIC) condemned the burning of a library in Mali.",
        "The 9th Session of the Islamic Conference of Tourism Ministers will be held in Niamey from 3 to 5 May 2031.",
    )
    assert (header.body_id, header.date) == (None, "2031-04-01")


def test_a_text_that_tells_of_its_own_meeting_is_of_that():
    lines = [
        (
            "text",
            "The Council of Foreign Ministers, which will hold its sixth session in Rabat in 2032, was glad of the rain.",
        ),
        ("text", "The Fifth Session of the Council of Foreign Ministers was held in Dakar on 3 and 4 May 2031."),
    ]
    facts = {"session": 5, "date": "2031-05-03", "city": "Dakar"}
    assert read_facts("en", lines, facts) == facts
