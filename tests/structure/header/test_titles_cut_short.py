"""A page prints the title of its text, cut short, above the cover that has the whole of it."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.header.title import _goes_further
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
