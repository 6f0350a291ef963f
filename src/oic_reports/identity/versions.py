"""Versions of one document: what an address gave earlier, and what it gives now.

Servers change a page without a word, give half of it for a night, or use its address for something else. So a newer
file takes the place of an older one from the same address only where both are the same document, and not where it has
lost much of the text: then the older one stays until a person says otherwise (``supersedes`` in the sidecar).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from oic_reports.identity.documents import propose_id
from oic_reports.model import Extraction, Reject

# share of the paragraphs of the shorter text that both have, from which two texts are one document
_SAME = 0.5
# share of the letters that a newer version must have kept
_KEPT = 0.8
_FURNITURE = frozenset({"boilerplate", "running_header", "page_mark"})


@dataclass(frozen=True, slots=True)
class Current:
    """What is left to be published: all extractions, those of older versions as rejects; heirs by older source id."""

    extractions: Sequence[Extraction]
    heirs: Mapping[str, str] = field(default_factory=dict)


def drop_superseded(extractions: Sequence[Extraction]) -> Current:
    """Turn older versions into rejects; the order of the extractions stays.

    Args:
        extractions: what was read, with the sightings of its sources.
    """
    seen: dict[str, list[tuple[str, int]]] = {}
    for place, extraction in enumerate(extractions):
        if extraction.reports:
            for sighting in extraction.source.sightings:
                seen.setdefault(sighting.address, []).append((sighting.moment, place))
    result = list(extractions)
    heirs: dict[str, str] = {}
    for address in sorted(seen):
        places = list(dict.fromkeys(place for _, place in sorted(seen[address], reverse=True)))
        for number, newer in enumerate(places):
            for older in places[number + 1 :]:
                if result[newer].reports and result[older].reports:
                    _compare(result, newer, older, address, heirs)
    return Current(tuple(result), heirs)


def _compare(result: list[Extraction], newer: int, older: int, address: str, heirs: dict[str, str]) -> None:
    """Reject the older of two versions, or the newer one if it has lost much; neither if they are two documents."""
    new, old = result[newer], result[older]
    if not _are_same(new, old):
        return
    kept = _count_letters(new) / max(1, _count_letters(old))
    if kept >= _KEPT or new.source.supersedes == old.source.sha256:
        detail = f"{new.source.file_name} is a newer version from {address}, and is read instead"
        result[older] = _reject(old, "superseded_version", detail)
        heirs[old.source.source_id] = new.source.source_id
        heirs.update({past: new.source.source_id for past, heir in heirs.items() if heir == old.source.source_id})
    else:
        detail = (
            f"a newer version from {address} with {kept:.0%} of the text of {old.source.file_name}, which stays;"
            f" if it is right all the same, say in its sidecar: supersedes {old.source.sha256}"
        )
        result[newer] = _reject(new, "version_much_shorter", detail)


def _are_same(new: Extraction, old: Extraction) -> bool:
    proposed = [propose_id(extraction.reports[0].header) for extraction in (new, old)]
    if proposed[0] == proposed[1] and new.reports[0].header.date is not None:
        return True
    texts = [_list_texts(extraction) for extraction in (new, old)]
    return len(texts[0] & texts[1]) >= _SAME * max(1, min(map(len, texts)))


def _list_texts(extraction: Extraction) -> set[str]:
    blocks = (block for report in extraction.reports for block in report.blocks if block.role not in _FURNITURE)
    return {" ".join(block.text.split()) for block in blocks}


def _count_letters(extraction: Extraction) -> int:
    return sum(len("".join(text.split())) for text in _list_texts(extraction))


def _reject(extraction: Extraction, reason: str, detail: str) -> Extraction:
    source = extraction.source
    reject = Reject(source.source_id, source.file_name, "structure", reason, detail)
    return replace(extraction, reports=(), rejects=(*extraction.rejects, reject))
