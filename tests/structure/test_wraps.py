"""Sentences over narrow lines go on from line to line; titles, names and lists do not."""

import pytest

from oic_reports.model import Box, Line
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.parting.wraps import join_wraps

ENGLISH = ("The experts on water", "of the states by the river", "asked for a survey of the dams.")
FRENCH = ("Les ministres de l'eau", "des pays du fleuve ont", "demandé une étude des barrages.")


def find_joined(*texts, language="en", gaps=(), hints=None, flows=None, boxes=None):
    """The places of the lines that go on with the one above."""
    lines = [
        PrintedLine(
            Line(
                text,
                number,
                hint=(hints or {}).get(number),
                flow=(flows or {}).get(number),
                box=(boxes or {}).get(number),
            ),
            number in gaps,
            language,
        )
        for number, text in enumerate(texts)
    ]
    return [index for index, line in enumerate(join_wraps(lines)) if line.flow == "continues"]


@pytest.mark.parametrize(("lines", "language"), [(ENGLISH, "en"), (FRENCH, "fr")])
def test_a_sentence_over_narrow_lines_goes_on(lines, language):
    assert find_joined(*lines, language=language) == [1, 2]


def test_a_capital_letter_inside_the_sentence_goes_on_where_the_line_above_is_filled():
    text = ("the dams of the river that", "Niger and Mali had built", "and asked for a survey.")
    assert find_joined("The experts looked at all of", *text) == [1, 2, 3]


@pytest.mark.parametrize(("above", "joined"), [("the wells of", []), ("the wells of a", [2])])
def test_a_line_before_a_capital_letter_fills_half_of_the_widest(above, joined):
    # the widest has 28 characters, the two lines have 12 and 14
    lines = ("The experts looked as well a", above, "Niger and asked for a survey", "of the dams by the river.")
    assert [place for place in find_joined(*lines) if place == 2] == joined


@pytest.mark.parametrize(("length", "joined"), [(59, []), (60, [1])])
def test_a_sentence_has_sixty_characters(length, joined):
    above, below = "The meeting of experts asked", "for a survey of all the "
    lines = (above, below + "x" * (length - len(above) - len(below) - 2) + ".")
    assert len(" ".join(lines)) == length
    assert find_joined(*lines) == joined


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        (("Final communiqué", "of the meeting of ministers of water", "held by the river in the spring."), "en"),
        (("FINAL REPORT ON DAMS", "of the states by the river", "that the experts had asked for."), "en"),
        (("WELLS ALONG THE NIGER", "of the states by the river", "that the experts had asked for."), "en"),
        (("Wells and Great Rivers", "of the states by the river", "that the experts had asked for."), "en"),
        (("WELLS BY SEA", "of the states by the river", "that the experts had asked for in spring."), "en"),
        (("Abuja, 7-8 May 2031", "of the states by the river", "that the experts had asked for."), "en"),
        (("OIC/WTR-4/2031/REP.2", "of the states by the river", "that the experts had asked for in spring."), "en"),
        (("Communiqué final", "de la réunion des ministres de l'eau", "tenue au bord du fleuve au printemps."), "fr"),
        (("وحدات المياه", "في القرى التي زارها الخبراء على ضفاف النهر", "وطلبوا دراسة جديدة عن السدود."), "ar"),
    ],
    ids=[
        "type of a text",
        "type in capitals",
        "capitals",
        "title case",
        "one word in capitals",
        "place and days",
        "symbol",
        "type in French",
        "no small letters",
    ],
)
def test_a_title_above_a_sentence_does_not_go_on_with_it(lines, language):
    assert 1 not in find_joined(*lines, language=language)


def test_a_sentence_that_no_mark_ends_is_none():
    assert find_joined(*ENGLISH[:2], "asked for a survey of the dams") == []


def test_an_act_begins_a_paragraph_whatever_the_line_above_fills():
    lines = (
        "The experts of the states by the",
        "river had come for the talks and",
        "Calls upon all to share the wells.",
    )
    assert 2 not in find_joined(*lines)


@pytest.mark.parametrize(
    "more",
    [
        {"gaps": (2,)},
        {"hints": {2: "heading"}},
        {"hints": {1: "heading"}},
        {"flows": {2: "starts"}},
        {"boxes": {2: Box(1, 70.0, 60.0, 500.0, 72.0)}},
    ],
)
def test_what_the_page_parts_stays_parted(more):
    assert 2 not in find_joined(*ENGLISH[:2], "asked for a long survey of the dams and of the wells.", **more)
    assert 2 not in find_joined(*ENGLISH, **more)


def test_a_label_begins_a_paragraph():
    assert 2 not in find_joined(*ENGLISH[:2], "1. asked for a survey of the dams and the wells.")


@pytest.mark.parametrize("line", ["--------------------", "recalling what all of them had said of the wells,"])
def test_a_rule_and_a_participle_part_sentences(line):
    assert 2 not in find_joined(*ENGLISH[:2], line, "and of the dams that the river feeds in the spring.")


def test_where_no_break_is_sure_nothing_goes_on():
    lines = ("طلب الخبراء من الدول الواقعة على النهر", "دراسة جديدة عن السدود التي تقام في القرى.")
    assert find_joined(*lines, language="ar") == []


def test_many_lines_keep_their_number():
    lines = ENGLISH * 4_000
    assert len(find_joined(*lines)) == 8_000
