"""Rows of a table that a text prints as lines: a name and several numbers, one row below the other, and their head.

Files of words alone tell nothing of cells; such lines look like headings otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.structure.lines.printed_lines import PrintedLine

# rows that are a table; characters of a row and words of its name
_LEAST = 2
_LONGEST = 90
_NAME_WORDS = 6
_NUMBER = r"[-–]?[\d٠-٩][\d٠-٩.,٫]*\s?%?"
_ROW = compile_pattern(rf"(?P<name>[^\W\d_].*?[^\s:])\s+(?P<numbers>{_NUMBER}(?:\s+{_NUMBER})+)")
# labels of rows, the first of them one; a capital letter alone needs its mark
_LABELS = compile_pattern(r"(?:I|1)[.)](?:\s+(?:[IVXHL]{2,5}[.)]?|[VXH][.)]|\d{1,2}[.)]))+(?:\s+(?=[^\W\d_])|\s*$)")


def mark_number_rows(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines; rows of numbers, two and more one below the other, and the head above them, marked as of a table."""
    marked = list(lines)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_row(lines[end]):
            end += 1
        if end - start >= _LEAST:
            first = start - (start > 0 and _is_head(lines[start - 1], lines[start]))
            for index in range(first, end):
                line = lines[index]
                marked[index] = PrintedLine(replace(line.line, hint="table"), line.after_gap, line.language)
        start = max(end, start + 1)
    return marked


def _is_row(line: PrintedLine) -> bool:
    may_be_row = len(line.text) <= _LONGEST and line.hint is None and not line.text[-1:].isalpha()
    row = _ROW.fullmatch(line.text) if may_be_row else None
    if row is None or len(row["name"].split()) > _NAME_WORDS or line.candidates or line.symbol:
        return False
    return not find_dates(line.text, line.language)


def _is_head(line: PrintedLine, row: PrintedLine) -> bool:
    """Whether a line names the columns: a word and more for each, and no end of a sentence."""
    match = _ROW.fullmatch(row.text)
    columns = 1 + len(match["numbers"].split()) if match else 0
    is_short = len(line.text) <= _LONGEST and line.hint is None and not line.is_closed and not line.candidates
    return is_short and not any(map(str.isdigit, line.text)) and len(line.text.split()) >= columns


def end_of_labels(text: str, place: int = 0) -> int | None:
    """Where the labels of rows end that stand one behind the other at a place, as a column read apart; else None.

    ``I. II. III. Wells … 7 Dams … 9``. Recognition reads ``IL``, ``H.`` and ``IH.`` for ``II.`` and ``III.``; the first
    counts from one, behind it stands a word or nothing.
    """
    labels = _LABELS.match(text, place)
    return labels.end() if labels else None
