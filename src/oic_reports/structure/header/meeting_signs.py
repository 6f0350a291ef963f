"""Where a text prints the number, the days and the place of a meeting that the register knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from oic_reports.language.states import find_countries
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_forms
from oic_reports.structure.header.date import DateFact, read_dates
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.evidence import FactSource, Passage, whole
from oic_reports.structure.names.known_meetings import KnownMeeting
from oic_reports.structure.names.place_names import PlaceFact, describe_place, find_city_of_state, find_row
from oic_reports.structure.names.sessions import FoundSession, find_sessions

# paragraphs of the body from the first on in which a text says of which meeting it is; below them, to the last that is
# looked at, only the days of the meeting tell that it is spoken of. Code points of each
_PARAGRAPHS = 3
_LAST = 40
_REACH = 1500
_BODY = frozenset({"preamble", "operative", "list_item"})
_SOURCES: dict[str, FactSource] = {"title": "title", "header": "header", "signature": "signature"}
_TOLD = frozenset({"press_lead", "covering_letter"})
_Zone = Literal["frame", "opening", "below"]


class Sentence(NamedTuple):
    """A line or a sentence that may speak of the meeting; it frames the text, opens it, or stands below its opening."""

    passage: Passage
    zone: _Zone


def list_sentences(blocks: Sequence[Block]) -> Iterator[Sentence]:
    """The lines and sentences that may say of which meeting a text is: its front, its first paragraphs, its end."""
    paragraphs = 0
    for seq, block in enumerate(blocks, 1):
        text = block.text[:_REACH]
        if block.role in _SOURCES:
            for line in text.split("\n") if block.role == "signature" else [text.replace("\n", " ")]:
                yield Sentence(whole(line, _SOURCES[block.role], seq), "frame")
        elif block.subrole in _TOLD or (block.role in _BODY and paragraphs < _LAST):
            paragraphs += block.role in _BODY
            zone: _Zone = "opening" if paragraphs <= _PARAGRAPHS else "below"
            flat = text.replace("\n", " ")
            source: FactSource = "first_sentence" if block.role in _BODY else "header"
            for start, end in split_sentences(flat):
                yield Sentence(whole(flat[start:end], source, seq), zone)


def find_number(
    meeting: KnownMeeting, sentences: Sequence[Sentence], language: Language
) -> tuple[Passage, FoundSession] | None:
    """Where a text prints the number of a session; None where it does not."""
    for sentence, zone in sentences:
        if zone == "below":
            continue
        for found in find_sessions(sentence.printed, language):
            if _is_number_of(meeting, found, sentence, language):
                return sentence, found
    return None


def _is_number_of(meeting: KnownMeeting, found: FoundSession, passage: Passage, language: Language) -> bool:
    named = find_body(passage.printed, language)
    is_of_body = named is None or named.body_id == meeting.body_id or {named.body_id, meeting.body_id} == {"is", "eis"}
    is_alike = found.is_extraordinary == meeting.is_extraordinary or meeting.body_id == "eis"
    return found.number == meeting.session and is_of_body and is_alike


def find_day(meeting: KnownMeeting, sentences: Sequence[Sentence], language: Language) -> DateFact | None:
    """The days of a meeting as a text prints them: all of them before one of them, else the month alone."""
    days, months = [], []
    month = meeting.first.isoformat()[:7]
    for sentence in sentences:
        for fact in read_dates(sentence.passage, sentence.passage.printed, language):
            if fact.date.precision == "day" and _is_day_of(meeting, fact, sentence, language):
                days.append(fact)
            elif fact.date.precision == "month" and fact.date.iso.startswith(month) and sentence.zone == "frame":
                months.append(fact)
    whole_meeting = [fact for fact in days if fact.date.iso_end is not None]
    return next(iter([*whole_meeting, *days, *months]), None)


def _is_day_of(meeting: KnownMeeting, fact: DateFact, sentence: Sentence, language: Language) -> bool:
    """Whether days are a meeting's; a sentence of the body must mean its very days, and name no other place."""
    first, last = fact.date.iso, fact.date.iso_end
    if sentence.zone == "frame":
        return meeting.covers(first, last)
    return meeting.holds(first, last) and not _names_other_place(meeting, sentence.passage.printed, language)


def _names_other_place(meeting: KnownMeeting, text: str, language: Language) -> bool:
    """Whether a text names a city, but not that of the meeting: ``the declaration signed in Moscow on 13 April``."""
    cities = {find_row("cities", match, language)["city"] for match in find_forms("cities", text, language)}
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
        if city := _find_city(meeting, passage, language):
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


def _find_city(meeting: KnownMeeting, passage: Passage, language: Language) -> PlaceFact | None:
    text = passage.printed
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
    dates = read_dates(passage, passage.printed, language)
    if any(_is_day_of(meeting, fact, sentence, language) for fact in dates if fact.date.precision == "day"):
        return True
    if zone == "below":
        return False
    return any(_is_number_of(meeting, one, passage, language) for one in find_sessions(passage.printed, language))
