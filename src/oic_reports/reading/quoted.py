"""A mail that was quoted as a whole, or a forum's copy of one: each line begins with ``>``, which is no text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from oic_reports.model import Line

_MARKS = re.compile(r"(?:>\s?){1,4}")
# share of lines that begin with a mark where the whole text is quoted, and the fewest of them
_QUOTED = 0.8
_LEAST = 3


def leave_quote_marks(lines: Sequence[Line], left_out: Counter[str]) -> list[Line]:
    """The lines without the marks that a mail program put before each; as they were where few have one."""
    printed = [line for line in lines if line.text]
    quoted = [line for line in printed if _MARKS.match(line.text) and not line.marks and not line.decoded]
    if len(quoted) < max(_LEAST, _QUOTED * len(printed)):
        return [*lines]
    left_out["markup"] += sum(line.text.count(">", 0, 8) for line in quoted)
    return [replace(line, text=_MARKS.sub("", line.text, count=1)) if line in quoted else line for line in lines]
