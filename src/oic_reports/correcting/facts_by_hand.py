"""A fact of the header as a person has told it: what follows from it, and where it now stands.

The words that a wrong fact was read from do not show the right one: its source becomes ``correction``, without
evidence; the reason stands in the flag. A body is named by its id alone, so that the two can never disagree. The id of
the meeting follows from its body, session and day, unless it was told by hand itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from oic_reports.correcting.correction_rows import CorrectionError
from oic_reports.model import Header
from oic_reports.resources import load_vocabulary
from oic_reports.structure.header.meetings import rename_meeting

# the value of ``*_source``, a row of fact_sources.csv
CORRECTION = "correction"
# facts by the columns ``*_source``, ``*_evidence`` and ``*_seq`` that tell of them
_TOLD_BY = {
    "document_type": ("document_type",),
    "body": ("body_id", "body"),
    "level": ("level",),
    "status": ("status",),
    "date": ("date", "date_end", "date_raw", "date_precision", "calendar"),
    "place": ("venue", "venue_raw", "city", "country_iso2"),
    "session": ("session", "session_kind"),
    "resolution_number": ("resolution_number", "resolution_number_raw"),
}
_OF_MEETING = {"meeting_id", "parent_meeting_id"}


def set_fact(header: Header, name: str, value: str | int | None, place: str) -> Header:
    """The header with one fact set, and with what tells of it.

    Args:
        header: as it was read.
        name: a field of ``Header``.
        value: of the field's type; None: the report does not tell it.
        place: where the row stands that says so.

    Raises:
        CorrectionError: the field is the name of a body that has an id.
    """
    if name == "body" and header.body_id is not None:
        msg = f"{place}: body is the name of {header.body_id}: set body_id"
        raise CorrectionError(msg)
    facts: dict[str, Any] = {name: value}
    if name == "body_id":
        names = {row["body_id"]: row["name_en"] for row in load_vocabulary("bodies")}
        facts["body"] = None if value is None else names[str(value)]
    prefix = next((prefix for prefix, told in _TOLD_BY.items() if name in told), None)
    if prefix is not None:
        left = [facts.get(fact, getattr(header, fact)) for fact in _TOLD_BY[prefix]]
        is_told = any(fact is not None for fact in left)
        facts |= {
            f"{prefix}_source": CORRECTION if is_told else None,
            f"{prefix}_evidence": None,
            f"{prefix}_seq": None,
        }
    corrected = replace(header, **facts)
    return corrected if name in _OF_MEETING else rename_meeting(header, corrected)
