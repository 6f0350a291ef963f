"""The facts of a header that stand above the text: in its title, in the lines around the title, in its symbol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from oic_reports.codes import FlagName
from oic_reports.model import Flag, Header

_ABOVE = frozenset({"title", "header", "symbol", "number"})
# by the prefix of ``*_source``: the fields that stand or fall with it, beside ``*_evidence`` and ``*_seq``
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "document_type": ("document_type",),
    "body": ("body_id", "body", "topic"),
    "level": ("level",),
    "status": ("status",),
    "date": ("date", "date_end", "date_raw", "date_precision", "calendar"),
    "place": ("venue", "venue_raw", "city", "country_iso2"),
    "session": ("session", "session_kind"),
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
_NOTE = "told in the running words of a text of which no sign says whose it is"


def keep_printed_above(header: Header) -> tuple[Header, tuple[Flag, ...]]:
    """The header without the facts that its text tells in running words, and a flag for each that is left out."""
    bare = Header(header.language)
    changes: dict[str, Any] = {}
    flags = []
    for name, fields in _FIELDS.items():
        source = getattr(header, f"{name}_source")
        if source is None or source in _ABOVE or (source == _BY_BODY and header.body_source in _ABOVE):
            continue
        owned = (*fields, *(f"{name}_{kind}" for kind in ("source", "evidence", "seq")))
        changes |= {field: getattr(bare, field) for field in owned}
        if name in _FLAGS:
            evidence = getattr(header, f"{name}_evidence")
            flags.append(Flag(_FLAGS[name], "header.estimated", "warning", surface=evidence, note=_NOTE))
    return replace(header, **changes), tuple(flags)
