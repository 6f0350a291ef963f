"""All header facts of one report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as calendar_date

from oic_reports.codes import FlagName, PatternName
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.dates import FoundDate, find_dates
from oic_reports.structure.forms import find_form, fold_form, load_forms
from oic_reports.structure.header.bodies import FoundBody, describe_body, find_body, find_other_bodies
from oic_reports.structure.header.places import find_place
from oic_reports.structure.header.sessions import find_session
from oic_reports.structure.header.symbols import SymbolFacts, read_symbol
from oic_reports.structure.resolutions import ResolutionNumber, read_number

_FIRST_SENTENCES = 1500
_OPENING_REACH = 300
_SESSIONED = ("cfm", "is", "eis", "comcec", "comiac", "comstech", "al-quds", "iphrc", "som")


def read_header(
    blocks: Sequence[Block], language: Language, cover: Header | None = None
) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a report and document-level flags: what it lacks, and what disagrees.

    Args:
        blocks: its cleaned blocks.
        language: its language.
        cover: the header of the collection that it is in; what the document does not say itself, the cover says.
    """
    symbol = read_symbol(blocks)
    front = [block for block in blocks if block.role in {"header", "title"}]
    title = _read_title(blocks)
    title_text = (title or "").replace("\n", " ")
    sentences = _first_sentences(blocks)
    front_text = "\n".join(block.text for block in front)

    body, body_source = _decide_body(title_text, front_text, sentences, symbol, language)
    document_type, type_source = _decide_type(title_text, front_text, sentences, symbol, language)
    signed = [replace(block, subrole="place_date") for block in blocks if block.role == "signature"]
    found, date_source, date_flags = _decide_date(front, title_text, sentences, signed, symbol, language)
    place = find_place(front, sentences, language) or find_place(signed, "", language)
    level, evidence = _decide_level(f"{title_text}\n{front_text}\n{sentences}", body, language)
    session, session_flags = _decide_session(body, title_text, front_text, sentences, symbol, language, cover)
    resolution = _find_resolution(front, session)
    meeting_id, parent = _name_meetings(body, session, found, sentences, language)
    status, status_evidence = _decide_status(symbol, front_text, language)
    header = Header(
        language=language,
        document_type=document_type,
        document_type_source=type_source,
        body_id=body.body_id if body else None,
        body=body.body if body else None,
        body_source=body_source,
        topic=body.topic if body else None,
        level=level,
        level_evidence=evidence,
        symbol_raw=symbol.raw,
        symbol=symbol.symbol,
        annex_raw=symbol.annex_raw,
        annex=symbol.annex,
        status=status,
        status_evidence=status_evidence,
        title=title_text or None,
        title_source="printed" if title_text else "absent",
        date=found.iso if found else None,
        date_end=found.iso_end if found else None,
        date_raw=found.raw if found else None,
        date_precision=found.precision if found else None,
        date_source=date_source,
        calendar=found.calendar if found else None,
        venue=place.venue if place else None,
        venue_raw=place.venue_raw if place else None,
        city=place.city if place else None,
        country_iso2=place.country_iso2 if place else None,
        meeting_id=meeting_id,
        parent_meeting_id=parent,
        session=session,
        resolution_number=resolution.normal if resolution else None,
        resolution_number_raw=resolution.raw if resolution else None,
        title_supplied=None if title_text else _supply_title(document_type, body, place.city if place else None, found),
    )
    if cover is not None:
        header = _inherit(header, cover)
    flags = [*_missing(header), *date_flags, *session_flags]
    if symbol.has_trailing_dot:
        flags.append(Flag("symbol_trailing_dot", "header.symbol", surface=symbol.raw))
    if any(block.role == "boilerplate" and block.subrole != "separator" for block in blocks):
        flags.append(Flag("site_boilerplate", "residue"))
    return header, tuple(flags)


_INHERITED = (
    ("body_id", "body", "body_source", "topic"),
    ("level", "level_evidence"),
    ("date", "date_end", "date_raw", "date_precision", "date_source", "calendar"),
    ("city", "venue", "venue_raw", "country_iso2"),
    ("session",),
    ("symbol", "symbol_raw"),
    ("meeting_id", "parent_meeting_id"),
    ("document_type", "document_type_source"),
)


def _inherit(header: Header, cover: Header) -> Header:
    """The header of a document in a collection, its gaps filled by the cover; groups of facts go together."""
    changes: dict[str, object] = {}
    for group in _INHERITED:
        if getattr(header, group[0]) is None:
            changes |= {name: getattr(cover, name) for name in group}
    if header.status == "unknown":
        changes |= {"status": cover.status, "status_evidence": cover.status_evidence}
    return replace(header, **changes)  # type: ignore[arg-type]


def _decide_session(
    body: FoundBody | None,
    title: str,
    front: str,
    sentences: str,
    symbol: SymbolFacts,
    language: Language,
    cover: Header | None,
) -> tuple[int | None, list[Flag]]:
    """The session that the text names, else its symbol's; a symbol that says another is flagged, and never believed."""
    if body is None or not _has_sessions(body):
        return (cover.session if cover else None), []
    texts = (title, front.replace("\n", " "), sentences[:_OPENING_REACH])
    session = next((found for text in texts if (found := find_session(text, language)) is not None), None)
    if session is None:
        return (cover.session if cover and cover.session else symbol.session), []
    if symbol.session is not None and symbol.session != session:
        note = f"the text says session {session}"
        return session, [Flag("symbol_conflict", "header.session", "warning", surface=symbol.raw, note=note)]
    return session, []


def _has_sessions(body: FoundBody) -> bool:
    """Whether a body counts its sessions: councils, summits, standing committees, conferences of ministers."""
    return body.body_id in _SESSIONED or body.body_id.startswith("mc-")


def _find_resolution(front: Sequence[Block], session: int | None) -> ResolutionNumber | None:
    lines = (line for block in front if block.role == "title" for line in block.text.split("\n"))
    return next((number for line in lines if (number := read_number(line, session)) is not None), None)


def _decide_status(symbol: SymbolFacts, front: str, language: Language) -> tuple[str, str | None]:
    """The status that the symbol says, else a word of the header: ``DRAFT``, ``PROJET``, ``ADOPTED BY``."""
    if symbol.status:
        return symbol.status, symbol.status_evidence
    names: tuple[tuple[str, PatternName], ...] = (("draft", "status_draft"), ("adopted", "status_adopted"))
    for status, name in names:
        match = load_pattern(name, language).search(front)
        if match:
            return status, match.group().strip()
    return "unknown", None


def _read_title(blocks: Sequence[Block]) -> str | None:
    titles = []
    for block in blocks:
        if block.role in {"preamble", "operative"}:
            # a title below is that of a text in another language
            break
        if block.role == "title" and block.subrole == "title":
            titles.append(block.text)
    return "\n".join(titles) or None


def _first_sentences(blocks: Sequence[Block]) -> str:
    """The first paragraphs of the body, preamble before numbered ones."""
    body = [block.text for block in blocks if block.role in {"preamble", "operative"}]
    return "\n".join(body)[:_FIRST_SENTENCES]


def _decide_body(
    title: str, front: str, sentences: str, symbol: SymbolFacts, language: Language
) -> tuple[FoundBody | None, str | None]:
    for text, source in ((title, "title"), (front, "header")):
        body = find_body(text, language)
        if body:
            return body, source
    from_symbol = describe_body(symbol.body_id) if symbol.body_id else None
    first = find_body(sentences, language)
    if first and not (from_symbol and from_symbol.body_id.startswith("cg-")):
        return first, "first_sentence"
    return (from_symbol, "symbol") if from_symbol else (None, None)


def _decide_type(
    title: str, front: str, sentences: str, symbol: SymbolFacts, language: Language
) -> tuple[str | None, str | None]:
    types = load_forms("document_types", language)
    for text, source in ((title, "title"), (front, "header")):
        match = find_form("document_types", text, language)
        if match:
            return types[fold_form(match.group("form"), language)]["document_type"], source
    if symbol.document_type:
        return symbol.document_type, "symbol"
    opening = find_form("opening_verbs", sentences[:400], language)
    return ("report", "first_sentence") if opening else (None, None)


def _decide_date(
    front: Sequence[Block],
    title: str,
    sentences: str,
    signed: Sequence[Block],
    symbol: SymbolFacts,
    language: Language,
) -> tuple[FoundDate | None, str | None, list[Flag]]:
    placed = "\n".join(block.text for block in front if block.subrole == "place_date")
    other = "\n".join(block.text for block in front)
    signature = "\n".join(block.text for block in signed)
    sources = ((placed, "header"), (title, "title"), (other, "header"), (sentences, "first_sentence"))
    for text, source in (*sources, (signature, "signature")):
        whole = source not in {"first_sentence", "signature"}
        dates = [found for found in find_dates(text, language) if whole or found.precision == "day"]
        if dates:
            chosen, flags = _settle_calendars(dates)
            if symbol.year and abs(int(chosen.iso[:4]) - symbol.year) > 0:
                note = f"the symbol says {symbol.year}"
                flags.append(Flag("date_conflict", "header.date", "warning", surface=chosen.raw, note=note))
            return chosen, source, flags
    if symbol.year:
        found = FoundDate(f"{symbol.year}-01-01", None, "year", "gregorian", str(symbol.year), 0, 0)
        return found, "symbol", []
    return None, None, []


def _settle_calendars(dates: Sequence[FoundDate]) -> tuple[FoundDate, list[Flag]]:
    """A Gregorian date beside a Hijri one goes before it; more than a day between them is flagged."""
    first = dates[0]
    hijri = next((found for found in dates[:2] if found.calendar == "hijri"), None)
    gregorian = next((found for found in dates[:2] if found.calendar == "gregorian" and found.precision == "day"), None)
    if hijri is None or gregorian is None:
        return first, []
    raw = f"{first.raw} {dates[1].raw}"
    both = FoundDate(gregorian.iso, gregorian.iso_end, "day", "both", raw, first.start, dates[1].end)
    apart = abs((calendar_date.fromisoformat(hijri.iso) - calendar_date.fromisoformat(gregorian.iso)).days)
    if apart <= 1:
        return both, []
    note = f"the Hijri date is {hijri.iso} by the Umm al-Qura calendar"
    return both, [Flag("date_conflict", "header.calendars", "warning", surface=raw, note=note)]


def _decide_level(text: str, body: FoundBody | None, language: Language) -> tuple[str | None, str | None]:
    match = find_form("level_terms", text, language)
    if match:
        row = load_forms("level_terms", language)[fold_form(match.group("form"), language)]
        before = re.search(r"(?:\bat\s+(?:the\s+)?|\bau\s+)$", text[: match.start("form")], re.IGNORECASE)
        return row["level"], (before.group() if before else "") + match.group("form")
    return (body.level, f"body:{body.body_id}") if body and body.level else (None, None)


def _name_meetings(
    body: FoundBody | None, session: int | None, found: FoundDate | None, sentences: str, language: Language
) -> tuple[str | None, str | None]:
    """Ids of the meeting and of the one that it was held beside: ``cg-mali-2013-09-25``, ``acm-2013``, ``cfm-44``."""
    if body is None:
        return None, None
    meeting = None
    if _has_sessions(body) and session:
        meeting = f"{body.body_id}-{session}"
    elif body.body_id == "acm" and found:
        meeting = f"acm-{found.iso[:4]}"
    elif found and found.precision == "day":
        meeting = f"{body.body_id}-{found.iso}"
    parent = None
    margins = load_pattern("margins", language).search(sentences)
    if margins and found and body.body_id != "acm":
        beside = [
            other
            for other in find_other_bodies(sentences, language)
            if margins.start() < other.start < margins.start() + 200
        ]
        if beside and beside[0].body_id == "acm":
            parent = f"acm-{found.iso[:4]}"
    return meeting, parent


def _supply_title(
    document_type: str | None, body: FoundBody | None, city: str | None, found: FoundDate | None
) -> str | None:
    """A title for a report that prints none, in square brackets as librarians write it (ISBD)."""
    if not document_type or not body:
        return None
    name = f"OIC {body.body}" if body.body.startswith("Contact Group") else body.body
    pieces = [f"{document_type.replace('_', ' ').capitalize()} of the {name}"]
    if city:
        pieces.append(city)
    if found and found.precision == "day":
        day = calendar_date.fromisoformat(found.iso)
        pieces.append(f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}")
    return f"[{', '.join(pieces)}]"


_ENGLISH_MONTHS = [
    row["form"] for row in load_vocabulary("months") if (row["calendar"], row["language"]) == ("gregorian", "en")
][:12]


def _missing(header: Header) -> list[Flag]:
    facts: dict[FlagName, object] = {
        "no_symbol": header.symbol,
        "no_title": header.title,
        "no_date": header.date,
        "no_body": header.body_id,
    }
    return [
        Flag(name, "header.missing", "warning" if name == "no_date" else "info")
        for name, fact in facts.items()
        if not fact
    ]
