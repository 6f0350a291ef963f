"""The language versions of one report side by side, by their printed numbers.

Paragraphs stand beside each other where the same number is printed in the same place of both (equal eids, in an order
that both keep); what stands between two such places is put side by side as a whole, since nothing printed says more.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oic_reports.site.names import direction_of
from oic_reports.site.release_contents import Row

_ORDER = ("ar", "en", "fr")
_FURNITURE = frozenset({"running_header", "page_mark", "boilerplate"})
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


def align(versions: Sequence[Sequence[Row]]) -> list[Line]:
    """Rows of all versions; each version is its paragraphs in their order, each with its eid."""
    columns = [[_piece(row) for row in rows if row["role"] not in _FURNITURE] for rows in versions]
    places = [{piece.eid: place for place, piece in enumerate(column)} for column in columns]
    anchors = _find_anchors(columns, places)
    lines: list[Line] = []
    at = [0] * len(columns)
    for eid in anchors:
        here = [place[eid] for place in places]
        _add_between(lines, columns, at, here)
        lines.append(Line(eid, [[column[place]] for column, place in zip(columns, here, strict=True)]))
        at = [place + 1 for place in here]
    _add_between(lines, columns, at, [len(column) for column in columns])
    return lines


def _add_between(
    lines: list[Line], columns: Sequence[Sequence[Piece]], start: Sequence[int], end: Sequence[int]
) -> None:
    cells = [column[first:last] for column, first, last in zip(columns, start, end, strict=True)]
    if any(cells):
        lines.append(Line(None, cells))


def _find_anchors(columns: Sequence[Sequence[Piece]], places: Sequence[Mapping[str, int]]) -> list[str]:
    """Numbered eids that all versions have, as many as stand in one order in all."""
    shared = [
        piece.eid
        for piece in columns[0]
        if piece.eid.startswith(_NUMBERED) and all(piece.eid in place for place in places)
    ]
    for place in places[1:]:
        shared = _longest_rising(shared, place)
    return shared


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
        row["label"] or "",
        row["text"],
        row["text_language"],
        direction_of(row["text_language"]),
    )
