"""A line with a colon between two numbers of one series heads what follows, however many words it has."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

HEAD = {
    "ar": "البيان الختامي للدورة الخامسة عشرة للمؤتمر الإسلامي لوزراء الخارجية، صنعاء، 18 - 22 ديسمبر 1984",
    "en": "Final Communiqué of the Fifteenth Islamic Conference of Foreign Ministers, Sana'a, 18 - 22 December 1984",
    "fr": "Communiqué final de la quinzième Conférence islamique des ministres des Affaires étrangères, Sanaa, 1984",
}
POINTS = {
    "ar": (
        "أهاب المؤتمر بالدول الأعضاء أن تفي بتعهداتها.",
        "قبل المؤتمر دعوة المملكة المغربية.",
        "قرر المؤتمر أن يبعث ببرقية.",
    ),
    "en": (
        "The Conference called upon the Member States to fulfil their pledges.",
        "The Conference accepted the invitation of the Kingdom of Morocco.",
        "The Conference decided to send a cable.",
    ),
    "fr": (
        "La Conférence a invité les États membres à honorer leurs engagements.",
        "La Conférence a accepté l’invitation du Royaume du Maroc.",
        "La Conférence a décidé d’adresser un message.",
    ),
}


def read(language, first, second):
    one, two, three = POINTS[language]
    text = f"{HEAD[language]}\n\n{first}\n\n63 -\n\n{one}\n\n{second}\n\n64 -\n\n{two}\n\n65 -\n\n{three}\n"
    (report,) = build_reports(read_bytes(text.encode(), "page.txt"))
    return {block.text: block.role for block in report.blocks}


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("ar", "صندوق القدس ووقفيته:", "المؤتمر الإسلامي السادس عشر لوزراء الخارجية:"),
        ("ar", "الرباط وما حولها من المدن:", "دور المصرف الإسلامي للتنمية في الدول الأعضاء:"),
        ("en", "Jerusalem Fund and its endowment:", "Venue and date of the next conference of the foreign ministers:"),
        ("fr", "Djeddah et ses environs :", "Lieu et date de la prochaine conférence des ministres des affaires :"),
    ],
)
def test_a_line_with_a_colon_that_parts_two_numbers_heads_what_follows(language, first, second):
    roles = read(language, first, second)
    assert (roles[first], roles[second]) == ("heading", "heading")


@pytest.mark.parametrize(
    ("language", "second"),
    [
        ("ar", "وقرر المؤتمر في هذا الشأن أن يتخذ التدابير التي ترد فيما يلي من نقاط:"),
        ("en", "The Conference decided, in this regard, to take the measures that are set out here:"),
        ("fr", "La Conférence a décidé, à cet égard, de prendre les mesures qui sont énoncées ici :"),
    ],
)
def test_a_sentence_in_which_the_meeting_acts_heads_nothing(language, second):
    assert read(language, "", second)[second] != "heading"
