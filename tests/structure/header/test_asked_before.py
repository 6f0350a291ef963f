"""What another meeting had asked for, told before the verb of this one: its session and its day are none of this one's."""

from __future__ import annotations

import pytest

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "As the Council of Foreign Ministers had asked at its 31st session, in May 2027, the Executive Committee met in Doha on 21 March 2028.",
        ),
        (
            "en",
            "As ministers had decided in Niamey in June 2026, the Contact Group on Somalia was held in Doha on 21 March 2028.",
        ),
        (
            "fr",
            "Comme l’avait souhaité le Conseil à sa 31ème session, en mai 2027, le Comité exécutif s’est réuni à Doha le 21 mars 2028.",
        ),
        (
            "fr",
            "Comme en avaient convenu les ministres à Niamey en juin 2026, le Comité exécutif s’est réuni à Doha le 21 mars 2028.",
        ),
        (
            "ar",
            "كما أوصى مجلس وزراء الخارجية في دورته الحادية والثلاثين في مايو 2027، انعقدت اللجنة التنفيذية في الدوحة يوم 21 مارس 2028.",
        ),
        ("ar", "كما طلبت القمة في نيامي في يونيو 2026، اجتمعت اللجنة التنفيذية في الدوحة يوم 21 مارس 2028."),
    ],
)
def test_the_day_is_that_of_the_verb_behind_it(language, sentence):
    header, _ = read_header([Block("preamble", sentence, sentence)], language)
    assert (header.date, header.city) == ("2028-03-21", "Doha")
    assert header.session is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "As the Committee met in Doha on 21 March 2028, its members had before them what had been asked."),
        ("fr", "Comme le Comité exécutif s’est réuni à Doha le 21 mars 2028, il a vu ce que le Conseil avait demandé."),
        ("ar", "اجتمعت اللجنة التنفيذية في الدوحة يوم 21 مارس 2028 كما طلب المجلس."),
    ],
)
def test_a_meeting_told_first_keeps_its_day(language, sentence):
    header, _ = read_header([Block("preamble", sentence, sentence)], language)
    assert header.date == "2028-03-21"
