"""Where a meeting was held: venue, city, country."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.dates import find_dates
from oic_reports.structure.forms import find_form, find_forms, fold_form, load_forms
from oic_reports.structure.states import find_states

_HELD_REACH = 120


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
    placed = [line for block in header if block.subrole == "place_date" for line in block.text.split("\n")]
    lines = [line for block in header for line in block.text.split("\n")]
    best = [line for line in lines if find_form("venues", line, language) and find_form("cities", line, language)]
    for line in best or [line for line in placed if find_form("cities", line, language)]:
        return _describe(line, _without_date(line, language), language)
    for line in placed:
        # a line that begins with a state's name says where, though not in which city: ``Kuwait, 27 May 2015``
        states = find_states(line, language)
        if states and not line[: states[0].start].strip(" (") and find_dates(line, language):
            raw = line[states[0].start : states[0].end]
            return FoundPlace(None, raw, None, states[0].iso2)
    titles = " ".join(block.text.replace("\n", " ") for block in header if block.role == "title")
    for text in (sentences, titles):
        match = _find_in_sentences(text, language)
        if match:
            return _describe(match, match, language)
    return None


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


def _row(name: str, match: re.Match[str] | None, language: Language) -> Mapping[str, str] | None:
    if match is None:
        return None
    return load_forms(name, language).get(fold_form(match.group("form"), language))


def _find_in_sentences(text: str, language: Language) -> str | None:
    """The city that a meeting was held in, with its preposition as printed (``in New York``); else the first city.

    What follows a verb that tells of the meeting goes first: a text names other cities too.
    """
    at = load_pattern("place_preposition", language)
    held = load_pattern("held_at", language)
    found: list[tuple[bool, int, str]] = []
    for match in find_forms("cities", text, language):
        start, end = match.span("form")
        before = re.search(rf"(?<!\w){at.pattern}$", text[:start], re.IGNORECASE)
        venue = find_form("venues", text[max(0, start - 60) : start], language)
        if not before and not _has_particle(match, language):
            continue
        is_held = held.search(text[max(0, start - _HELD_REACH) : start]) is not None
        if before and before.group().startswith(","):
            if venue:
                found.append((not is_held, start, text[max(0, start - 60) + venue.start("form") : end]))
            continue
        begin = before.start() if before else match.start()
        found.append((not is_held, start, text[begin:end]))
    return min(found)[2] if found else None


def _has_particle(match: re.Match[str], language: Language) -> bool:
    """Whether the preposition is written to the city: ``بجدة``."""
    return language == "ar" and match.group().startswith("ب")
