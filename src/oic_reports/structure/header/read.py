"""All header facts of one report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as calendar_date

from oic_reports.model import Block, Flag, Header, Language
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.dates import FoundDate, find_dates
from oic_reports.structure.header.bodies import FoundBody, describe_body, find_body, find_other_bodies
from oic_reports.structure.header.places import find_place
from oic_reports.structure.header.symbols import SymbolFacts, read_symbol
from oic_reports.structure.lines import find_form

_FIRST_SENTENCES = 1500
_SESSIONED = ("cfm", "is", "eis", "comcec", "comiac")


def read_header(blocks: Sequence[Block], language: Language) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a report and document-level flags: what it lacks, and what disagrees."""
    symbol = read_symbol(blocks)
    front = [block for block in blocks if block.role in {"header", "title"}]
    title = _read_title(blocks)
    title_text = (title or "").replace("\n", " ")
    sentences = _first_sentences(blocks)
    front_text = "\n".join(block.text for block in front)

    body, body_source = _decide_body(title_text, front_text, sentences, symbol, language)
    document_type, type_source = _decide_type(title_text, front_text, sentences, symbol, language)
    found, date_source, date_flags = _decide_date(front, title_text, sentences, symbol, language)
    place = find_place(front, sentences, language)
    level, evidence = _decide_level(f"{title_text}\n{front_text}\n{sentences}", body, language)
    meeting_id, parent = _name_meetings(body, symbol, found, sentences, language)
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
        status=symbol.status or "unknown",
        status_evidence=symbol.status_evidence,
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
        title_supplied=None if title_text else _supply_title(document_type, body, place.city if place else None, found),
    )
    flags = [*_missing(header), *date_flags]
    if symbol.has_trailing_dot:
        flags.append(Flag("symbol_trailing_dot", "header.symbol", surface=symbol.raw))
    if any(block.role == "boilerplate" and block.subrole != "separator" for block in blocks):
        flags.append(Flag("site_boilerplate", "residue"))
    return header, tuple(flags)


def _read_title(blocks: Sequence[Block]) -> str | None:
    titles = [block.text for block in blocks if block.role == "title" and block.subrole == "title"]
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
    types = {(row["language"], row["form"].lower()): row["document_type"] for row in load_vocabulary("document_types")}
    for text, source in ((title, "title"), (front, "header")):
        match = find_form("document_types", text, language)
        if match:
            return types[(language, match.group("form").lower().replace("'", "’"))], source
    if symbol.document_type:
        return symbol.document_type, "symbol"
    opening = find_form("opening_verbs", sentences[:400], language)
    return ("report", "first_sentence") if opening else (None, None)


def _decide_date(
    front: Sequence[Block], title: str, sentences: str, symbol: SymbolFacts, language: Language
) -> tuple[FoundDate | None, str | None, list[Flag]]:
    placed = "\n".join(block.text for block in front if block.subrole == "place_date")
    other = "\n".join(block.text for block in front)
    for text, source in ((placed, "header"), (title, "title"), (other, "header"), (sentences, "first_sentence")):
        dates = [
            found for found in find_dates(text, language) if source != "first_sentence" or found.precision == "day"
        ]
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
        form = match.group("form").lower()
        rows = (r for r in load_vocabulary("level_terms") if r["language"] == language and r["form"].lower() == form)
        before = re.search(r"(?:\bat\s+(?:the\s+)?|\bau\s+)$", text[: match.start("form")], re.IGNORECASE)
        return next(rows)["level"], (before.group() if before else "") + match.group("form")
    return (body.level, f"body:{body.body_id}") if body and body.level else (None, None)


def _name_meetings(
    body: FoundBody | None, symbol: SymbolFacts, found: FoundDate | None, sentences: str, language: Language
) -> tuple[str | None, str | None]:
    """Ids of the meeting and of the one that it was held beside: ``cg-mali-2013-09-25``, ``acm-2013``, ``cfm-44``."""
    if body is None:
        return None, None
    meeting = None
    if body.body_id in _SESSIONED and symbol.session and symbol.body_id == body.body_id:
        meeting = f"{body.body_id}-{symbol.session}"
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
    facts = {"no_symbol": header.symbol, "no_title": header.title, "no_date": header.date, "no_body": header.body_id}
    return [
        Flag(name, "header.missing", "warning" if name == "no_date" else "info")
        for name, fact in facts.items()
        if not fact
    ]
