"""The day of a letter that carries a report: a fact of the source, never the meeting's."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.language.dates import find_dates
from oic_reports.model import Block, Language


def find_letter_date(blocks: Sequence[Block], language: Language) -> str | None:
    """The first day (ISO) that a covering letter prints; None where there is no letter or no day."""
    for block in blocks:
        if block.role == "boilerplate" and block.subrole == "covering_letter":
            days = [found for found in find_dates(block.text, language) if found.precision == "day"]
            if days:
                return days[0].iso
    return None
