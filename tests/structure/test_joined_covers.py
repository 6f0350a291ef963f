"""Covers whose lines a page joined without blanks, above paragraphs that it joined as well."""

from __future__ import annotations

import pytest

from oic_reports.model import Line
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.parting.glued import part_glued

COVER = (
    "Final communiqué",
    "Adopted by the Fourth Meeting of the Committee (OIC troikas)",
    "NIAMEY — NIGER",
    "9 MAY 2011",
)
PARAGRAPHS = (
    "1.The Fourth Meeting of the Committee, which the Secretary General had called, sat in Niamey in May (Niger)",
    "2.The Minister of Labour of Niger took the chair, and the Committee adopted the agenda of the meeting",
    "3.The Committee thanked those who had come, and asked the Secretary General for a report in a year.",
)


def part(text: str) -> list[str]:
    return [line.text for line in part_glued(drop_blank([Line(text, 1)], "en"), "en")]


def test_lines_of_a_cover_are_parted_where_its_paragraphs_were_joined_to_it():
    assert part("".join((*COVER, "(Niger)", *PARAGRAPHS))) == [*COVER[:3], "9 MAY 2011(Niger)", *PARAGRAPHS]


@pytest.mark.parametrize("above", ["The McDonald Report of 2011 (OIC)JEDDAH ", "UNESCO and the ICESCOfund, iPads "])
def test_names_above_numbers_that_stand_for_themselves_are_left(above):
    assert part(" ".join((above.strip(), *PARAGRAPHS)))[0] == above.strip()


@pytest.mark.parametrize(
    "above",
    [
        # one name in two parts, names, what is no cover
        "Final Communiqué of the friends of YouTube (Niger)",
        "Final Communiqué of the Governors of the IsDB and McDonald, the COVID19 fund (Niger)",
        "The PowerPoint of the YouTube group was shown. Final CommuniquéAdopted in (Niger)",
    ],
)
def test_names_above_numbers_that_are_joined_are_left(above):
    pieces = part("".join((above, *PARAGRAPHS)))
    assert not [piece for piece in pieces if piece.endswith(("You", "Power", "Is", "Mc", "COVID", "Communiqué"))]


def test_a_number_behind_a_bracket_that_none_follows_begins_nothing():
    text = (
        "The Committee (of nine)1.In all "
        + "the members of the Committee met in the hall and heard what was said. " * 5
    )
    assert part(text) == [text.strip()]
