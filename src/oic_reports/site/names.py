"""What a report is called on the pages: its title, its body, its place, and the addresses that follow from them."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from babel import Locale

from oic_reports.errors import ForeseenError
from oic_reports.resources import load_vocabulary
from oic_reports.site.page_words import DIRECTIONS, Words, name_bodies
from oic_reports.site.release_contents import Holdings, Row

# what an id may hold that becomes the name of a file; the grammar of ids is narrower
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,200}")
NO_BODY = "none"


class UnsafeIdError(ForeseenError):
    """An id that cannot be the name of a file; the message has it."""


def check_id(value: str) -> str:
    """The id, if it can be the name of a file.

    Raises:
        UnsafeIdError: it cannot.
    """
    if not _SAFE.fullmatch(value) or ".." in value:
        msg = f"this id cannot be the name of a page: {value!r}"
        raise UnsafeIdError(msg)
    return value


def name_title(row: Row) -> str:
    """The printed title in one line, else the supplied one, else the id."""
    return " ".join(str(row["title"] or row["title_supplied"] or row["document_id"]).split())


def name_body(row: Row, holdings: Holdings, words: Words) -> str:
    """The body in the language of the page, as far as a vocabulary or the meeting says it."""
    if row["body_id"] is None:
        return str(row["body"] or words["no_body"])
    known = name_bodies(words.language).get(row["body_id"])
    if known:
        return known
    meeting = holdings.meetings.get(row["meeting_id"] or "")
    if meeting and words.language != "en" and meeting[f"name_{words.language}"]:
        return str(meeting[f"name_{words.language}"])
    return str(row["body"] or row["body_id"])


def slug_body(row: Row) -> str:
    """The name of the page of its body."""
    return check_id(row["body_id"]) if row["body_id"] else NO_BODY


@cache
def name_country(code: str | None, language: str) -> str:
    """A country in the language of the page; the code where it is unknown, empty where there is none."""
    return "" if code is None else str(Locale.parse(language).territories.get(code, code))


@cache
def name_places(language: str) -> dict[str, str]:
    """English name of a city or venue to its name in a language.

    That is the one of its forms that ``places.csv`` chooses, else the first of the vocabulary: forms are what reports
    print, without accents too, or with the country.
    """
    found: dict[str, str] = {}
    for vocabulary, column in (("cities", "city"), ("venues", "venue")):
        for row in load_vocabulary(vocabulary):
            if row["language"] == language:
                found.setdefault(row[column], row["form"])
    text = (files("oic_reports.site") / "places.csv").read_text(encoding="utf-8")
    return found | {row["place"]: row[language] for row in csv.DictReader(text.splitlines()) if row.get(language)}


def name_venue(row: Row, words: Words) -> str:
    """The building in the language of the page, as far as it has a name there; empty where none is known."""
    return (
        str(row["venue"] or "")
        if words.language == "en"
        else name_places(words.language).get(row["venue"], row["venue"] or "")
    )


def name_place(row: Row, words: Words) -> str:
    """City and country in the language of the page; empty where no place is known."""
    city = row["city"] if words.language == "en" else name_places(words.language).get(row["city"], row["city"])
    comma = "، " if words.language == "ar" else ", "
    return comma.join(part for part in (city, name_country(row["country_iso2"], words.language)) if part)


def name_cited_place(row: Row, words: Words) -> str:
    """The same as a citation has it: in Latin letters like the rest of it, so in English on a page in Arabic."""
    return name_place(row, words if words.direction == "ltr" else Words("en"))


def name_days(row: Row, words: Words) -> str:
    """The day or days of the meeting."""
    first = words.day(row["date"], row["date_precision"])
    last = words.day(row["date_end"], row["date_precision"])
    return f"{first} – {last}" if last and last != first else first


def direction_of(language: str) -> str:
    """``rtl`` or ``ltr``; ``auto`` for a language that is none of ours."""
    return DIRECTIONS.get(language, "auto")
