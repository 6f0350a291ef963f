"""Arabic words as half of all sites write them."""

import re

import pytest

from oic_reports.resources import load_pattern, write_loosely


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("أمس", "امس", True),
        ("امس", "أمس", False),
        ("في", "فى", True),
        ("بيان", "بىان", False),
        ("[أإ]لى", "الي", True),
        (r"[\u0621-\u064a]", "ا", True),
    ],
)
def test_a_letter_of_a_pattern_stands_for_what_is_printed_for_it(pattern, text, fits):
    assert bool(re.fullmatch(write_loosely(pattern), text)) is fits


def test_patterns_are_written_loosely():
    assert load_pattern("newspaper_day", "ar").search("فى ختام اعماله امس")
