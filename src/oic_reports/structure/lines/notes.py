"""Notes below a text whose mark stands after a word above, where their reader knows nothing of notes.

``* The Commission, seated in Jeddah`` is one, and ``1 One delegation reserved its position`` after ``… in Yaoundé.1``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.reading.raised import RAISED, TO_PLAIN
from oic_reports.structure.lines.cuts import print_with_marks
from oic_reports.structure.lines.found_once import fact
from oic_reports.structure.lines.printed_lines import PrintedLine

_NOTE = compile_pattern(r"\(?(?P<mark>\*{1,3}|[†‡])\)?\s?(?=[^\W\d_«“\"(])")
# a mark that no list has: a star in brackets, a footnote of Markdown
_SURE = compile_pattern(r"(?:\(\*{1,3}\)|\[\^[\w-]+\]:)\s")
_NUMBERED = compile_pattern(rf"(?P<mark>\d{{1,2}}(?=\s)|[{RAISED}]{{1,2}})\s?(?=[A-ZÀ-Þ\u0621-\u064a«“\"])")
_BRACKETED = compile_pattern(r"[(\[](?P<mark>\d{1,2})[)\]]\s")
# how notes of these kinds are called above
_END = r"(?=[\s.,;:)»]|$)"
_STAR_CALL = compile_pattern(rf"\w[.,;:)»”\"]?\s?\(?(?P<mark>\*{{1,3}}|[†‡])(?!\*){_END}")
_NUMBER_CALL = compile_pattern(rf"(?:[^\W\d_]{{3}}[.,;»”\")]|[^\W\d_]{{4}}|\b\d{{4}}[.,]?)(?P<mark>\d{{1,2}}){_END}")
_BRACKET_CALL = compile_pattern(
    r"(?<=[^\W\d_])(?:[.,;:»”\"]?(?:\((?P<mark>\d{1,2})\)|\[(?P<square>\d{1,2})\])"
    r"|\s\((?P<apart>\d{1,2})\)(?=\s?[.،؛,;:]|\s?$))"
)
_SQUARE_CALL = compile_pattern(r"(?<=[^\W\d_])[.,;:»”\"]?\[(?P<mark>\d{1,2})\]")
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
    calls = _Calls(lines)
    starts = _find_starred(lines, calls) | _find_numbered(lines, calls) | _find_below_rule(lines, calls)
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


class _Calls:
    """The marks that call notes in the lines of a text; looked for once there is a line that may be a note."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        self._lines = lines
        self._first: dict[re.Pattern[str], dict[str, int]] = {}

    def find(self, call: re.Pattern[str], sign: re.Pattern[str], mark: str, default: int) -> int:
        """The first line in which a mark calls its note in a way; no line without the sign has such a call."""
        if call not in self._first:
            self._first[call] = self._find_all(call, sign)
        return self._first[call].get(mark, default)

    @fact
    def _printed(self) -> list[str]:
        """The lines as they are printed, with raised figures, and Arabic-Indic ones, as plain ones."""
        return [print_with_marks(line.line).translate(TO_PLAIN) for line in self._lines]

    def _find_all(self, call: re.Pattern[str], sign: re.Pattern[str]) -> dict[str, int]:
        first: dict[str, int] = {}
        for index, text in enumerate(self._printed):
            if not sign.search(text):
                continue
            for match in call.finditer(text):
                first.setdefault(match[match.lastgroup or 0], index)
        return first


def _find_starred(lines: Sequence[PrintedLine], calls: _Calls) -> set[int]:
    starred = [index for index, line in enumerate(lines) if line.text.startswith("*") and _NOTE.match(line.text)]
    # ``* A reservation is attached``: one star alone, right below the rule that ends the text
    found = {index for index in starred if len(starred) == 1 and index and lines[index - 1].is_rule}
    for index, line in enumerate(lines):
        match = _NOTE.match(line.text)
        if _SURE.match(line.text):
            found.add(index)
        if match is None or len(line.text) < _LEAST or line.text.endswith("*"):
            continue
        if calls.find(_STAR_CALL, _STAR, match["mark"], index) < index:
            found.add(index)
    return found


def _find_numbered(lines: Sequence[PrintedLine], calls: _Calls) -> set[int]:
    found: set[int] = set()
    for index, line in enumerate(lines):
        match = _NUMBERED.match(line.text)
        if match is None or len(line.text) < _LEAST_NUMBERED or not line.after_gap or line.hint == "table":
            continue
        if calls.find(_NUMBER_CALL, _DIGIT, match["mark"].translate(TO_PLAIN), index) < index:
            found.add(index)
    return found


def _find_below_rule(lines: Sequence[PrintedLine], calls: _Calls) -> set[int]:
    """Notes ``(1) …`` below a rule, or below another such note, whose mark is glued to a word, or ends its clause.

    ``funded.(1)``, ``في كل مراحله (١).``.
    No list is called by square brackets glued to a word: ``[1] …`` is a note without a rule above it, too.
    """
    found: set[int] = set()
    rule: int | None = None
    for index, line in enumerate(lines):
        match = _BRACKETED.match(line.text)
        if line.is_rule:
            rule = index
        elif (
            match
            and line.text.startswith("[")
            and calls.find(_SQUARE_CALL, _BRACKET, match["mark"].translate(TO_PLAIN), index) < index
        ):
            found.add(index)
        elif rule is not None and match is not None:
            if calls.find(_BRACKET_CALL, _BRACKET, match["mark"].translate(TO_PLAIN), rule) < rule:
                found.add(index)
        elif not (found and _goes_on(lines, index)):
            rule = None
    return found
