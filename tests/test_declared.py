"""What a child says is held to the model's declarations, as strictly as pydantic would."""

from __future__ import annotations

import json
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from oic_reports.declared import NotAsDeclaredError, parse_noun
from oic_reports.model import Block, Box, Decoded, Flag, Header, Line, NoteMark, Reading, Repair, Report
from oic_reports.report_json import dump_noun, dump_reading, parse_reading

REPORT = Report(
    Header("en", session=40, date="2013-05-01"),
    (
        Block(
            "operative",
            "1. Teh Meeting",
            "The Meeting",
            label="1.",
            ordinal=1,
            repairs=(Repair(3, 6, "Teh", "The", "letter_form", "a rule", "high"),),
            flags=(Flag("sic", "a rule", start=0, end=3),),
            boxes=(Box(1, 72.0, 90.5, 500.0, 104.25),),
            line_ends=(4,),
        ),
    ),
)


def test_what_is_written_is_read():
    assert parse_noun(Report, json.loads(json.dumps(dump_noun(REPORT)))) == REPORT


def test_a_reading_that_is_written_is_read():
    decoded, mark = Decoded(0, 3, "7eT", "pdf.recognised_map"), NoteMark(3, " ¹", "raised", "n1")
    line = Line("The", 1, 1, Box(1, 72.0, 90.0, 80.0, 99.0), "footnote", "starts", (decoded,), 0.5, (mark,))
    reading = Reading(
        (line, Line("", 2)), "pdf", "application/pdf", None, "en", "ltr", (("en", 1.0),), (("hidden", 3),), page_count=1
    )
    assert parse_reading(json.loads(json.dumps(dump_reading(reading)))) == reading


def list_places(values, place=()):
    yield place
    children = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    for key, value in children:
        yield from list_places(value, (*place, key))


PLACES = list(list_places(dump_noun(REPORT)))
ODD = st.sampled_from([None, True, 0, 7, -1.5, "", "x", [], {}, [[]], [1], {"a": 1}, "operative"])


@settings(max_examples=150)
@given(st.sampled_from(PLACES[1:]), ODD)
def test_what_pydantic_refuses_is_refused(place, odd):
    values = json.loads(json.dumps(dump_noun(REPORT)))
    holder = values
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = odd
    try:
        expected = TypeAdapter(Report).validate_python(values)
    except ValidationError:
        with pytest.raises(NotAsDeclaredError) as caught:
            parse_noun(Report, values)
        assert caught.value.place[: len(place)] == place[: len(caught.value.place)]
    else:
        try:
            assert parse_noun(Report, values) == expected
        except NotAsDeclaredError:
            # pydantic takes some values for others: True for 1
            assert odd in (True, 0, 7)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (int, True),
        (int, 1.0),
        (str, "\ud800"),
        (float, "1"),
        (bool, 1),
        (Literal["ar", "en"], "fr"),
        (Literal["ar", "en"] | None, "fr"),
        (tuple[int, ...], {"a": 1}),
        (tuple[tuple[str, int], ...], [["a"]]),
        (Box, [1, 2.0, 3.0, 4.0, 5.0]),
        (Box, {"page": 1}),
        (Reading, None),
    ],
)
def test_nothing_stands_for_something_else(kind, value):
    with pytest.raises(NotAsDeclaredError):
        parse_noun(kind, value)


def test_the_place_of_a_fault_is_named():
    values = dump_noun(REPORT)
    values["blocks"][0]["boxes"][0]["x0"] = "left"
    with pytest.raises(NotAsDeclaredError, match=r"^blocks\.0\.boxes\.0\.x0$"):
        parse_noun(Report, values)


def test_a_choice_may_be_left_out():
    kind = Literal["ar", "en"] | None
    assert [parse_noun(kind, value) for value in ("ar", None)] == ["ar", None]
