"""Rows of an index: each is a block of its own, over however many lines it is printed.

A row is a number or letter, a title, and a page; viewers print each on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.resources import load_pattern
from oic_reports.structure.headings import is_index_heading, opens_index
from oic_reports.structure.paragraphs import Paragraph
from oic_reports.structure.printed_lines import PrintedLine
from oic_reports.structure.resolutions import read_number

# a page, or the first and the last of several, at the end of a row
_PAGE_AT_END = re.compile(r"(?:^|[\s.…])\.*\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?$")
_LONE_NUMBER = re.compile(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?")
_NUMBERED = re.compile(r"(?:\d{1,3}|[A-Z]|[IVX]{1,5})\s+[^\W\d_]")


def make_rows(lines: Sequence[PrintedLine], rule: str, *, is_listed: bool = False) -> list[Paragraph]:
    """The lines of an index as its heading and its rows, in order; ``is_listed``: each line is one, without a page."""
    paragraphs: list[Paragraph] = []
    for row in [[line] for line in lines] if is_listed else group_rows(lines):
        is_head = len(row) == 1 and is_index_heading(row[0].text)
        texts = [line.text for line in row]
        paragraphs.append(
            Paragraph("heading" if is_head else "table", list(row), texts, joint=" ", rules=[rule] * len(row))
        )
    return paragraphs


def group_rows(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines of an index, row by row."""
    rows: list[list[PrintedLine]] = []
    for line in lines:
        if rows and not _begins_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _begins_row(row: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a line is of another row than the one above."""
    last = row[-1]
    if all(opens_index(one) and not is_index_heading(one.text) for one in (last, line)):
        # the heads of the columns, one below the other
        return False
    if _is_head(last) or _is_head(line):
        return True
    if _LONE_NUMBER.fullmatch(line.text):
        # the page of the row above, or where it has one the number of the next
        return _ends_row(row)
    if _ends_row(row) or line.hint == "table":
        return True
    if len(row) == 1 and last.is_capital and len(last.text.split()) == 1:
        # the heading of a part of the index: ``ANNEXES``
        return True
    is_alone = _LONE_NUMBER.fullmatch(last.text) is not None or (bool(last.candidates) and not last.candidates[0].rest)
    numbers = [read_number(other.text) is not None for other in (*row, line)]
    begins = bool(line.candidates) or _NUMBERED.match(line.text) is not None or (numbers[-1] and any(numbers[:-1]))
    return not is_alone and begins


def _ends_row(row: Sequence[PrintedLine]) -> bool:
    """Whether a row has its page."""
    text = row[-1].text
    if len(row) == 1:
        return _LONE_NUMBER.fullmatch(text) is None and _PAGE_AT_END.search(text) is not None
    return _PAGE_AT_END.search(text) is not None


def _is_head(line: PrintedLine) -> bool:
    return is_index_heading(line.text) or opens_index(line)


def is_banner(line: PrintedLine) -> bool:
    """Whether a line is a viewer's: ``Page 2: TITLE``."""
    return load_pattern("page_banner", "en").match(line.text) is not None
