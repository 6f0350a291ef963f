"""Columns that lines over all of them cut into bands: a gazette with titles over its columns, a statute with chapters.

Such a band may have a line or two in each column, too few to show a lane by itself. What shows it is the page as a
whole: columns of one breadth, whose lines begin or end at one edge, again and again between the lines that cross them.
A title that is shorter than the middle one of three columns crosses nothing: it stands in the middle of the page, and
no other column goes on beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from oic_reports.reading.pdf.row_pieces import Piece

# rows that begin at one place, and where other pages have a lane; lines of a column; share of its breadth that most of
# its lines fill
_LEAST_ROWS = 6
_FEW_ROWS = 2
_ENOUGH = 4
_FILLED = 0.7
# points of the narrowest lane, and share of a column and its lane that the broadest one has
_NARROWEST = 4.0
_BROADEST = 0.25
# share of the breadth of the text that columns cover, one of so many pieces that may stand outside, and share of a lane
# that letters may reach into
_COVERED = 0.9
_FEW = 20
_REACH = 0.3
# points of slack, how many times that several steps may be off, and points from the middle of the page to that of a
# title; line distances that are white beside one
_SLACK = 1.0
_ADDED_UP = 4
_OFF_MIDDLE = 4.0
_WHITE = 1.6

Rows = Sequence[Sequence[Piece]]
Lane = tuple[float, float]


def find_even_lanes(rows: Rows, known: Sequence[Lane] = ()) -> list[Lane]:
    """The lanes between columns of one breadth (left and right, in points), from the left; empty for none.

    Args:
        rows: the rows of a page from the top, each of pieces from the left.
        known: the lanes of other pages: there a few lines are columns, too.
    """
    pieces = [piece for row in rows for piece in row]
    for find in (_step_starts, _step_ends) if len(rows) >= _LEAST_ROWS else ():
        for lanes, breadth in find(pieces):
            if all(_is_filled(column, breadth) for column in _part(rows, lanes)) and _are_clear(pieces, lanes):
                return lanes
    return list(known) if _stand_at(rows, known) else []


def _are_clear(pieces: Sequence[Piece], lanes: Sequence[Lane]) -> bool:
    """Whether hardly a piece begins or ends inside a lane: there labels hang before lines that are set in."""
    inside = sum(
        start + 2 * _SLACK < edge < end - 2 * _SLACK
        for piece in pieces
        for edge in (piece.left, piece.right)
        for start, end in lanes
    )
    return inside * _FEW <= len(pieces)


def _stand_at(rows: Rows, lanes: Sequence[Lane]) -> bool:
    """Whether rows have text on both sides of a lane, and most such rows up to its very edges."""
    are_on_edge = [
        abs(before.right - start) <= 2 * _SLACK or abs(after.left - end) <= 2 * _SLACK
        for row in rows
        if not _crosses(row, lanes)
        for before, after in pairwise(row)
        for start, end in lanes
        if before.right < (start + end) / 2 < after.left
    ]
    return sum(are_on_edge) >= _FEW_ROWS and sum(are_on_edge) >= _FILLED * len(are_on_edge)


def cut_bands(rows: Rows, lanes: Sequence[Lane], *, is_rtl: bool) -> list[list[list[Piece]]]:
    """Regions of rows in reading order: lines over all columns, and the columns of each band between them.

    Args:
        rows: the rows of a page from the top.
        lanes: those between its columns.
        is_rtl: whether the right column is read first.
    """
    titles = _find_titles(rows, lanes)
    regions: list[list[list[Piece]]] = []
    band: list[list[Piece]] = []
    is_over = False
    for number, row in enumerate(rows):
        if number in titles or _crosses(row, lanes):
            regions += _list_columns(band, lanes, is_rtl=is_rtl)
            band = []
            if is_over:
                regions[-1].append(list(row))
            else:
                regions.append([list(row)])
            is_over = True
        else:
            band.append(list(row))
            is_over = False
    return regions + _list_columns(band, lanes, is_rtl=is_rtl)


def _list_columns(band: Rows, lanes: Sequence[Lane], *, is_rtl: bool) -> list[list[list[Piece]]]:
    columns = [column for column in _part(band, lanes) if column]
    return columns[::-1] if is_rtl else columns


def _part(rows: Rows, lanes: Sequence[Lane]) -> list[list[list[Piece]]]:
    """The rows of each column, without those that cross a lane; columns from the left."""
    columns: list[list[list[Piece]]] = [[] for _ in range(len(lanes) + 1)]
    for row in rows:
        if _crosses(row, lanes):
            continue
        own: dict[int, list[Piece]] = {}
        for piece in row:
            own.setdefault(sum(piece.right > lane[1] for lane in lanes), []).append(piece)
        for place, pieces in own.items():
            columns[place].append(pieces)
    return columns


def _step_starts(pieces: Sequence[Piece]) -> Iterator[tuple[list[Lane], float]]:
    """Lanes before places at which columns may begin that are as broad, and that breadth: of many columns first."""
    places = _find_peaks([piece.left for piece in pieces])
    lefts, rights = sorted(piece.left for piece in pieces), sorted(piece.right for piece in pieces)
    # what stands outside is a number of the page, or a mark
    breadth = rights[-1 - len(rights) // _FEW] - lefts[len(lefts) // _FEW]
    for count, step in _step_evenly(places):
        last = places[0] + (count - 1) * step
        end = max((piece.right for piece in pieces if abs(piece.left - last) <= _ADDED_UP * _SLACK), default=last)
        gap = step - (end - last)
        if _NARROWEST < gap < _BROADEST * step and count * step - gap > _COVERED * breadth:
            starts = [places[0] + number * step for number in range(1, count)]
            yield [(start - gap, start) for start in starts], step - gap


def _step_ends(pieces: Sequence[Piece]) -> Iterator[tuple[list[Lane], float]]:
    """The same by the places at which columns may end."""
    for lanes, breadth in _step_starts([Piece(-p.right, -p.left, p.height, p.glyphs) for p in pieces]):
        yield [(-end, -start) for start, end in reversed(lanes)], breadth


def _step_evenly(places: Sequence[float]) -> Iterator[tuple[int, float]]:
    """How many of some places, from the first one on, stand as far apart, and how far, for each such distance."""
    found = []
    for place in places[1:]:
        step = place - places[0]
        count = 2
        while any(abs(places[0] + count * step - other) <= 2 * _SLACK for other in places):
            count += 1
        found.append((count, step))
    yield from sorted(found, key=lambda each: (-each[0], -each[1]))


def _find_peaks(edges: Sequence[float]) -> list[float]:
    """Places at which several pieces begin, from the left."""
    counts = Counter(round(edge) for edge in edges)
    found: list[float] = []
    for edge in sorted(counts):
        near = {place: counts[place] for place in (edge - 1, edge, edge + 1)}
        is_peak = sum(near.values()) >= _LEAST_ROWS and counts[edge] == max(near.values())
        if is_peak and (not found or edge - found[-1] > 2 * _SLACK):
            found.append(float(edge))
    return found


def _crosses(row: Sequence[Piece], lanes: Sequence[Lane]) -> bool:
    """Whether a row has something in a lane: also where a stretched blank stands just there, its words do."""
    return any(
        piece.left < end - _REACH * (end - start) and piece.right > start + _REACH * (end - start)
        for start, end in lanes
        for piece in row
    )


def _is_filled(column: Rows, breadth: float) -> bool:
    """Whether most lines of a column reach from one of its edges to the other: cells of a table do not."""
    widths = sorted(row[-1].right - row[0].left for row in column)
    return len(widths) >= _ENOUGH and widths[len(widths) // 2] > _FILLED * breadth


def _find_titles(rows: Rows, lanes: Sequence[Lane]) -> frozenset[int]:
    """The rows that hold a title in the middle one of several columns, beside which no other column goes on."""
    if not lanes or len(lanes) % 2:
        return frozenset()
    columns = _part(rows, lanes)
    steps = [
        below[0].height - above[0].height
        for column in columns
        for above, below in pairwise(column)
        if below[0].height > above[0].height
    ]
    pitch = median(steps) if steps else 0.0
    inside = [piece for column in columns for row in column for piece in row]
    if not inside:
        return frozenset()
    middle = (min(piece.left for piece in inside) + max(piece.right for piece in inside)) / 2
    found = set()
    for number, row in enumerate(rows):
        if len(row) != 1 or abs((row[0].left + row[0].right) / 2 - middle) > _OFF_MIDDLE:
            continue
        height = row[0].height
        heights = [[line[0].height for line in column] for column in columns]
        del heights[len(lanes) // 2]
        below = [min((each for each in own if each > height), default=float("inf")) for own in heights]
        above = [max((each for each in own if each < height), default=float("-inf")) for own in heights]
        # the last lines of the middle column stand alone, too
        is_white = min(after - before for after, before in zip(below, above, strict=True)) > _WHITE * pitch
        if is_white and min(below) < float("inf"):
            found.add(number)
    return frozenset(found)
