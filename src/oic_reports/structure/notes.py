"""Notes below a text whose mark stands after a word above, where their reader knows nothing of notes.

``* The Commission, seated in Jeddah`` is one, and ``1 One delegation reserved its position`` after ``… in Yaoundé.1``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.structure.lines import PrintedLine

_NOTE = re.compile(r"\(?(?P<mark>\*{1,3}|[†‡])\)?\s?(?=[^\W\d_«“\"(])")
# a mark that no list has: a star in brackets, a footnote of Markdown
_SURE = re.compile(r"(?:\(\*{1,3}\)|\[\^[\w-]+\]:)\s")
_NUMBERED = re.compile(r"(?P<mark>\d{1,2})\s(?=[A-ZÀ-Þ\u0621-\u064a«“\"])")
_BRACKETED = re.compile(r"[(\[](?P<mark>\d{1,2}|[٠-٩]{1,2})[)\]]\s")
# characters of a footnote behind its mark, and behind a bare number, which begins other lines too
_LEAST = 12
_LEAST_NUMBERED = 25


def find_marked_notes(lines: Sequence[PrintedLine]) -> dict[int, bool]:
    """Lines of notes: index to whether the line begins one (else it goes on with the line before).

    A note begins with a mark that stands after a word of an earlier line; lists of stars are none. A number is a mark
    where it stands right behind a closing mark or a word of at least three letters; one in brackets, below a rule only.
    """
    starts = _find_starred(lines) | _find_numbered(lines) | _find_below_rule(lines)
    found = dict.fromkeys(sorted(starts), True)
    for index in sorted(starts):
        place = index + 1
        while place < len(lines) and place not in starts and _goes_on(lines, place):
            found[place] = False
            place += 1
    return found


def _goes_on(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a wrapped line goes on with the one before."""
    before, line = lines[index - 1], lines[index]
    return not (line.after_gap or before.is_closed or line.candidates) and line.hint is None


def _is_called(lines: Sequence[PrintedLine], call: re.Pattern[str]) -> bool:
    return any(call.search(line.text) for line in lines)


def _find_starred(lines: Sequence[PrintedLine]) -> set[int]:
    found: set[int] = set()
    for index, line in enumerate(lines):
        match = _NOTE.match(line.text)
        if _SURE.match(line.text):
            found.add(index)
        if match is None or len(line.text) < _LEAST or line.text.endswith("*"):
            continue
        mark = re.escape(match.group("mark"))
        call = re.compile(rf"\w[.,;:)»”\"]?\s?\(?{mark}(?!\*)(?=[\s.,;:)»]|$)")
        if _is_called(lines[:index], call):
            found.add(index)
    return found


def _find_numbered(lines: Sequence[PrintedLine]) -> set[int]:
    found: set[int] = set()
    for index, line in enumerate(lines):
        match = _NUMBERED.match(line.text)
        if match is None or len(line.text) < _LEAST_NUMBERED or not line.after_gap or line.hint == "table":
            continue
        call = re.compile(rf"(?:[^\W\d_]{{3}}[.,;»”\")]|[^\W\d_]{{4}}){match.group('mark')}(?=[\s.,;:)»]|$)")
        if _is_called(lines[:index], call):
            found.add(index)
    return found


def _find_below_rule(lines: Sequence[PrintedLine]) -> set[int]:
    """Notes ``(1) …`` below a rule, or below another such note, whose mark stands glued to a word: ``funded.(1)``."""
    found: set[int] = set()
    rule: int | None = None
    for index, line in enumerate(lines):
        match = _BRACKETED.match(line.text)
        if line.is_rule:
            rule = index
        elif rule is not None and match is not None:
            call = re.compile(rf"[^\W\d_][.,;:»”\"]?(?:\({match.group('mark')}\)|\[{match.group('mark')}\])")
            if _is_called(lines[:rule], call):
                found.add(index)
        elif not (found and _goes_on(lines, index)):
            rule = None
    return found
