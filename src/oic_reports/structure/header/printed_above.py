"""The facts of a header that stand above the text: in its title, in the lines around the title, in its symbol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from oic_reports.codes import FlagName
from oic_reports.model import Flag, Header
from oic_reports.structure.header.meetings import rename_meeting
from oic_reports.structure.header.missing import MISSING, flag_missing

_ABOVE = frozenset({"title", "header", "symbol", "number"})
# a line of place and day above a text may be the newspaper's that gives it, or a letter's
_SURE_OF_PLACE = _ABOVE - {"header"}
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


def keep_printed_above(header: Header, flags: Sequence[Flag]) -> tuple[Header, tuple[Flag, ...]]:
    """The header without the facts that its text tells in running words, with a flag for each that is left out.

    A headline that is not stated as the title says nothing of the meeting either.
    """
    bare = Header(header.language)
    changes: dict[str, Any] = {}
    left_out = []
    for name, fields in _FIELDS.items():
        source = getattr(header, f"{name}_source")
        if source is None or _stands_above(header, name, source):
            continue
        owned = (*fields, *(f"{name}_{kind}" for kind in ("source", "evidence", "seq")))
        changes |= {field: getattr(bare, field) for field in owned}
        if name in _FLAGS:
            evidence = getattr(header, f"{name}_evidence")
            left_out.append(Flag(_FLAGS[name], "header.estimated", "warning", surface=evidence, note=_NOTE))
    kept = _derive(header, replace(header, **changes))
    others = [flag for flag in flags if flag.rule != MISSING]
    return kept, (*flag_missing(kept), *others, *left_out)


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
