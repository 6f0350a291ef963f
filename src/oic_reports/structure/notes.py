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
_LEAST = 12
_LEAST_NUMBERED = 25


def find_marked_notes(lines: Sequence[PrintedLine]) -> set[int]:
    """Indexes of lines that begin with a mark which stands after a word of an earlier line; lists of stars are none.

    A number is a mark where it stands right behind a closing mark or a word of at least three letters.
    """
    found: set[int] = set()
    for index, line in enumerate(lines):
        match = _NOTE.match(line.text)
        if _SURE.match(line.text):
            found.add(index)
        if match is None or len(line.text) < _LEAST or line.text.endswith("*"):
            continue
        mark = re.escape(match.group("mark"))
        called = re.compile(rf"\w[.,;:)»”\"]?\s?\(?{mark}(?!\*)(?=[\s.,;:)»]|$)")
        if any(called.search(other.text) for other in lines[:index]):
            found.add(index)
    return found | _find_numbered(lines)


def _find_numbered(lines: Sequence[PrintedLine]) -> set[int]:
    found: set[int] = set()
    for index, line in enumerate(lines):
        match = _NUMBERED.match(line.text)
        if match is None or len(line.text) < _LEAST_NUMBERED or not line.after_gap or line.line.hint == "table":
            continue
        called = re.compile(rf"(?:[^\W\d_]{{3}}[.,;»”\")]|[^\W\d_]{{4}}){match.group('mark')}(?=[\s.,;:)»]|$)")
        if any(called.search(other.text) for other in lines[:index]):
            found.add(index)
    return found
