"""When the meeting was held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_date

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import FoundDate, find_dates, find_numeric_dates
from oic_reports.model import Flag, Language
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.names.evidence import Evidence, Passage

# between a date and the same one in the other calendar stand brackets, a suffix and ``corresponding to``
_BETWEEN_CALENDARS = 32
_BARS = compile_pattern(r"\s[|•·]\s")
# the Umm al-Qura calendar may differ by a day from the moon that was seen
_DAYS_APART = 1


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date and what it rests on; ``has_bars``: the parts of its line are set apart as those of a site's line are."""

    date: FoundDate
    evidence: Evidence
    is_placed: bool = False
    has_bars: bool = False


def decide_date(passages: Passages, year: int | None, language: Language) -> tuple[DateFact | None, list[Flag]]:
    """The date of the meeting and flags; None where two disagree or only a weak sign is there.

    Args:
        passages: what speaks of the meeting.
        year: the year that the document symbol names.
        language: the report's language.
    """
    fronts = [
        fact for line, placed in passages.heads for fact in read_dates(line, line.own, language, is_placed=placed)
    ]
    fronts = [*_of_titles(passages, language), *fronts]
    if passages.is_release:
        # a press release prints its own day above; the meeting's is that which the sentence tells
        fronts = [fact for fact in fronts if not fact.is_placed]
    openings = [fact for one in passages.openings for fact in read_dates(one, one.placed, language)[:1]]
    chosen, flags = _settle(_leave_posted(fronts, openings), openings)
    if chosen is None and not flags:
        ends = [
            fact for one in passages.ends for fact in read_dates(one, one.own, language) if fact.date.precision == "day"
        ]
        leads = [fact for one in passages.lead_ins for fact in read_dates(one, one.placed, language)[:1]]
        # what a page calls the text says it last of all
        of_page = [fact for one in passages.page_titles for fact in read_dates(one, one.own, language)]
        chosen = next(iter([*ends, *(fact for fact in [*leads, *of_page] if fact.date.precision == "day")]), None)
    if chosen is None and not flags:
        weak = [fact for one in passages.openings for fact in read_dates(one, one.weak, language)]
        if weak:
            note = "it may be said of another matter"
            return None, [Flag("date_unsure", "header.date", "warning", surface=weak[0].evidence.words, note=note)]
    if chosen is None:
        return None, flags
    flags += _check_calendars(chosen)
    if year and year != int(chosen.date.iso[:4]):
        note = f"the symbol says {year}"
        flags.append(Flag("date_conflict", "header.date", "warning", surface=chosen.date.raw, note=note))
    return chosen, flags


def _leave_posted(fronts: Sequence[DateFact], openings: Sequence[DateFact]) -> Sequence[DateFact]:
    """The dates of a front without those of a site's line that the first sentence contradicts: it posted the text then.

    Such a line has the day in figures alone, or bars between its parts: ``29/09/2012 | Headquarters, New York`` above a
    meeting held on 28 September 2012, ``Voltaire Network | Tashkent | 27 April 2016`` above one of 25 April.
    """
    told = next((fact.date for fact in openings if fact.date.precision == "day"), None)
    if told is None:
        return fronts
    return [fact for fact in fronts if not (_is_in_figures(fact.date) or fact.has_bars) or _agree(fact.date, told)]


def _is_in_figures(found: FoundDate) -> bool:
    return found.iso_end is None and found.calendar == "gregorian" and not re.search(r"[^\W\d_]", found.raw)


def _of_titles(passages: Passages, language: Language) -> list[DateFact]:
    """Dates in title blocks: those that the subject of a title names are not of the meeting."""
    return [fact for title in passages.titles for fact in read_dates(title, title.own, language)]


def read_dates(passage: Passage, text: str, language: Language, *, is_placed: bool = False) -> list[DateFact]:
    """The dates of a text, those of two calendars that mean one day as one."""
    numeric = find_numeric_dates(text, language)
    dates = sorted([*find_dates(text, language), *numeric], key=lambda one: one.start)
    facts: list[DateFact] = []
    for one in dates:
        last = facts[-1].date if facts else None
        if last and _is_same_day(last, one, text):
            pair = (last, one) if one.calendar == "gregorian" else (one, last)
            raw = f"{last.raw} {one.raw}"
            both = replace(pair[1], calendar="both", raw=raw, start=last.start, end=one.end)
            facts[-1] = replace(facts[-1], date=both, evidence=passage.quote(last.start, one.end))
        else:
            has_bars = _BARS.search(passage.printed) is not None
            facts.append(DateFact(one, passage.quote(one.start, one.end), is_placed, has_bars))
    return facts


def _is_same_day(first: FoundDate, second: FoundDate, text: str) -> bool:
    if {first.calendar, second.calendar} != {"hijri", "gregorian"} or second.start - first.end > _BETWEEN_CALENDARS:
        return False
    gregorian = first if first.calendar == "gregorian" else second
    return gregorian.precision == "day" and not re.search(r"[;؛]", text[first.end : second.start])


def _settle(fronts: Sequence[DateFact], openings: Sequence[DateFact]) -> tuple[DateFact | None, list[Flag]]:
    """One date of those that the front and the opening name; a flag where they disagree."""
    days = [fact for fact in fronts if fact.date.precision == "day"]
    placed = [fact for fact in days if fact.is_placed]
    opening = next((fact for fact in openings if fact.date.precision == "day"), None)
    front = _choose(placed or days, opening)
    if front is None and days:
        return None, [_conflict(days[0], days[-1])]
    if front is None:
        coarse = next(iter(fronts), None) or next(iter(openings), None)
        if opening is None or (coarse and coarse in fronts and opening.date.iso[:7] != coarse.date.iso[:7]):
            return (None, [_conflict(coarse, opening)]) if opening and coarse else (coarse, [])
        return opening, []
    if opening is not None and not _agree(front.date, opening.date):
        return None, [_conflict(front, opening)]
    return _fuller(front, opening), []


def _fuller(front: DateFact, opening: DateFact | None) -> DateFact:
    """Of two dates that agree the one that says more: in the Gregorian calendar too, and all the days of the meeting.

    A declaration is dated by the last day of the session that its first sentence tells.
    """
    if opening is None:
        return front
    in_own_calendar = [fact for fact in (front, opening) if fact.date.calendar != "hijri"] or [front, opening]
    in_days = [fact for fact in in_own_calendar if fact.date.iso_end is not None]
    return (in_days or in_own_calendar)[0]


def _choose(facts: Sequence[DateFact], opening: DateFact | None) -> DateFact | None:
    """Of the dates of a front the first, where all agree; else the one with which the opening agrees."""
    if not facts:
        return None
    first = facts[0]
    if all(_agree(first.date, other.date) for other in facts[1:]):
        # both calendars say more than one of them, the Gregorian more than the Hijri
        return min(facts, key=lambda fact: ("both", "gregorian", "hijri").index(fact.date.calendar))
    if opening is None:
        return None
    return next((fact for fact in facts if _agree(fact.date, opening.date)), None)


def _agree(one: FoundDate, other: FoundDate) -> bool:
    """Whether two dates have a day in common; a day apart is allowed where one of them is of the Hijri calendar."""
    slack = _DAYS_APART if "hijri" in {one.calendar, other.calendar} else 0
    first = max(calendar_date.fromisoformat(one.iso), calendar_date.fromisoformat(other.iso))
    last = min(
        calendar_date.fromisoformat(one.iso_end or one.iso), calendar_date.fromisoformat(other.iso_end or other.iso)
    )
    return (first - last).days <= slack


def _conflict(one: DateFact, other: DateFact) -> Flag:
    note = f"{one.date.iso} and {other.date.iso}"
    return Flag("date_conflict", "header.date", "warning", surface=other.evidence.words, note=note)


def _check_calendars(fact: DateFact) -> list[Flag]:
    """A flag where the Hijri date beside the Gregorian one is more than a day from it."""
    if fact.date.calendar != "both":
        return []
    for language in ("ar", "en", "fr"):
        for other in [*find_dates(fact.date.raw, language), *find_numeric_dates(fact.date.raw, language)]:
            if other.calendar == "hijri":
                apart = (calendar_date.fromisoformat(other.iso) - calendar_date.fromisoformat(fact.date.iso)).days
                if abs(apart) <= _DAYS_APART:
                    return []
                note = f"the Hijri date is {other.iso} by the Umm al-Qura calendar"
                return [Flag("date_conflict", "header.calendars", "warning", surface=fact.date.raw, note=note)]
    return []
