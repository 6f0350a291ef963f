"""Which session of its body met, and whether an ordinary or an extraordinary one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from oic_reports.language.dates import LOST_FIGURE, find_dates
from oic_reports.model import Flag, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.header.number import NumberFact
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.header.symbols import SymbolFacts
from oic_reports.structure.names.bodies import (
    FoundBody,
    describe_body,
    find_bodies_beside,
    find_body,
    names_organisation,
)
from oic_reports.structure.names.evidence import Evidence, Passage
from oic_reports.structure.names.sessions import FoundSession, find_sessions

# signs of the text that name a session, from which a number that says another one is misprinted
_WITNESSES = 2
# between an ordinal and the name of the body whose session it counts: ``Session of the OIC``, ``دورة``
NAME_REACH = 30
# code points behind ``on`` to a day: ``on Friday, the``
_DAY_REACH = 16
# code points before the ordinal of a session that acts: ``The ``, ``إن الدورة الـ``
_ACTING_REACH = 12
# an adjective stands beside the name of its meeting
_ADJECTIVE_REACH = 40


@dataclass(frozen=True, slots=True)
class SessionFact:
    """The number of a session, whether it is of an extraordinary one, and what it rests on."""

    number: int
    is_extraordinary: bool
    evidence: Evidence
    is_of_sub_body: bool = False


def has_sessions(body_id: str) -> bool:
    """Whether the sessions of a body are named by their numbers: councils, summits, committees, conferences."""
    body = describe_body(body_id)
    return body is not None and body.sessions == "counted"


def decide_session(
    body: FoundBody | None,
    passages: Passages,
    number: NumberFact | None,
    symbol: SymbolFacts,
    language: Language,
) -> tuple[SessionFact | None, list[Flag]]:
    """The session that the text names, else its number's, else its symbol's; two of the text that differ are none.

    A symbol that says another session than the text is flagged, and never believed: wrong symbols were printed (the
    26th conference of ministers headed ICFM/25-98).
    """
    if body is None:
        return _of_unlisted(passages, language), []
    if body.sessions is None:
        return None, []
    # the second part of a resolution's number is no second witness of itself (3/45-COMIAC of the eleventh session)
    raw = number.number.raw if number else ""
    titles = [fact for fact in _find(passages.titles, language, body) if not _is_within(fact, raw)]
    headers = _find([line for line, _ in passages.lines if line.source == "header"], language, body)
    openings = _find(passages.openings, language, body)
    if not titles and not headers and _is_titled_extraordinary(passages, body, language):
        # an opening may count the ordinary session whose chairman convened this one
        ordinary = [fact for fact in openings if not fact.is_extraordinary]
        openings = [fact for fact in openings if fact.is_extraordinary]
        if ordinary and not openings:
            note = "the title says that the session was extraordinary"
            words = ordinary[0].evidence.words
            return None, [Flag("session_unsure", "header.session", "warning", surface=words, note=note)]
    leads = [] if openings else _find_acting(passages.leads, language, body)
    said = [next(iter(facts)) for facts in (titles, headers, openings, leads) if facts]
    of_number = number.number.session if number else None
    if said and any(fact.number != said[0].number for fact in said):
        agreed = [fact for fact in said if fact.number == of_number]
        if not agreed:
            others = next(fact for fact in said if fact.number != said[0].number)
            note = f"{said[0].number} and {others.number}"
            return None, [
                Flag("session_conflict", "header.session", "warning", surface=others.evidence.words, note=note)
            ]
        said = agreed
    if said:
        chosen = said[0]
        flags = []
        if symbol.session is not None and symbol.session != chosen.number:
            note = f"the text says session {chosen.number}"
            flags.append(Flag("symbol_conflict", "header.session", "warning", surface=symbol.raw, note=note))
        if number and of_number is not None and of_number != chosen.number and not number.is_extraordinary:
            note = f"{chosen.number} and {of_number}"
            flags.append(Flag("session_conflict", "header.session", "warning", surface=number.number.raw, note=note))
            # ``RESOLUTION No. 3/45-COMIAC`` of the eleventh session, as cover and first sentence say
            return (chosen if len(said) + (symbol.session == chosen.number) >= _WITNESSES else None), flags
        return chosen, flags
    if number and of_number is not None:
        return _of_number(number, of_number, symbol)
    if symbol.session is not None:
        return SessionFact(
            symbol.session, is_extraordinary=False, evidence=Evidence("symbol", symbol.raw, symbol.seq)
        ), []
    moved = _flag_moved(passages, language)
    return (None, moved) if moved else _of_page(passages, language, body)


def _is_titled_extraordinary(passages: Passages, body: FoundBody, language: Language) -> bool:
    return any(_is_extraordinary(_leave_subject(title.own, body, language), language) for title in passages.titles)


def leave_page_titles(passages: Passages, session: SessionFact | None, language: Language) -> Passages:
    """The passages with those of the page's own titles that name the session of the text, and no other.

    The lines of one that names another session are left out, too: its place is that of the other.
    """
    named = [(title, find_sessions(title.own, language)) for title in passages.page_titles]
    own = [title for title, found in named if session and {one.number for one in found} == {session.number}]
    others = {title.seq for title, found in named if session and found and title not in own}
    lines = tuple((line, known) for line, known in passages.lines if line.seq not in others)
    return replace(passages, page_titles=tuple(own), lines=lines)


def _of_unlisted(passages: Passages, language: Language) -> SessionFact | None:
    """The session of an organ of the OIC that no list of bodies has; None where two are named.

    ``We, the Ministers in charge of children …, at the First Islamic Conference of Ministers in charge of Childhood``;
    ``The Council of the Islamic Fiqh Academy, …, meeting in its fifteenth session``.
    """
    own = [*passages.titles, *passages.openings]
    ministers, its = load_pattern("ministers_conference", language), load_pattern("own_meeting", language)
    telling = [one for one in own if ministers.search(one.own) or (one in passages.openings and its.search(one.own))]
    found = _find(telling, language)
    is_of_ours = any(names_organisation(passage.printed, language) for passage in own)
    return found[0] if found and is_of_ours and len({fact.number for fact in found}) == 1 else None


def _is_within(fact: SessionFact, raw: str) -> bool:
    return fact.evidence.words is not None and fact.evidence.words in raw


def _of_page(passages: Passages, language: Language, body: FoundBody) -> tuple[SessionFact | None, list[Flag]]:
    """The session that only the page's own titles name; of two that differ one is of another document of the site."""
    named = _find(passages.page_titles, language, body)
    other = next((fact for fact in named if fact.number != named[0].number), None)
    if other is not None:
        note = f"{named[0].number} and {other.number}"
        return None, [Flag("session_conflict", "header.page", "warning", surface=other.evidence.words, note=note)]
    said = next(iter([*named, *_find(passages.lead_ins, language, body)]), None)
    return said or _of_sub_body(passages, language, body), []


def _of_sub_body(passages: Passages, language: Language, body: FoundBody) -> SessionFact | None:
    """The meeting of the committee that follows a body's sessions up, where title and first sentence name no other."""
    for passage in (*passages.titles, *passages.openings):
        named = find_sessions(passage.own, language, of_sub_bodies=True)
        found = [one for one in named if not _counts_other_body(passage.own, one, body, language)]
        if found:
            quoted = passage.quote(found[0].start, found[0].end)
            return SessionFact(found[0].number, found[0].is_extraordinary, quoted, is_of_sub_body=True)
    return None


def _of_number(number: NumberFact, session: int, symbol: SymbolFacts) -> tuple[SessionFact | None, list[Flag]]:
    """The session that only a resolution's number says; it may be printed with its parts reversed in Arabic."""
    if number.is_unclear and symbol.session != session:
        note = "either part of the number may be the session"
        return None, [Flag("session_unsure", "header.session", "warning", surface=number.number.raw, note=note)]
    return SessionFact(session, number.is_extraordinary, number.evidence), []


def _find(passages: Sequence[Passage], language: Language, body: FoundBody | None = None) -> list[SessionFact]:
    """The sessions that passages name; of those that stand in another body's name none is that of ``body``."""
    return [
        SessionFact(found.number, found.is_extraordinary, passage.quote(found.start, found.end))
        for passage in passages
        for found in find_sessions(passage.own, language)
        if not (body and _counts_other_body(passage.own, found, body, language)) and not _is_moved(passage, found)
    ]


def _find_acting(leads: Sequence[Passage], language: Language, body: FoundBody) -> list[SessionFact]:
    """The session that acts itself, as its text begins: ``The Forty-eighth Session of the Council,``."""
    named = (next(iter(find_sessions(lead.own, language)), None) for lead in leads)
    acting = [lead for lead, found in zip(leads, named, strict=True) if found and found.start <= _ACTING_REACH]
    return _find(acting, language, body)[:1]


def _is_moved(passage: Passage, found: FoundSession) -> bool:
    """Whether an ordinal is in figures where a translation lost some of the sentence: it may be that of the day."""
    printed = passage.printed[found.start : found.end]
    return LOST_FIGURE in passage.printed and any(letter.isdecimal() for letter in printed)


def _flag_moved(passages: Passages, language: Language) -> list[Flag]:
    """A flag for the ordinal that was left out since figures of its sentence were lost."""
    moved = [
        (passage, found)
        for passage in (*passages.titles, *passages.openings)
        for found in find_sessions(passage.own, language)
        if _is_moved(passage, found)
    ]
    note = "a translation lost figures of the sentence"
    return [
        Flag("session_unsure", "header.session", "warning", surface=passage.printed[found.start : found.end], note=note)
        for passage, found in moved[:1]
    ]


def _counts_other_body(text: str, found: FoundSession, body: FoundBody, language: Language) -> bool:
    """Whether an ordinal counts the sessions of an organ that the text is not of: the name around or behind it.

    ``The Commission attended the 44th Session of the Council of Foreign Ministers``, ``القمة الإسلامية الرابعة عشرة``.
    """
    beside = find_bodies_beside(text, found.start, found.end, language, reach=NAME_REACH)
    bodies = {one.body_id for one in beside}
    # ``the 50th Session of the UN Human Rights Council``
    others = load_pattern("other_body", language).search(text[found.end :])
    is_named = bool(bodies) or (others is not None and others.start() <= NAME_REACH)
    return is_named and body.body_id not in bodies


def decide_kind(
    body: FoundBody | None, session: SessionFact | None, passages: Passages, language: Language
) -> str | None:
    """``extraordinary`` where title or opening say so, ``ordinary`` of a session with a number alone; else None."""
    if body is None or body.sessions is None:
        return None
    if body.body_id == "eis" or (session and session.is_extraordinary):
        return "extraordinary"
    headers = [line for line, _ in passages.lines if line.source == "header"]
    told = any(_is_extraordinary(passage.own, language) for passage in (*headers, *passages.openings))
    if told or _is_titled_extraordinary(passages, body, language):
        return "extraordinary"
    return "ordinary" if session and body.sessions == "counted" and not session.is_of_sub_body else None


def _leave_subject(title: str, body: FoundBody, language: Language) -> str:
    """A title without what it says the text is about, to its end or a dash; whole if it says there who met, or when.

    ``Report … on the preparation of the Extraordinary Summit`` and ``Resolution on urgent assistance to the Group``
    are of no extraordinary meeting; ``Resolutions on … adopted by the Extraordinary Session`` are, and so is what is
    ``on the Extraordinary Session of`` the body itself.
    """
    for subject in load_pattern("subject_line", language).finditer(title):
        behind, dash, rest = title[subject.end() :].partition(" – ")
        issued = any(load_pattern(name, language).search(behind) for name in ("issued_by", "meeting_participle"))
        named = find_body(behind, language)
        is_dated = any(day.start <= _DAY_REACH for day in find_dates(behind, language))
        if not (issued or is_dated or (named and named.body_id == body.body_id)):
            return f"{title[: subject.start()]}{dash}{rest}"
    return title


def _is_extraordinary(text: str, language: Language) -> bool:
    """Whether the adjective stands beside the word for a meeting."""
    noun = load_pattern("meeting_noun", language)
    for match in load_pattern("extraordinary", language).finditer(text):
        near = text[max(0, match.start() - _ADJECTIVE_REACH) : match.end() + _ADJECTIVE_REACH]
        if noun.search(near):
            return True
    return False
