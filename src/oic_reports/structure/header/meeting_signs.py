"""Where a text prints the number, the days and the place of a meeting that the register knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from oic_reports.language.states import find_countries
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_forms
from oic_reports.structure.header.date import DateFact, read_dates
from oic_reports.structure.header.passage_lines import read_lines
from oic_reports.structure.header.session import NAME_REACH
from oic_reports.structure.header.title_passage import read_title_passage
from oic_reports.structure.names.bodies import find_bodies_beside, find_body
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.datelines import is_posting_date, names_publisher, tells_posting
from oic_reports.structure.names.evidence import BLANK, FactSource, Passage, whole
from oic_reports.structure.names.known_meetings import KnownMeeting
from oic_reports.structure.names.organisations import find_organisations
from oic_reports.structure.names.place_names import PlaceFact, describe_place, find_city_of_state, find_row
from oic_reports.structure.names.sessions import FoundSession, find_sessions

# paragraphs of the body from the first on in which a text says of which meeting it is; below them, to the last that is
# looked at, only the days of the meeting tell that it is spoken of. Code points of each
_PARAGRAPHS = 3
_LAST = 40
_REACH = 1500
# a range that is a meeting's leaves out one of its days at most: some papers do not count the eve
_DAYS_LEFT_OUT = 1
_BODY = frozenset({"preamble", "operative", "list_item"})
_SOURCES: dict[str, FactSource] = {"header": "header", "signature": "signature"}
_TOLD = frozenset({"press_lead", "covering_letter"})
_Zone = Literal["frame", "opening", "below"]


class Sentence(NamedTuple):
    """A line or a sentence that may speak of the meeting; it frames the text, opens it, or stands below its opening."""

    passage: Passage
    zone: _Zone


def list_sentences(blocks: Sequence[Block], language: Language) -> Iterator[Sentence]:
    """The lines and sentences that may say of which meeting a text is: its front, its first paragraphs, its end.

    A sentence that says what will be held is left out: it is said beforehand, by others.
    """
    paragraphs = told = 0
    for seq, block in enumerate(blocks, 1):
        text = block.text[:_REACH]
        if block.role == "title":
            yield Sentence(read_title_passage(text, language, seq), "frame")
        elif block.role in _SOURCES:
            for line in _read_front(block, text, seq, language):
                yield Sentence(line, "frame")
        elif (block.subrole in _TOLD and told < _LAST) or (block.role in _BODY and paragraphs < _LAST):
            paragraphs += block.role in _BODY
            told += block.subrole in _TOLD
            zone: _Zone = "opening" if paragraphs <= _PARAGRAPHS else "below"
            flat = text.replace("\n", " ")
            source: FactSource = "first_sentence" if block.role in _BODY else "header"
            for start, end in split_sentences(flat):
                if not load_pattern("meeting_planned", language).search(flat, start, end):
                    yield Sentence(whole(flat[start:end], source, seq), zone)


def _read_front(block: Block, text: str, seq: int, language: Language) -> list[Passage]:
    """A header as one passage, the lines of a signature each, without those that say who posted the text, or when."""
    source = _SOURCES[block.role]
    if block.role == "header" and _is_posting(text, language):
        return []
    lines = read_lines(text, seq, source, language)
    if block.role == "signature":
        return lines
    return [whole(" ".join(line.printed for line in lines), source, seq)] if lines else []


def _is_posting(text: str, language: Language) -> bool:
    """Whether a header says when the text was posted: where a lone day is the meeting's, it was read as its day."""
    return tells_posting(text) or names_publisher(text, language) or is_posting_date(text, language)


def is_about_session(title: Passage, session: str, language: Language) -> bool:
    """Whether a title names a session since its text prepares it, or speaks of it afterwards.

    ``Report of the experts preparatory to the Tenth Session``, ``on the implementation of the resolutions of``; what
    that session adopted is its own.

    Args:
        title: the title or the line that names it.
        session: the words of its number, as printed.
        language: that of the text.
    """
    named = title.own.find(session)
    issued = [one.end() for one in load_pattern("issued_by", language).finditer(title.own, 0, max(named, 0))]
    start = max(issued, default=0)
    # ``on the decisions taken by`` ends where the session is said to have issued them
    text = title.printed if issued else title.own
    about = load_pattern("about_session", language).finditer(text, 0, max(named, 0))
    return any(one.end() >= start for one in about)


def find_number(
    meeting: KnownMeeting, sentences: Sequence[Sentence], language: Language
) -> tuple[Passage, FoundSession] | None:
    """Where a text prints the number of a session; None where it does not."""
    titles = [sentence for sentence, _ in sentences if sentence.source == "title"]
    if any(load_pattern("about_session", language).search(title.own) for title in titles):
        # a committee that meets in the days of a session cites its number
        return None
    for sentence, zone in sentences:
        if zone == "below":
            continue
        for found in find_sessions(sentence.printed, language):
            if _is_number_of(meeting, found, sentence, language):
                return sentence, found
    return None


def _is_number_of(meeting: KnownMeeting, found: FoundSession, passage: Passage, language: Language) -> bool:
    """Whether an ordinal is that of a meeting, and counts no session of another body."""
    text = passage.printed
    is_extraordinary = found.is_extraordinary
    if meeting.body_id == "eis":
        # the extraordinary sessions of the summit are often named ``the Fifth Session of the Extraordinary Summit``
        is_extraordinary = load_pattern("extraordinary", language).search(text) is not None
    if found.number != meeting.session or is_extraordinary != meeting.is_extraordinary:
        return False
    if load_pattern("about_session", language).search(text, 0, found.start):
        return False
    beside = find_bodies_beside(text, found.start, found.end, language, reach=NAME_REACH)
    if beside:
        return any(_is_same_body(one.body_id, meeting) for one in beside)
    if load_pattern("session_owner", language).match(text[found.end :]):
        return False
    named = find_body(text, language)
    if named is not None:
        return _is_same_body(named.body_id, meeting)
    others = any(one.standing in {"other", "organ"} for one in find_organisations(text, language))
    return not others and load_pattern("other_body", language).search(text) is None


def _is_same_body(body_id: str, meeting: KnownMeeting) -> bool:
    return body_id == meeting.body_id or {body_id, meeting.body_id} == {"is", "eis"}


def find_day(meeting: KnownMeeting, sentences: Sequence[Sentence], language: Language) -> DateFact | None:
    """The days of a meeting as a text prints them: all of them before one of them, else the month alone."""
    days, months = [], []
    month = meeting.first.isoformat()[:7]
    for sentence in sentences:
        for fact in read_dates(sentence.passage, sentence.passage.printed, language):
            if fact.date.precision == "day" and _is_day_of(meeting, fact, sentence, language):
                days.append(fact)
            elif fact.date.iso.startswith(month) and _is_month_of(meeting, fact, sentence, language):
                months.append(fact)
    whole_meeting = [fact for fact in days if fact.date.iso_end is not None]
    return next(iter([*whole_meeting, *days, *months]), None)


def _is_day_of(meeting: KnownMeeting, fact: DateFact, sentence: Sentence, language: Language) -> bool:
    """Whether days are a meeting's: all of them, or one that a front or the name of its city joins to it.

    A sentence of the body must mean its very days, and name no other place; one day of them alone may be that of
    anything (``the attack of 16 October``).
    """
    first, last = fact.date.iso, fact.date.iso_end
    passage, zone = sentence
    if zone != "frame":
        is_its = meeting.holds(first, last) and not _names_other_place(meeting, passage.printed, language)
        return is_its and (_is_whole(meeting, fact) or _names_city_alone(meeting, passage.printed, language))
    if last is not None:
        return meeting.covers(first, last)
    # what a title is about happened on another day
    return meeting.holds(first) and passage.own[fact.date.start] != BLANK


def _is_month_of(meeting: KnownMeeting, fact: DateFact, sentence: Sentence, language: Language) -> bool:
    """Whether a month without a day may be a meeting's: a line of the front, or a title that names its city."""
    passage, zone = sentence
    is_joined = passage.source != "title" or _names_city_alone(meeting, passage.own, language)
    return fact.date.precision == "month" and zone == "frame" and is_joined


def _is_whole(meeting: KnownMeeting, fact: DateFact) -> bool:
    """Whether a range has the days of a meeting, but for one of them."""
    if fact.date.iso_end is None:
        return False
    days = date.fromisoformat(fact.date.iso_end) - date.fromisoformat(fact.date.iso)
    return (meeting.last - meeting.first - days).days <= _DAYS_LEFT_OUT


def _names_city_alone(meeting: KnownMeeting, text: str, language: Language) -> bool:
    """Whether a text names the city of a meeting, and no other."""
    return _find_cities(text, language) == {meeting.city}


def _find_cities(text: str, language: Language) -> set[str]:
    return {find_row("cities", match, language)["city"] for match in find_forms("cities", text, language)}


def _names_other_place(meeting: KnownMeeting, text: str, language: Language) -> bool:
    """Whether a text names a city, but not that of the meeting: ``the declaration signed in Moscow on 13 April``."""
    cities = _find_cities(text, language)
    return bool(cities) and meeting.city not in cities


def find_place(
    meeting: KnownMeeting, sentences: Sequence[Sentence], language: Language, *, country: str | None
) -> PlaceFact | None:
    """The place of a meeting as a text prints it: in front, at the end, or beside its days or its number.

    Args:
        meeting: the meeting.
        sentences: those that may tell of it.
        language: that of the text.
        country: the country that is stated already; a place that says no more is None.
    """
    states = []
    for sentence in sentences:
        passage, zone = sentence
        if zone != "frame" and not _tells_of(meeting, sentence, language):
            continue
        # the city in what a title is about is the meeting's where its days stand beside it
        is_about = passage.own != passage.printed and not _prints_days(meeting, sentence, language)
        if city := _find_city(meeting, passage, passage.own if is_about else passage.printed, language):
            return city
        countries = find_countries(passage.printed, language)
        named = find_city_of_state(passage.printed, countries, language)
        if named and named[0] == meeting.city:
            start, end = named[1].start, named[2].end
            quoted = passage.quote(start, end)
            return PlaceFact(None, meeting.city, meeting.country_iso2, passage.printed[start:end], quoted)
        states += [
            PlaceFact(None, None, one.iso2, passage.printed[one.start : one.end], passage.quote(one.start, one.end))
            for one in countries
            if one.iso2 == meeting.country_iso2 and zone != "frame"
        ]
    return next(iter(states), None) if country is None else None


def _find_city(meeting: KnownMeeting, passage: Passage, text: str, language: Language) -> PlaceFact | None:
    around, before = load_pattern("not_place_around", language), load_pattern("not_place_before", language)
    for match in find_forms("cities", text, language):
        start, end = match.span("form")
        row = find_row("cities", match, language)
        if (row["city"], row["country_iso2"]) != (meeting.city, meeting.country_iso2):
            continue
        if before.search(text[:start]) or around.search(text[:start]) or around.search(text[end:]):
            continue
        return describe_place(text[start:], match, language, None, None, passage, start, offset=start)
    return None


def _tells_of(meeting: KnownMeeting, sentence: Sentence, language: Language) -> bool:
    """Whether a sentence prints the days of a meeting, or, where a text opens, its number."""
    passage, zone = sentence
    if _prints_days(meeting, sentence, language):
        return True
    if zone == "below":
        return False
    return any(_is_number_of(meeting, one, passage, language) for one in find_sessions(passage.printed, language))


def _prints_days(meeting: KnownMeeting, sentence: Sentence, language: Language) -> bool:
    dates = read_dates(sentence.passage, sentence.passage.printed, language)
    return any(_is_day_of(meeting, fact, sentence, language) for fact in dates if fact.date.precision == "day")
