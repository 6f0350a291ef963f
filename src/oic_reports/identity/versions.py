"""Versions of one document: what an address gave earlier, and what it gives now.

Servers change a page without a word, give half of it for a night, show something else in its place, or use its address
for another document. So a newer file takes the place of an older one from the same address only where the texts are
alike, and not where much of the text is lost: then the older one stays until a person says otherwise (``supersedes`` in
the sidecar). Texts are compared by their runs of four words, so that a corrected word changes little.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from oic_reports.identity.documents import propose_id
from oic_reports.model import Extraction, Reject

_RUN = 4
# share of the runs of the longer text that both have, from which two texts are one document; less or more where the
# facts of their headers are equal, or contradict each other
_ALIKE = 0.5
_ALIKE_BY_FACTS = 0.2
_ALIKE_AGAINST_FACTS = 0.8
# share of the letters that a newer version must have kept
_KEPT = 0.8
_FURNITURE = frozenset({"boilerplate", "running_header", "page_mark"})


@dataclass(frozen=True, slots=True)
class Current:
    """What is left to be published: all extractions, those of older versions as rejects; heirs by older source id."""

    extractions: Sequence[Extraction]
    heirs: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Version:
    """The version of a document that stands: its place in the list, its text, letters of its longest version."""

    place: int
    text: str
    most_letters: int


def drop_superseded(extractions: Sequence[Extraction]) -> Current:
    """Turn versions that do not stand into rejects; the order of the extractions stays.

    Args:
        extractions: what was read, with the sightings of its sources.
    """
    seen: dict[str, dict[int, str]] = {}
    for place, extraction in enumerate(extractions):
        for sighting in extraction.source.sightings if extraction.reports else ():
            moments = seen.setdefault(sighting.address, {})
            moments[place] = max(moments.get(place, ""), sighting.moment)
    result = list(extractions)
    heirs: dict[str, str] = {}
    for address, moments in sorted(seen.items()):
        standing: list[_Version] = []
        for place in sorted(moments, key=lambda place: (moments[place], place)):
            if result[place].reports:
                _place(result, place, standing, address, heirs)
    return Current(tuple(result), heirs)


def _place(result: list[Extraction], place: int, standing: list[_Version], address: str, heirs: dict[str, str]) -> None:
    """Let a newer version take the place of the one that stands, or reject it, or let it stand beside all others."""
    new = result[place]
    text = _join_text(new)
    letters = _count_letters(text)
    for version in reversed(standing):
        old = result[version.place]
        likeness = _find_likeness(new, text, old, version.text)
        is_wanted = new.source.supersedes == old.source.sha256
        if likeness == "other" and not is_wanted:
            continue
        fault = _find_fault(likeness, text, version)
        if fault is not None and not is_wanted:
            hint = f"if it is right all the same, say in its sidecar: supersedes {old.source.sha256}"
            detail = f"a newer version from {address} of {old.source.file_name}, which stays: {fault[1]}; {hint}"
            result[place] = _reject(new, fault[0], detail)
            return
        detail = f"{new.source.file_name} is a newer version from {address}, and is read instead"
        result[version.place] = _reject(old, "superseded_version", detail)
        heirs[old.source.source_id] = new.source.source_id
        heirs.update({past: new.source.source_id for past, heir in heirs.items() if heir == old.source.source_id})
        version.place, version.text, version.most_letters = place, text, max(letters, version.most_letters)
        return
    standing.append(_Version(place, text, letters))


def _find_fault(likeness: str, text: str, version: _Version) -> tuple[str, str] | None:
    """Why a newer version does not take the place of the one that stands: a reject reason, and what shows it."""
    if likeness == "unlike":
        return "version_unlike", "the same header, and hardly a word of the same text"
    packed, before = "".join(text.split()), "".join(version.text.split())
    share = _count_letters(text) / max(1, version.most_letters)
    if len(packed) < len(before) and before.startswith(packed):
        return "version_much_shorter", f"it breaks off after {share:.0%} of the text"
    if share < _KEPT:
        return "version_much_shorter", f"it has {share:.0%} of the text"
    return None


def _find_likeness(new: Extraction, new_text: str, old: Extraction, old_text: str) -> str:
    """``same`` document, ``other`` document, or ``unlike``: the same by its header, another by its text."""
    runs = _list_runs(new_text), _list_runs(old_text)
    both = len(runs[0] & runs[1])
    share = both / max(1, *map(len, runs))
    headers = new.reports[0].header, old.reports[0].header
    facts = [(h.language, h.body_id, h.date, h.resolution_number, h.part) for h in headers]
    if any(a is not None and b is not None and a != b for a, b in zip(*facts, strict=True)):
        return "same" if share >= _ALIKE_AGAINST_FACTS else "other"
    if propose_id(headers[0]) == propose_id(headers[1]) and headers[0].date is not None:
        return "same" if both >= _ALIKE_BY_FACTS * max(1, min(map(len, runs))) else "unlike"
    return "same" if share >= _ALIKE else "other"


def _list_runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[place : place + _RUN]) for place in range(max(1, len(words) - _RUN + 1))}


def _join_text(extraction: Extraction) -> str:
    blocks = (block for report in extraction.reports for block in report.blocks if block.role not in _FURNITURE)
    return "\n".join(" ".join(block.text.split()) for block in blocks)


def _count_letters(text: str) -> int:
    return sum(map(len, text.split()))


def _reject(extraction: Extraction, reason: str, detail: str) -> Extraction:
    source = extraction.source
    reject = Reject(source.source_id, source.file_name, "structure", reason, detail)
    return replace(extraction, reports=(), rejects=(*extraction.rejects, reject))
