"""One invented meeting: who met, which session, where and when, and its words in one language."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from hijridate import Gregorian

HERE = Path(__file__).parent
# years of invented meetings; the organisation changed its name in 2011
FIRST_YEAR, LAST_YEAR, RENAMED = 1985, 2023, 2011
_TEEN = 20

Row = dict[str, str]


@cache
def load(name: str, language: str) -> tuple[Row, ...]:
    """The rows of a CSV in a language."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(row for row in csv.DictReader(file) if row["language"] == language)


def words(kind: str, language: str) -> list[str]:
    """The forms of one kind: ``month``, ``unit`` ..."""
    return next(row["forms"].split("|") for row in load("words", language) if row["kind"] == kind)


def phrases(kind: str, language: str) -> list[str]:
    """The templates of one kind."""
    return [row["text"] for row in load("phrases", language) if row["kind"] == kind]


@dataclass(frozen=True)
class Meeting:
    """A session of a body with its place and days."""

    language: str
    body: Row
    session: int | None
    place: Row
    first: dt.date
    last: dt.date

    @property
    def org(self) -> str:
        """The organisation by its name of the time."""
        return words("org", self.language)[self.first.year > RENAMED]

    def name(self, form: str) -> str:
        """The body's ``name``, ``of`` or ``members``."""
        return self.body[form].format(org=self.org)


def invent(rng: Random, language: str, *, before: Meeting | None = None) -> Meeting:
    """A meeting; an earlier one in another place, of a body that is cited most, where ``before`` is given."""
    bodies = [row for row in load("bodies", language) if before is None or row["body_id"] in {"cfm", "is"}]
    year = rng.randint(FIRST_YEAR, LAST_YEAR)
    if before is not None:
        year = before.first.year - rng.randint(1, 5)
    body = rng.choice([row for row in bodies if row["code"] != ("ICFM" if year > RENAMED else "CFM")])
    low, high = map(int, (body["sessions"] or "0-0").split("-"))
    places = [row for row in load("places", language) if before is None or row["city"] != before.place["city"]]
    first = dt.date(year, rng.randint(1, 12), rng.randint(1, 28))
    last = first + dt.timedelta(rng.randint(0, 4))
    # a contact group does not count its meetings
    return Meeting(language, body, rng.randint(low, high) or None, rng.choice(places), first, last)


def say_ordinal(number: int, language: str) -> str:
    """``Twenty-first``, ``vingt et unième``, ``الحادية والعشرين``."""
    units, tens = words("unit", language), words("tens", language)
    if number < _TEEN:
        return units[number - 1]
    ten, unit = divmod(number, 10)
    if not unit:
        return words("ten", language)[ten - 2]
    if language == "ar":
        return f"{'الحادية' if unit == 1 else units[unit - 1]} {tens[ten - 2]}"
    if language == "fr" and unit == 1:
        return f"{tens[ten - 2].rstrip('-')} et unième"
    return tens[ten - 2] + units[unit - 1].lower()


def write_ordinal(number: int, language: str) -> str:
    """``21st``, ``21ème``, ``الـ21``."""
    if language == "ar":
        return f"الـ{number}"
    if language == "fr":
        return "1ère" if number == 1 else f"{number}ème"
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def to_hijri(day: dt.date) -> tuple[int, int, int]:
    """Year, month and day of the Umm al-Qura calendar."""
    found = Gregorian(day.year, day.month, day.day).to_hijri()
    return found.year, found.month, found.day
