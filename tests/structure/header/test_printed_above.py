"""The facts that stand above a text are kept, those of its running words are left out with a flag."""

from __future__ import annotations

from dataclasses import fields

import pytest

from oic_reports.model import Header
from oic_reports.structure.header.printed_above import keep_printed_above

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
    "session": {"session": 12, "session_kind": "ordinary"},
    "resolution_number": {"resolution_number": "1/12-POL", "resolution_number_raw": "No. 1/12-POL"},
}
FLAGS = {"body": "body_unsure", "date": "date_unsure", "place": "place_unsure", "session": "session_unsure"}


def tell(name, source):
    pointed = {f"{name}_source": source, f"{name}_evidence": "the words", f"{name}_seq": 2}
    return Header("en", title="A TITLE", symbol="OIC/1", dateline_city="Jeddah", **TOLD[name], **pointed)


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("source", ["title", "header", "symbol", "number"])
def test_what_stands_above_is_kept(name, source):
    assert keep_printed_above(tell(name, source)) == (tell(name, source), ())


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("source", ["first_sentence", "signature"])
def test_what_the_text_tells_goes_with_all_that_points_to_it(name, source):
    kept, flags = keep_printed_above(tell(name, source))
    assert kept == Header("en", title="A TITLE", symbol="OIC/1", dateline_city="Jeddah")
    assert [(flag.flag, flag.surface) for flag in flags] == [(FLAGS[n], "the words") for n in FLAGS if n == name]


@pytest.mark.parametrize(("body_source", "level"), [("title", "ministers"), ("first_sentence", None)])
def test_a_level_that_follows_from_the_body_is_as_sure_as_the_body(body_source, level):
    body = {"body_id": "cfm", "body_source": body_source, "body_evidence": "Council"}
    kept, _ = keep_printed_above(Header("en", level="ministers", level_source="body_level", **body))
    assert kept.level == level


def test_no_fact_with_a_source_is_forgotten():
    sourced = {field.name.removesuffix("_source") for field in fields(Header) if field.name.endswith("_source")}
    assert sourced == {*TOLD, "title"}
