from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.cleaning.draft import Draft, apply_repairs
from oic_reports.model import Flag, Repair

SEVERAL = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("abاب ", max_size=4)), max_size=8)


@given(st.text("abcdابجد □", max_size=40), SEVERAL)
def test_repairs_always_lead_from_raw_to_text(text_raw, changes):
    draft = Draft(text_raw)
    for start, length, after in changes:
        start = min(start, len(draft.text))  # noqa: PLW2901  (kept inside)
        end = min(start + length, len(draft.text))
        expected = draft.text[:start] + after + draft.text[end:]
        draft.change(start, end, after, kind="spacing", rule="test.rule", confidence="high")
        assert draft.text == expected
        assert apply_repairs(text_raw, draft.sorted_repairs) == draft.text


def test_changes_of_one_place_become_one_repair():
    draft = Draft("كيता سليم")
    draft.change(0, 4, "كيطا", kind="foreign_script", rule="first", confidence="high")
    draft.change(2, 3, "ت", kind="glyph_misread", rule="second", confidence="medium")
    (repair,) = draft.sorted_repairs
    assert (repair.raw_start, repair.raw_end, repair.before, repair.after) == (0, 4, "كيता", "كيتا")
    assert (repair.rule, repair.confidence) == ("first+second", "medium")


def test_a_change_that_changes_nothing_is_no_repair():
    draft = Draft("abc")
    draft.change(0, 1, "a", kind="spacing", rule="r", confidence="high")
    assert draft.sorted_repairs == ()


def test_flags_move_with_the_text():
    draft = Draft("one two three")
    draft.flag(8, 13, Flag("suspect_word", "r"))
    draft.change(0, 3, "1", kind="spacing", rule="r", confidence="high")
    (flag,) = draft.flags
    assert (flag.start, flag.end, flag.surface) == (6, 11, "three")


@pytest.mark.parametrize(
    "repairs",
    [
        (Repair(0, 2, "xx", "", "markup", "r", "high"),),
        (Repair(0, 2, "ab", "", "markup", "r", "high"), Repair(1, 3, "bc", "", "markup", "r", "high")),
    ],
)
def test_repairs_that_do_not_fit_are_refused(repairs):
    with pytest.raises(ValueError, match="does not fit"):
        apply_repairs("abc", repairs)


def test_a_change_that_is_undone_is_no_repair():
    draft = Draft("abc def")
    draft.change(0, 3, "abd", kind="spacing", rule="r", confidence="high")
    draft.change(0, 3, "abc", kind="spacing", rule="s", confidence="high")
    assert (draft.text, draft.sorted_repairs) == ("abc def", ())
