"""Notes below a text whose mark stands after a word above, where their reader knows nothing of notes.

``* The Commission, seated in Jeddah`` is one, and ``1 One delegation reserved its position`` after ``… in Yaoundé.1``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.reading.raised import RAISED, TO_LEVEL
from oic_reports.structure.cuts import print_with_marks
from oic_reports.structure.printed_lines import PrintedLine

_NOTE = re.compile(r"\(?(?P<mark>\*{1,3}|[†‡])\)?\s?(?=[^\W\d_«“\"(])")
# a mark that no list has: a star in brackets, a footnote of Markdown
_SURE = re.compile(r"(?:\(\*{1,3}\)|\[\^[\w-]+\]:)\s")
_NUMBERED = re.compile(rf"(?P<mark>\d{{1,2}}(?=\s)|[{RAISED}]{{1,2}})\s?(?=[A-ZÀ-Þ\u0621-\u064a«“\"])")
_BRACKETED = re.compile(r"[(\[](?P<mark>\d{1,2})[)\]]\s")
# how notes of these kinds are called above
_END = r"(?=[\s.,;:)»]|$)"
_STAR_CALL = re.compile(rf"\w[.,;:)»”\"]?\s?\(?(?P<mark>\*{{1,3}}|[†‡])(?!\*){_END}")
_NUMBER_CALL = re.compile(rf"(?:[^\W\d_]{{3}}[.,;»”\")]|[^\W\d_]{{4}}|\b\d{{4}}[.,]?)(?P<mark>\d{{1,2}}){_END}")
_BRACKET_CALL = re.compile(r"(?<=[^\W\d_])[.,;:»”\"]?(?:\((?P<mark>\d{1,2})\)|\[(?P<square>\d{1,2})\])")
_SQUARE_CALL = re.compile(r"(?<=[^\W\d_])[.,;:»”\"]?\[(?P<mark>\d{1,2})\]")
# what each of them holds: one search for it spares most lines the longer one
_STAR, _DIGIT, _BRACKET = re.compile(r"[*†‡]"), re.compile(r"\d"), re.compile(r"[(\[]")
# characters of a footnote behind its mark, and behind a bare number, which begins other lines too
_LEAST = 12
_LEAST_NUMBERED = 25


def find_marked_notes(lines: Sequence[PrintedLine]) -> dict[int, bool]:
    """Lines of notes: index to whether the line begins one (else it goes on with the line before).

    A note begins with a mark that stands after a word of an earlier line; lists of stars are none. A number is a mark
    where it stands right behind a closing mark or a word of at least three letters; one in brackets, below a rule only.
    """
    printed = [print_with_marks(line.line).translate(TO_LEVEL) for line in lines]
    starts = _find_starred(lines, printed) | _find_numbered(lines, printed) | _find_below_rule(lines, printed)
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


def _find_calls(printed: Sequence[str], call: re.Pattern[str], sign: re.Pattern[str]) -> dict[str, int]:
    """The marks that call notes, each with the first line in which it does; no line without the sign has a call."""
    first: dict[str, int] = {}
    for index, text in enumerate(printed):
        if not sign.search(text):
            continue
        for match in call.finditer(text):
            first.setdefault(match[match.lastgroup or 0], index)
    return first


def _find_starred(lines: Sequence[PrintedLine], printed: Sequence[str]) -> set[int]:
    called = _find_calls(printed, _STAR_CALL, _STAR)
    starred = [index for index, line in enumerate(lines) if line.text.startswith("*") and _NOTE.match(line.text)]
    # ``* A reservation is attached``: one star alone, right below the rule that ends the text
    found = {index for index in starred if len(starred) == 1 and index and lines[index - 1].is_rule}
    for index, line in enumerate(lines):
        match = _NOTE.match(line.text)
        if _SURE.match(line.text):
            found.add(index)
        if match is None or len(line.text) < _LEAST or line.text.endswith("*"):
            continue
        if called.get(match["mark"], index) < index:
            found.add(index)
    return found


def _find_numbered(lines: Sequence[PrintedLine], printed: Sequence[str]) -> set[int]:
    called = _find_calls(printed, _NUMBER_CALL, _DIGIT)
    found: set[int] = set()
    for index, line in enumerate(lines):
        match = _NUMBERED.match(line.text)
        if match is None or len(line.text) < _LEAST_NUMBERED or not line.after_gap or line.hint == "table":
            continue
        if called.get(match["mark"].translate(TO_LEVEL), index) < index:
            found.add(index)
    return found


def _find_below_rule(lines: Sequence[PrintedLine], printed: Sequence[str]) -> set[int]:
    """Notes ``(1) …`` below a rule, or below another such note, whose mark stands glued to a word: ``funded.(1)``.

    No list is called by square brackets glued to a word: ``[1] …`` is a note without a rule above it, too.
    """
    called = _find_calls(printed, _BRACKET_CALL, _BRACKET)
    square = _find_calls(printed, _SQUARE_CALL, _BRACKET)
    found: set[int] = set()
    rule: int | None = None
    for index, line in enumerate(lines):
        match = _BRACKETED.match(line.text)
        if line.is_rule:
            rule = index
        elif match is not None and line.text.startswith("[") and square.get(match["mark"], index) < index:
            found.add(index)
        elif rule is not None and match is not None:
            if called.get(match["mark"], rule) < rule:
                found.add(index)
        elif not (found and _goes_on(lines, index)):
            rule = None
    return found
