"""Lines of a header that hold a place and perhaps a date: ``DAKAR, SENEGAL``, ``الدوحة ـ دولة قطر``."""

from __future__ import annotations

import re

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import FoundDate, find_dates
from oic_reports.language.states import find_countries
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form
from oic_reports.structure.names.evidence import Passage
from oic_reports.structure.names.place_names import (
    TRIM,
    PlaceFact,
    blank_dates,
    describe_place,
    find_city,
    find_city_of_state,
    find_state_behind,
    name_venue,
)

# code points of a city, its state and its days in two calendars
_LONGEST_PLACE = 150
# code points behind place and day in which listeners are addressed: ``Son Excellence Monsieur …, Excellences``
_ADDRESSED = 160
# code points of a salutation before the word for listeners: ``Your ``; of an office before it, ``سعادة رئيس المجلس،``
_SALUTED = 15
_OFFICE = 40
# words of the name of a city
_LONGEST_NAME = 3
# what stands between a state and its days, and behind them
_JOINS_DAYS = compile_pattern(r"(?<!\w)(?:du|les?|from)(?!\w)", re.IGNORECASE)
_ERA = compile_pattern(r"^\s?(?:A?\.?H|AD|هـ?|م)\.?(?!\w)")
_BEHIND_DAY = compile_pattern(r"\s?(?:A?H|h|م|هـ)?\.?\s?[)\]]|\s?(?:A?H|h|م|هـ)(?!\w)")


# what stands between commas, brackets and quotation marks of a line
_PIECE = compile_pattern(r"(?:^|(?<=[،,;|\"»”()]))[^،,;|\"»”()]+")
# the same between dashes, too
_DASHED = compile_pattern(r"(?:(?<=[،,;|\"»”()])|(?<=\s[-–—]\s))(?:(?!\s[-–—]\s)[^،,;|\"»”()])+")
_IN_BRACKETS = compile_pattern(r"\(([^()]+)\)")


def read_place_line(passage: Passage, language: Language, *, is_placed: bool) -> PlaceFact | None:
    """The place of a header line that holds a place and perhaps a date, and nothing else."""
    line = blank_dates(_blank_theme(passage.printed, language), language)
    rest = line.strip(TRIM)
    if not rest:
        return None
    city = find_city(line, language)
    venue = find_form("venues", line, language)
    countries = find_countries(line, language)
    evidence = passage.quote(0, len(passage.printed))
    named = find_city_of_state(line, countries, language)
    if named and (is_placed or _begins_piece(line, named[1].start)):
        return PlaceFact(name_venue(venue, language), named[0], named[1].iso2, rest, evidence)
    if city:
        left = line[: city.start("form")] + " " + line[city.end("form") :]
        if is_placed or _says_no_more(left, venue, language):
            return describe_place(line, city, language, rest, evidence)
        return _read_piece(passage, line, language)
    if countries and not is_placed:
        return _read_state_with_days(passage, line, language)
    if countries and is_placed:
        before = line[: countries[0].start].strip(TRIM)
        behind = line[countries[0].end :].strip(TRIM)
        iso2 = countries[0].iso2
        if not before and (venue or not re.search(r"[^\W\d_]{3,}", behind)):
            return PlaceFact(name_venue(venue, language), None, iso2, rest, evidence)
        if not behind and _is_name(before, language):
            # a city that no list has, its state behind it
            return PlaceFact(None, _spell(before) if language != "ar" else None, iso2, rest, evidence, is_unlisted=True)
    if venue and is_placed and not countries and _says_no_more(line, venue, language):
        return PlaceFact(name_venue(venue, language), None, None, rest, evidence)
    return None


def _begins_piece(line: str, start: int) -> bool:
    """Whether no word stands before a place in its piece of a line: ``…، تونس، الجمهورية التونسية``."""
    before = line[:start].rstrip()
    return not re.search(r"[^\W\d_]", before) or before.endswith((",", "،", "(", "["))


def _blank_theme(line: str, language: Language) -> str:
    """A line of the same length without the theme before its place: ``(Session of Peace) NIAMEY – …``."""
    theme = re.match(r"\s*\([^()]+\)(?=\s*\S)", line)
    if theme is None or not load_pattern("theme_bracket", language).match(theme.group().strip()):
        return line
    return " " * theme.end() + line[theme.end() :]


def is_place_line(text: str, language: Language) -> bool:
    """Whether a line holds a place and perhaps a date, and nothing else."""
    line = blank_dates(text, language)
    city = find_city(line, language)
    if city is None:
        return False
    left = line[: city.start("form")] + " " + line[city.end("form") :]
    return _says_no_more(left, find_form("venues", line, language), language)


def find_place_and_days(text: str, language: Language) -> int | None:
    """Where the place and the days end that stand before the first words of a paragraph; None where none do.

    ``Jeddah – Kingdom of Saudi Arabia 22 – 24 Shawwal 1433 9 – 11 September 2012 Mr. Chairman, …``: several days, two
    calendars, or listeners who are addressed behind them; else a place with one day is a newspaper's dateline. The day
    may stand first: ``On 3rd May 2011, in Dakar Mr. Chairman, …``.
    """
    head = text[:_LONGEST_PLACE]
    spoken = _read_day_and_place(head, language)
    if spoken and _speaks_at(text, spoken, language):
        return spoken
    end, days = _read_place_and_days(head, language, with_venue=True)
    is_range = any(day.iso_end for day in days) or len({day.calendar for day in days}) > 1
    if not days and end and _speaks_at(text, end, language):
        # the place alone: ``UN Headquarters, New York Ministers, Excellencies, …``
        return end
    is_spoken = bool(days) and load_pattern("listeners", language).search(text, end, end + _ADDRESSED) is not None
    return end if (is_range or is_spoken) and text[end:].strip(TRIM) else None


def _read_day_and_place(head: str, language: Language) -> int:
    """Where a city, with its state or without, ends that stands right behind the days that begin a text; 0 for none."""
    words, at = load_pattern("day_words", language), load_pattern("place_preposition", language)
    days = min(find_dates(head, language), key=lambda one: one.start, default=None)
    if days is None or words.sub("", head[: days.start]).strip(TRIM):
        return 0
    city = find_city(head[days.end :], language)
    if city is None:
        return 0
    between = _ERA.sub("", head[days.end : days.end + city.start("form")]).strip(TRIM)
    # in Arabic the preposition may be written to the city
    if between and at.fullmatch(f"{between} ") is None and at.fullmatch(between) is None:
        return 0
    end = days.end + city.end("form")
    return find_state_behind(head, end, language)[1] or end


def _speaks_at(text: str, place: int, language: Language) -> bool:
    """Whether listeners are addressed right at a place of a text, the first by an office: a sentence may do so too."""
    behind = text[place:].lstrip(TRIM)
    spoken = load_pattern("listeners", language).search(behind[:_ADDRESSED])
    above = behind[: spoken.start()].rstrip() if spoken else behind
    return len(above) <= (_OFFICE if above.endswith((",", "،")) else _SALUTED)


def _says_venue(before: str, language: Language) -> bool:
    """Whether what stands before a city is a venue of it at most: ``UN Headquarters New York``."""
    return _says_no_more(before, find_form("venues", before, language), language)


def find_end_of_place(text: str, language: Language) -> int | None:
    """Where the place and the date end with which a text begins, their bracket with them; None where none do.

    The date may be a month: ``Rabat, Kingdom of Morocco November 2019 (15-17 Rabi ul Awwal 1441H) Original: …``.
    """
    if not find_dates(text, language):
        # cities are looked for more slowly, in hardly any line for a day
        return None
    end, days = _read_place_and_days(text, language)
    behind = _BEHIND_DAY.match(text, end)
    return (behind.end() if behind else end) if days else None


def _read_place_and_days(head: str, language: Language, *, with_venue: bool = False) -> tuple[int, list[FoundDate]]:
    """Where a city with its state ends that begins a text, and the days right behind it; no days where none do.

    ``with_venue``: the venue may stand before the city.
    """
    city = find_city(head, language)
    before = head[: city.start("form")].strip(TRIM) if city else ""
    if city is None or (before and not (with_venue and _says_venue(before, language))):
        return 0, []
    _, behind = find_state_behind(head, city.end("form"), language)
    end = behind or city.end("form")
    days = []
    for day in sorted(find_dates(head, language), key=lambda one: one.start):
        between = load_pattern("day_words", language).sub("", _JOINS_DAYS.sub("", head[end : day.start]))
        if day.start >= end and not between.strip(TRIM + "HhAه"):
            days.append(day)
            end = day.end
    return end, days


def _read_piece(passage: Passage, line: str, language: Language) -> PlaceFact | None:
    """A city that is all of a piece between commas or brackets of a title: ``…، الدار البيضاء، …``, ``(Rabat, …)``."""
    for piece in _PIECE.finditer(line):
        text = line[piece.start() :]
        city = find_city(text, language)
        if not city or not piece.start() or text[: city.start("form")].strip(TRIM):
            continue
        # the state may be of the city's name: ``عمان، المملكة الأردنية الهاشمية``
        behind = _PIECE.match(text, city.end("form"))
        if behind is None or not behind.group().strip(TRIM):
            start = piece.start() + city.start("form")
            return describe_place(line[start:], city, language, None, None, passage, start, offset=city.start("form"))
    return _read_dashed_city(passage, line, language) or _read_state_with_days(passage, line, language)


def _read_dashed_city(passage: Passage, line: str, language: Language) -> PlaceFact | None:
    """A city behind a dash, its state or the days of the meeting right behind it: ``… - Niamey, 4-5 May 2011``."""
    days = {day.start for day in find_dates(passage.printed, language)}
    for piece in _DASHED.finditer(line):
        text = line[piece.start() :]
        city = find_city(text, language)
        if city is None or text[: city.start("form")].strip(TRIM):
            continue
        start, end = piece.start() + city.start("form"), piece.start() + city.end("form")
        is_dated = any(day >= end and not line[end:day].strip(TRIM) for day in days)
        if is_dated or find_state_behind(line, end, language)[0]:
            return describe_place(line[start:], city, language, None, None, passage, start, offset=city.start("form"))
    return None


def _read_state_with_days(passage: Passage, line: str, language: Language) -> PlaceFact | None:
    """A state that stands with its days in brackets or between commas: ``… (Kuwait, 26-29 January 1987)``."""
    if line == passage.printed:
        return None
    pieces = [match.span(1) for match in _IN_BRACKETS.finditer(line)]
    days = {day.start for day in find_dates(passage.printed, language)}
    for piece in _DASHED.finditer(line):
        # the days are of the state's piece, or begin the next one
        end = next((day for day in sorted(days) if day > piece.start()), None)
        if end is not None and not line[piece.end() : end].strip(TRIM):
            pieces.append(piece.span())
    for start, end in pieces:
        countries = find_countries(line[start:end], language)
        rest = line[start:end].strip(TRIM)
        if len(countries) == 1 and countries[0].end - countries[0].start == len(rest):
            raw = passage.printed[start:end].strip(TRIM)
            return PlaceFact(None, None, countries[0].iso2, raw, passage.quote(start, end))
    return None


def _says_no_more(left: str, venue: re.Match[str] | None, language: Language) -> bool:
    """Whether a line without its city holds only a state, a venue and marks."""
    if venue:
        left = left.replace(venue.group("form"), " ")
    # the words of a place stand in the names of states too: ``République du Niger``
    for country in reversed(find_countries(left, language)):
        left = left[: country.start] + " " + left[country.end :]
    left = load_pattern("place_words", language).sub(" ", left)
    return len(re.findall(r"[^\W\d_]{3,}", left)) == 0


def _is_name(text: str, language: Language) -> bool:
    """Whether a text may be the name of a city: few words, all of them capitalised, no word of a report."""
    words = text.split()
    if not 0 < len(words) <= _LONGEST_NAME or re.search(r"[\d,;:.]", text):
        return False
    if find_form("document_types", text, language) or find_form("body_names", text, language):
        return False
    if load_pattern("meeting_noun", language).search(text):
        return False
    return language == "ar" or all(word[0].isupper() for word in words)


def _spell(name: str) -> str:
    """A name in capitals as it is written in a text: ``SAINT-LOUIS`` as ``Saint-Louis``."""
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name) if name.isupper() else name
