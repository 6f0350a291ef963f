"""A newspaper's dateline: ``ISLAMABAD, 19 December 2021 (APP):``, ``الإثنين 29 أكتوبر 2018 مقديشو ( وكالة ) ــ``.

It tells where and when the paper wrote, which is a fact of the source: the day is often not the meeting's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import FoundDate, find_dates, find_numeric_dates
from oic_reports.language.states import find_countries
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_forms, fold_form, load_forms
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.officers import find_actor

# a dateline is short: weekday, two dates, a city and an agency; half as much text follows it at least
_LONGEST = 130
# a copy may lose the bracket that closes: ``Riyad (Agence.- Le sommet``
_AGENCY = compile_pattern(r"\(\s?[^()]{2,40}(?:\)|(?=\.\s?[-–—]))\s*(?P<mark>[-–—ـ:/.]{1,3}|\s)\s*")
# ``(Example Point News - 9th Sep, 2022)``
_AGENCY_AND_DAY = compile_pattern(r"\((?P<name>[^()\d]{4,50})\s[-–]\s(?P<day>[^()]{6,30})\)\s*")
# name, city and day
_PARTS_OF_SOURCE = 3
# what parts a headline from the day on which a site put it up
_BEFORE_DAY = compile_pattern(r"\s*(?:\s[-–—]|[|·(\[])\s*$")
_CLOCK = compile_pattern(r"(?<!\d)\d{1,2}\s?[:h]\s?\d{2}(?!\d)")
_MARK = compile_pattern(r"\s?(?P<mark>[–—:|]|--|-(?=\s)|ـ+(?=\s)|\.(?=\s+[A-ZÀ-Þ\u0621-\u064a])|(?<=\d\))(?=\s))\s*")
# code points of a line that is a day, its weekday and its label
_DAY_LINE = 40
_ARTICLES = frozenset({"le", "the", "on", "في", "يوم"})
_ARTICLE_AT_END = compile_pattern(r"\b(?:le|the|on)\s*$")
# words of a city that no list has, or a weekday, beside the day of a release
_CITY_WORDS = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """Words as printed, the day (ISO) and the city in English, None where not printed; ends at code point ``end``."""

    raw: str
    date: str | None
    city: str | None
    seq: int
    end: int


def find_dateline(text: str, language: Language, seq: int) -> Dateline | None:
    """The dateline with which a paragraph begins; a place line of a header, which no text follows, is none."""
    head = text[:_LONGEST]
    sent = _AGENCY_AND_DAY.search(head)
    if sent and find_dates(sent["day"], language):
        found = _read(text, sent.end(), language, seq, has_agency=True)
        if found:
            return found
    agency = _AGENCY.search(head)
    if agency and _is_agency(agency.group(), language) and not _is_acronym(head[: agency.start()], language):
        found = _read(text, agency.end(), language, seq, has_agency=True)
        if found:
            return found
    for mark in _MARK.finditer(head):
        found = _read(text, mark.end(), language, seq, has_agency=False)
        if found:
            return found
    return None


def is_posting_date(text: str, language: Language) -> bool:
    """Whether a header block of a page holds the day of its posting: a day of one calendar and no place.

    The days of a meeting stand with its city, in a range, or in both calendars. A day may be printed twice, as that of
    the posting and of its last change.
    """
    # a wrap may part the name of a city
    text = text.replace("\n", " ")
    dates = [*find_dates(text, language), *find_numeric_dates(text, language)]
    is_a_day = all((day.precision, day.iso_end) == ("day", None) and day.calendar != "both" for day in dates)
    if len({(day.iso, day.calendar) for day in dates}) != 1 or not is_a_day:
        return False
    rest = text
    for day in sorted(dates, key=lambda one: -one.start):
        rest = rest[: day.start] + " " + rest[day.end :]
    return not find_forms("cities", rest, language) and not find_countries(rest, language)


def is_day_line(text: str) -> bool:
    """Whether a line is a day and no more, in whatever language a site writes its months: ``8 December، 2025``."""
    return len(text) <= _DAY_LINE and any(is_posting_date(text, language) for language in get_args(Language))


def find_day_behind(line: str, language: Language) -> tuple[int, FoundDate] | None:
    """The one day in figures that a site prints behind a headline, and where the headline ends; None without one.

    ``OIC Condemns the Closing of Mills - 2017-09-19``. Figures without a mark before them are the line's own.
    """
    days = [day for day in find_numeric_dates(line, language) if not line[day.end :].strip(" .)]")]
    if len(days) != 1 or days[0].iso_end is not None:
        return None
    mark = _BEFORE_DAY.search(line[: days[0].start])
    return (mark.start(), days[0]) if mark and mark.start() else None


def cites_source(text: str, language: Language) -> bool:
    """Whether a line in brackets names the newspaper that a text was taken from: ``(The Banner, Rabat, 10/5/1982)``.

    A place and a day in brackets are the meeting's; before the city of a newspaper stands its name.
    """
    bracket = re.fullmatch(r"\s*\(([^()]+)\)\W*", text)
    parts = [part.strip() for part in re.split(r"[,،]", bracket.group(1))] if bracket else []
    if len(parts) != _PARTS_OF_SOURCE:
        return False
    paper, city, day = parts
    has_day = bool(find_dates(day, language) or find_numeric_dates(day, language))
    places = [*find_forms("cities", paper, language), *find_forms("venues", paper, language)]
    is_place = bool(places or find_countries(paper, language))
    return has_day and not is_place and bool(find_forms("cities", city, language))


def tells_posting(text: str) -> bool:
    """Whether a block tells the hour at which it was written: no report prints that of its meeting above its title."""
    return _CLOCK.search(text) is not None


def names_publisher(text: str, language: Language) -> bool:
    """Whether a line above a text says who published it, where and when: ``Baku, 4 May, EXAMPLE``, ``نشر في … يوم``.

    What a place line holds behind its day is the name of an agency, in capitals; a state is none.
    """
    found = load_pattern("publisher_line", language).search(text)
    behind = text[found.end() :] if found else ""
    is_state = bool(find_countries(text.rsplit(",", maxsplit=1)[-1], language))
    return found is not None and not (is_state and not behind.strip())


def heads_post(text: str, language: Language) -> bool:
    """Whether a line is a weekday and its day, with which weblogs head their posts: ``Sunday, May 2, 2027``."""
    day = next(iter(find_dates(text, language)), None)
    if day is None or day.precision != "day" or day.end != len(text.rstrip()):
        return False
    above = text[: day.start].strip(" ,،")
    return load_pattern("weekday_end", language).fullmatch(above.lower()) is not None


def read_posting_date(text: str, language: Language, seq: int) -> Dateline:
    """The day of a posting as a dateline of the source."""
    return Dateline(
        text.strip(), _day([*find_dates(text, language), *find_numeric_dates(text, language)]), None, seq, 0
    )


def _is_acronym(before: str, language: Language) -> bool:
    """Whether brackets stand right behind the OIC's name: its acronym is no agency's."""
    end = len(before.rstrip())
    return any(named.end() == end for named in load_pattern("organisation", language).finditer(before))


def _is_agency(printed: str, language: Language) -> bool:
    """Whether brackets hold no date and no figure, as those of an agency do not."""
    return not re.search(r"\d", printed) and not find_dates(printed, language)


def _read(text: str, end: int, language: Language, seq: int, *, has_agency: bool) -> Dateline | None:
    printed = text[:end]
    rest = text[end:].strip().split("\n")[0]
    cities = find_forms("cities", printed, language)
    dates = [*find_dates(printed, language), *find_numeric_dates(printed, language)]
    is_long = len(rest) >= _LONGEST // 2 or _tells(rest, language)
    if "\n" in printed or not rest or not is_long:
        return None
    if not cities:
        is_own = _is_day_alone(printed, dates, language) and _acts(rest, language)
        return Dateline(printed.strip(), _day(dates), None, seq, end) if is_own else None
    states = [(state.start, state.end) for state in find_countries(printed, language)]
    left = _strip(printed, dates, [*(match.span("form") for match in cities), *states])
    # beside places, dates and an agency a dateline holds a weekday and a connecting word at most
    most = 5 if has_agency else 3
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\([^()]*\)", " ", left))
    declares = load_pattern("declaring", language).match(rest) is not None
    is_told = bool(has_agency or dates or declares or printed.split(",")[0].isupper())
    if len(words) > most or not (is_told or (not words and _acts(rest, language))):
        return None
    if printed.rstrip().endswith(".") and not dates:
        # a sentence; ``Djeddah 5 juin 2014. La Commission …`` is none
        return None
    row = load_forms("cities", language).get(fold_form(cities[0].group("form"), language))
    return Dateline(printed.strip(), _day(dates), row["city"] if row else None, seq, end)


def _is_day_alone(printed: str, dates: list[FoundDate], language: Language) -> bool:
    """Whether words are one day, with a weekday beside it or a city that no list has: ``Zerendi, 3 May 2018:``."""
    if len({day.iso for day in dates}) != 1 or any(day.precision != "day" or day.iso_end for day in dates):
        return False
    above = _ARTICLE_AT_END.sub("", printed[: min(day.start for day in dates)].lower()).rstrip()
    if language != "ar" and above[-1:].isalpha() and not load_pattern("weekday_end", language).search(above):
        # ``Since 30 March 2017:``; before the day of a dateline stands a mark
        return False
    states = [(state.start, state.end) for state in find_countries(printed, language)]
    words = re.findall(r"[^\W\d_]{2,}", _strip(printed, dates, states))
    names = [word for word in words if word.lower() not in _ARTICLES]
    is_name = all(word[:1].upper() == word[:1] and not _tells_time(word) for word in names)
    return len(names) <= _CITY_WORDS and is_name


def _tells_time(word: str) -> bool:
    """Whether a phrase of a time begins with a word, or a page's label of a day; labels may be in any language."""
    return any(load_pattern("phrase_of_time", language).fullmatch(word) for language in get_args(Language))


def _tells(text: str, language: Language) -> bool:
    """Whether a short text is a sentence that tells of a meeting, or announces one: its day is not the dateline's."""
    told: tuple[PatternName, ...] = ("meeting_finite", "announces")
    return text.endswith(".") and any(load_pattern(name, language).search(text) for name in told)


def _acts(text: str, language: Language) -> bool:
    """Whether the OIC, its organ or its officer begins a text: behind ``Jeddah:`` stands a release, and no topic.

    What others ask of it (``The OIC is being asked by``), others tell.
    """
    sentence = text[slice(*split_sentences(text)[0])]
    if load_pattern("oic_states", language).match(sentence):
        return True
    end = find_actor(sentence, language)
    if end is None:
        return False
    # in Arabic what is done to somebody stands before the name
    return language == "ar" or load_pattern("suffers_or_ought", language).match(sentence, end) is None


def _strip(text: str, dates: list[FoundDate], spans: list[tuple[int, int]]) -> str:
    for start, end in sorted({*((date.start, date.end) for date in dates), *spans}, reverse=True):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _day(dates: list[FoundDate]) -> str | None:
    days = [date for date in dates if date.precision == "day" and date.iso_end is None]
    gregorian = next((date for date in days if date.calendar == "gregorian"), None)
    chosen = gregorian or next(iter(days), None)
    return chosen.iso if chosen else None
