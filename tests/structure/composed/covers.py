"""The cover of a text of any kind: its lines in one of the orders in which covers have them, and the facts they print."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from random import Random
from typing import Any

from composed.facts import Meeting
from composed.gatherings import IN_NEW_YORK, Teller, say_gathering, write_cover_days
from composed.texts import FrontLine

ORDERS = (
    *("title first", "session first", "place first", "symbol first"),
    *("organisation first", "one line", "title repeated", "bilingual"),
)
# where a sentence says that the meeting was; the cover says nothing
SEAT = "seat"
PLACES = ("city, state", "city - state", "city (state)", "city, short", "city", "with days", "not on the cover")
# lines of a title, in the order in which it is read
TITLES = ("title", "of", "about")
# bodies whose symbols begin with their code
_CODE_FIRST = {"ICFM", "IS"}
# what goes on with the title of a kind; what stands below it as who adopted it, or to whom it was given
_GOES_ON = {"final_communique": "of", "communique": "of", "report": "of", "speech": "addressed"}
_BELOW = {
    **dict.fromkeys(("resolution", "declaration", "programme", "statute", "convention"), "adopted"),
    "report_sg": "submitted",
    "statement": "issued",
}
_ABOUT = {
    "resolution": "on",
    "report_sg": "on",
    "programme": "aim",
    "statement": "situation",
    "convention": "agreement_on",
}
_CODES = {
    "final_communique": "FC",
    "communique": "COM",
    "report": "REP",
    "report_sg": "SG.REP",
    "resolution": "RES",
    "declaration": "DEC",
    "programme": "POA",
    "statute": "STAT",
    "convention": "CONV",
    "statement": "STM",
}
_DRAFTED = {"final_communique", "report", "resolution", "declaration"}
_FEMININE = {"fr": {"resolution", "declaration", "convention"}, "ar": {"convention"}}
_SUFFIXES = {
    "en": ("POL", "P", "E", "C", "ORG", "LEG", "AF"),
    "fr": ("POL", "P", "E", "C", "ORG", "AF"),
    "ar": ("س", "أق", "ث", "أت"),
}
_SUMMIT = {"en": "(IS)", "fr": "(IS)", "ar": " (ق.إ)"}


@dataclass
class Cover:
    """Lines of a cover, each of one kind, and what they say; ``is_title_sure``: whether readers agree on the title."""

    lines: list[FrontLine] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    is_title_sure: bool = True

    def add(self, kind: str, text: str) -> None:
        """A further line."""
        self.lines.append(FrontLine(kind, text))


@dataclass
class Plan:
    """What a cover is to be like."""

    kind: str
    gathering: str
    order: str
    days: str
    days_in: str
    place: str
    is_joint: bool
    labels: str = "none"

    @property
    def has_days(self) -> bool:
        """Whether the cover has the days."""
        return self.days_in != "opening"


class CoverWriter:
    """Writes one cover."""

    def __init__(self, rng: Random, plan: Plan, teller: Teller) -> None:
        """A writer of a cover for the meeting of a teller."""
        self.rng, self.plan, self.teller, self.meeting = rng, plan, teller, teller.meeting
        self.case = rng.choice(["capitals", "bare capitals", "plain"])
        self.cover = Cover()
        self.is_spelled, self.is_numbered = rng.random() < 0.5, rng.random() < 0.3
        self.is_draft = False

    def write(self) -> Cover:
        """The cover."""
        plan, cover = self.plan, self.cover
        cover.facts |= {"symbol": None, "resolution_number": None, "status": None}
        symbol = self._write_symbol()
        title = self._write_title()
        below = self._write_below()
        where = self._write_where()
        theme = self._write_theme()
        if plan.order == "organisation first":
            cover.add("organisation", self._capital(self.meeting.org))
            if self.rng.random() < 0.5:
                cover.add("organisation", self.teller.say(self.rng.choice(["motto", "secretariat"])))
        if symbol:
            cover.lines += symbol
        if plan.order == "session first" and plan.kind != "press_release":
            session = self._say_session()
            cover.add("session", self._capital(session[0].upper() + session[1:]))
            # a session right above the type might be of the title
            cover.is_title_sure = cover.is_title_sure and bool(where) and not plan.is_joint
            own = [line for line in title if line.kind not in {"margins", "of"}]
            beside = [line for line in title if line.kind == "margins"]
            cover.lines += [*beside, *theme, *where, *own]
        elif plan.order == "place first":
            # in one line, a city right before the title might be of it
            cover.is_title_sure = cover.is_title_sure and not (plan.is_joint and not plan.has_days)
            cover.lines += [*where, *title, *below, *theme]
        else:
            cover.lines += [*title, *below, *theme, *where]
        printed = [line.text for line in cover.lines if line.kind in TITLES]
        cover.facts["title"] = " ".join(printed)
        return cover

    def _write_symbol(self) -> list[FrontLine]:
        if self.plan.kind not in _CODES or not (self.plan.order == "symbol first" or self.rng.random() < 0.3):
            return []
        body, session, year = self.meeting.body["code"], self.meeting.session, self.meeting.first.year
        forms = ["OIC/{body}-{n}/{year}", "OIC/{n}-{body}/{year}", "OIC/{body}/{n}-{short}"]
        if body in _CODE_FIRST:
            forms += ["{body}/{n}-{short}", "{body}/{n}-{year}"]
        stem = self.rng.choice(forms if session else ["OIC/{body}/{year}", "OIC/{body}-{year}"])
        stem = stem.format(body=body, n=session, year=year, short=f"{year % 100:02}")
        mark = self.rng.choice(["", "", "", "/FINAL", "/DR"])
        self.is_draft = mark == "/DR" and self.plan.kind in _DRAFTED
        code = _CODES[self.plan.kind]
        end = f"DR.{code}" if self.is_draft else f"{code}{mark if mark == '/FINAL' else ''}"
        self.cover.facts |= {"symbol": f"{stem}/{end}"}
        if self.is_draft or mark == "/FINAL":
            self.cover.facts["status"] = "draft" if self.is_draft else "final"
        lines = [FrontLine("symbol", f"{stem}/{end}")]
        if self.rng.random() < 0.3:
            lines.append(FrontLine("original", self.teller.say("original")))
        return lines

    def _write_title(self) -> list[FrontLine]:
        plan, rng = self.plan, self.rng
        first = self._write_number() if plan.kind == "resolution" else self.teller.say(plan.kind)
        if self.is_draft:
            first = rng.choice(self.teller.list_templates("draft")).replace("{title}", first)
        lines = [FrontLine("title", self._capital(first))]
        if plan.kind == "press_release":
            headline = FrontLine("title", self.teller.say("headline"))
            lines = [FrontLine("release", lines[0].text), headline]
            # in one line, ``Press Release`` might be of the title
            self.cover.is_title_sure = not plan.is_joint
        if plan.kind in _ABOUT and not (plan.kind == "report_sg" and rng.random() < 0.3):
            lines.append(FrontLine("about", self._about()))
        if plan.kind in _GOES_ON:
            own = f"of_{plan.kind}"
            clause = own if self.teller.list_templates(own) else _GOES_ON[plan.kind]
            lines.append(FrontLine("of", self._capital(self._clause(clause))))
        others = self.teller.list_templates(f"other_{plan.kind}")
        if plan.order == "bilingual" and others:
            lines.insert(1, FrontLine("other", rng.choice(others)))
            self.cover.is_title_sure = False
        if plan.gathering in IN_NEW_YORK and plan.kind in _GOES_ON and rng.random() < 0.5:
            lines.append(FrontLine("margins", self._capital(self.teller.say("margins"))))
            self.cover.is_title_sure = False
        return lines

    def _about(self) -> str:
        about = self.teller.say(_ABOUT[self.plan.kind])
        if self.meeting.language == "ar" and self.plan.kind == "convention":
            return about
        return self._capital(about)

    def _write_number(self) -> str:
        language, meeting = self.meeting.language, self.meeting
        suffix = self.rng.choice(_SUFFIXES[language])
        if meeting.body["body_id"] == "is":
            suffix += _SUMMIT[language]
        number = f"{self.rng.randint(1, 40)}/{meeting.session}{self.rng.choice(['-', '-', ' - '])}{suffix}"
        self.cover.facts["resolution_number"] = number
        return self.rng.choice(self.teller.list_templates("number")).format(number)

    def _write_below(self) -> list[FrontLine]:
        kind = _BELOW.get(self.plan.kind)
        if kind is None or self.plan.order == "session first":
            return []
        if self.plan.kind == "resolution" and self.rng.random() < 0.6:
            return []
        if self.is_draft and kind == "adopted":
            return []
        said = self._clause(kind)
        feminine = self.plan.kind in _FEMININE.get(self.meeting.language, ())
        if feminine and kind == "adopted":
            said = said.replace("adopté ", "adoptée ", 1).replace("الصادر ", "الصادرة ", 1)
            said = said.replace("المعتمد ", "المعتمدة ", 1)
        if self.plan.kind == "statute" and self.meeting.language == "fr":
            said = said.replace("adopté ", "adoptés ", 1)
        if kind == "adopted" and "صادر" not in said:
            if self.cover.facts["status"] == "final":
                # readers differ on a text that says both
                del self.cover.facts["status"]
            else:
                self.cover.facts["status"] = "adopted"
        return [FrontLine("adopted_by", self._capital(said))]

    def _write_where(self) -> list[FrontLine]:
        plan, meeting, rng = self.plan, self.meeting, self.rng
        comma = "، " if meeting.language == "ar" else ", "
        city, state, short = (meeting.place[name] for name in ("name", "state", "short"))
        place = {
            "city, state": f"{city}{comma}{state}",
            "city - state": f"{city}{rng.choice([' - ', '-'])}{state}",
            "city (state)": f"{city} ({state})",
            "city, short": f"{city}{comma}{short}",
            "city": city,
            "with days": f"{city}{comma}{state}" if rng.random() < 0.5 else city,
        }.get(plan.place)
        if place and plan.gathering in IN_NEW_YORK and rng.random() < 0.5:
            place = self.teller.say("un")
        days = write_cover_days(rng, meeting, plan.days) if plan.has_days else []
        days = [self._capital(day) for day in days]
        if plan.labels == "days":
            days[0] = f"{self.teller.say('days_label')}{days[0]}"
        place = self._capital(place) if place else None
        if place and days and plan.place == "with days":
            joint = rng.choice([comma, " - ", " "])
            whole = f"{place}{joint}{days[0]}"
            return [FrontLine("place", whole), *(FrontLine("days", day) for day in days[1:])]
        lines = [FrontLine("place", place)] if place else []
        return [*lines, *(FrontLine("days", day) for day in days)]

    def _write_theme(self) -> list[FrontLine]:
        has_theme = self.meeting.session is not None and self.plan.kind not in {"speech", "press_release"}
        if not has_theme or self.rng.random() < 0.7:
            return []
        mark = {"en": "({})", "fr": "({})", "ar": "({})"}[self.meeting.language]
        return [FrontLine("theme", self._capital(mark.format(self.teller.say("theme"))))]

    def _say_session(self) -> str:
        session = say_gathering(self.meeting, is_spelled=self.is_spelled, is_numbered=self.is_numbered)
        starts = self.meeting.language == "en" and self.rng.random() < 0.5
        return f"The {session}" if starts else session

    def _clause(self, kind: str) -> str:
        """A line with the session in it: ``of the …``, ``adopted by the …``."""
        session = say_gathering(self.meeting, is_spelled=self.is_spelled, is_numbered=self.is_numbered)
        said = self.rng.choice(self.teller.list_templates(kind))
        to = f"لل{session[2:]}" if session.startswith("ال") else f"ل{session}"
        said = said.replace("{session}", session).replace("{li}", to)
        # in French the ordinal of a session is written small
        return said if self.meeting.language != "fr" else said.replace(session, session[0].lower() + session[1:])

    def _capital(self, text: str) -> str:
        if self.case == "plain" or self.meeting.language == "ar":
            return text
        text = text.upper()
        if self.case == "capitals":
            return text
        return "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))


def write_cover(rng: Random, plan: Plan, teller: Teller) -> Cover:
    """The cover of a text, with what it says of the meeting of the teller."""
    return CoverWriter(rng, plan, teller).write()


def read_meeting(meeting: Meeting) -> dict[str, Any]:
    """The facts of a meeting."""
    one_day = meeting.first == meeting.last
    return {
        "body_id": meeting.body["body_id"],
        "session": meeting.session,
        "date": meeting.first.isoformat(),
        "date_end": None if one_day else meeting.last.isoformat(),
        "city": meeting.place["city"],
        "country_iso2": meeting.place["country_iso2"],
    }
