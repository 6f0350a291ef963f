"""Lines above the body that are neither of the text nor of a site: counts, times of reading, numbers of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.printed_lines import PrintedLine

# words of the name of who posted a text
_WORDS_OF_NAME = 4
_SUFFIX = compile_pattern(r"(?:st|nd|rd|th|[èe]me|er|[èe]re|e)\b.*", re.IGNORECASE)


def find_counts(lines: Sequence[PrintedLine], site: set[int]) -> list[int]:
    """Bare numbers beside lines of a site, and those beside these: how often a page was seen or loaded."""
    known = set(site)
    for index, line in enumerate(lines):
        if line.text.isdigit() and {index - 1, index + 1} & known:
            known.add(index)
    return sorted(known - site)


def find_reading_times(lines: Sequence[PrintedLine]) -> list[int]:
    """Lines that say how long a text takes to read, and the names of who posted it right above or below them."""
    reading_time = load_pattern("reading_time", "en")
    times = [index for index, line in enumerate(lines) if reading_time.match(line.text)]
    beside = {index + step for index in times for step in (-1, 1) if 0 <= index + step < len(lines)}
    return sorted({*times, *(index for index in beside if _is_name(lines[index]))})


def _is_name(line: PrintedLine) -> bool:
    """Whether a line may be the name of a person: a few words with capitals that name nothing else."""
    words = line.text.split()
    is_short = len(words) <= _WORDS_OF_NAME and not any(map(str.isdigit, line.text))
    is_named = line.names_type or line.names_body or line.front_kind != "title"
    return is_short and not is_named and not line.is_closed and all(word[0].isupper() for word in words)


def find_page_marks(lines: Sequence[PrintedLine]) -> list[int]:
    """Lines above the body that are numbers of pages; ``34`` above ``ème`` is part of a title."""
    return [
        index
        for index, line in enumerate(lines)
        if line.is_page_mark and not (index + 1 < len(lines) and _SUFFIX.fullmatch(lines[index + 1].text))
    ]
