"""Versions of one document: what an address gave earlier, and what it gives now.

Servers change a page without a word, give half of it for a night, show something else in its place, or use its address
for another document. So a newer file takes the place of an older one from the same address only where the texts are
alike, and not where much of the text is lost: then the older one stays until a person says otherwise (``supersedes`` in
the sidecar). Texts are compared by their runs of four words, so that a corrected word changes little.

What is published stands: it gives way only to a later receipt that takes its place, never to an older one, and never to
another published document. So no new file can make a published document vanish.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from oic_reports.codes import RejectReason
from oic_reports.identity.document_ids import propose_id
from oic_reports.identity.texts import list_body
from oic_reports.model import Extraction, Reject

# reasons by which a version is passed over
VERSION_REASONS = frozenset({"superseded_version", "version_much_shorter", "version_unlike"})
# words of a run that two versions are compared by
_RUN = 4
# share of the runs of the longer text that both have, from which two texts are one document; less or more where the
# facts of their headers are equal, or contradict each other
_ALIKE = 0.5
_ALIKE_BY_FACTS = 0.2
_ALIKE_AGAINST_FACTS = 0.8
# share of the letters that a newer version must have kept
_KEPT = 0.8


@dataclass(frozen=True, slots=True)
class Current:
    """What is left to be published: all extractions, those of older versions as rejects; heirs by older source id."""

    extractions: Sequence[Extraction]
    heirs: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Version:
    """One version: its place in the list, its latest moment, whether it is published, and its text.

    ``read_instead`` is the version that keeps it from being read; None while it stands. ``most_letters`` are those of
    the longest version of the same document that it goes back to.
    """

    place: int
    moment: str
    is_published: bool
    text: str
    runs: frozenset[tuple[str, ...]]
    most_letters: int
    read_instead: _Version | None = None

    def find_standing(self) -> _Version:
        """The version that is read in the end."""
        version = self
        while version.read_instead is not None:
            version = version.read_instead
        return version


def drop_superseded(
    extractions: Sequence[Extraction],
    published: Collection[str] = (),
    passed_over: Collection[str] = (),
    *,
    is_settled: bool = False,
    load: Callable[[Extraction], Extraction] = lambda card: card,
) -> Current:
    """Turn versions that do not stand into rejects; the order of the extractions stays.

    Args:
        extractions: what was read, with the sightings of its sources.
        published: ids of the sources that the last release has documents of.
        passed_over: ids of the sources that it rejected as versions; they may take a place, but not a new one.
        is_settled: whether that release is made anew: then what it passed over takes no place either.
        load: gives an extraction with its blocks.
    """
    result = list(extractions)
    heirs: dict[str, str] = {}
    for address, places in _group_by_address(extractions):
        versions = [_make_version(load(extractions[place]), place, published) for place in places]
        versions.sort(key=lambda version: (version.moment, version.place))
        standing = [version for version in versions if version.is_published]
        for version in versions:
            if not version.is_published:
                is_new = extractions[version.place].source.source_id not in passed_over
                may_replace = is_new or not is_settled
                _place(extractions, version, standing, is_new=is_new, may_replace=may_replace)
        _reject_others(result, versions, address)
        for version in versions:
            if version.read_instead is not None:
                heir = result[version.find_standing().place].source.source_id
                heirs[result[version.place].source.source_id] = heir
    return Current(tuple(result), heirs)


def _group_by_address(extractions: Sequence[Extraction]) -> list[tuple[str, list[int]]]:
    """Places of extractions that share addresses, directly or through others, with the first of these addresses."""
    groups: dict[str, str] = {}

    def find(address: str) -> str:
        while groups[address] != address:
            address = groups[address]
        return address

    for extraction in extractions:
        addresses = sorted({s.address for s in extraction.source.sightings}) if extraction.reports else []
        for address in addresses:
            groups.setdefault(address, address)
            first, second = sorted((find(addresses[0]), find(address)))
            groups[second] = first
    places: dict[str, list[int]] = {}
    for place, extraction in enumerate(extractions):
        if extraction.reports and extraction.source.sightings:
            places.setdefault(find(extraction.source.sightings[0].address), []).append(place)
    return sorted((address, found) for address, found in places.items() if len(found) > 1)


def _make_version(extraction: Extraction, place: int, published: Collection[str]) -> _Version:
    text = _join_text(extraction)
    moment = max(sighting.moment for sighting in extraction.source.sightings)
    is_published = extraction.source.source_id in published
    return _Version(place, moment, is_published, text, _list_runs(text), _count_letters(text))


def _place(
    extractions: Sequence[Extraction], new: _Version, standing: list[_Version], *, is_new: bool, may_replace: bool
) -> None:
    """Let a version take the place of one that stands, or give way to it, or stand beside all others."""
    source = extractions[new.place].source
    for old in sorted(standing, key=lambda version: version.moment, reverse=True) if may_replace else ():
        other = extractions[old.place].source
        likeness = _find_likeness(extractions, new, old)
        is_wanted = source.supersedes == other.sha256
        if likeness == "other" and not is_wanted:
            continue
        has_fault = _has_fault(likeness, new, old) and not is_wanted
        if has_fault or new.moment < old.moment:
            new.read_instead = old
            # a person may have said that it is right although it is shorter than what was there before
            if not has_fault and other.supersedes is None:
                old.most_letters = max(old.most_letters, new.most_letters)
        else:
            old.read_instead = new
            if not is_wanted:
                new.most_letters = max(new.most_letters, old.most_letters)
            standing.remove(old)
            standing.append(new)
        return
    if is_new or not standing:
        standing.append(new)
    else:
        new.read_instead = max(standing, key=lambda version: (_find_share(new, version), -version.place))


def _reject_others(result: list[Extraction], versions: Sequence[_Version], address: str) -> None:
    """Reject what is not read, with a reason that follows from what is read alone, not from how it came to that."""
    standing = [version for version in versions if version.read_instead is None]
    revised: dict[int, list[str]] = {version.place: [] for version in standing}
    for version in versions:
        if version.read_instead is None:
            continue
        waiting = result[version.place]
        nearest = max(standing, key=lambda other: (_find_share(version, other), -other.place))
        other = result[nearest.place].source
        reason: RejectReason = "superseded_version"
        detail = f"{other.file_name} is another version from {address}, and is read instead"
        if version.moment > nearest.moment:
            # a later version that does not stand has a fault, which a person may know better
            reason, shown = _describe_fault(_find_likeness(result, version, nearest), version, nearest)
            both = shlex.join(f"raw/{name}" for name in (waiting.source.file_name, other.file_name))
            hint = f"if it is right all the same: oic-reports supersede {both}"
            detail = f"a version from {address} of {other.file_name}, which stays: {shown}; {hint}"
        else:
            revised[nearest.place].append(waiting.source.source_id)
        reject = Reject(waiting.source.source_id, waiting.source.file_name, "structure", reason, detail)
        result[version.place] = replace(waiting, rejects=(*waiting.rejects, reject))
    for version in versions:
        extraction = result[version.place]
        if version.read_instead is not None:
            result[version.place] = replace(extraction, reports=())
        else:
            source = replace(extraction.source, revises=tuple(sorted(revised[version.place])))
            result[version.place] = replace(extraction, source=source)


def _has_fault(likeness: str, new: _Version, old: _Version) -> bool:
    """Whether a version is not to take the place of one that stands."""
    packed, before = "".join(new.text.split()), "".join(old.text.split())
    breaks_off = len(packed) < len(before) and before.startswith(packed)
    return likeness == "unlike" or breaks_off or len(packed) < _KEPT * old.most_letters


def _describe_fault(likeness: str, new: _Version, old: _Version) -> tuple[RejectReason, str]:
    """Why a version did not take the place of one that stands: a reject reason, and what shows it."""
    if likeness == "unlike":
        return "version_unlike", "the same header, and hardly a word of the same text"
    packed, before = "".join(new.text.split()), "".join(old.text.split())
    share = len(packed) / max(1, len(before))
    if before.startswith(packed):
        return "version_much_shorter", f"it breaks off after {share:.0%} of the text"
    return "version_much_shorter", f"it has {share:.0%} of the text, or much less than an earlier version had"


def _find_likeness(extractions: Sequence[Extraction], new: _Version, old: _Version) -> str:
    """``same`` document, ``other`` document, or ``unlike``: the same by its header, another by its text."""
    share = _find_share(new, old)
    headers = extractions[new.place].reports[0].header, extractions[old.place].reports[0].header
    facts = [(h.language, h.body_id, h.date, h.resolution_number, h.part) for h in headers]
    if any(a is not None and b is not None and a != b for a, b in zip(*facts, strict=True)):
        return "same" if share >= _ALIKE_AGAINST_FACTS else "other"
    if propose_id(headers[0]) == propose_id(headers[1]) and headers[0].date is not None:
        both = len(new.runs & old.runs)
        return "same" if both >= _ALIKE_BY_FACTS * max(1, min(len(new.runs), len(old.runs))) else "unlike"
    return "same" if share >= _ALIKE else "other"


def _find_share(one: _Version, other: _Version) -> float:
    """The share of the runs of the longer text that both have."""
    return len(one.runs & other.runs) / max(1, len(one.runs), len(other.runs))


def _list_runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.split()
    return frozenset(tuple(words[place : place + _RUN]) for place in range(max(1, len(words) - _RUN + 1)))


def _join_text(extraction: Extraction) -> str:
    return "\n".join(" ".join(block.text.split()) for block in list_body(extraction.reports))


def _count_letters(text: str) -> int:
    return sum(map(len, text.split()))
