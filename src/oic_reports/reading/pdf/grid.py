"""Ruled tables: the cells that the rules of a page enclose, as rows and columns.

Rules that touch belong to one table. Its cells are the fields between neighbouring rules; two fields without a rule
between them are one cell. A table has two rows and two columns at least; a frame round a text, or a rule below a
heading, makes none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats

# points: rules that near stand at one place, ends that near touch; a field that thin is the gap of a double rule
_SAME = 2.5
_TOUCH = 3.5
_THINNEST = 4.0
# share of a field's side that a rule must cover to part it from the next
_COVERED = 0.6
_LEAST = 2
# rules of one table; more is a chart
_MOST_RULES = 600


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: the row and column of its first field (from 0, columns from the left) and its edges in points."""

    row: int
    column: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """One ruled table: cells by row, from the left, and its outer edges in points."""

    cells: tuple[GridCell, ...]
    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Rule:
    """A rule at a place (y of a horizontal one, x of an upright one), from one end to the other."""

    place: float
    start: float
    end: float


def find_grids(rules: Floats) -> list[Grid]:
    """The ruled tables of a page from the top; ``rules`` are straight lines: rows of x0, top, x1, bottom."""
    is_flat = _find_flat(rules)
    across = find_across(rules)
    down = _merge([Rule((left + right) / 2, top, bottom) for left, top, right, bottom in rules[~is_flat].tolist()])
    if len(across) < _LEAST or len(down) < _LEAST or len(across) + len(down) > _MOST_RULES:
        return []
    grids = [_make_grid(*group) for group in _group(across, down)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: (grid.top, grid.left))


def find_across(rules: Floats) -> list[Rule]:
    """The horizontal rules of a page from the top, those in pieces made whole."""
    flat = rules[_find_flat(rules)].tolist()
    return _merge([Rule((top + bottom) / 2, left, right) for left, top, right, bottom in flat])


def _find_flat(rules: Floats) -> Booleans:
    is_flat: Booleans = rules[:, 2] - rules[:, 0] >= rules[:, 3] - rules[:, 1]
    return is_flat


def _merge(rules: Sequence[Rule]) -> list[Rule]:
    """Rules at one place that touch are one: producers paint a piece for each cell, or dots."""
    merged: list[Rule] = []
    rows: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.place):
        if rows and rule.place - rows[-1][0].place <= _SAME:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    for row in rows:
        place = sum(rule.place for rule in row) / len(row)
        row.sort(key=lambda rule: rule.start)
        current = Rule(place, row[0].start, row[0].end)
        for rule in row[1:]:
            if rule.start <= current.end + _TOUCH:
                current.end = max(current.end, rule.end)
            else:
                merged.append(current)
                current = Rule(place, rule.start, rule.end)
        merged.append(current)
    return [rule for rule in merged if rule.end - rule.start > _THINNEST]


def _group(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that cross or touch one another, directly or through others."""
    owner = list(range(len(across) + len(down)))

    def find(place: int) -> int:
        while owner[place] != place:
            owner[place] = owner[owner[place]]
            place = owner[place]
        return place

    for i, a in enumerate(across):
        for j, b in enumerate(down, len(across)):
            meets_x = a.start - _TOUCH <= b.place <= a.end + _TOUCH
            if meets_x and b.start - _TOUCH <= a.place <= b.end + _TOUCH:
                owner[find(i)] = find(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, a in enumerate(across):
        groups[find(i)][0].append(a)
    for j, b in enumerate(down, len(across)):
        groups[find(j)][1].append(b)
    return list(groups.values())


def _make_grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    if len(across) < _LEAST or not down:
        return None
    # a table may be open at its sides: its rules go on beyond the outer columns
    xs = _places([rule.place for rule in down], [e for rule in across for e in (rule.start, rule.end)])
    ys = _places([rule.place for rule in across], [e for rule in down for e in (rule.start, rule.end)])
    if len(xs) <= _LEAST or len(ys) <= _LEAST:
        return None
    fields = _join_fields(xs, ys, across, down)
    cells = tuple(
        GridCell(rows[0], columns[0], xs[columns[0]], ys[rows[0]], xs[columns[-1] + 1], ys[rows[-1] + 1])
        for rows, columns in fields
    )
    # a field of one row or of one column is all its cell holds
    large = {cell for cell, (rows, columns) in zip(cells, fields, strict=True) if rows[1:] and columns[1:]}
    own = [cell for cell in cells if cell not in large or not any(_encloses(cell, other) for other in cells)]
    if len({cell.column for cell in own}) < _LEAST or len({cell.row for cell in own}) < _LEAST:
        return None
    ordered = tuple(sorted(own, key=lambda cell: (cell.row, cell.column)))
    if len(own) == len(cells):
        return Grid(ordered, xs[0], ys[0], xs[-1], ys[-1])
    lefts, tops, rights, bottoms = zip(*((cell.left, cell.top, cell.right, cell.bottom) for cell in own), strict=True)
    return Grid(ordered, min(lefts), min(tops), max(rights), max(bottoms))


def _encloses(cell: GridCell, other: GridCell) -> bool:
    """Whether a cell lies around another one: the frame of a page whose table runs over it is no cell of the table."""
    return (
        cell is not other
        and cell.left <= other.left
        and other.right <= cell.right
        and cell.top <= other.top
        and other.bottom <= cell.bottom
    )


def _places(own: Sequence[float], ends: Sequence[float]) -> list[float]:
    """The places of rules in order, and the outermost ends of those that cross them where these go on beyond."""
    places = sorted(own)
    if min(ends) < places[0] - 2 * _THINNEST:
        places.insert(0, min(ends))
    if max(ends) > places[-1] + 2 * _THINNEST:
        places.append(max(ends))
    kept = places[:1]
    for place in places[1:]:
        if place - kept[-1] > _THINNEST:
            kept.append(place)
    return kept


def _join_fields(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]
) -> list[tuple[list[int], list[int]]]:
    """Cells as the rows and columns of their fields: fields without a rule between them are one."""
    columns, rows = len(xs) - 1, len(ys) - 1
    owner = np.arange(rows * columns)

    def join(a: int, b: int) -> None:
        old, new = owner[b], owner[a]
        owner[owner == old] = new

    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column in range(1, columns):
            if not _is_parted(down, xs[column], top, bottom):
                join(row * columns + column - 1, row * columns + column)
    for column, (left, right) in enumerate(pairwise(xs)):
        for row in range(1, rows):
            if not _is_parted(across, ys[row], left, right):
                join((row - 1) * columns + column, row * columns + column)
    cells = []
    for number in sorted(set(owner.tolist())):
        members = np.flatnonzero(owner == number)
        cells.append((sorted(set((members // columns).tolist())), sorted(set((members % columns).tolist()))))
    return cells


def _is_parted(rules: Sequence[Rule], place: float, start: float, end: float) -> bool:
    """Whether rules at a place cover most of a stretch."""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.place - place) <= _THINNEST
    )
    return covered >= _COVERED * (end - start)
