"""Notes below a text that are marked with an asterisk, as a word above is: ``* The Commission, seated in Jeddah``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.structure.lines import PrintedLine

_NOTE = re.compile(r"(?P<mark>\*{1,3}|[†‡])\s?(?=[^\W\d_«“\"(])")
_LEAST = 12


def find_starred_notes(lines: Sequence[PrintedLine]) -> set[int]:
    """Indexes of lines that begin with a mark which stands after a word of an earlier line; lists of stars are none."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        match = _NOTE.match(line.text)
        if match is None or len(line.text) < _LEAST or line.text.endswith("*"):
            continue
        mark = re.escape(match.group("mark"))
        called = re.compile(rf"\w[.,;:)»”\"]?\s?{mark}(?!\*)(?=[\s.,;:)»]|$)")
        if any(called.search(other.text) for other in lines[:index]):
            found.add(index)
    return found
