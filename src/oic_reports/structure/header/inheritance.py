"""What a document in a collection does not say itself, the cover of the collection says; and what a cover does not.

An archive heads a page with what its resolutions are on, and an index. Which session adopted them, where and when, each
of them says in its first sentence: where all that say it agree, and the numbers of the index are of that session, it
holds of the cover.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.codes import FlagName
from oic_reports.model import Block, Flag, Header
from oic_reports.structure.header.missing import MISSING, flag_missing
from oic_reports.structure.header.status import UNKNOWN
from oic_reports.structure.lines.resolutions import find_number

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

# by the fact that leads its group: what a conflict about it is flagged as
_SHARED: dict[str, FlagName] = {
    "body_id": "body_unsure",
    "level": "body_unsure",
    "session": "session_conflict",
    "date": "date_conflict",
    "city": "place_conflict",
}
# facts that go on from the one that leads their group
_ALIKE = {"date": ("date", "date_end"), "city": ("city", "country_iso2")}


def take_shared(
    cover: Header, flags: Sequence[Flag], blocks: Sequence[Block], documents: Sequence[Header]
) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a collection's cover, its gaps filled by what its documents say alike, and its flags.

    Args:
        cover: its facts.
        flags: what is flagged of it; what is in conflict stays without a fact.
        blocks: its own blocks, an index among them perhaps.
        documents: the facts of each document, as it says them or has them from the cover.
    """
    session = _find_shared(documents, "session")
    numbers = [number for block in blocks if block.role == "table" and (number := find_number(block.text))]
    counted = {number.number.session for number in numbers} or {cover.session}
    if session is None or counted != {session} or cover.session not in {None, session}:
        return cover, tuple(flags)
    changes: dict[str, object] = {}
    conflicts = {flag.flag for flag in flags}
    for group in _GROUPS:
        name = group[0]
        value = _find_shared(documents, name) if name in _SHARED else None
        if value is None or getattr(cover, name) is not None or _SHARED[name] in conflicts:
            continue
        told = next(one for one in documents if getattr(one, name) == value and _says(one, name))
        if name == "city" and cover.country_iso2 not in {None, told.country_iso2}:
            continue
        changes |= {each: getattr(told, each) for each in group} | _cite(told, _CITED[name])
    if not changes:
        return cover, tuple(flags)
    shared = replace(cover, **changes)  # type: ignore[arg-type]
    meetings = {one.meeting_id for one in documents}
    if shared.meeting_id is None and len(meetings) == 1:
        shared = replace(shared, meeting_id=meetings.pop())
    return shared, (*flag_missing(shared), *(flag for flag in flags if flag.rule != MISSING))


def _find_shared(documents: Sequence[Header], name: str) -> object:
    """The one value that all documents have that say a fact themselves; None where they differ, or none says it."""
    said = {tuple(getattr(one, each) for each in _ALIKE.get(name, (name,))) for one in documents if _says(one, name)}
    return said.pop()[0] if len(said) == 1 else None


def _says(document: Header, name: str) -> bool:
    """Whether a document says a fact itself, and does not have it from its cover."""
    source = getattr(document, f"{_CITED[name]}_source")
    return getattr(document, name) is not None and source not in {None, "collection"}


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
