"""The words of one composed paper: its organisation, its meeting and its sentences, each taken once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import Any

from composed.facts import load, say_ordinal, words
from composed.gatherings import Teller, invent_gathering, write_cover_days

# the kinds of meetings that count their sessions
COUNTED = ("counted", "counted", "sectoral", "standing")
_DAYS = {
    "en": ("plain", "spaced", "comma", "from to", "hijri first", "brackets"),
    "fr": ("plain", "spaced", "from to", "hijri first", "brackets"),
    "ar": ("plain", "spaced", "era", "from to", "hijri first", "brackets"),
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# what French and Arabic join
_JOINED = (
    ("de la Royaume", "du Royaume"),
    ("la Royaume", "le Royaume"),
    ("de la État", "de l'État"),
    ("la État", "l'État"),
    ("de la États-Unis", "des États-Unis"),
    ("du Institut", "de l'Institut"),
    ("l'Ligue", "la Ligue"),
    ("de l'Conseil", "du Conseil"),
    ("l'Conseil", "le Conseil"),
    ("l'Communauté", "la Communauté"),
    ("de Le Caire", "du Caire"),
    ("لال", "لل"),
)


class PaperWords:
    """Templates of ``papers.csv``, filled with one organisation, meeting and place."""

    def __init__(self, rng: Random, language: str, other: str = "", kinds: Sequence[str] = COUNTED) -> None:
        """The words of a paper; ``other`` names another organisation, ``kinds`` are of meetings."""
        self.rng, self.language = rng, language
        self.days = rng.choice(_DAYS[language])
        self.meeting = invent_gathering(rng, language, rng.choice(kinds), self.days)
        while self.meeting.session is None:
            self.meeting = invent_gathering(rng, language, rng.choice(kinds), self.days)
        self.teller = Teller(rng, self.meeting)
        self._left: dict[str, list[str]] = {}
        place = self.meeting.place
        number = rng.randint(5, 36)
        self.values: dict[str, Any] = {
            "org": self.meeting.org,
            "inst": rng.choice(self.templates("inst")),
            "session": self._lower(self.teller.slot("session")),
            "nth": self._say_nth(number),
            "city": place["name"],
            "state": place["state"],
            "st": place["short"],
            "where": self.teller.slot("where"),
            "when": self.teller.slot("when"),
            "unit": words("unit", language)[rng.randint(0, 8)].lower(),
            "day": f"{rng.randint(2, 28)} {words('month', language)[rng.randint(0, 11)]} {self.meeting.first.year}",
            "year": str(self.meeting.first.year),
            "month": words("month", language)[self.meeting.last.month - 1],
        }
        self.values["body"] = self.meeting.name("name")
        for name in ("aim", "topic", "field"):
            self.values[name] = rng.choice(self.templates(name))
        if other:
            self._speak_for(other)
        self.values["inst_bare"] = self.values["inst"].removeprefix("ال")
        states = rng.sample(self.templates("state"), 4)
        self.values |= {f"s{place}": state for place, state in enumerate(states, 1)}

    def _speak_for(self, other: str) -> None:
        row = next(row for row in self.templates("other") if row.startswith(f"{other}|"))
        _, org, inst, session = row.split("|")
        nth = say_ordinal(self.rng.randint(5, 36), self.language)
        self.values |= {"org": org, "inst": inst, "session": session.replace("{nth}", self._lower(nth)), "body": org}

    def _lower(self, said: str) -> str:
        return said[:1].lower() + said[1:] if self.language == "fr" else said

    def _say_nth(self, number: int) -> str:
        """The ordinal of a meeting; in Arabic it is masculine."""
        said = say_ordinal(number, self.language)
        if self.language == "ar":
            said = " ".join(word.removesuffix("ة") for word in said.split())
        return self._lower(said)

    def templates(self, kind: str) -> list[str]:
        """The templates of one kind."""
        return [row["text"] for row in load("papers", self.language) if row["kind"] == kind]

    def fill(self, template: str, **more: object) -> str:
        """A template with its words."""
        said = template.format_map({**self.values, **more})
        for wrong, right in _JOINED:
            said = re.sub(rf"\b{wrong}" if self.language == "fr" else wrong, right, said)
        return said

    def say(self, kind: str, **more: object) -> str:
        """One of the templates of a kind, filled."""
        return self.fill(self.rng.choice(self.templates(kind)), **more)

    def take(self, kind: str, **more: object) -> str:
        """A template of a kind, another one each time until all were taken."""
        left = self._left.get(kind)
        if not left:
            left = self.templates(kind)
            self.rng.shuffle(left)
            self._left[kind] = left
        return self.fill(left.pop(), **more)

    def order(self, kind: str) -> list[str]:
        """All the templates of a kind, filled, in their order."""
        return [self.fill(said) for said in self.templates(kind)]

    def roman(self, number: int) -> str:
        """``IV`` for 4."""
        return _ROMAN[number - 1]

    def say_days(self) -> list[str]:
        """The days of the meeting, as a cover has them."""
        return write_cover_days(self.rng, self.meeting, self.days)

    def nth_of(self, number: int) -> str:
        """``Third``; in Arabic the feminine that counts articles."""
        return say_ordinal(number, self.language)

    def nth_m(self, number: int) -> str:
        """The masculine ordinal that counts chapters in Arabic."""
        return "الأول" if number == 1 else self._say_nth(number)
