"""A page prints the title of its text, cut short, above the cover that has the whole of it."""

from __future__ import annotations

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.front.front_groups import Group
from oic_reports.structure.front.own_title import _take_whole_titles
from oic_reports.structure.header.title import _goes_further
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.report import build_reports

WHOLE = "REPORT OF THE MEETING OF EXPERTS ON THE STANDARDS OF HALAL FOOD IN THE MEMBER STATES OF THE OIC"
TEXT = """{above}

Transcription

{above}
Organisation of Islamic Cooperation
OIC/HALAL/2012/REP
{whole}
ANKARA, REPUBLIC OF TURKEY
2 - 4 MAY 2012

The Meeting of Experts on the Standards of Halal Food was held in Ankara, Republic of Turkey, from 2 to 4 May 2012.

1. The Meeting took note of the work of the Standards Institute.

2. The Meeting asked Member States to name their laboratories.
"""


def _title(above: str, whole: str = WHOLE) -> str | None:
    text = TEXT.format(above=above, whole=whole)
    return build_reports(read_bytes(text.encode(), "page.txt"))[0].header.title


@pytest.mark.parametrize(
    "above", ["Report Of The Meeting Of Experts", "Report Of The Meetings Of Experts On The Standards"]
)
def test_the_cover_has_the_whole_title(above: str):
    assert _title(above) == WHOLE


def test_a_longer_title_with_another_number_is_of_another_text():
    above = "Report Of The 3rd Meeting Of Experts"
    whole = WHOLE.replace("THE MEETING", "THE 4TH MEETING")
    assert not _goes_further(whole, [above], "en")
    assert _goes_further(whole.replace("4TH", "3RD"), [above], "en")


def test_a_name_that_is_no_more_than_a_type_is_not_cut_short():
    assert not _goes_further("REPORT ON THE STANDARDS OF HALAL FOOD", ["REPORT"], "en")


COVER = """{above}

Published by Olive Grove

Original: Arabic   OIC/COMCEC-FC-41/2025
REPORT OF THE GENERAL SECRETARIAT
TO THE
41st SESSION OF THE FOLLOW-UP COMMITTEE
OF THE COMCEC
ANKARA, REPUBLIC OF TÜRKIYE
6-7 May 2025

1. The General Secretariat reports on what was done since the fortieth session of the COMCEC, held in Istanbul.

2. Trade among Member States has grown.
"""


def test_the_name_of_a_site_behind_a_title_that_it_cut_is_none_of_it():
    text = COVER.format(above="REPORT OF THE GENERAL SECRETARIAT TO THE - COMCEC")
    report = build_reports(read_bytes(text.encode(), "page.txt"))[0]
    assert report.header.title == (
        "REPORT OF THE GENERAL SECRETARIAT TO THE 41st SESSION OF THE FOLLOW-UP COMMITTEE OF THE COMCEC"
    )
    assert report.header.session != 40
    assert [block.subrole for block in report.blocks if "TO THE - COMCEC" in block.text] == ["page_title"]


@pytest.mark.parametrize(
    ("above", "again", "is_whole"),
    [
        ("REPORT OF THE GENERAL SECRETARIAT TO THE - COMCEC", "REPORT OF THE GENERAL SECRETARIAT TO THE FORTY-FIRST SESSION OF IT", True),
        # no more than what stands above, another text, and no name behind a dash
        ("REPORT OF THE GENERAL SECRETARIAT TO THE - COMCEC", "REPORT OF THE GENERAL SECRETARIAT TO THE 2025", False),
        ("REPORT OF THE SECRETARIAT GENERAL TO THE - COMCEC", "REPORT OF THE GENERAL SECRETARIAT TO THE FORTY-FIRST SESSION OF IT", False),
        ("REPORT OF THE GENERAL SECRETARIAT TO THE COMCEC", "REPORT OF THE GENERAL SECRETARIAT TO THE FORTY-FIRST SESSION OF IT", False),
    ],
)  # fmt: skip
def test_only_the_whole_of_what_was_cut_is_the_title(above, again, is_whole):
    groups = [
        Group([PrintedLine(Line(text, number), after_gap=True, language="en")], "title", subrole)
        for number, (text, subrole) in enumerate([(above, "title"), (again, "title_repeat")], 1)
    ]
    _take_whole_titles(groups)
    assert [group.subrole for group in groups] == (["page_title", "title"] if is_whole else ["title", "title_repeat"])
