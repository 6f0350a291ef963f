"""What the register of meetings says to the facts of a text: it chooses among printed signs, and adds none.

A day or a place beside the session's number is the meeting's where the register has the session then and there, however
weak the words are that join them. Where two printed signs disagree the register decides nothing, and a fact that it
contradicts stays, with a flag: the text may be of another meeting, or the register wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from oic_reports.codes import FlagName
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.structure.header.date import DateFact
from oic_reports.structure.header.meeting_signs import (
    Sentence,
    find_day,
    find_number,
    find_place,
    is_about_session,
    list_sentences,
)
from oic_reports.structure.names.bodies import describe_body
from oic_reports.structure.names.evidence import Passage
from oic_reports.structure.names.known_meetings import (
    KnownMeeting,
    find_meeting_on,
    find_session_of,
    list_known_meetings,
)
from oic_reports.structure.names.place_names import PlaceFact
from oic_reports.structure.names.sessions import FoundSession

# days within which a meeting that prepares a session is held: its papers bear the session's number
_PREPARED_WITHIN = 92
_Fact = Literal["date", "place", "session"]
# a fact that was left out since its sign was weak, and one whose signs disagree
_UNSURE: Mapping[_Fact, FlagName] = {"date": "date_unsure", "place": "place_unsure", "session": "session_unsure"}
_CONFLICTS: Mapping[_Fact, FlagName] = {
    "date": "date_conflict",
    "place": "place_conflict",
    "session": "session_conflict",
}


def confirm(
    header: Header, counted: int | None, flags: Sequence[Flag], blocks: Sequence[Block], language: Language
) -> tuple[Header, list[Flag]]:
    """The header with what the register confirms, and its flags, one for what it contradicts among them.

    Args:
        header: the facts that were read of the text.
        counted: the number by which its meeting is counted; None where it is no session of its body.
        flags: those of the header.
        blocks: the blocks of the text, cleaned.
        language: its language.
    """
    if header.body_id is None or (header.session is not None and counted is None):
        return header, list(flags)
    if not any(one.body_id == header.body_id for one in list_known_meetings()):
        return header, list(flags)
    sentences = list(list_sentences(blocks, language))
    if _is_about_session(header, sentences, language):
        return header, list(flags)
    header, kept = _settle_session(header, list(flags), sentences, language)
    meeting = _find_meeting(header)
    if meeting is None:
        return header, kept
    if _is_free("date", header.date, kept) and (day := find_day(meeting, sentences, language)):
        header, kept = _take_day(header, day), _answer(kept, "date", day.evidence.words, meeting)
    if _is_free("place", header.city, kept):
        place = find_place(meeting, sentences, language, country=header.country_iso2)
        if place:
            header, kept = _take_place(header, place), _answer(kept, "place", place.raw, meeting)
    return header, kept


def _is_about_session(header: Header, sentences: Sequence[Sentence], language: Language) -> bool:
    """Whether the session that the front names is one that the text prepares, or speaks of afterwards."""
    words = header.session_evidence
    front = [one.passage for one in sentences if one.zone == "frame" and one.passage.seq == header.session_seq]
    return words is not None and any(is_about_session(passage, words, language) for passage in front)


def _is_free(fact: _Fact, value: object, flags: Sequence[Flag]) -> bool:
    """Whether a fact is not stated, and not for signs that disagree."""
    return value is None and not any(flag.flag == _CONFLICTS[fact] for flag in flags)


def _settle_session(
    header: Header, flags: list[Flag], sentences: Sequence[Sentence], language: Language
) -> tuple[Header, list[Flag]]:
    """The header with the session of its day, where the text prints that; a flag where day or place contradict one."""
    by_day = _find_meeting_of_day(header)
    meeting = _find_by_session(header)
    if meeting is None:
        named = by_day and _is_free("session", header.session, flags) and find_number(by_day, sentences, language)
        return _take_session(header, flags, by_day, named) if by_day and named else (header, flags)
    is_far = header.date is not None and meeting.count_days_from(header.date) > _PREPARED_WITHIN
    is_elsewhere = header.country_iso2 is not None and header.country_iso2 != meeting.country_iso2
    if not (is_far or is_elsewhere) or _may_be_of_other_kind(header):
        return header, flags
    words, note = header.session_evidence, _describe(meeting)
    if by_day and by_day != meeting:
        note = f"{note}; the day is of session {by_day.session}"
    return header, [*flags, Flag("meeting_unlisted", "header.session", "warning", surface=words, note=note)]


def _find_meeting(header: Header) -> KnownMeeting | None:
    """The meeting that the header names by its session, unless its day or its place is another's."""
    meeting = _find_by_session(header)
    if meeting is None or (header.date and not meeting.covers(header.date, header.date_end)):
        return None
    is_elsewhere = header.country_iso2 not in {None, meeting.country_iso2} or header.city not in {None, meeting.city}
    return None if is_elsewhere else meeting


def _find_by_session(header: Header) -> KnownMeeting | None:
    if header.body_id is None or header.session is None:
        return None
    is_extraordinary = header.session_kind == "extraordinary"
    return find_session_of(header.body_id, header.session, is_extraordinary=is_extraordinary)


def _find_meeting_of_day(header: Header) -> KnownMeeting | None:
    if header.body_id is None or header.date is None or header.date_precision != "day":
        return None
    return find_meeting_on(header.body_id, header.date, header.date_end)


def _may_be_of_other_kind(header: Header) -> bool:
    """Whether an ordinary and an extraordinary session of one number are mistaken: summits share a name."""
    day = header.date
    summits = {"is", "eis"}
    others = summits - {header.body_id or ""}
    if day is None or header.body_id not in summits:
        return False
    same = (one for one in list_known_meetings() if one.body_id in others and one.session == header.session)
    return any(one.covers(day, header.date_end) for one in same)


def _take_day(header: Header, fact: DateFact) -> Header:
    found = fact.date
    return replace(
        header,
        date=found.iso,
        date_end=found.iso_end,
        date_raw=found.raw,
        date_precision=found.precision,
        calendar=found.calendar,
        date_source=fact.evidence.source,
        date_evidence=fact.evidence.words,
        date_seq=fact.evidence.seq,
    )


def _take_place(header: Header, place: PlaceFact) -> Header:
    return replace(
        header,
        venue=place.venue or header.venue,
        venue_raw=place.raw,
        city=place.city,
        country_iso2=place.country_iso2,
        place_source=place.evidence.source,
        place_evidence=place.evidence.words,
        place_seq=place.evidence.seq,
    )


def _take_session(
    header: Header, flags: list[Flag], meeting: KnownMeeting, named: tuple[Passage, FoundSession]
) -> tuple[Header, list[Flag]]:
    """The header with the session that day and place are of, the number quoted where the text prints it."""
    passage, found = named
    evidence = passage.quote(found.start, found.end)
    changed = replace(
        header,
        session=meeting.session,
        session_kind="extraordinary" if meeting.is_extraordinary else "ordinary",
        session_source=evidence.source,
        session_evidence=evidence.words,
        session_seq=evidence.seq,
    )
    return changed, _answer(flags, "session", evidence.words, meeting)


def _answer(flags: Sequence[Flag], fact: _Fact, words: str | None, meeting: KnownMeeting) -> list[Flag]:
    """Flags without the doubt that the fact answers, with one that says that it was chosen by the register."""
    kept = [flag for flag in flags if flag.flag != _UNSURE[fact]]
    return [*kept, Flag("chosen_by_register", f"header.{fact}", "info", surface=words, note=_describe(meeting))]


def _describe(meeting: KnownMeeting) -> str:
    body = describe_body(meeting.body_id)
    kind = "extraordinary session" if meeting.is_extraordinary else "session"
    name = body.body if body else meeting.body_id
    days = meeting.first.isoformat() + (f" to {meeting.last.isoformat()}" if meeting.last != meeting.first else "")
    return f"the register of meetings has {kind} {meeting.session} of the {name} in {meeting.city}, {days}"
