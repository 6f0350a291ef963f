"""The language versions of one report side by side, by the pairs of the table ``translations``.

Paragraphs stand beside each other where the release says that they are one (equal eids, in an order that the versions
keep); what stands between two such places is put side by side as a whole, since nothing printed says more.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from oic_reports.site.marked_text import show_mark
from oic_reports.site.names import direction_of
from oic_reports.site.release_contents import Row

_ORDER = ("ar", "en", "fr")
_FURNITURE = frozenset({"running_header", "page_mark", "boilerplate"})
# paragraphs with a number, in a release without the table
_NUMBERED = "para_"


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph in a cell."""

    id: str
    eid: str
    role: str
    label: str
    text: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the pieces of each version, and the eid that they share, None where they only lie between two."""

    eid: str | None
    cells: Sequence[Sequence[Piece]]


def order_versions(documents: Mapping[str, Row], ids: Sequence[str]) -> list[str]:
    """The versions of a work, Arabic first."""
    return sorted(ids, key=lambda name: (_ORDER.index(documents[name]["language"]), name))


def find_pairs(versions: Sequence[Sequence[Row]], translations: Sequence[Row] | None) -> list[set[str]]:
    """The eids of each version that have a pair in another one.

    Args:
        versions: the paragraphs of each.
        translations: the rows of the work; None where the release has no such table: then numbers alone say it.
    """
    if translations is None:
        numbered = [{row["eid"] for row in rows if row["eid"].startswith(_NUMBERED)} for rows in versions]
        return [
            {eid for eid in eids if any(eid in others for others in numbered if others is not eids)}
            for eids in numbered
        ]
    paired = {row[name] for row in translations for name in ("paragraph_id", "other_paragraph_id")}
    return [{row["eid"] for row in rows if row["paragraph_id"] in paired} for rows in versions]


def align(versions: Sequence[Sequence[Row]], paired: Sequence[AbstractSet[str]]) -> list[Line]:
    """Rows of all versions, each of which is its paragraphs in their order; ``paired`` are eids of ``find_pairs``."""
    columns = [[_piece(row) for row in rows if row["role"] not in _FURNITURE] for rows in versions]
    anchors = _find_anchors(columns, paired)
    lines: list[Line] = []
    at = [0] * len(columns)
    while any(start < len(column) for start, column in zip(at, columns, strict=True)):
        ends = [_find_next(column, start, held) for column, start, held in zip(columns, at, anchors, strict=True)]
        heads = [column[end].eid if end < len(column) else None for column, end in zip(columns, ends, strict=True)]
        eid = _choose(heads, anchors)
        if eid is None and any(heads):
            # each waits for another: three versions in three orders. What fewest hold stands alone
            least = min(filter(None, heads), key=lambda name: sum(name in held for held in anchors))
            anchors = [held - {least} for held in anchors]
            continue
        cells = [column[start:end] for column, start, end in zip(columns, at, ends, strict=True)]
        if any(cells):
            lines.append(Line(None, cells))
        taken = [head is not None and head == eid for head in heads]
        if eid is not None:
            pieces = [column[end : end + here] for column, end, here in zip(columns, ends, taken, strict=True)]
            lines.append(Line(eid, pieces))
        at = [end + here for end, here in zip(ends, taken, strict=True)]
    return lines


def _find_next(column: Sequence[Piece], start: int, anchors: AbstractSet[str]) -> int:
    """The place of the next piece that has a pair, or the end."""
    return next((place for place in range(start, len(column)) if column[place].eid in anchors), len(column))


def _choose(heads: Sequence[str | None], anchors: Sequence[AbstractSet[str]]) -> str | None:
    """Of what comes next, that which all that hold it have come to."""
    for eid in filter(None, heads):
        if all(head == eid for head, held in zip(heads, anchors, strict=True) if eid in held):
            return eid
    return None


def _find_anchors(columns: Sequence[Sequence[Piece]], paired: Sequence[AbstractSet[str]]) -> Sequence[AbstractSet[str]]:
    """The eids by which the pieces of each version stand beside those of others, in one order in any two."""
    kept = [{piece.eid for piece in column} & held for column, held in zip(columns, paired, strict=True)]
    for first, second in combinations(range(len(columns)), 2):
        shared = [piece.eid for piece in columns[first] if piece.eid in kept[first] & kept[second]]
        places = {piece.eid: place for place, piece in enumerate(columns[second])}
        crossing = set(shared) - set(_longest_rising(shared, places))
        kept[second] -= crossing
    # what has lost all its others stands alone
    counted = Counter(eid for held in kept for eid in held)
    return [{eid for eid in held if counted[eid] > 1} for held in kept]


def _longest_rising(eids: Sequence[str], place: Mapping[str, int]) -> list[str]:
    """The longest part of a list, in its order, whose places rise."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, eid in enumerate(eids):
        at = bisect_left(ends, place[eid])
        ends[at : at + 1] = [place[eid]]
        last[at : at + 1] = [number]
        before.append(last[at - 1] if at else None)
    chain: list[str] = []
    number_or_none: int | None = last[-1] if last else None
    while number_or_none is not None:
        chain.append(eids[number_or_none])
        number_or_none = before[number_or_none]
    return chain[::-1]


def _piece(row: Row) -> Piece:
    return Piece(
        row["paragraph_id"],
        row["eid"],
        row["role"],
        show_mark(row["label"] or ""),
        row["text"],
        row["text_language"],
        direction_of(row["text_language"]),
    )
