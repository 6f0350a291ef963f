"""All header facts of one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.model import Block, Flag, Header, Language
from oic_reports.structure.header.body import BodyFact, decide_body
from oic_reports.structure.header.confirming import confirm
from oic_reports.structure.header.date import decide_date
from oic_reports.structure.header.inheritance import inherit
from oic_reports.structure.header.kind import decide_kind_of_document
from oic_reports.structure.header.letter_date import find_letter_date
from oic_reports.structure.header.level import decide_level
from oic_reports.structure.header.meetings import name_meeting, name_parent
from oic_reports.structure.header.missing import flag_missing
from oic_reports.structure.header.number import NumberFact, decide_number
from oic_reports.structure.header.passage_collector import collect_passages
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.header.place import decide_place
from oic_reports.structure.header.session import SessionFact, decide_kind, decide_session, leave_page_titles
from oic_reports.structure.header.status import decide_status
from oic_reports.structure.header.supplied_title import supply_title
from oic_reports.structure.header.sure_title import is_sure_title
from oic_reports.structure.header.symbols import SymbolFacts, read_symbol
from oic_reports.structure.header.title import read_title
from oic_reports.structure.names.bodies import describe_body
from oic_reports.structure.names.evidence import Evidence


def read_header(
    blocks: Sequence[Block], language: Language, cover: Header | None = None
) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a report and document-level flags: what it lacks, what disagrees, what is not sure.

    Args:
        blocks: its cleaned blocks.
        language: its language.
        cover: the header of the collection that it is in; what the document does not say itself, the cover says.
    """
    symbol = read_symbol(blocks)
    passages = collect_passages(blocks, language)
    title = read_title(blocks, language)
    is_given = passages.is_given_by_others
    if title and (passages.heads_story or not is_sure_title(title, language, is_given_by_others=is_given)):
        title = None
    kind = decide_kind_of_document(passages, symbol, language)
    body, body_flags = decide_body(passages, symbol, language)
    number, session, session_flags = _decide_number_and_session(body, passages, symbol, language, cover)
    session_kind = decide_kind(body.body if body else None, session, passages, language)
    body = _name_summit(body, session_kind)
    met = body.body if body else None
    told = leave_page_titles(passages, session, language)
    date, date_flags = decide_date(told, symbol.year, language)
    place, place_flags = decide_place(told, language)
    level, level_evidence = decide_level(passages, met, language)
    status, status_evidence = decide_status(passages, symbol, language)
    found = date.date if date else None
    session_number = session.number if session else None
    # a follow-up committee counts its own meetings, which are no sessions of its body
    counted = None if session and session.is_of_sub_body else session_number
    header = Header(
        language=language,
        document_type=kind.document_type if kind else None,
        body_id=met.body_id if met else None,
        body=met.body if met else None,
        topic=met.topic if met else None,
        level=level,
        symbol_raw=symbol.raw,
        symbol=symbol.symbol,
        annex_raw=symbol.annex_raw,
        annex=symbol.annex,
        status=status,
        title=title,
        title_source="printed" if title else "absent",
        date=found.iso if found else None,
        date_end=found.iso_end if found else None,
        date_raw=found.raw if found else None,
        date_precision=found.precision if found else None,
        calendar=found.calendar if found else None,
        venue=place.venue if place else None,
        venue_raw=place.raw if place else None,
        city=place.city if place else None,
        country_iso2=place.country_iso2 if place else None,
        parent_meeting_id=name_parent(met, found, passages.openings, language),
        session=session_number,
        session_kind=session_kind,
        resolution_number=number.number.normal if number else None,
        resolution_number_raw=number.number.raw if number else None,
        dateline_raw=passages.dateline.raw if passages.dateline else None,
        dateline_date=passages.dateline.date if passages.dateline else None,
        dateline_city=passages.dateline.city if passages.dateline else None,
        letter_date=find_letter_date(blocks, language),
    )
    rests_on = {
        "document_type": kind.evidence if kind else None,
        "body": body.evidence if body else None,
        "level": level_evidence,
        "status": status_evidence,
        "date": date.evidence if date else None,
        "place": place.evidence if place else None,
        "session": session.evidence if session else None,
        "resolution_number": number.evidence if number else None,
    }
    header, confirmed = confirm(
        _cite(header, rests_on), counted, [*body_flags, *date_flags, *place_flags, *session_flags], blocks, language
    )
    counted = header.session if counted or not session_number else None
    title_supplied = None if title else supply_title(header.document_type, met, header)
    header = replace(header, meeting_id=name_meeting(header, counted), title_supplied=title_supplied)
    if cover is not None:
        header = inherit(header, cover)
    flags = [*flag_missing(header), *confirmed]
    if symbol.has_trailing_dot:
        flags.append(Flag("symbol_trailing_dot", "header.symbol", surface=symbol.raw))
    if any(block.role == "boilerplate" and block.subrole != "separator" for block in blocks):
        flags.append(Flag("site_boilerplate", "residue"))
    return header, tuple(flags)


def _decide_number_and_session(
    body: BodyFact | None,
    passages: Passages,
    symbol: SymbolFacts,
    language: Language,
    cover: Header | None,
) -> tuple[NumberFact | None, SessionFact | None, list[Flag]]:
    """Number and session, each of which helps to read the other: a number may be printed with its parts reversed."""
    met = body.body if body else None
    said, _ = decide_session(met, passages, None, symbol, language)
    known = said.number if said else cover.session if cover else None
    number = decide_number(passages, known, language)
    session, flags = decide_session(met, passages, number, symbol, language)
    return number, session, flags


def _cite(header: Header, rests_on: dict[str, Evidence | None]) -> Header:
    """The header with ``*_source``, ``*_evidence`` and ``*_seq`` of each fact."""
    changes: dict[str, object] = {}
    for name, evidence in rests_on.items():
        if evidence is not None:
            changes |= {
                f"{name}_source": evidence.source,
                f"{name}_evidence": evidence.words,
                f"{name}_seq": evidence.seq,
            }
    return replace(header, **changes)  # type: ignore[arg-type]


def _name_summit(body: BodyFact | None, session_kind: str | None) -> BodyFact | None:
    """An extraordinary session of the Islamic Summit is a body of its own: it counts its sessions by itself."""
    if body is None or body.body.body_id != "is" or session_kind != "extraordinary":
        return body
    apart = describe_body("eis", body.body.start)
    return BodyFact(apart, body.evidence) if apart else body
