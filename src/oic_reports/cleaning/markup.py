"""Marks of a mark-up language that were saved as text: bold marks around words, heading marks.

Bold marks stand in pairs, the first before a word and the second behind one, or both at the ends of a line; a mark
alone (``**kwargs``, a power, a note's stars) is of the text, and so is a name in program code (``__init__``).
"""

from __future__ import annotations

import re

from oic_reports.cleaning.draft import Draft, Edit
from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Flag

_MARKS = ("#", "**", "__")
_MARK = compile_pattern(r"(?<!\*)\*{2,3}(?!\*)|(?<!_)__(?!_)")
_HEADING = compile_pattern(r"^#{1,6} +", re.MULTILINE)
_CODE_NAME = compile_pattern("[a-z0-9_]+")
RULE_HEADING = "markup.heading"
RULE_EMPHASIS = "markup.emphasis"


def remove_markup(draft: Draft) -> None:
    """Take out ``**``, ``__`` and ``#`` marks; a paragraph without a letter (a row of stars) is left alone."""
    if not any(mark in draft.text for mark in _MARKS) or not any(map(str.isalnum, draft.text)):
        return
    draft.edit(Edit(*mark.span(), "", "markup", RULE_HEADING, "high") for mark in _HEADING.finditer(draft.text))
    text = draft.text
    edits: list[Edit] = []
    opened: dict[str, tuple[int, int]] = {}
    for match in _MARK.finditer(text):
        mark = match.group()
        first = opened.get(mark)
        if first is not None and _may_close(text, match) and not _is_code(text, first[1], match):
            del opened[mark]
            if text[first[1] : match.start()].strip():
                edits += (_drop(text, *span) for span in (first, match.span()))
        elif _may_open(text, match):
            opened[mark] = match.span()
    draft.edit(edits)
    for match in _MARK.finditer(draft.text):
        if match.start() == 0 or match.end() == len(draft.text):
            # perhaps one of a pair around several paragraphs
            draft.flag(*match.span(), Flag("markup_artefact", RULE_EMPHASIS, note="a mark without its pair"))


def _may_open(text: str, mark: re.Match[str]) -> bool:
    """Whether a word begins behind a mark and none ends at it, or the mark begins a line."""
    before, after = text[max(mark.start() - 1, 0) : mark.start()], text[mark.end() : mark.end() + 1]
    is_first = before in {"", "\n"}
    return is_first or (not before.isalnum() and bool(after) and not after.isspace())


def _may_close(text: str, mark: re.Match[str]) -> bool:
    """Whether a word ends at a mark and none begins behind it, or the mark ends a line."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    is_last = after in {"", "\n"}
    return is_last or (not before.isspace() and not after.isalnum())


def _is_code(text: str, start: int, mark: re.Match[str]) -> bool:
    return "_" in mark.group() and _CODE_NAME.fullmatch(text, start, mark.start()) is not None


def _drop(text: str, start: int, end: int) -> Edit:
    """A mark goes with the blank that parts it from its text at the ends of a line."""
    if text[max(start - 1, 0) : start] in {"", "\n"} and text[end : end + 1] == " ":
        end += 1
    elif text[end : end + 1] in {"", "\n"} and text[start - 1 : start] == " ":
        start -= 1
    return Edit(start, end, "", "markup", RULE_EMPHASIS, "high")
