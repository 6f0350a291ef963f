"""Places and days that a site's menu names are none of the text's, and a word of a title is no running header."""

from __future__ import annotations

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.front.front import LEAST_ENTRIES
from oic_reports.structure.report import build_reports

MENU = """The Front
Struggle of the Riverain People
{entries}
The Oran Agreement
The May 3, 1998 Plebiscite
Speeches of the Chairman
Press Room

RESOLUTIONS ON MINORITY AFFAIRS

ADOPTED BY THE SEVENTH ISLAMIC SUMMIT CONFERENCE

CASABLANCA, KINGDOM OF MOROCCO

11-13 RAJAB 1415H
13-15 DECEMBER 1994

RESOLUTION NO. 9/7-MM(IS)
ON THE RIVERAIN PEOPLE

The Seventh Islamic Summit Conference,

Recalling the Oran Agreement,

1. Calls on both parties to apply it.

2. Asks the Secretary General to follow the matter.
"""
ENTRIES = "Homepage\nContacts\nHistory\nAbout us\nDownloads\nPhoto Gallery\nGuest Book"
COLUMN = """Final Communique
of the Sixth Session of the Islamic Summit
Conference
Dakar Senegal

1. The Sixth Session of the Islamic
Summit
Conference
{words}
the union met in Dakar, Senegal, from 9
to 11 December 1991 while the peoples
looked on. Delegations of the member
states, of the observer states, and of
the organs that are affiliated to the
organization were present, and so were
the guests of the host country.

2. It condemned the occupation of the
Golan, asked all states not to receive
the goods that are made there, and gave
the Secretary General the task to speak
of it with the United Nations.
"""


def _read(text: str):
    return build_reports(read_bytes(text.encode(), "page.txt"))[0]


def test_days_of_a_menu_are_of_no_meeting():
    header = _read(MENU.format(entries=ENTRIES)).header
    assert (header.date, header.city) == ("1994-12-13", "Casablanca")


def test_a_few_lines_are_no_menu():
    assert LEAST_ENTRIES == 5
    header = _read(MENU.format(entries="Struggle")).header
    assert header.date is None, "what stands above a title may be its own: two days that disagree are no fact"


def test_a_word_of_the_title_inside_a_sentence_is_text():
    report = _read(COLUMN.format(words="of the Member States of"))
    first = next(block for block in report.blocks if block.label)
    assert "Islamic Summit Conference of the Member States of the union met in Dakar" in " ".join(first.text.split())
    assert report.header.date == "1991-12-09"
    assert not [block for block in report.blocks if block.role == "running_header"]


def test_a_word_of_the_title_behind_a_paragraph_is_a_running_header():
    text = COLUMN.format(words="of the Member States of").replace(
        "host country.\n\n2.", "host country.\n\nConference\n\n2."
    )
    assert [block.text for block in _read(text).blocks if block.role == "running_header"] == ["Conference"]
