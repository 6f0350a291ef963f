"""Where the meeting was held: venue, city, country."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from oic_reports.model import Flag, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.dates import find_dates, find_numeric_dates
from oic_reports.structure.header.evidence import Evidence, Passage
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.lines import find_form, find_forms, fold_form, load_forms
from oic_reports.structure.states import FoundState, find_countries

# what parts a city from its state: ``Doha - State of Qatar``, ``NOUAKCHOTT (ISLAMIC REPUBLIC OF MAURITANIA)``
_PARTED = re.compile(
    r"[\s,،\-‐‑–—ـ/(\[]*(?:(?:the\s+)?capital\s+(?:city\s+)?of\s+|capitale\s+(?:de\s+la\s+|de\s+l['’]|du\s+|de\s+)|عاصمة\s+|in\s+|au\s+|en\s+|ب|في\s+)?(?:the\s+|la\s+|le\s+|l['’])?"
)
_TRIM = " ,،-‐‑–—ـ:()[]./"
# a venue stands right before its city: ``at the UN Headquarters in New York``
_VENUE_REACH = 60
_LONGEST_NAME = 3
# letters between a verb of hosting and its city: ``استضافت العاصمة القطرية الدوحة``
_HOST_REACH = 30
# letters between a city and its date in a title: ``في كراتشي - 25 أبريل``
_DATE_REACH = 12
# letters between a meeting's name and its city in a title: an adjective and an ordinal
_NOUN_REACH = 30
_PAUSE = re.compile(r"[،,;؛:–—]|\s-|-\s")


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """Venue (beyond the city) and city in English, the country's ISO 3166 code, the place as printed, its evidence."""

    venue: str | None
    city: str | None
    country_iso2: str | None
    raw: str
    evidence: Evidence
    is_unlisted: bool = False


def decide_place(passages: Passages, language: Language) -> tuple[PlaceFact | None, list[Flag]]:
    """The place of the meeting and flags; None where two signs disagree or only a weak one is there."""
    placed = [fact for line, known in passages.lines if (fact := _read_line(line, language, is_placed=known))]
    titles = [fact for title in passages.titles if (fact := _find_told(title, title.own, language, needs_verb=True))]
    openings = [fact for one in passages.openings if (fact := _find_told(one, one.placed, language))]
    ends = [fact for line in passages.ends if (fact := _read_line(line, language, is_placed=True))]
    front = _choose([*placed, *titles])
    opening = next((fact for fact in openings if fact.city), None) or next(iter(openings), None)
    if front and opening and not _agree(front, opening):
        note = f"{front.raw} and {opening.raw}"
        return None, [Flag("place_conflict", "header.place", "warning", surface=opening.raw, note=note)]
    if front and opening:
        fuller = front if front.city or not opening.city else opening
        venue = fuller.venue or front.venue or opening.venue
        return PlaceFact(venue, fuller.city, fuller.country_iso2, fuller.raw, fuller.evidence, fuller.is_unlisted), []
    chosen = front or opening or next(iter(ends), None)
    if chosen is None:
        weak = [fact for one in passages.openings if (fact := _find_told(one, one.weak, language))]
        if weak:
            note = "it may be said of another matter"
            return None, [Flag("place_unsure", "header.place", "warning", surface=weak[0].raw, note=note)]
    return chosen, []


def _choose(facts: list[PlaceFact]) -> PlaceFact | None:
    """The first city, with its venue where another line prints both; else the first place."""
    first = next((fact for fact in facts if fact.city), None)
    if first is None:
        return next(iter(facts), None)
    fuller = next((fact for fact in facts if fact.venue and fact.city == first.city), None)
    if fuller is None and (venue := next((fact.venue for fact in facts if fact.venue and not fact.city), None)):
        return replace(first, venue=venue)
    return fuller or first


def is_place_line(text: str, language: Language) -> bool:
    """Whether a line holds a place and perhaps a date, and nothing else."""
    line = _without_dates(text, language)
    city = _first_city(line, language)
    if city is None:
        return False
    left = line[: city.start("form")] + " " + line[city.end("form") :]
    return _says_no_more(left, find_form("venues", line, language), language)


def _agree(one: PlaceFact, other: PlaceFact) -> bool:
    if one.city and other.city and not (one.is_unlisted or other.is_unlisted):
        return one.city == other.city and one.country_iso2 == other.country_iso2
    return None in {one.country_iso2, other.country_iso2} or one.country_iso2 == other.country_iso2


def _read_line(passage: Passage, language: Language, *, is_placed: bool) -> PlaceFact | None:
    """The place of a header line that holds a place and perhaps a date, and nothing else."""
    line = _without_dates(passage.printed, language)
    rest = line.strip(_TRIM)
    if not rest:
        return None
    city = _first_city(line, language)
    venue = find_form("venues", line, language)
    countries = find_countries(line, language)
    evidence = passage.quote(0, len(passage.printed))
    named = _city_of_that_name(line, countries, language)
    if named and (is_placed or not re.search(r"[^\W\d_]", line[: named[1].start])):
        return PlaceFact(_venue_name(venue, language), named[0], named[1].iso2, rest, evidence)
    if city:
        left = line[: city.start("form")] + " " + line[city.end("form") :]
        if is_placed or _says_no_more(left, venue, language):
            return _describe(line, city, language, rest, evidence)
        return _read_piece(passage, line, language)
    if countries and is_placed:
        before = line[: countries[0].start].strip(_TRIM)
        behind = line[countries[0].end :].strip(_TRIM)
        iso2 = countries[0].iso2
        if not before and (not behind or venue):
            return PlaceFact(_venue_name(venue, language), None, iso2, rest, evidence)
        if not behind and _is_name(before, language):
            # a city that no list has, its state behind it
            return PlaceFact(None, _spell(before) if language != "ar" else None, iso2, rest, evidence, is_unlisted=True)
    if venue and is_placed and not countries and _says_no_more(line, venue, language):
        return PlaceFact(_venue_name(venue, language), None, None, rest, evidence)
    return None


def _read_piece(passage: Passage, line: str, language: Language) -> PlaceFact | None:
    """A city that is all of a piece between commas or dashes of a title: ``…، الدار البيضاء، المملكة المغربية، …``."""
    for piece in re.finditer(r"(?:^|(?<=[،,;|]))[^،,;|]+", line):
        text = piece.group()
        city = _first_city(text, language)
        if not city or city.group("form") != re.sub(rf"^[{re.escape(_TRIM)}]+|[{re.escape(_TRIM)}]+$", "", text):
            continue
        whole = _first_city(line[piece.start() :], language)
        if whole and piece.start() > 0:
            start = piece.start() + whole.start("form")
            return _describe(line[start:], whole, language, None, None, passage, start, offset=whole.start("form"))
    return None


def _says_no_more(left: str, venue: re.Match[str] | None, language: Language) -> bool:
    """Whether a line without its city holds only a state, a venue and marks."""
    if venue:
        left = left.replace(venue.group("form"), " ")
    left = load_pattern("place_words", language).sub(" ", left)
    for country in reversed(find_countries(left, language)):
        left = left[: country.start] + " " + left[country.end :]
    return len(re.findall(r"[^\W\d_]{3,}", left)) == 0


def _describe(
    text: str,
    city: re.Match[str],
    language: Language,
    raw: str | None,
    evidence: Evidence | None,
    passage: Passage | None = None,
    start: int = 0,
    offset: int = 0,
) -> PlaceFact:
    """A place by its city, with the state that is printed behind it and the venue before it."""
    row = _row("cities", city, language)
    end = city.end("form") - offset
    country, behind = _state_behind(text, end, language)
    name, iso2 = row["city"], row["country_iso2"]
    if country and country != iso2:
        # Tripoli in Lebanon: the state that is printed goes before the one that the list knows
        name, iso2 = _namesake(city, country, language) or (_plain(name), country)
    venue = _venue_of(text, city.start("form") - offset, language)
    if passage is not None:
        evidence = passage.quote(start, start + (behind or end))
        raw = text[: behind or end].strip(_TRIM)
    assert evidence is not None  # noqa: S101  (a line gives it, or a passage)
    return PlaceFact(venue, name, iso2, raw or city.group("form"), evidence)


def _namesake(city: re.Match[str], country: str, language: Language) -> tuple[str, str] | None:
    form = fold_form(city.group("form"), language)
    for row in load_forms("cities", language).values():
        if row["country_iso2"] == country and fold_form(row["form"], language).startswith(form):
            return row["city"], country
    return None


def _plain(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)$", "", name)


def _city_of_that_name(
    text: str, countries: list[FoundState], language: Language
) -> tuple[str, FoundState, FoundState] | None:
    """The city whose name is its state's, where the state is printed behind it: ``الكويت- دولة الكويت``."""
    for first, second in pairwise(countries):
        between = text[first.end : second.start]
        if first.iso2 == second.iso2 and between and not between.strip(_TRIM):
            name = text[first.start : first.end] + " - " + text[second.start : second.end]
            form = find_form("cities", name, language)
            if form:
                return _row("cities", form, language)["city"], first, second
    return None


def _state_behind(text: str, end: int, language: Language) -> tuple[str | None, int | None]:
    parted = _PARTED.match(text, end)
    begin = parted.end() if parted else end
    if begin == end:
        return None, None
    countries = find_countries(text[begin:], language)
    if countries and countries[0].start <= 1:
        return countries[0].iso2, begin + countries[0].end
    return None, None


def _venue_of(text: str, place: int, language: Language) -> str | None:
    before = find_forms("venues", text[max(0, place - _VENUE_REACH) : place], language)
    match = before[-1] if before else find_form("venues", text[place : place + _VENUE_REACH], language)
    return _venue_name(match, language) or _printed_venue(text[max(0, place - _VENUE_REACH) : place], language)


def _printed_venue(before: str, language: Language) -> str | None:
    """A building that no list has, as an English text prints it right before its city; None in other languages."""
    match = load_pattern("venue_name", language).search(before) if language == "en" else None
    return " ".join(match.group("venue").split()) if match else None


def _venue_name(match: re.Match[str] | None, language: Language) -> str | None:
    return _row("venues", match, language)["venue"] if match else None


def _row(name: str, match: re.Match[str], language: Language) -> Mapping[str, str]:
    return load_forms(name, language)[fold_form(match.group("form"), language)]


def _first_city(text: str, language: Language) -> re.Match[str] | None:
    around = load_pattern("not_place_around", language)
    for match in find_forms("cities", text, language):
        start, end = match.span("form")
        if around.search(text[:start]) or (language == "en" and around.search(text[end:])):
            continue
        return match
    return None


def _without_dates(line: str, language: Language) -> str:
    for found in reversed([*find_dates(line, language), *find_numeric_dates(line, language)]):
        line = line[: found.start] + " " * (found.end - found.start) + line[found.end :]
    return line


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


def _find_told(passage: Passage, text: str, language: Language, *, needs_verb: bool = False) -> PlaceFact | None:
    """The city in which a passage says that the meeting was held, with its preposition as printed."""
    at = load_pattern("place_preposition", language)
    hosts = load_pattern("host_verb", language)
    not_before = load_pattern("not_place_before", language)
    around = load_pattern("not_place_around", language)
    for match in find_forms("cities", text, language):
        start, end = match.span("form")
        before = re.search(rf"(?<!\w){at.pattern}$", text[:start], re.IGNORECASE)
        particle = language == "ar" and match.group().startswith("ب")
        host = hosts.search(text[max(0, start - 30) : start]) or (
            language != "ar" and hosts.match(text[end : end + 12].strip())
        )
        if not (before or particle or host):
            continue
        begin = before.start() if before else match.start()
        if not_before.search(text[:start]) or around.search(text[:begin]) or around.search(text[end:]):
            continue
        venues = find_forms("venues", text[max(0, begin - _VENUE_REACH) : begin], language)
        if before and before.group()[:1] in ",،" and not venues:
            continue
        state, behind = _state_behind(text, end, language)
        if needs_verb and not (state or _is_held(text[:begin], text[end:], language)):
            continue
        if venues:
            begin = max(0, begin - _VENUE_REACH) + venues[-1].start("form")
        row = _row("cities", match, language)
        name, iso2 = row["city"], row["country_iso2"]
        if state and state != iso2:
            name, iso2 = _namesake(match, state, language) or (_plain(name), state)
        raw = passage.printed[begin:end].strip(_TRIM)
        venue = _venue_of(text, start, language)
        return PlaceFact(venue, name, iso2, raw, passage.quote(begin, behind or end))
    return _find_state(passage, text, language, needs_verb=needs_verb)


def _find_state(passage: Passage, text: str, language: Language, *, needs_verb: bool) -> PlaceFact | None:
    """A state that a meeting was held in, where no city is named: ``was held in the State of Qatar``."""
    verb = load_pattern("meeting_participle", language)
    finite = load_pattern("meeting_finite", language)
    for country in find_countries(text, language):
        before = text[: country.start]
        preposition = re.search(
            r"(?:\bin\s+(?:the\s+)?|\b(?:au|en|aux)\s+|(?<![\u0621-\u064a])في\s+|(?<![\u0621-\u064a])ب)$",
            before,
            re.IGNORECASE,
        )
        if not preposition:
            continue
        named = _city_of_that_name(text[country.start :], find_countries(text[country.start :], language), language)
        if named and named[1].start == 0:
            begin, end = preposition.start(), country.start + named[2].end
            return PlaceFact(None, named[0], country.iso2, passage.printed[begin:end], passage.quote(begin, end))
        if needs_verb:
            continue
        near = before[: preposition.start()].rstrip()
        ends = [match.end() for pattern in (verb, finite) for match in pattern.finditer(near)]
        if ends and len(near) == max(ends):
            begin = preposition.start()
            printed = passage.printed[begin : country.end]
            return PlaceFact(None, None, country.iso2, printed, passage.quote(begin, country.end))
    return None


def _is_held(before: str, behind: str, language: Language) -> bool:
    """Whether in a title a verb or a meeting's name stands right before a city, or its date behind it."""
    if load_pattern("meeting_participle", language).search(before):
        return True
    dates = [*find_dates(behind, language), *find_numeric_dates(behind, language)]
    if dates and dates[0].start <= _DATE_REACH:
        return True
    nouns = [match.end() for match in load_pattern("meeting_noun", language).finditer(before)]
    between = before[nouns[-1] :] if nouns else ""
    # ``مؤتمر القمة الإسلامي الثالث في مكة المكرمة``; what a meeting was about is no place of it
    return (
        bool(nouns)
        and len(between) <= _NOUN_REACH
        and not _PAUSE.search(between)
        and not load_pattern("subject_line", language).search(between)
    )
