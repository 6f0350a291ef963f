"""Marks of newspapers and agencies that stand around what they tell of the OIC's statements."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

STATED = {
    "en": "The General Secretariat of the Organisation of Islamic Cooperation welcomed the new wells of the valley.\n\n"
    "It thanked the gardeners and wished them rain.\n",
    "fr": "Le Secrétariat général de l’Organisation de la coopération islamique a salué les nouveaux puits de la vallée.\n\n"
    "Il a remercié les jardiniers.\n",
    "ar": "أشادت الأمانة العامة لمنظمة التعاون الإسلامي بآبار الوادي الجديدة.\n\nوشكرت البستانيين وتمنت لهم المطر.\n",
}


def is_ours(text: str) -> bool:
    """Whether a page is taken."""
    try:
        build_reports(read_bytes(text.encode(), "x.txt"), ["https://orchards.example/news"])
    except NoReportError:
        return False
    return True


@pytest.mark.parametrize(
    ("language", "line", "ours"),
    [
        ("en", "Geneva - Valley Today", False),
        ("en", "Geneva - Switzerland", True),
        ("fr", "Dakar - Vallée Info", False),
        ("fr", "Dakar - Sénégal", True),
        ("ar", "جدة ـ صوت الوادي", False),
        ("ar", "جدة - المملكة العربية السعودية", True),
    ],
)
def test_a_city_and_the_name_of_a_newspaper_are_its_dateline(language, line, ours):
    assert is_ours(f"{line}\n\n{STATED[language]}") is ours


@pytest.mark.parametrize(
    ("language", "line", "ours"),
    [
        ("ar", "// انتهى //", False),
        ("ar", "14:21 ت م", False),
        ("ar", "انتهى", True),
        ("fr", "-- APS", False),
        ("en", "-- SPA", False),
        ("en", "The end", True),
    ],
)
def test_an_agency_marks_the_end_of_what_it_tells(language, line, ours):
    assert is_ours(f"{STATED[language]}\n{line}\n") is ours


def test_an_agency_stands_behind_city_and_day():
    text = STATED["en"]
    assert not is_ours(f"New York, 3 May 2016, SPA -- {text}")
    assert is_ours(f"New York, 3 May 2016 -- {text}")


@pytest.mark.parametrize(
    ("sentence", "ours"),
    [
        ("وكانت البلدية قد أعلنت في وقت سابق حفر الآبار.", False),
        ("وكانت البلدية شريكة في حفر الآبار.", True),
        ("وجاء ما تقدم في بيان للمنظمة عن الآبار.", False),
        ("وأكدت، وفق نص البيان، أن الآبار للجميع.", False),
        ("وأكدت أن الآبار للجميع.", True),
    ],
)
def test_what_went_before_and_what_a_statement_says_is_told_by_a_reporter(sentence, ours):
    assert is_ours(f"{STATED['ar']}\n{sentence}\n") is ours


@pytest.mark.parametrize(
    ("lead", "ours"),
    [
        ("اختتم رئيس البلدية مؤتمر القمة الإسلامي بكلمة هذا نصها:", False),
        ("اختتم مؤتمر القمة الإسلامي أعماله ببيان هذا نصه:", True),
    ],
)
def test_a_lead_that_announces_a_speech_announces_no_text_of_the_meeting(lead, ours):
    body = "أكد المؤتمر أهمية آبار الوادي.\n\nوأعرب المؤتمر عن شكره للبستانيين.\n\nودعا المؤتمر الدول الأعضاء إلى غرس الأشجار.\n"
    assert is_ours(f"{lead}\n\n{body}") is ours
