"""Ids of meetings: ``cg-mali-2013-09-25``, ``acm-2013``, ``cfm-44``, ``cfm-ex-3``."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.language.dates import FoundDate
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.header.bodies import FoundBody, find_other_bodies
from oic_reports.structure.header.evidence import Passage
from oic_reports.structure.header.session import has_sessions

# the meeting beside which another was held is named within some twenty words
_BESIDE_REACH = 200


def name_meeting(body: FoundBody | None, session: int | None, kind: str | None, found: FoundDate | None) -> str | None:
    """The id of a meeting; None where its body, or both its session and its day, are unknown.

    The extraordinary sessions of a body are counted by themselves: ``cfm-ex-3`` is not ``cfm-3``.
    """
    if body is None:
        return None
    apart = "-ex" if kind == "extraordinary" and body.body_id != "eis" else ""
    if has_sessions(body) and session:
        return f"{body.body_id}{apart}-{session}"
    if body.body_id == "acm" and found:
        return f"acm-{found.iso[:4]}"
    if found and found.precision == "day":
        return f"{body.body_id}{apart}-{found.iso}"
    return None


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
