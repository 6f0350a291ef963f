"""What a document in a collection does not say itself, the cover of the collection says."""

from __future__ import annotations

from dataclasses import replace

from oic_reports.model import Header
from oic_reports.structure.header.status import UNKNOWN

# facts that go together: half of a date from the cover and half from the document would be a third date
_GROUPS = (
    ("body_id", "body", "topic"),
    ("level",),
    ("date", "date_end", "date_raw", "date_precision", "calendar"),
    ("city", "venue", "venue_raw", "country_iso2"),
    ("session", "session_kind"),
    ("symbol", "symbol_raw"),
    ("meeting_id", "parent_meeting_id"),
    ("document_type",),
    ("letter_date",),
    ("dateline_raw", "dateline_date", "dateline_city"),
)
_CITED = {"body_id": "body", "level": "level", "date": "date", "city": "place", "session": "session"}
_CITED |= {"document_type": "document_type"}


def inherit(header: Header, cover: Header) -> Header:
    """The header of a document in a collection, its gaps filled by the cover; the words quoted are the cover's."""
    changes: dict[str, object] = {}
    for group in _GROUPS:
        if all(getattr(header, name) is None for name in (group[0],)) and getattr(cover, group[0]) is not None:
            changes |= {name: getattr(cover, name) for name in group}
            if group[0] in _CITED:
                changes |= _cite(cover, _CITED[group[0]])
    if header.status == UNKNOWN and cover.status != UNKNOWN:
        changes |= {"status": cover.status} | _cite(cover, "status")
    return replace(header, **changes)  # type: ignore[arg-type]


def _cite(cover: Header, name: str) -> dict[str, object]:
    """Source and words of a fact of the cover; the paragraph is one of the cover's, not of this document."""
    return {
        f"{name}_source": "collection",
        f"{name}_evidence": getattr(cover, f"{name}_evidence"),
        f"{name}_seq": None,
    }
