"""Numbered recitals above what is decided, and numbered decisions that begin as recitals do."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

ABOVE = {
    "en": "RESOLUTION NO. 5/22-POL ON WELLS\n\nThe Seventh Session of the Islamic Conference of Foreign Ministers, held in "
    "Rabat, Kingdom of Morocco, from 3 to 5 May 2011,",
    "fr": "RÉSOLUTION N° 5/22-POL SUR LES PUITS\n\nLa septième session de la Conférence islamique des Ministres des Affaires "
    "étrangères, tenue à Rabat, Royaume du Maroc, du 3 au 5 mai 2011,",
}


def read_roles(language, paragraphs):
    numbered = [f"{number}. {text}" for number, text in enumerate(paragraphs, 1)]
    (report,) = build_reports(read_bytes("\n\n".join([ABOVE[language], *numbered]).encode(), "page.txt"))
    return [block.role for block in report.blocks if block.label]


@pytest.mark.parametrize(
    ("language", "decisions"),
    [
        ("en", ("Recalling the drought, calls for wells.", "Noting the plan, asks for money.", "Thanks the host.")),
        ("en", ("Noting the drought, urges all to help.", "Recalling the plan, decides to meet.", "Thanks the host.")),
        (
            "fr",
            ("Rappelant la sécheresse, demande des puits.", "Notant le plan, invite la Banque.", "Remercie le Fonds."),
        ),
    ],
)
def test_a_decision_that_begins_as_a_recital_is_operative(language, decisions):
    assert read_roles(language, decisions) == ["operative"] * 3


@pytest.mark.parametrize(
    ("language", "recitals", "act"),
    [
        (
            "en",
            ("Recalling the plan, adopted by the states.", "Noting the wells, requested in 2010."),
            "Calls for more wells.",
        ),
        (
            "fr",
            ("Rappelant le plan, adopté par les États.", "Notant les puits, demandés en 2010."),
            "Demande d’autres puits.",
        ),
    ],
)
def test_what_was_done_before_is_told_of_in_a_recital(language, recitals, act):
    assert read_roles(language, [*recitals, act]) == ["preamble", "preamble", "operative"]
