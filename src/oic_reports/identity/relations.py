"""What became of paragraphs that came or went between two releases: split from another one, or joined to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from oic_reports.identity.matching import fold, is_part


@dataclass(frozen=True, slots=True)
class Relation:
    """``paragraph`` was part of ``other`` before (split), or is part of it now (merged); eids of one document."""

    paragraph: str
    kind: Literal["split", "merged"]
    other: str


def find_relations(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Relation]:
    """The relations of the paragraphs of one document, eid to text, that are there on one side alone.

    A text that stood in another paragraph as it still stands there was no part of it that went: only paragraphs whose
    own text differs, or that came or went themselves, are looked at.
    """
    old = {eid: fold(text) for eid, text in before.items() if after.get(eid) != text}
    new = {eid: fold(text) for eid, text in after.items() if before.get(eid) != text}
    yield from _find("split", (eid for eid in new if eid not in before), new, old, new)
    yield from _find("merged", (eid for eid in old if eid not in after), old, new, old)


def _find(
    kind: Literal["split", "merged"],
    parts: Iterable[str],
    texts: Mapping[str, str],
    wholes: Mapping[str, str],
    own: Mapping[str, str],
) -> Iterator[Relation]:
    """Each part with the shortest text of the other side that holds it; what that id held before tells nothing."""
    for eid in parts:
        fitting = [
            other
            for other, whole in wholes.items()
            if other != eid and is_part(texts[eid], whole) and not is_part(texts[eid], own.get(other, ""))
        ]
        if fitting:
            yield Relation(eid, kind, min(fitting, key=lambda other: (len(wholes[other]), other)))
