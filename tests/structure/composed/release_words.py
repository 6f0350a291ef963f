"""The words of one composed release: who speaks, of which state and town, on which day, in one language."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from composed.facts import Row, load, to_hijri, words

FIRST_YEAR, LAST_YEAR = 2012, 2023
_SEAT = "Jeddah"
# where those speak who have another seat, by kind; the town's name in each language
_SEATS: dict[str, dict[str, str]] = {
    "geneva": {"en": "Geneva", "fr": "Genève", "ar": "جنيف"},
    "league": {"en": "Cairo", "fr": "Le Caire", "ar": "القاهرة"},
    "gcc": {"en": "Riyadh", "fr": "Riyad", "ar": "الرياض"},
    "mwl": {"en": "Makkah", "fr": "La Mecque", "ar": "مكة المكرمة"},
    "isesco": {"en": "Rabat", "fr": "Rabat", "ar": "الرباط"},
    "union": {"en": "Tehran", "fr": "Téhéran", "ar": "طهران"},
    "unsg": {"en": "New York", "fr": "New York", "ar": "نيويورك"},
}
_SESSIONS = {
    "en": ("Forty-fifth", "46th", "Forty-ninth"),
    "fr": ("quarante-cinquième", "46ème", "quarante-neuvième"),
    "ar": ("الخامسة والأربعين", "الـ46", "التاسعة والأربعين"),
}
_AT_HOME = 0.7


class Words:
    """Templates filled with one release's person, state, town and day."""

    def __init__(self, rng: Random, language: str, kind: str, day: dt.date | None = None) -> None:
        self.rng, self.language, self.kind = rng, language, kind
        first = dt.date(FIRST_YEAR, 1, 1)
        self.day = day or first + dt.timedelta(rng.randrange((dt.date(LAST_YEAR, 12, 28) - first).days))
        self.posted = self.day + dt.timedelta(rng.choice([0, 0, 1]))
        self.seat = self._choose_seat()
        towns = [row for row in load("cities", language) if row["city"] not in {_SEAT, "New York", self.seat["city"]}]
        self.town = rng.choice(towns)
        person = rng.choice(self.templates("sg")).split("|")
        state = rng.choice(self.templates("state")).split("|")
        self.dates_today = rng.random() < 0.5
        org = rng.choice(self.templates("org"))
        self.values: dict[str, str] = dict(zip(("sg", "short"), person, strict=True))
        self.values |= dict(zip(("state", "of_state", "in_state", "adjective"), state, strict=True))
        self.values |= {"org": org, "oic": self.templates("oic")[0], "in_town": self.town["in_city"]}
        self.values |= {"envoy": rng.choice(self.templates("envoy")), "cfm": rng.choice(_SESSIONS[language])}
        self.values |= {"n": str(rng.randint(10, 300)), "year": str(self.day.year)}
        self.values |= {"posting": self.write_day(self.posted), "today": self._say_today()}

    def _choose_seat(self) -> Row:
        """Where the release is given: the seat of who speaks, or a town that he visits."""
        cities = load("cities", self.language)
        kind = self.kind
        if kind == "group":
            kind = "geneva"
        if kind in _SEATS:
            name = _SEATS[kind][self.language]
            found = [row for row in cities if row["name"] == name]
            return found[0] if found else {"city": _SEATS[kind]["en"], "country_iso2": "CH", "name": name}
        at_home = self.rng.random() < _AT_HOME or kind == "iphrc"
        return self.rng.choice([row for row in cities if (row["city"] == _SEAT) == at_home])

    def templates(self, kind: str) -> list[str]:
        """The templates of one kind."""
        return [row["text"] for row in load("releases", self.language) if row["kind"] == kind]

    def say(self, kind: str) -> str:
        """One of the templates of a kind, filled."""
        return self.fill(self.rng.choice(self.templates(kind)))

    def sample(self, kind: str, number: int) -> list[str]:
        """Some of the templates of a kind, filled."""
        found = self.templates(kind)
        return [self.fill(said) for said in self.rng.sample(found, min(number, len(found)))]

    def fill(self, template: str) -> str:
        """A template with its words; it begins with a capital."""
        said = template.format_map(self.values)
        for wrong, right in (("de le ", "du "), (" à le ", " au "), ("لال", "لل"), ("{}", "")):
            said = said.replace(wrong, right)
        return said[:1].upper() + said[1:]

    def write_day(self, day: dt.date, *, era: bool = False) -> str:
        """``3 May 2018`` in one of its writings."""
        month = words("month", self.language)[day.month - 1]
        plain = f"{day.day} {month} {day.year}"
        if self.language == "en":
            return self.rng.choice([plain, plain, f"{month} {day.day}, {day.year}", f"{day.day:02} {month} {day.year}"])
        if self.language == "fr":
            return plain if day.day > 1 else f"1er {month} {day.year}"
        return f"{plain}م" if era else plain

    def write_hijri(self, day: dt.date) -> str:
        """A day in the other calendar, with its day in this one in brackets."""
        year, month, number = to_hijri(day)
        mark = "هـ" if self.language == "ar" else "H"
        return f"{number} {words('hijri', self.language)[month - 1]} {year}{mark} ({self.write_day(day)})"

    def _say_today(self) -> str:
        """``today``, with the day of the week and mostly with its date."""
        names = words("weekday", self.language)
        name = names[self.day.weekday()]
        date = self.write_day(self.day)
        if not self.dates_today:
            return {"en": "today", "fr": "aujourd'hui", "ar": "اليوم"}[self.language]
        return {
            "en": self.rng.choice([f"today, {name}, {date},", f"on {name}, {date},", f"today, {date},"]).rstrip(","),
            "fr": self.rng.choice([f"ce {name} {date}", f"aujourd'hui, {date}", f"le {date}"]),
            "ar": self.rng.choice([f"اليوم {name} {date}", f"يوم {name} الموافق {date}", f"اليوم ({date})"]),
        }[self.language]

    @property
    def facts(self) -> dict[str, Any]:
        """City and country of the place where the release is given."""
        return {"city": self.seat["city"], "country_iso2": self.seat["country_iso2"]}
