"""Lines of a press lead that go on in small letters are one sentence, quoted of the line in which a fact begins."""

from __future__ import annotations

import pytest
from meeting_texts import COUNCIL, read


def test_a_sentence_of_a_press_lead_is_read_over_its_lines():
    header, _ = read(
        "en",
        ("boilerplate", "press_lead", "Kuala Lumpur: Following is the text of the declaration"),
        ("boilerplate", "press_lead", "adopted by the 27th session of the Islamic Conference"),
        ("boilerplate", "press_lead", "of Foreign Ministers held here:"),
        ("operative", None, "1. We affirm that we stand together."),
    )
    assert (header.body_id, header.session) == ("cfm", 27)


def test_lines_of_a_press_lead_that_each_say_a_thing_stay_apart():
    header, _ = read(
        "en",
        ("boilerplate", "press_lead", "Kuala Lumpur: Following is the text of the declaration adopted by ministers."),
        (
            "boilerplate",
            "press_lead",
            "of the 27th session of the Islamic Conference of Foreign Ministers a book tells.",
        ),
        ("operative", None, "1. We affirm that we stand together."),
    )
    assert header.document_type != "report"


def lead(text):
    return ("boilerplate", "press_lead", text)


def test_a_fact_of_joined_lines_is_quoted_of_the_line_in_which_it_begins():
    header, _ = read(
        "en",
        lead("Following is the text of the declaration"),
        lead("adopted by the 27th session of the"),
        lead("Council of Foreign Ministers held"),
        lead("in Kuala Lumpur"),
        lead("on 27-30 June 2000:"),
        ("operative", None, "1. We affirm that we stand together."),
    )
    assert header.document_type_seq == 1
    assert (header.session_evidence, header.session_seq) == ("27th", 2)
    assert (header.place_evidence, header.place_seq) == ("in Kuala Lumpur", 4)
    assert (header.date_evidence, header.date_seq) == ("27-30 June 2000", 5)


def test_many_short_lines_and_a_sentence_before_move_no_quotation():
    lines = ("The millers went home. Following is", "the text", "of the", "long", "and", "solemn", "declaration")
    header, _ = read(
        "en",
        *map(lead, lines),
        lead("adopted by the Council of Foreign Ministers at its session held in Doha"),
        lead("on 15-17 March 1998:"),
        ("operative", None, "1. We affirm that we stand together."),
    )
    assert (header.place_evidence, header.place_seq) == ("in Doha", 8)
    assert (header.date_evidence, header.date_seq) == ("15-17 March 1998", 9)


@pytest.mark.parametrize(("lines", "is_read"), [(39, True), (41, False)])
def test_of_a_long_lead_the_beginning_is_looked_at(lines, is_read):
    told = lead("Those who had come to Abidjan on 10-11 July 2017 went home.")
    header, _ = read("en", COUNCIL, *[lead("The millers went home.")] * lines, told)
    assert (header.city == "Abidjan") == is_read
