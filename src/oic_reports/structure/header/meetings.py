"""Ids of meetings: ``cg-mali-2013-09-25``, ``acm-2013``, ``cfm-44``, ``cfm-ex-3``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.language.dates import FoundDate
from oic_reports.model import Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.header.session import has_sessions
from oic_reports.structure.names.bodies import FoundBody, find_other_bodies
from oic_reports.structure.names.evidence import Passage

# the meeting beside which another was held is named within some twenty words
_BESIDE_REACH = 200


def name_meeting(header: Header, session: int | None) -> str | None:
    """The id of a meeting; None where its body, or both its session and its day, are unknown.

    The extraordinary sessions of a body are counted by themselves: ``cfm-ex-3`` is not ``cfm-3``.

    Args:
        header: with its body, the kind of its session and its day.
        session: the number by which the meeting is counted; None where it is no session of its body.
    """
    body_id, day = header.body_id, header.date
    if body_id is None:
        return None
    apart = "-ex" if header.session_kind == "extraordinary" and body_id != "eis" else ""
    if has_sessions(body_id) and session:
        return f"{body_id}{apart}-{session}"
    if body_id == "acm" and day:
        return f"acm-{day[:4]}"
    return f"{body_id}{apart}-{day}" if day and header.date_precision == "day" else None


def rename_meeting(before: Header, after: Header) -> Header:
    """A header with other facts, its meeting named by them; an id that did not follow from facts stays.

    Args:
        before: the header with the facts that its meeting was named by.
        after: the same with facts set by hand.
    """
    parent = after.parent_meeting_id
    if parent is not None:
        parent = f"acm-{after.date[:4]}" if after.date and after.body_id not in {None, "acm"} else None
    # a follow-up committee counts its own meetings, which are no sessions of its body
    for is_counted in (True, False):
        was, now = (name_meeting(header, header.session if is_counted else None) for header in (before, after))
        if was == before.meeting_id:
            return replace(after, meeting_id=now, parent_meeting_id=parent)
    return after


def name_parent(
    body: FoundBody | None, found: FoundDate | None, openings: Sequence[Passage], language: Language
) -> str | None:
    """The id of the yearly meeting beside which a meeting says that it was held."""
    if body is None or found is None or body.body_id == "acm":
        return None
    for passage in openings:
        margins = load_pattern("margins", language).search(passage.printed)
        if margins is None:
            continue
        beside = [
            other
            for other in find_other_bodies(passage.printed, language)
            if margins.start() < other.start < margins.start() + _BESIDE_REACH
        ]
        if beside and beside[0].body_id == "acm":
            return f"acm-{found.iso[:4]}"
    return None
