"""Paragraphs that nothing but several blanks parts in a long line."""

from __future__ import annotations

import pytest

from oic_reports.reading.blank_gaps import part_gaps
from oic_reports.reading.reader import read_bytes

PARAGRAPHS = [
    "In the name of God, the Merciful",
    "Excellencies, Ladies and Gentlemen,",
    "The Ministers of Agriculture met for the third time this spring, and what they saw of the fields was good.",
    "It is for the Conference to say how the grain that was stored is to be shared among those who lost their own.",
    "The Conference thanked the host for the welcome that was given to all of the delegations in these three days.",
]


@pytest.mark.parametrize("gap", ["   ", "     ", "\u00a0\u00a0\u00a0", " \u00a0 "])
def test_blanks_part_the_paragraphs_of_a_long_line(gap):
    assert [*part_gaps(gap.join(PARAGRAPHS))] == [
        text + (gap if place < 4 else "") for place, text in enumerate(PARAGRAPHS)
    ]


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_a_copy_and_a_page_are_parted_alike(name):
    text = "\u00a0\u00a0\u00a0".join(PARAGRAPHS)
    page = f"<html><body><p>{text}</p></body></html>" if name.endswith("html") else text
    lines = [line for line in read_bytes(page.encode(), name).lines if line.text]
    assert [line.text for line in lines] == PARAGRAPHS
    assert all(line.flow == "starts" for line in lines[1:]) or name.endswith("html")


@pytest.mark.parametrize(
    "text",
    [
        # two blanks behind each sentence, as typists set them
        "  ".join(PARAGRAPHS),
        # columns of a table, and words that are set apart
        "   ".join(["Member State", "Share", "12.5", "Arrears", "Republic of Mali", "0.8", "none"] * 12),
        "   ".join(" ".join(PARAGRAPHS[2:]).split()),
        # one gap; a short line
        "   ".join([" ".join(PARAGRAPHS[:3]), " ".join(PARAGRAPHS[3:])]),
        "Dakar.   3 May.   Closed.",
    ],
)
def test_other_blanks_part_nothing(text):
    assert [*part_gaps(text)] == [text]


def test_a_gap_inside_a_sentence_parts_nothing_beside_those_that_do():
    text = "   ".join([*PARAGRAPHS[2:4], PARAGRAPHS[4].replace("welcome that", "welcome   that"), PARAGRAPHS[2]])
    assert len(part_gaps(text)) == len(PARAGRAPHS) - 1
