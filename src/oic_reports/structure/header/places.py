"""Where a meeting was held: venue, city, country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.dates import find_dates
from oic_reports.structure.lines import find_form, find_forms


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """Venue and city in English, the country's ISO 3166 code, and the place as printed."""

    venue: str | None
    venue_raw: str | None
    city: str | None
    country_iso2: str | None


def find_place(header: Sequence[Block], sentences: str, language: Language) -> FoundPlace | None:
    """The place of a meeting: of a header line, else of the first sentences.

    Args:
        header: the blocks of the header and title.
        sentences: the first paragraphs of the body.
        language: the report's language.
    """
    lines = [line for block in header for line in block.text.split("\n")]
    best = [line for line in lines if find_form("venues", line, language) and find_form("cities", line, language)]
    for line in best or [line for line in lines if find_form("cities", line, language)]:
        return _describe(line, _without_date(line, language), language)
    match = _find_in_sentences(sentences, language)
    return _describe(match, match, language) if match else None


def _without_date(line: str, language: Language) -> str:
    for found in reversed(find_dates(line, language)):
        line = line[: found.start] + line[found.end :]
    return line.strip(" ,،-–—:()")


def _describe(text: str, raw: str, language: Language) -> FoundPlace | None:
    city = find_form("cities", text, language)
    venue = find_form("venues", text, language)
    row = _row("cities", city, language)
    if row is None:
        return None
    name = _row("venues", venue, language)
    venue_name = f"{name['venue']}, {row['city']}" if name else row["city"]
    return FoundPlace(venue_name, raw or None, row["city"], row["country_iso2"])


def _row(name: str, match: re.Match[str] | None, language: Language) -> dict[str, str] | None:
    if match is None:
        return None
    form = match.group("form").lower().replace("'", "’")
    rows = (
        r for r in load_vocabulary(name) if r["language"] == language and r["form"].lower().replace("'", "’") == form
    )
    return next(rows, None)


def _find_in_sentences(text: str, language: Language) -> str | None:
    """The first city that follows a preposition of place, with it, as printed: ``in New York``."""
    at = load_pattern("place_preposition", language)
    for match in find_forms("cities", text, language):
        start, end = match.span("form")
        before = re.search(rf"(?<!\w){at.pattern}$", text[:start], re.IGNORECASE)
        venue = find_form("venues", text[max(0, start - 60) : start], language)
        if before and before.group().startswith(","):
            if venue:
                return text[max(0, start - 60) + venue.start("form") : end]
            continue
        if before:
            return text[before.start() : end]
    return None
