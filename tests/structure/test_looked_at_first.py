"""Lines that a pattern is not tried on, since they cannot have what it looks for: no pattern finds anything in them."""

from __future__ import annotations

from importlib import import_module
from re._constants import BRANCH, LITERAL

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.lines.number_rows import _ROW

LANGUAGES = ("ar", "en", "fr")


def has_colon(steps):
    """Whether all that a part of a pattern finds has a colon."""
    return any(
        (operator == LITERAL and value == ord(":")) or (operator == BRANCH and all(map(has_colon, value[1])))
        for operator, value in steps
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lead_holds_a_colon(language):
    assert has_colon(import_module("re._parser").parse(load_pattern("lead_colon", language).pattern))


def test_every_heading_of_an_index_ends_with_a_letter():
    assert all(row["form"][-1].isalpha() for row in load_vocabulary("index_words"))


@given(st.text("a1٢.%- ,:", max_size=14))
def test_no_row_of_numbers_ends_with_a_letter(text):
    assert not (_ROW.fullmatch(text) and text[-1].isalpha())
