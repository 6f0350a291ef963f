"""Names of places: a city with the state that is printed behind it and the venue before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates, find_hijri_months, find_numeric_dates
from oic_reports.language.states import FoundState, find_countries
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_forms, fold_form, load_forms
from oic_reports.structure.names.evidence import Evidence, Passage

# what parts a city from its state: ``Doha - State of Qatar``, ``NOUAKCHOTT (ISLAMIC REPUBLIC OF MAURITANIA)``
_MARKS = compile_pattern(r"[\s,،\-‐‑–—ـ/(\[]*")
_PARTED = compile_pattern(
    r"[\s,،\-‐‑–—ـ/(\[]*(?:(?:the\s+)?capital\s+(?:city\s+)?of\s+|capitale\s+(?:de\s+la\s+|de\s+l['’]|du\s+|de\s+)|عاصمة\s+|in\s+|au\s+|en\s+|ب|في\s+)?(?:the\s+|la\s+|le\s+|l['’])?"
)
TRIM = " ,،-‐‑–—ـ:()[]./"
# a venue stands right before its city: ``at the UN Headquarters in New York``
VENUE_REACH = 60


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """Venue (beyond the city) and city in English, the country's ISO 3166 code, the place as printed, its evidence."""

    venue: str | None
    city: str | None
    country_iso2: str | None
    raw: str
    evidence: Evidence
    is_unlisted: bool = False


def describe_place(
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
    row = find_row("cities", city, language)
    end = city.end("form") - offset
    country, behind = find_state_behind(text, end, language)
    name, iso2 = row["city"], row["country_iso2"]
    if country and country != iso2:
        # Tripoli in Lebanon: the state that is printed goes before the one that the list knows
        name, iso2 = find_namesake(city, country, language) or (print_plain(name), country)
    venue = find_venue(text, city.start("form") - offset, language)
    if passage is not None:
        evidence = passage.quote(start, start + (behind or end))
        raw = text[: behind or end].strip(TRIM)
    assert evidence is not None  # noqa: S101  (a line gives it, or a passage)
    return PlaceFact(venue, name, iso2, raw or city.group("form"), evidence)


def find_namesake(city: re.Match[str], country: str, language: Language) -> tuple[str, str] | None:
    """The city of that name in a country, and the country: Tripoli in Lebanon is ``Tripoli (Lebanon)``."""
    form = fold_form(city.group("form"), language)
    for row in load_forms("cities", language).values():
        if row["country_iso2"] == country and fold_form(row["form"], language).startswith(form):
            return row["city"], country
    return None


def print_plain(name: str) -> str:
    """The name of a city without the country that tells it from its namesake."""
    return re.sub(r"\s*\([^)]*\)$", "", name)


def find_city_of_state(
    text: str, countries: list[FoundState], language: Language
) -> tuple[str, FoundState, FoundState] | None:
    """The city whose name is its state's, where the state is printed behind it: ``الكويت- دولة الكويت``."""
    for first, second in pairwise(countries):
        between = text[first.end : second.start]
        if first.iso2 == second.iso2 and between and not between.strip(TRIM):
            name = text[first.start : first.end] + " - " + text[second.start : second.end]
            form = find_form("cities", name, language)
            if form:
                return find_row("cities", form, language)["city"], first, second
    return None


def find_state_behind(text: str, end: int, language: Language) -> tuple[str | None, int | None]:
    """The country printed right behind a city that ends at ``end``, and where its name ends."""
    parted = _PARTED.match(text, end)
    begin = parted.end() if parted else end
    if begin == end:
        return None, None
    # the letter of a particle may begin the name: ``بوركينا فاسو``
    marks = _MARKS.match(text, end)
    for start in dict.fromkeys((begin, marks.end() if marks else begin)):
        countries = find_countries(text[start:], language)
        # a copy loses the apostrophe of its title: ``ROYAUME D ARABIE SAOUDITE``
        titled = load_pattern("state_title", language)
        if countries and (countries[0].start <= 1 or titled.fullmatch(text, start, start + countries[0].start)):
            return countries[0].iso2, start + countries[0].end
    return None, None


def find_venue(text: str, place: int, language: Language) -> str | None:
    """The venue, in English, right before or behind a city that stands at ``place``."""
    before = find_forms("venues", text[max(0, place - VENUE_REACH) : place], language)
    match = before[-1] if before else find_form("venues", text[place : place + VENUE_REACH], language)
    return name_venue(match, language) or _printed_venue(text[max(0, place - VENUE_REACH) : place], language)


def _printed_venue(before: str, language: Language) -> str | None:
    """A building that no list has, as an English text prints it right before its city; None in other languages."""
    match = load_pattern("venue_name", language).search(before) if language == "en" else None
    return " ".join(match.group("venue").split()) if match else None


def name_venue(match: re.Match[str] | None, language: Language) -> str | None:
    """A found venue in English."""
    return find_row("venues", match, language)["venue"] if match else None


def find_row(name: str, match: re.Match[str], language: Language) -> Mapping[str, str]:
    """The row of a vocabulary whose form was found."""
    return load_forms(name, language)[fold_form(match.group("form"), language)]


def find_city(text: str, language: Language) -> re.Match[str] | None:
    """The first city of a text that names no street, bank or agreement."""
    around = load_pattern("not_place_around", language)
    for match in find_forms("cities", text, language):
        start, end = match.span("form")
        if around.search(text[:start]) or (language == "en" and around.search(text[end:])):
            continue
        return match
    return None


def find_cities_apart(text: str, language: Language) -> list[re.Match[str]]:
    """Every city of a text but those that are of a body's name: ``لجنة القدس``, ``Comité Al-Qods``."""
    names = [named.span("form") for named in find_forms("body_names", text, language)]
    return [
        city
        for city in find_forms("cities", text, language)
        if not any(start < city.start("form") < end for start, end in names)
    ]


def blank_dates(line: str, language: Language) -> str:
    """A line of the same length without its dates, and the months of the Hijri calendar."""
    dates = [*find_dates(line, language), *find_numeric_dates(line, language)]
    spans = [*((date.start, date.end) for date in dates), *find_hijri_months(line, language)]
    for start, end in spans:
        line = line[:start] + " " * (end - start) + line[end:]
    return line
