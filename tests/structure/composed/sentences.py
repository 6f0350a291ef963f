"""Days, sessions and sentences of an invented meeting in the ways in which reports print them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from composed.facts import Meeting, invent, load, phrases, say_ordinal, to_hijri, words, write_ordinal

Day = tuple[int, int, int]
_MARKS = {"en": ("H", " AH"), "fr": ("H", " de l'Hégire"), "ar": ("هـ", " هـ")}
_MASCULINE = (("انعقدت", "انعقد"), ("عقدت", "عقد"), ("المنعقدة", "المنعقد"))
_TO = {"en": " to ", "fr": " au ", "ar": " إلى "}
_CORRESPONDING = {"en": ", corresponding to ", "fr": ", correspondant au ", "ar": " الموافق "}
# before a day, before several days
_BEFORE = {"en": ("on ", "from "), "fr": ("le ", "du "), "ar": ("يوم ", "في الفترة من ")}


@dataclass
class Style:
    """How one text writes its days, ordinals and marks, from its first line to its last."""

    calendar: str
    dash: str
    is_spelled: bool
    has_weekday: bool
    hijri_mark: str


def choose_style(rng: Random, language: str) -> Style:
    """A style at random."""
    calendar = rng.choice(["gregorian", "gregorian", "hijri first", "gregorian first", "brackets"])
    dash = rng.choice(["-", " - ", "–"])
    return Style(calendar, dash, rng.random() < 0.6, rng.random() < 0.3, rng.choice(_MARKS[language]))


def _span(first: Day, last: Day, language: str, kind: str, dash: str) -> str:
    """Days of one calendar: ``3-5 May 2010``, ``30 April - 2 May 2010``."""
    months = words(kind, language)
    one, two = months[first[1] - 1], months[last[1] - 1]
    if first == last:
        return f"{first[2]} {one} {first[0]}"
    if first[:2] == last[:2]:
        return f"{first[2]}{dash}{last[2]} {two} {last[0]}"
    wide = dash if " " in dash else f" {dash} "
    year = "" if first[0] == last[0] else f" {first[0]}"
    return f"{first[2]} {one}{year}{wide}{last[2]} {two} {last[0]}"


def write_days(meeting: Meeting, style: Style, *, inside: bool) -> str:
    """The days of a meeting, in a header line or (``inside``) with a preposition in a sentence."""
    language = meeting.language
    is_one = meeting.first == meeting.last
    days: list[Day] = [(day.year, day.month, day.day) for day in (meeting.first, meeting.last)]
    old: list[Day] = [to_hijri(day) for day in (meeting.first, meeting.last)]
    dash = _TO[language] if inside and not is_one else style.dash
    gregorian = _span(days[0], days[1], language, "month", dash)
    plain = _span(days[0], days[1], language, "month", style.dash)
    hijri = _span(old[0], old[1], language, "hijri", dash) + style.hijri_mark
    both = {
        "gregorian": gregorian,
        "hijri first": hijri + _CORRESPONDING[language] + plain,
        "gregorian first": f"{gregorian} ({_span(old[0], old[1], language, 'hijri', style.dash)}{style.hijri_mark})",
        "brackets": f"{hijri} ({plain})",
    }[style.calendar]
    if not inside:
        return both
    if is_one and style.has_weekday and style.calendar == "gregorian":
        weekday = words("weekday", language)[meeting.first.weekday()]
        both = f"{weekday}, {both}" if language == "en" else f"{weekday} {both}"
    return _BEFORE[language][not is_one] + both


def say_session(meeting: Meeting, style: Style) -> str:
    """``Twenty-first Session of the …``; the name alone of what does not count its meetings."""
    if meeting.session is None:
        return meeting.name("name")
    ordinal = (say_ordinal if style.is_spelled else write_ordinal)(meeting.session, meeting.language)
    word = {"en": f"{ordinal} Session", "fr": f"{ordinal} session", "ar": f"الدورة {ordinal}"}[meeting.language]
    return f"{word} {meeting.name('of')}"


class Speaker:
    """Fills the templates of one text; a slot that is itself a template is chosen anew each time."""

    def __init__(self, rng: Random, meeting: Meeting, style: Style) -> None:
        """A speaker for a meeting."""
        self.rng, self.meeting, self.style = rng, meeting, style
        self.posting = meeting.last + dt.timedelta(rng.randint(2, 90))

    def say(self, kind: str) -> str:
        """A phrase of a kind, its slots filled."""
        return self.fill(self.rng.choice(phrases(kind, self.meeting.language)))

    def fill(self, template: str) -> str:
        """A template with its slots filled; in Arabic the verb agrees with what met."""
        filled = template.format_map(_Slots(self))
        if self.meeting.language == "ar" and self.meeting.session is None:
            for feminine, masculine in _MASCULINE:
                filled = filled.replace(
                    f"{feminine} {self.meeting.name('name')}", f"{masculine} {self.meeting.name('name')}"
                )
                filled = filled.replace(
                    f"{self.meeting.name('name')}، {feminine}", f"{self.meeting.name('name')}، {masculine}"
                )
        return filled

    def say_days(self) -> str:
        """The days of the meeting, in a header line."""
        return write_days(self.meeting, self.style, inside=False)

    def act(self, form: str) -> str:
        """What a meeting does: ``present``, ``past`` or ``we``, with its object."""
        row = self.rng.choice(load("acts", self.meeting.language))
        return f"{row[form]} {row['rest']}"

    def slot(self, name: str) -> str:
        """What stands in a slot of that name."""
        meeting, language = self.meeting, self.meeting.language
        simple = {
            "session": lambda: say_session(meeting, self.style),
            "body": lambda: meeting.name("name"),
            "members": lambda: meeting.name("members"),
            "ordinal": lambda: say_ordinal(meeting.session or 1, language),
            "when": lambda: write_days(meeting, self.style, inside=True),
            "in_city": lambda: meeting.place["in_city"],
            "city": lambda: meeting.place["name"],
            "CITY": meeting.place["name"].upper,
            "state": lambda: meeting.place["state"],
            "n": lambda: str(self.rng.randint(1, 48)),
            "m": lambda: str(self.rng.randint(10, 45)),
            "act": lambda: self.act("past"),
            "act2": lambda: self.act("past"),
            "posting": lambda: _span(*[_day(self.posting)] * 2, language, "month", "-"),
        }
        if name in simple:
            return simple[name]()
        if name.startswith("other"):
            return self._cite(name)
        return self.say(name)

    def _cite(self, name: str) -> str:
        """The session of another meeting, its place or its days: never those of this one."""
        if name == "other":
            self._other = invent(self.rng, self.meeting.language, before=self.meeting)
        other = self._other
        if name == "other":
            return say_session(other, self.style)
        where = f"{other.place['in_city']}, {other.place['state']}"
        return where if name == "other_where" else write_days(other, self.style, inside=True)


def _day(day: dt.date) -> Day:
    return day.year, day.month, day.day


class _Slots(dict[str, str]):
    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.speaker = speaker

    def __missing__(self, name: str) -> str:
        return self.speaker.slot(name)
