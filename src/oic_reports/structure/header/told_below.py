"""The meetings that a press release tells of below its first paragraph.

A release of a meeting says so in its first paragraph. A meeting told further down, beside what an officer said or did,
is where that happened, or what it followed from: none of its facts is the release's.
"""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.language.dates import find_dates, find_numeric_dates
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.structure.header.printed_above import leave_facts
from oic_reports.structure.text_blocks import find_first_paragraph

# languages that read days in figures with the day first, and with the month
_ORDERS: tuple[Language, ...] = ("fr", "en")
# facts of a meeting, by the prefix of ``*_source``
_OF_MEETING = ("body", "date", "place", "session")
_NOTE = "told below the first paragraph of a press release, which tells of no meeting"


def leave_told_below(
    header: Header, flags: Sequence[Flag], blocks: Sequence[Block], language: Language
) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a press release without what it tells of a meeting below its first paragraph, each with a flag.

    ``The Secretary General appealed to the Member States. … He spoke at a workshop that was held in Dhaka``: the
    release was issued elsewhere. All stay where the first paragraph tells a fact of the meeting, the title names it,
    or the page prints its day above the text: ``This was at the workshop held in Cairo this 23 October``.

    Args:
        header: its facts.
        flags: what is flagged of it.
        blocks: all of its blocks.
        language: its language.
    """
    first = find_first_paragraph(blocks, language)
    told = [name for name in _OF_MEETING if getattr(header, f"{name}_source") == "first_sentence"]
    below = [name for name in told if (getattr(header, f"{name}_seq") or 0) > first]
    is_named = "title" in {header.body_source, header.session_source}
    if not below or len(below) < len(told) or is_named or ("date" in told and _is_printed(header, blocks[: first - 1])):
        return header, tuple(flags)
    levelled = ["level"] if "body" in below and header.level_source == "body_level" else []
    return leave_facts(header, flags, [*below, *levelled], rule="header.told_below", note=_NOTE)


def _is_printed(header: Header, above: Sequence[Block]) -> bool:
    """Whether a header's day is printed in blocks above the text; one in figures may have the month first."""
    return header.date in {
        day.iso
        for block in above
        for language in _ORDERS
        for day in (*find_dates(block.text, header.language), *find_numeric_dates(block.text, language))
    }
