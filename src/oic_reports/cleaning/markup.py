"""Marks of a mark-up language that were saved as text: bold marks, heading marks."""

from __future__ import annotations

import re

from oic_reports.cleaning.draft import Draft
from oic_reports.model import Confidence

_MARK = r"(?:(?<!\*)\*{2,3}(?!\*)|(?<!_)__(?!_))"
_EMPHASIS = re.compile(rf"(?<=\S){_MARK}|{_MARK}(?=\S)|^{_MARK}|{_MARK}$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} +", re.MULTILINE)


def remove_markup(draft: Draft) -> None:
    """Take out ``**``, ``__`` and ``#`` marks; a paragraph without a letter (a row of stars) is left alone."""
    if not any(character.isalnum() for character in draft.text):
        return
    _remove(draft, _HEADING, "markup.heading")
    _remove(draft, _EMPHASIS, "markup.emphasis")


def _remove(draft: Draft, pattern: re.Pattern[str], rule: str) -> None:
    marks = list(pattern.finditer(draft.text))
    is_paired = len(marks) % 2 == 0 or rule == "markup.heading"
    for mark in reversed(marks):
        start, end = mark.span()
        is_first = start == 0 or draft.text[start - 1] == "\n"
        if is_first and draft.text[end : end + 1] == " ":
            end += 1
        elif end == len(draft.text) and draft.text[start - 1 : start] == " ":
            start -= 1
        confidence: Confidence = "high" if is_paired else "medium"
        draft.change(start, end, "", kind="markup", rule=rule, confidence=confidence)
