from __future__ import annotations

import pytest

from oic_reports.model import Line
from oic_reports.structure.lines.printed_lines import drop_blank, normalise
from oic_reports.structure.parting.further_documents import find_documents, split_languages

FIRST = """FINAL COMMUNIQUÉ OF THE CONTACT GROUP ON CHAD

1. The Contact Group on Chad met in Khartoum on 25 September 2018.

2. The Meeting thanked the Sudan for the wells along the border.

3. The Meeting called upon Member States to fund the schools.
"""
SECOND = """DECLARATION OF KHARTOUM ON THE WELLS

We, the Foreign Ministers of the Organisation of Islamic Cooperation, meeting in Khartoum,

1. Declare that the wells belong to those who dig them for all.

2. Urge the banks of the region to forgive the debts of diggers.
"""
RELEASE = """The Organisation welcomes an accord
Jeddah, 5 May 2021
The General Secretariat welcomed the accord of the clans of the Sahel.
"""


def read(text):
    return drop_blank([Line(line, number) for number, line in enumerate(text.splitlines(), 1)], "en")


def list_starts(text, *repeated):
    lines = read(text)
    return [lines[start].text for start in find_documents(lines, frozenset(map(normalise, repeated)))]


def test_a_title_and_a_text_below_a_whole_text_are_another_document():
    assert list_starts(f"{FIRST}\n{SECOND}") == ["DECLARATION OF KHARTOUM ON THE WELLS"]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\nANNEX I\n\n{SECOND}",
        f"{FIRST}\nThe Meeting adopted what follows\n\n{SECOND}",
        f"{FIRST}\nDECLARATION OF KHARTOUM ON THE WELLS\n\nSudan.\n",
        "\n".join(SECOND.splitlines()[:3]) + f"\n\n{SECOND}",
        FIRST.replace("\n\n", "\n") + SECOND.replace("\n\n", "\n"),
    ],
    ids=["annex", "sentence goes on", "no text below", "no text above", "no gap"],
)
def test_what_is_no_other_document(text):
    assert list_starts(text) == []


def test_a_title_that_is_printed_on_each_page_begins_none():
    assert list_starts(f"{FIRST}\n{SECOND}", "DECLARATION OF KHARTOUM ON THE WELLS") == []


def test_press_releases_are_parted_by_rules():
    assert list_starts(f"{RELEASE}*****\n{RELEASE}") == ["The Organisation welcomes an accord"]
    assert list_starts(f"{RELEASE}{RELEASE}") == []
    assert list_starts(f"{RELEASE}*****\n" + RELEASE.replace("Jeddah, 5 May 2021\n", "")) == []


def test_an_annex_below_a_rule_is_no_further_release():
    dated = RELEASE.splitlines()
    annexed = "\n".join(["ANNEX II", *dated])
    assert list_starts(f"{RELEASE}*****\n{annexed}") == []


def test_languages_are_parted_as_often_as_they_change():
    french = "La réunion a remercié le Soudan pour les puits de la frontière.\n" * 3
    english = "The Meeting thanked the Sudan for the wells that it has dug.\n" * 3
    parts = split_languages(read(english + french), "en")
    assert [(len(lines), language) for lines, language in parts] == [(3, "en"), (3, "fr")]
    assert {line.language for line in parts[1][0]} == {"fr"}
