"""The facts of a header that stand above the text: in its title, in the lines around the title, in its symbol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from oic_reports.codes import FlagName
from oic_reports.language.dates import find_dates
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.structure.forms import find_forms, fold_form, load_forms
from oic_reports.structure.header.meetings import rename_meeting
from oic_reports.structure.header.missing import MISSING, flag_missing
from oic_reports.structure.text_blocks import find_first_paragraph

_ABOVE = frozenset({"title", "header", "symbol", "number"})
# a line of place and day above a text may be the newspaper's that gives it, or a letter's
_SURE_OF_PLACE = _ABOVE - {"header"}
# code points of a first paragraph in which it tells where and when
_OPENING = 600
# by the prefix of ``*_source``: the fields that stand or fall with it, beside ``*_evidence`` and ``*_seq``
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "document_type": ("document_type",),
    "body": ("body_id", "body", "topic"),
    "level": ("level",),
    "status": ("status",),
    "date": ("date", "date_end", "date_raw", "date_precision", "calendar"),
    "place": ("venue", "venue_raw", "city", "country_iso2"),
    "session": ("session",),
    "resolution_number": ("resolution_number", "resolution_number_raw"),
}
_FLAGS: Mapping[str, FlagName] = {
    "body": "body_unsure",
    "date": "date_unsure",
    "place": "place_unsure",
    "session": "session_unsure",
}
# the level at which a body always meets is as sure as the body
_BY_BODY = "body_level"
_NOTE = "told by a text of which no sign says whose it is"


def keep_printed_above(
    header: Header, flags: Sequence[Flag], blocks: Sequence[Block], language: Language
) -> tuple[Header, tuple[Flag, ...]]:
    """The header without the facts that its text tells in running words, with a flag for each that is left out.

    A headline that is not stated as the title says nothing of the meeting either. The day and the city that the first
    paragraph tells both stay: whoever met, what the text tells was there and then. Where a line above the text has the
    place, and the several days that the first paragraph tells, the text is that meeting's: what both say stays.

    Args:
        header: facts of a text that was taken by what it reads like.
        flags: what is flagged of it.
        blocks: all of its blocks.
        language: its language.
    """
    first = find_first_paragraph(blocks, language)
    reach = first if first and _tells_what_stands_above(header, blocks[first - 1], language) else 0
    told = [name for name in _FIELDS if _is_told(header, name) and not _stands_within(header, name, reach)]
    if first and header.city and {header.date_seq, header.place_seq} == {first}:
        # a first paragraph that has day and place tells where and when, whoever met
        told = [name for name in told if name not in {"date", "place"}]
    # a page runs the place into the first words of a speech
    told = [name for name in told if not (first and name == "place" and _runs_in(header, first))]
    return leave_facts(header, flags, told, rule="header.estimated", note=_NOTE)


def leave_facts(
    header: Header, flags: Sequence[Flag], names: Sequence[str], *, rule: str, note: str
) -> tuple[Header, tuple[Flag, ...]]:
    """The header without some of its facts, and without what follows from them, with a flag for each left out.

    Args:
        header: facts of a text.
        flags: what is flagged of it; what it lacks is flagged anew.
        names: prefixes of ``*_source`` (``date``, ``place``) of the facts that are left out.
        rule: what leaves them out, as the flags name it.
        note: why, in the words of the flags.
    """
    bare = Header(header.language)
    changes: dict[str, Any] = {}
    left_out = []
    for name in names:
        owned = (*_FIELDS[name], *(f"{name}_{kind}" for kind in ("source", "evidence", "seq")))
        changes |= {field: getattr(bare, field) for field in owned}
        if name in _FLAGS:
            evidence = getattr(header, f"{name}_evidence")
            left_out.append(Flag(_FLAGS[name], rule, "warning", surface=evidence, note=note))
    kept = _derive(header, replace(header, **changes))
    others = [flag for flag in flags if flag.rule != MISSING]
    return kept, (*flag_missing(kept), *others, *left_out)


def _runs_in(header: Header, first: int) -> bool:
    return (header.place_source, header.place_seq) == ("header", first)


def _stands_within(header: Header, name: str, reach: int) -> bool:
    """Whether a fact is read from a block up to one by its number; a body's level is where the body is."""
    is_by_body = name == "level" and header.level_source == _BY_BODY
    seq = header.body_seq if is_by_body else getattr(header, f"{name}_seq")
    return seq is not None and seq <= reach


def _tells_what_stands_above(header: Header, first: Block, language: Language) -> bool:
    """Whether a first paragraph tells the several days that a header line prints above it, and names no other city.

    The line of a newspaper has one day.
    """
    if header.date_source != "header" or header.place_source != "header" or not (header.date_end and header.city):
        return False
    told = first.text[:_OPENING]
    cities = load_forms("cities", language)
    named = {cities[fold_form(found.group("form"), language)]["city"] for found in find_forms("cities", told, language)}
    is_there = not named or header.city in named
    return is_there and (header.date, header.date_end) in {(day.iso, day.iso_end) for day in find_dates(told, language)}


def _is_told(header: Header, name: str) -> bool:
    source = getattr(header, f"{name}_source")
    return source is not None and not _stands_above(header, name, source)


def _derive(header: Header, kept: Header) -> Header:
    """The facts that are kept, and of those that follow from several facts only what follows from them."""
    kind = header.session_kind if kept.session is not None else None
    renamed = rename_meeting(header, replace(kept, session_kind=kind))
    # without its kind a session would be named as one of another count
    meeting = renamed.meeting_id if kind == header.session_kind else None
    return replace(renamed, meeting_id=meeting, parent_meeting_id=None, title_supplied=None)


def _stands_above(header: Header, name: str, source: str) -> bool:
    if source == _BY_BODY:
        return header.body_source is not None and _stands_above(header, "body", header.body_source)
    if source == "title" and header.title is None:
        return False
    return source in (_SURE_OF_PLACE if name in {"date", "place"} else _ABOVE)
