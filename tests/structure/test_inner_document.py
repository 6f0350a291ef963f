"""A document that a page carries below something else: it begins where it does, and what is above is the page's."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.explain import COLUMNS, explain_lines
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.parting.inner_document import MOST_PLACES, REACH, find_inner
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import lay_out

POSTS = """Desert Forum
Members   Log in   Page 7 of 12

Hamad said:
And who tells me that they ever wrote anything on locusts? He told us nothing.

I looked it up for you, read it yourself and do not ask again. This is what they signed.
"""
CONVENTION = """The Member States of the {organisation},

Recalling the aims of the Charter,

Convinced that locusts know no border,

{agreed}

Article 1

In this Convention "swarm" means what the experts call so.

Article 2

Each Contracting State shall tell the others of a swarm within a day.
"""
RESOLUTION = """RESOLUTION NO. 12/31-E ON LOCUSTS

The {body} (Session of Progress), meeting in Istanbul, Republic of Turkey, from 14 to 16 June 2004,

Recalling the resolutions of its earlier sessions,

Having considered the report of the Secretary General,

1. Calls on Member States to share their aircraft.

2. Requests the Secretary General to report to the next session.
"""
OWN = "Organization of the Islamic Conference"
AGREED = "Have agreed to conclude this Convention."


def _read(text: str):
    return build_reports(read_bytes(text.encode(), "page.txt"))


def test_a_convention_below_posts_is_read_and_they_are_none_of_it():
    (report,) = _read(POSTS + "\n" + CONVENTION.format(organisation=OWN, agreed=AGREED))
    assert report.header.document_type == "convention"
    above = [block for block in report.blocks if block.subrole == "other_document"]
    assert {block.role for block in above} == {"boilerplate"}
    assert "Desert Forum" in above[0].text
    assert "what they signed" in above[-1].text
    first = next(block for block in report.blocks if block.role != "boilerplate")
    assert (first.role, first.text) == ("preamble", f"The Member States of the {OWN},")


def test_a_resolution_below_an_essay_states_its_own_facts():
    essay = (
        "Of swarms and men\n\nby a friend of birds\n\nMy grandfather told us that they darkened the sky. He "
        "said that nobody came to help.\n\nHere is a paper that I found in Rome.\n\n"
    )
    (report,) = _read(
        essay + RESOLUTION.format(body="Thirty-first Session of the Islamic Conference of Foreign Ministers")
    )
    header = report.header
    assert (header.document_type, header.resolution_number, header.session) == ("resolution", "12/31-E", 31)
    assert (header.date, header.city) == ("2004-06-14", "Istanbul")


@pytest.mark.parametrize(
    "text",
    [
        CONVENTION.format(organisation="Arab Maghreb Union", agreed=AGREED),
        CONVENTION.format(organisation="Islamic Development Bank", agreed=AGREED),
        # nothing is recalled, and nobody agrees
        f"The Member States of the {OWN} should wake up, wrote Hamad.\n\nThey sleep.\n\nNobody told us why.\n",
        RESOLUTION.format(body="Governing Body of the Locust Union").replace(" NO. 12/31-E", ""),
    ],
)
def test_texts_of_others_below_posts_stay_refused(text: str):
    with pytest.raises(NoReportError):
        _read(POSTS + "\n" + text)


def test_what_a_meeting_says_above_a_titled_text_is_not_put_aside():
    communique = (
        "The Contact Group on Somalia met in Jeddah on 12 March 2015 and heard the Minister of Somalia.\n\nThe Group "
        "called on Member States to open embassies in Mogadishu.\n\nIt adopted the following resolution.\n\n"
    )
    reports = _read(communique + RESOLUTION.format(body="Islamic Conference of Foreign Ministers"))
    texts = [block.text for report in reports for block in report.blocks if block.role != "boilerplate"]
    assert any("open embassies" in text for text in texts)


def test_a_few_places_are_tried():
    assert MOST_PLACES == 3
    text = POSTS + "\n" + "\n".join([CONVENTION.format(organisation="Arab Maghreb Union", agreed=AGREED)] * 5)
    lines, _ = lay_out(read_bytes(text.replace("Arab Maghreb Union", OWN).encode(), "page.txt"))
    assert len(find_inner(lines, below_silence=False)) == MOST_PLACES


def test_a_document_begins_in_the_first_lines_of_a_page():
    convention = CONVENTION.format(organisation=OWN, agreed=AGREED)
    for above, is_found in ((REACH // 2, True), (REACH, False)):
        lines, _ = lay_out(read_bytes(("Hamad was here.\n\n" * above + convention).encode(), "page.txt"))
        assert bool(find_inner(lines, below_silence=False)) is is_found


def test_its_lines_are_explained_as_they_are_read():
    reading = read_bytes((POSTS + "\n" + CONVENTION.format(organisation=OWN, agreed=AGREED)).encode(), "page.txt")
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in explain_lines(reading)]
    told = {row["text"]: row["rule"] for row in rows}
    assert told["Desert Forum"] == "above the document"
    assert told[f"The Member States of the {OWN},"] != "above the document"
