"""The day of a letter that carries a report: a fact of the source, never the meeting's."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.language.dates import find_dates
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern


def find_letter_date(blocks: Sequence[Block], language: Language) -> str | None:
    """The day (ISO) that the title of a covering letter prints; None where there is no letter or no day.

    Of a letter without a title, the first day that it prints: above a title stands the day of the document that
    carries the letter, and behind it those of the meeting.
    """
    letter = [block for block in blocks if block.role == "boilerplate" and block.subrole == "covering_letter"]
    opening = load_pattern("letter_opening", language)
    title = next((place for place, block in enumerate(letter) if opening.match(block.text)), 0)
    days = (
        found.iso for block in letter[title:] for found in find_dates(block.text, language) if found.precision == "day"
    )
    return next(days, None)
