"""The facts that stand above a text are kept, those of its running words are left out with a flag."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from oic_reports.cleaning.clean import clean_blocks
from oic_reports.model import Flag, Header
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.header.header import read_header
from oic_reports.structure.header.meetings import name_meeting
from oic_reports.structure.header.missing import MISSING
from oic_reports.structure.header.printed_above import keep_printed_above
from oic_reports.structure.segment import segment_parts

TOLD = {
    "document_type": {"document_type": "report"},
    "body": {"body_id": "cfm", "body": "Council of Foreign Ministers", "topic": "Mali"},
    "level": {"level": "ministers"},
    "status": {"status": "adopted"},
    "date": {
        "date": "2016-05-03",
        "date_end": "2016-05-04",
        "date_raw": "3 and 4 May 2016",
        "date_precision": "day",
        "calendar": "gregorian",
    },
    "place": {"venue": "Hotel", "venue_raw": "the Hotel, Dakar", "city": "Dakar", "country_iso2": "SN"},
    "session": {"session": 12},
    "resolution_number": {"resolution_number": "1/12-POL", "resolution_number_raw": "No. 1/12-POL"},
}
FLAGS = {"body": "body_unsure", "date": "date_unsure", "place": "place_unsure", "session": "session_unsure"}


ABOVE = ("title", "header", "symbol", "number")
# a line of place and day may be the newspaper's or a letter's
POSTED = {("date", "header"), ("place", "header")}


def tell(name, source, title="A TITLE"):
    pointed = {f"{name}_source": source, f"{name}_evidence": "the words", f"{name}_seq": 2}
    return Header("en", title=title, symbol="OIC/1", dateline_city="Jeddah", **TOLD[name], **pointed)


def keep(header, flags=()):
    kept, found = keep_printed_above(header, flags, (), "en")
    return kept, [(flag.flag, flag.surface) for flag in found]


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("source", ABOVE)
def test_what_stands_above_is_kept(name, source):
    kept, _ = keep(tell(name, source))
    assert (kept == tell(name, source)) == ((name, source) not in POSTED)


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("source", ["first_sentence", "signature"])
def test_what_the_text_tells_goes_with_all_that_points_to_it(name, source):
    kept, flags = keep(tell(name, source))
    assert kept == Header("en", title="A TITLE", symbol="OIC/1", dateline_city="Jeddah")
    assert [flag for flag in flags if flag[1]] == [(FLAGS[n], "the words") for n in FLAGS if n == name]


@pytest.mark.parametrize("name", TOLD)
def test_a_headline_that_is_not_stated_as_the_title_says_nothing(name):
    kept, _ = keep(tell(name, "title", title=None))
    assert kept == Header("en", symbol="OIC/1", dateline_city="Jeddah")


@pytest.mark.parametrize(("body_source", "level"), [("title", "ministers"), ("first_sentence", None)])
def test_a_level_that_follows_from_the_body_is_as_sure_as_the_body(body_source, level):
    body = {"body_id": "cfm", "body_source": body_source, "body_evidence": "Council"}
    kept, _ = keep(Header("en", title="A TITLE", level="ministers", level_source="body_level", **body))
    assert kept.level == level


@pytest.mark.parametrize(
    ("session_source", "date_source", "kind", "meeting"),
    [
        ("title", "title", None, "cfm-12"),
        ("title", "first_sentence", None, "cfm-12"),
        ("first_sentence", "title", None, "cfm-2016-05-03"),
        ("first_sentence", "first_sentence", None, None),
        ("title", "title", "extraordinary", "cfm-ex-12"),
        ("first_sentence", "title", "extraordinary", None),
    ],
)
def test_the_meeting_is_named_by_what_is_kept(session_source, date_source, kind, meeting):
    header = Header(
        "en",
        title="A TITLE",
        body_id="cfm",
        body_source="title",
        date="2016-05-03",
        date_precision="day",
        date_source=date_source,
        session=12,
        session_kind=kind,
        session_source=session_source,
        parent_meeting_id="acm-2016",
        title_supplied="[Report]",
    )
    kept, _ = keep(replace(header, meeting_id=name_meeting(header, 12)))
    assert (kept.meeting_id, kept.parent_meeting_id, kept.title_supplied) == (meeting, None, None)
    assert kept.session_kind == (kind if session_source == "title" else None)


def test_what_is_missing_is_told_of_what_is_kept():
    flags = [Flag("no_symbol", MISSING), Flag("session_conflict", "header.session")]
    header = replace(tell("date", "first_sentence"), body_id="cfm", body_source="title")
    _, told = keep(header, flags)
    assert told == [("no_date", None), ("session_conflict", None), ("date_unsure", "the words")]


def test_no_fact_with_a_source_is_forgotten():
    sourced = {field.name.removesuffix("_source") for field in fields(Header) if field.name.endswith("_source")}
    assert sourced == {*TOLD, "title"}


TWICE = """Wells Committee English Report - Example

(Niamey, 5-7 May 2011)

- In Niamey, from 5 to 7 May 2011, the Standing Committee for Economic and Commercial Cooperation (COMCEC) of the Organisation of
Islamic Cooperation held the Sixth Meeting of its Follow-up Committee.

- He said that the wells of the Member States were dry, and the General Secretariat of the OIC took note of it.
"""


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        ("(Niamey, 5-7 May 2011)", ("2011-05-05", "2011-05-07", "Niamey", 6)),
        # a newspaper's line has one day, and another place or other days are of another matter
        ("Niamey, 7 May 2011", (None, None, None, None)),
        ("(Dakar, 5-7 May 2011)", (None, None, None, None)),
        ("(Niamey, 8-9 May 2011)", (None, None, None, None)),
    ],
)
def test_what_a_line_above_and_the_first_paragraph_both_say_is_kept(above, kept):
    part = segment_parts(read_bytes(TWICE.replace("(Niamey, 5-7 May 2011)", above).encode(), "page.txt"))[0]
    blocks = clean_blocks(part.blocks, "en")
    header, _ = read_header(blocks, "en")
    header, _ = keep_printed_above(header, (), blocks, "en")
    assert (header.date, header.date_end, header.city, header.session) == kept
    assert header.meeting_id == ("comcec-2011-05-05" if kept[0] else None)


RUN_IN = [
    ("Niamey received the millers in May.", None),
    ("The Committee of the OIC met in Niamey on 5 May 2011 and heard its millers.", ("2011-05-05", "Niamey")),
    ("The Committee of the OIC met on 5 May 2011 and heard its millers.", None),
    ("UN Headquarters, New York Ministers, Excellencies, Ladies and Gentlemen, I thank you for your patience.", (None, "New York")),
]  # fmt: skip


@pytest.mark.parametrize(("told", "kept"), RUN_IN)
def test_day_and_city_of_one_first_paragraph_are_kept(told, kept):
    below = "The millers of the Member States of the Organisation of Islamic Cooperation were in Dakar on 8 June 2012."
    part = segment_parts(read_bytes(f"{told}\n\n{below}\n".encode(), "page.txt"))[0]
    blocks = clean_blocks(part.blocks, "en")
    header, _ = read_header(blocks, "en")
    header, _ = keep_printed_above(header, (), blocks, "en")
    assert (header.date, header.city) == (kept or (None, None))
