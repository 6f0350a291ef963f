"""The day of a statement that an organ of the OIC issued itself, as its own page prints it above the text.

A report is dated by its meeting, and the day on a page is that of the posting. A press release, or a message of the
Secretary General, tells of no meeting: the day above it, on a page of the OIC's own or below the line that calls it a
press release, is the day on which it was issued.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.language.dates import FoundDate, find_dates, find_numeric_dates
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.header.datelines import is_posting_date
from oic_reports.structure.signs import find_motto, is_body

# code points of a line that holds a day and its label (``Date: 18/10/2023``)
_LINE = 40


def take_release_day(
    header: Header, flags: tuple[Flag, ...], blocks: Sequence[Block], language: Language
) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a statement with the day on which it was issued, and its flags; as they were where none is sure.

    A statement that tells of a meeting is dated by that meeting, or not at all.

    Args:
        header: facts of a text that states something of itself; a day that it has stays.
        flags: what is flagged of it; a conflict between days stays one.
        blocks: all of its blocks.
        language: its language.
    """
    if (
        header.date is not None
        or header.body_id is not None
        or any(flag.flag in {"date_conflict", "date_unsure"} for flag in flags)
    ):
        return header, flags
    above = [(seq, block) for seq, block in enumerate(_find_above(blocks), 1)]
    is_own = find_motto(blocks, language) is not None or _is_release([block for _, block in above], language)
    if not is_own:
        return header, flags
    days = [
        (day, line, seq) for seq, block in above for line in block.text.split("\n") for day in _read(line, language)
    ]
    if len({day.iso for day, _, _ in days}) != 1:
        return header, flags
    day, line, seq = days[0]
    dated = replace(
        header,
        date=day.iso,
        date_raw=day.raw,
        date_precision=day.precision,
        calendar=day.calendar,
        date_source="header",
        date_evidence=line.strip(),
        date_seq=seq,
    )
    return dated, tuple(flag for flag in flags if flag.flag != "no_date")


def _find_above(blocks: Sequence[Block]) -> Sequence[Block]:
    body = next((i for i, block in enumerate(blocks) if is_body(block)), len(blocks))
    return blocks[:body]


def _is_release(blocks: Sequence[Block], language: Language) -> bool:
    line = load_pattern("release_line", language)
    return any(line.match(text) for block in blocks for text in block.text.split("\n"))


def _read(line: str, language: Language) -> list[FoundDate]:
    """The day that is all of a line but its label."""
    if len(line) > _LINE or not is_posting_date(line, language):
        return []
    return [*find_dates(line, language), *find_numeric_dates(line, language)][:1]
