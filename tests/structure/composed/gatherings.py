"""Meetings of every kind, how a cover names them, and the days of a cover in all their writings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from composed.facts import Meeting, Row, load, say_ordinal, to_hijri, words, write_ordinal
from composed.sentences import Speaker, Style, choose_style

# those that meet at the United Nations in September
IN_NEW_YORK = {"margins", "coordination"}
# the years in which a body had the name that its row has
_YEARS = {"ICFM": (1989, 2010), "IS": (1990, 2023), "EX-IS": (1997, 2023)}
_LATE, _ANY = (2012, 2023), (1991, 2023)
_FIRST_ASSEMBLY = 1945
# days of a cover: how they are written, in each language
DAYS = {
    "en": ("plain", "spaced", "comma", "month first", "ordinals", "from to", "and", "weekday", "two months"),
    "fr": ("plain", "spaced", "from to", "and", "weekday", "two months"),
    "ar": ("plain", "spaced", "era", "from to", "and", "weekday", "two months", "double month", "indic"),
}
CALENDARS = ("hijri first", "brackets", "hijri line", "hijri only")
_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_HIJRI = {"en": ("H", " H", " AH"), "fr": ("H", " H"), "ar": ("هـ", " هـ")}
_MASCULINE = {"الأولى": "الأول", "الحادية": "الحادي"}


def invent_gathering(rng: Random, language: str, kind: str, days: str, *, one_day: bool = False) -> Meeting:
    """A meeting of a kind, on days that the writing ``days`` can say."""
    row = rng.choice([row for row in load("gatherings", language) if row["kind"] == kind])
    low, high = _YEARS.get(row["code"], _LATE if _is_late(row) else _ANY)
    year = rng.randint(low, high)
    cities = [row for row in load("cities", language) if (row["city"] == "New York") == (kind in IN_NEW_YORK)]
    first = dt.date(year, 9, rng.randint(18, 28)) if kind in IN_NEW_YORK else _choose_day(rng, year, days)
    length = {"and": 1, "two months": 3}.get(days, rng.randint(0, 4))
    last = first if one_day or kind in IN_NEW_YORK else first + dt.timedelta(length)
    low, high = map(int, (row["sessions"] or "0-0").split("-"))
    following = say_ordinal(rng.randint(38, 50), language)
    body = {**row, "name": row["name"].replace("{next}", following if language != "fr" else following.lower())}
    return Meeting(language, body, rng.randint(low, high) or None, rng.choice(cities), first, last)


def _choose_day(rng: Random, year: int, days: str) -> dt.date:
    if days == "two months":
        return dt.date(year, rng.choice([1, 3, 5, 7, 8, 10]), rng.randint(29, 31))
    return dt.date(year, rng.randint(1, 12), rng.randint(1, 23))


def _is_late(row: Row) -> bool:
    return row["code"] in {"CG", "EXCOM", "ACM", "CFM", "IPHRC", "SOM", "GS"} or "التعاون" in row["name"]


def say_gathering(meeting: Meeting, *, is_spelled: bool, is_numbered: bool = False) -> str:
    """``Third Extraordinary Session of the …``; ``is_numbered``: ``Ninth Islamic Summit Conference``."""
    if meeting.session is None:
        return meeting.name("name")
    ordinal = (say_ordinal if is_spelled else write_ordinal)(meeting.session, meeting.language)
    if is_numbered and meeting.body["numbered"]:
        if meeting.language == "ar" and is_spelled:
            ordinal = " ".join(_MASCULINE.get(word, word.removesuffix("ة")) for word in ordinal.split())
        return meeting.body["numbered"].format(ordinal=ordinal)
    return f"{meeting.body['session'].format(ordinal=ordinal)} {meeting.name('of')}"


def say_assembly(meeting: Meeting) -> str:
    """The session of the General Assembly in the year of a meeting: ``72nd``."""
    number = meeting.first.year - _FIRST_ASSEMBLY
    return write_ordinal(number, meeting.language) if meeting.language != "ar" else str(number)


def write_cover_days(rng: Random, meeting: Meeting, writing: str) -> list[str]:
    """The days of a meeting as a cover has them: one line, or two where each calendar has its own."""
    language = meeting.language
    old = [to_hijri(day) for day in (meeting.first, meeting.last)]
    months = words("hijri", language)
    dash = rng.choice(["-", " - "])
    if old[0][:2] == old[1][:2]:
        span = f"{old[0][2]}{dash}{old[1][2]}" if old[0] != old[1] else str(old[0][2])
        hijri = f"{span} {months[old[1][1] - 1]} {old[1][0]}"
    else:
        year = "" if old[0][0] == old[1][0] else f" {old[0][0]}"
        hijri = f"{old[0][2]} {months[old[0][1] - 1]}{year} - {old[1][2]} {months[old[1][1] - 1]} {old[1][0]}"
    hijri += rng.choice(_HIJRI[language])
    plain = _write(meeting, "plain")
    return {
        "hijri first": [f"{hijri} {rng.choice(['({})', '- {}']).format(plain)}"],
        "brackets": [f"{plain} ({hijri})"],
        "hijri line": rng.choice([[hijri, plain], [hijri, f"({plain})"], [plain, f"({hijri})"]]),
        "hijri only": [hijri],
    }.get(writing) or [_write(meeting, writing)]


def _write(meeting: Meeting, writing: str) -> str:
    """The days in the calendar of the months January to December."""
    language = meeting.language
    one, two = ((day.day, _month(day, language, writing), day.year) for day in (meeting.first, meeting.last))
    said: Callable[[dt.date], str] = lambda day: _say_day(day, language, writing)  # noqa: E731 - one line, used thrice
    first, last = said(meeting.first), said(meeting.last)
    end = {"comma": f", {two[2]}", "era": f" {two[2]}م"}.get(writing, f" {two[2]}")
    if meeting.first == meeting.last:
        return _finish(f"{two[1]} {last}, {two[2]}" if writing == "month first" else f"{last} {two[1]}{end}", writing)
    same = one[1:] == two[1:]
    joint = {"spaced": " - ", "ordinals": " - ", "weekday": " - "}.get(writing, "-" if same else " - ")
    before = ""
    if writing == "from to":
        before, joint = {"en": ("from ", " to "), "fr": ("du ", " au "), "ar": ("من ", " إلى ")}[language]
    if writing == "and" and meeting.last - meeting.first == dt.timedelta(1):
        before, joint = {"en": ("", " and "), "fr": ("les ", " et "), "ar": ("يومي ", " و")}[language]
    if writing == "month first":
        later = last if same else f"{two[1]} {last}"
        return f"{one[1]} {first}{joint}{later}, {two[2]}"
    year = "" if one[2] == two[2] else f" {one[2]}"
    start = first if same else f"{first} {one[1]}{year}"
    return _finish(f"{before}{start}{joint}{last} {two[1]}{end}", writing)


def _finish(text: str, writing: str) -> str:
    return text.translate(_INDIC) if writing == "indic" else text


def _month(day: dt.date, language: str, writing: str) -> str:
    month = words("month", language)[day.month - 1]
    if writing != "double month":
        return month
    levant = [row["text"] for row in load("fronts", language) if row["kind"] == "levant_month"]
    return f"{levant[day.month - 1]}/{month}"


def _say_day(day: dt.date, language: str, writing: str) -> str:
    number = write_ordinal(day.day, "en") if writing == "ordinals" else str(day.day)
    if language == "fr" and day.day == 1:
        number = "1er"
    if writing == "weekday":
        weekday = words("weekday", language)[day.weekday()]
        return f"{weekday}, {number}" if language == "en" else f"{weekday} {number}"
    return number


class Teller(Speaker):
    """A speaker that knows meetings of every kind, and the templates of ``fronts.csv``."""

    def __init__(self, rng: Random, meeting: Meeting, style: Style | None = None) -> None:
        """A teller for a meeting."""
        super().__init__(rng, meeting, style or choose_style(rng, meeting.language))
        self._centre = ""
        # whether sentences say that the meeting was at the seat of the organisation
        self.is_at_seat = False

    def say(self, kind: str) -> str:
        """A phrase of a kind, of ``fronts.csv`` first."""
        found = self.list_templates(kind)
        return self.fill(self.rng.choice(found)) if found else super().say(kind)

    def list_templates(self, kind: str) -> list[str]:
        """The templates of a kind in ``fronts.csv``."""
        return [row["text"] for row in load("fronts", self.meeting.language) if row["kind"] == kind]

    def slot(self, name: str) -> str:
        """What stands in a slot of that name."""
        if name == "session":
            return say_gathering(self.meeting, is_spelled=self.style.is_spelled)
        if name == "seat" or (name == "where" and self.is_at_seat):
            return self.rng.choice(self.list_templates("seat"))
        if name == "where" and self.meeting.place["city"] == "New York":
            return self.meeting.place["in_city"]
        if name == "ga":
            return say_assembly(self.meeting)
        if name == "org":
            return self.meeting.org
        if name in {"centre", "a_centre"}:
            # one text speaks of one centre; in Arabic its article takes another form behind a particle
            self._centre = self._centre or super().slot("centre")
            return self._centre if name == "centre" else f"ا{self._centre}"
        if name == "next_day":
            day = self.meeting.last + dt.timedelta(1)
            return f"{day.day} {words('month', self.meeting.language)[day.month - 1]} {day.year}"
        return super().slot(name)
