"""Where the meeting was held: venue, city, country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.language.dates import find_dates
from oic_reports.model import Flag, Language
from oic_reports.structure.header.own_seat import find_seat
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.header.place_told import blank_elsewhere, find_told_place
from oic_reports.structure.names.evidence import Passage
from oic_reports.structure.names.place_lines import read_place_line
from oic_reports.structure.names.place_names import (
    PlaceFact,
)


def decide_place(passages: Passages, language: Language) -> tuple[PlaceFact | None, list[Flag]]:
    """The place of the meeting and flags; None where two signs disagree or only a weak one is there."""
    placed = [
        fact for line, known in _mark_placed(passages) if (fact := read_place_line(line, language, is_placed=known))
    ]
    titles = _read_titles(passages.titles, language)
    openings = [fact for one in passages.openings if (fact := find_told_place(one, one.placed, language))]
    # a place at the end is the meeting's where its day stands with it; lines of the site stand below, too
    signed = [line for line in passages.ends if find_dates(line.printed, language)]
    ends = [fact for line in signed if (fact := read_place_line(line, language, is_placed=True))]
    front = _choose([*placed, *titles])
    opening = next((fact for fact in openings if fact.city), None) or next(iter(openings), None)
    if front and opening and not _agree(front, opening):
        note = f"{front.raw} and {opening.raw}"
        return None, [Flag("place_conflict", "header.place", "warning", surface=opening.raw, note=note)]
    if front and opening:
        fuller = front if front.city or not opening.city else opening
        venue = fuller.venue or front.venue or opening.venue
        return PlaceFact(venue, fuller.city, fuller.country_iso2, fuller.raw, fuller.evidence, fuller.is_unlisted), []
    leads = [fact for one in passages.lead_ins if (fact := find_told_place(one, one.placed, language))]
    # what a page calls the text says it last of all
    chosen = front or opening or next(iter([*ends, *leads, *_read_titles(passages.page_titles, language)]), None)
    # wherever in its first sentence a meeting is said to be at the OIC's own seat
    chosen = chosen or next((fact for one in passages.openings if (fact := find_seat(one, language))), None)
    if chosen is None:
        weak = [fact for one in passages.openings if (fact := find_told_place(one, one.weak, language))]
        if weak:
            note = "it may be said of another matter"
            return None, [Flag("place_unsure", "header.place", "warning", surface=weak[0].raw, note=note)]
    return chosen, []


def _read_titles(titles: Sequence[Passage], language: Language) -> list[PlaceFact]:
    """The places of titles; what one welcomes was held elsewhere."""
    return [
        fact
        for title in titles
        if (fact := find_told_place(title, blank_elsewhere(title.own, language), language, needs_verb=True))
    ]


def _mark_placed(passages: Passages) -> list[tuple[Passage, bool]]:
    """The lines with whether each may be read as one of place: in a block of place and date, or right above one."""
    marked = []
    is_above = False
    for line, known in reversed(passages.lines):
        marked.append((line, known or (line.source == "header" and is_above)))
        is_above = known
    return marked[::-1]


def _choose(facts: list[PlaceFact]) -> PlaceFact | None:
    """The first city, with its venue where another line prints both; else the first place."""
    first = next((fact for fact in facts if fact.city), None)
    if first is None:
        return next(iter(facts), None)
    fuller = next((fact for fact in facts if fact.venue and fact.city == first.city), None)
    if fuller is None and (venue := next((fact.venue for fact in facts if fact.venue and not fact.city), None)):
        return replace(first, venue=venue)
    return fuller or first


def _agree(one: PlaceFact, other: PlaceFact) -> bool:
    if one.city and other.city and not (one.is_unlisted or other.is_unlisted):
        return one.city == other.city and one.country_iso2 == other.country_iso2
    return None in {one.country_iso2, other.country_iso2} or one.country_iso2 == other.country_iso2
