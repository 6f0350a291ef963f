"""A line that says who published a text, where and when, states no place and day of its meeting."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.names.datelines import names_publisher
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports


@pytest.mark.parametrize(
    ("language", "line", "is_publishers"),
    [
        ("fr", "Tunis, 4 mai, EXEMPTA", True),
        ("fr", "Rabat, le 3 juin 2010, (EXP)", True),
        ("en", "Doha, 12 May 2001, EXA", True),
        ("en", "Posted on 12 May 2001 in Doha", True),
        ("ar", "الرياض نشر في الرياض يوم 08 - 12 - 2005", True),
        ("en", "JEDDAH, 12 MAY 2001, SAUDI ARABIA", False),
        ("en", "Istanbul, 5 May 2010, TURKEY", False),
        ("en", "DOHA, QATAR, 12-14 MAY 2001", False),
        ("fr", "DAKAR, SENEGAL, 13 MARS 2008", False),
        ("ar", "الدوحة، 12 مايو 2001", False),
    ],
)
def test_what_a_line_names(language, line, is_publishers):
    assert names_publisher(line, language) is is_publishers


def test_the_meeting_is_where_its_text_says():
    text = """Réunion du Comité exécutif de l'OCI sur les inondations

Tunis, 4 mai, EXEMPTA

Le Comité exécutif de l'Organisation de la Coopération islamique s'est réuni à Djeddah le 3 mai 2023.

1. Il exprime sa solidarité au peuple touché.

2. Il prie le Secrétaire général d'envoyer des secours.
"""
    header = build_reports(read_bytes(text.encode(), "page.txt"))[0].header
    assert (header.city, header.date) == ("Jeddah", "2023-05-03")


def test_a_session_named_by_its_theme_is_no_place():
    text = """FINAL DECLARATION OF THE TENTH ISLAMIC CONFERENCE OF FOREIGN MINISTERS (PALESTINE AND AL-QUDS SESSION)

1. The Tenth Islamic Conference of Foreign Ministers was held in Fez from 8 to 12 May 1979.

2. The Conference condemned the occupation.
"""
    assert build_reports(read_bytes(text.encode(), "page.txt"))[0].header.city == "Fez"


@pytest.mark.parametrize(("line", "is_taken"), [("نص البيان الختامي", True), ("قالوا عن البيان", False)])
def test_a_line_says_that_a_newspaper_gives_the_text(line, is_taken):
    text = f"""\
نشر في الميدان يوم 30-06-2005

ختم وزراء خارجية منظمة المؤتمر الإسلامي في صنعاء مساء اليوم دورتهم الثانية والثلاثين.

{line}

التقى في صنعاء في الفترة 28-30 يونيو 2005 وزراء الخارجية في الدورة الثانية والثلاثين للمؤتمر الإسلامي لوزراء الخارجية وانتهوا إلى ما يلي:

نتمسك بالاعتدال نهجا.

نقف إلى جانب كل شعب محتل.

نستنكر العقوبات التي تمنع الدواء.
"""
    if is_taken:
        header = build_reports(read_bytes(text.encode(), "page.txt"))[0].header
        assert (header.session, header.date, header.city) == (32, "2005-06-28", "Sana'a")
        return
    with pytest.raises(NoReportError):
        build_reports(read_bytes(text.encode(), "page.txt"))
