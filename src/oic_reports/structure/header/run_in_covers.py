"""What a page runs into the first paragraph of a text: the lines of its cover, the day on which it was posted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from oic_reports.language.dates import find_dates
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.names.datelines import is_posting_date
from oic_reports.structure.names.place_lines import is_place_line
from oic_reports.structure.names.place_names import blank_dates

# lines of a cover that may be run into the first paragraph, and those above which a day of posting may stand
_COVER_LINES = 12
_LINES_POSTED = 4


def find_cover(block: Block, language: Language) -> tuple[list[tuple[str, bool]], int]:
    """The lines of a cover above a first paragraph, each with whether it is one of place or days, and where they end.

    What stands above place and days is one line. No lines, and 0, where there is none.
    """
    starts = [0, *(end + 1 for end in block.line_ends[:_COVER_LINES])]
    lines = [(start, block.text[start : following - 1]) for start, following in pairwise(starts)]
    placed = [(start, line) for start, line in lines if _holds_days(line, language)]
    if not placed:
        return [], 0
    end = placed[-1][0] + len(placed[-1][1])
    where = [(start, line) for start, line in lines if start < end and _is_placed(line, language)]
    above = block.text[: where[0][0]].strip()
    if load_pattern("meeting_finite", language).search(above):
        return [], 0
    return [*([(above, False)] if above else []), *((line, True) for _, line in where)], end


def find_posted(text: str, line_ends: Sequence[int], language: Language) -> int:
    """Where a first paragraph begins below a headline and the day of its posting; 0 where none stands in it."""
    start = 0
    for end in line_ends[:_LINES_POSTED]:
        if is_posting_date(text[start:end], language) and _is_day(text[start:end], language):
            return end + 1
        start = end + 1
    return 0


def _holds_days(line: str, language: Language) -> bool:
    """Whether a line is several days, or one in two calendars, and no more."""
    days = find_dates(line, language)
    is_range = any(day.iso_end for day in days) or len({day.calendar for day in days}) > 1
    return is_range and _is_placed(line, language)


def _is_placed(line: str, language: Language) -> bool:
    return is_place_line(line, language) or (bool(find_dates(line, language)) and _is_day(line, language))


def _is_day(line: str, language: Language) -> bool:
    """Whether a line holds a day and no word beside it."""
    return not re.search(r"[^\W\d_]{3,}", blank_dates(line, language))
