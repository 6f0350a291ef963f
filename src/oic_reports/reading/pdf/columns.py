"""Columns of a page: white lanes that run down between blocks of text.

Rows of a page are cut where a gap is wider than a word space. A lane is a place that many successive rows leave white,
with text of some width on both sides; a hanging label or a row of a table has little text on one side and makes none.
Rows above and below the lane (a title over two columns, a footer) stay whole, and each column is looked at again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from oic_reports.reading.pdf.arrays import Integers
from oic_reports.reading.pdf.column_order import goes_on_rightwards
from oic_reports.reading.pdf.even_columns import Lane, cut_bands
from oic_reports.reading.pdf.glyphs import GlyphLayer
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.row_pieces import CUT, NARROW_CUT, Piece, SortedRows, find_rows

# rows of columns, and of each one; rows that tell that lines
# fill their column, the share of its width that three of four then have, and of rows that end at one edge; the same
# where those of both sides do
_LEAST_ROWS = 4
_FEW_ROWS = 2
_LEAST_FILLED = 7
_FILLED = 0.8
_ON_EDGE = 0.7
_ON_BOTH_EDGES = 0.6
# shares of a width that a column has, and of a height that two share; levels of columns in columns; glyphs of a
# row of a column, and where its lines fill it; share of figures of a table; points of slack
_LEAST_SHARE = 0.22
_BOTH_SIDES = 0.5
_DEEPEST = 3
_LEAST_GLYPHS = 20
_FEW_GLYPHS = 12
_FIGURES = 0.4
_SLACK = 1.0


def split_columns(
    layer: GlyphLayer,
    index: LayerIndex,
    within: Integers | None = None,
    *,
    is_rtl: bool,
    lanes: Sequence[float] = (),
    even: Sequence[Lane] = (),
) -> list[Integers]:
    """Some glyphs of a layer by region, in reading order; one region where there are no columns.

    Args:
        layer: the glyphs.
        index: what kind each glyph is.
        within: indexes of the glyphs to be split; None for all of them.
        is_rtl: whether the right column is read first.
        lanes: where the document has lanes on other pages: there, a few rows are columns too.
        even: the lanes of a page whose columns are of one breadth (``even_columns``).
    """
    within = np.arange(len(layer.texts)) if within is None else within
    sorted_rows = SortedRows.of(layer, within[index.is_base[within]])
    narrow_rows = sorted_rows.cut(NARROW_CUT)
    if even:
        return _give_rest(layer, within, list(map(_list_all, cut_bands(narrow_rows, even, is_rtl=is_rtl))))
    rows = sorted_rows.cut(CUT)
    if len(rows) < _LEAST_ROWS:
        return [within]
    regions = _split(layer, _part_beside(layer, rows, narrow_rows), lanes, is_rtl=is_rtl, depth=0)
    # columns that stand close: their lane is told by their edges
    if len(regions) == 1:
        if sum(len(row) > 1 for row in narrow_rows) >= _LEAST_ROWS:
            regions = _split(layer, narrow_rows, (), is_rtl=is_rtl, depth=0, is_narrow=True)
    elif _has_taller_lane(layer, rows, narrow_rows):
        regions = _split(layer, narrow_rows, (), is_rtl=is_rtl, depth=0, is_narrow=True)
    if len(regions) == 1:
        return [within]
    return _give_rest(layer, within, list(map(_list_all, regions)))


def _list_all(region: Sequence[Sequence[Piece]]) -> Integers:
    return np.concatenate([piece.glyphs for row in region for piece in row])


def _part_beside(layer: GlyphLayer, rows: list[list[Piece]], narrow_rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The rows, those next to the band of a lane parted at it too where a narrow gap shows that they are of it.

    Words of a large font stand further apart than columns do. A row that begins where the right column does, or ends
    where the left one does, goes on in both.
    """
    found = _find_lane(layer, rows)
    if found is None:
        return rows
    lane, first, last = found
    band = rows[first : last + 1]
    starts = Counter(round(piece.left) for row in band for piece in row if piece.left >= lane)
    ends = Counter(round(piece.right) for row in band for piece in row if piece.right <= lane)
    if not starts or not ends:
        return rows
    edges = min(starts), max(ends)
    parted = list(rows)
    for steps in (range(first - 1, -1, -1), range(last + 1, len(rows))):
        for number in steps:
            left = [piece for piece in narrow_rows[number] if piece.right < edges[0]]
            right = [piece for piece in narrow_rows[number] if piece.left > edges[1]]
            if not left or not right or len(left) + len(right) != len(narrow_rows[number]):
                break
            if min(abs(right[0].left - edges[0]), abs(left[-1].right - edges[1])) > 2 * _SLACK:
                break
            parted[number] = [_join_pieces(left), _join_pieces(right)]
    return parted


def _join_pieces(own: Sequence[Piece]) -> Piece:
    return Piece(own[0].left, own[-1].right, own[0].height, np.concatenate([piece.glyphs for piece in own]))


def _has_taller_lane(layer: GlyphLayer, rows: list[list[Piece]], narrow_rows: list[list[Piece]]) -> bool:
    """Whether a narrow lane parts what a wide one does and more rows above or below it.

    A list that is set in makes the lane before it wide, and that of the rest of its column stays narrow.
    """
    wide, narrow = _find_lane(layer, rows), _find_lane(layer, narrow_rows, is_narrow=True)
    if wide is None or narrow is None:
        return False
    (_, first, last), (_, narrow_first, narrow_last) = wide, narrow
    return narrow_first <= first and last <= narrow_last and narrow_last - narrow_first > last - first


def find_lanes(layer: GlyphLayer, index: LayerIndex) -> list[float]:
    """The place of the widest lane of a layer, in a list; empty where it has no columns."""
    rows = find_rows(layer, np.flatnonzero(index.is_base))
    found = _find_lane(layer, rows) if len(rows) >= _LEAST_ROWS else None
    return [found[0]] if found else []


def _split(
    layer: GlyphLayer,
    rows: list[list[Piece]],
    lanes: Sequence[float],
    *,
    is_rtl: bool,
    depth: int,
    is_narrow: bool = False,
) -> list[list[list[Piece]]]:
    """Regions of rows in reading order."""
    found = None
    if depth < _DEEPEST:
        found = _find_lane(layer, rows, is_narrow=is_narrow) or _find_known_lane(rows, lanes)
    if found is None:
        return [rows]
    lane, first, last = found
    before, band, after = rows[:first], rows[first : last + 1], rows[last + 1 :]
    left = [side for row in band if (side := [piece for piece in row if piece.right <= lane + _SLACK])]
    right = [side for row in band if (side := [piece for piece in row if piece.right > lane + _SLACK])]
    is_from_right = is_rtl and not goes_on_rightwards(layer, _list_glyphs(left), _list_glyphs(right))
    columns = [right, left] if is_from_right else [left, right]
    regions: list[list[list[Piece]]] = []
    if before:
        regions += _split(layer, before, lanes, is_rtl=is_rtl, depth=depth + 1, is_narrow=is_narrow)
    for column in columns:
        regions += _split(layer, column, lanes, is_rtl=is_rtl, depth=depth + 1, is_narrow=is_narrow)
    if after:
        regions += _split(layer, after, lanes, is_rtl=is_rtl, depth=depth + 1, is_narrow=is_narrow)
    return regions


def _list_glyphs(rows: Sequence[list[Piece]]) -> list[Integers]:
    """The glyphs of each row, from the left."""
    return [np.concatenate([piece.glyphs for piece in row]) for row in rows]


def _find_lane(
    layer: GlyphLayer, rows: Sequence[list[Piece]], *, is_narrow: bool = False
) -> tuple[float, int, int] | None:
    """The lane with most text on both sides: its place, and the first and last row of its band; None for none.

    A narrow one counts where the lines beside it end or begin at one edge.
    """
    pieces = [piece for row in rows for piece in row]
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    best: tuple[tuple[float, float], float, int, int] | None = None
    inner = min(piece.left for piece in pieces) + _LEAST_SHARE * width
    outer = max(piece.right for piece in pieces) - _LEAST_SHARE * width
    for place in sorted({*_find_edges(pieces), *_find_common_gap(rows)}):
        if not inner < place < outer:
            continue
        for first, last in _find_bands(rows, place):
            band = rows[first : last + 1]
            is_lane = not _holds_figures(layer, band, place) and (not is_narrow or _has_edges(band, place))
            height = _judge_band(band, place, width) if is_lane else 0.0
            # of lanes of one height the wider: labels stand near their text
            score = (round(height), _find_narrowest(band, place))
            if height and (best is None or score > best[0]):
                best = (score, place, first, last)
    return best[1:] if best else None


def _find_narrowest(band: Sequence[list[Piece]], place: float) -> float:
    """How wide a lane is in the row where it is narrowest, in points."""
    gaps = [
        min(piece.left for piece in row if piece.left >= place) - max(p.right for p in row if p.right <= place)
        for row in band
        if any(piece.left >= place for piece in row) and any(piece.right <= place for piece in row)
    ]
    return min(gaps, default=0.0)


def _find_known_lane(rows: Sequence[list[Piece]], lanes: Sequence[float]) -> tuple[float, int, int] | None:
    """The tallest band at a lane that the document has on other pages, with two rows or more on both sides."""
    best: tuple[int, float, int, int] | None = None
    for place in lanes:
        for first, last in _find_bands(rows, place):
            band = rows[first : last + 1]
            left = sum(any(piece.right <= place for piece in row) for row in band)
            right = sum(any(piece.left >= place for piece in row) for row in band)
            if min(left, right) >= _FEW_ROWS and (best is None or last - first > best[0]):
                best = (last - first, place, first, last)
    return best[1:] if best else None


def _holds_figures(layer: GlyphLayer, band: Sequence[list[Piece]], place: float) -> bool:
    """Whether one side of a lane is mostly digits: columns of a table, not of text."""
    for is_left in (True, False):
        own = [piece.glyphs for row in band for piece in row if (piece.right <= place) == is_left]
        texts = [layer.texts[glyph] for glyph in np.concatenate(own).tolist()] if own else []
        if sum(map(str.isdigit, texts)) > _FIGURES * len(texts):
            return True
    return False


def _find_edges(pieces: Sequence[Piece]) -> list[float]:
    """Places just beside an edge at which several rows begin or end."""
    lefts = Counter(round(piece.left / 2) * 2 - 2 * _SLACK for piece in pieces)
    rights = Counter(round(piece.right / 2) * 2 + 2 * _SLACK for piece in pieces)
    return sorted(place for place, number in (lefts + rights).items() if number >= _LEAST_ROWS)


def _find_common_gap(rows: Sequence[list[Piece]]) -> list[float]:
    """The middle of what most gaps of rows have in common: ragged columns share no edge."""
    ends = sorted(
        (edge, step)
        for row in rows
        for before, after in pairwise(row)
        for edge, step in ((before.right + _SLACK, -1), (after.left - _SLACK, 1))
        if after.left - before.right > 2 * _SLACK
    )
    most = level = 0
    best: list[float] = []
    for (edge, step), (following, _) in pairwise(ends):
        level -= step
        if level > most and level >= _LEAST_ROWS:
            most, best = level, [(edge + following) / 2]
    return best


def _find_bands(rows: Sequence[list[Piece]], place: float) -> list[tuple[int, int]]:
    """Runs of rows none of which crosses a place."""
    bands: list[tuple[int, int]] = []
    start: int | None = None
    for index, row in enumerate(rows):
        crosses = any(piece.left < place < piece.right for piece in row)
        if crosses:
            if start is not None:
                bands.append((start, index - 1))
            start = None
        elif start is None:
            start = index
    if start is not None:
        bands.append((start, len(rows) - 1))
    return bands


def _judge_band(band: Sequence[list[Piece]], place: float, width: float) -> float:
    """How much text a lane parts (the height of both sides together, in points), 0 where it parts no columns."""
    sides = []
    for is_left in (True, False):
        rows = [own for row in band if (own := [p for p in row if (p.right <= place) == is_left])]
        if len(rows) < _LEAST_ROWS:
            return 0.0
        widths = sorted(row[-1].right - row[0].left for row in rows)
        # of a short column more rows than not may be headings and the last lines of paragraphs
        if widths[2 * len(widths) // 3] < _LEAST_SHARE * width:
            return 0.0
        words = sum(piece.glyphs.size for row in rows for piece in row) / len(rows)
        is_filled = len(rows) >= _LEAST_FILLED and widths[len(widths) // 4] > _FILLED * widths[-1]
        if words < (_FEW_GLYPHS if is_filled else _LEAST_GLYPHS):
            return 0.0
        sides.append((rows[0][0].height, rows[-1][0].height))
    (top_a, bottom_a), (top_b, bottom_b) = sides
    together = min(bottom_a, bottom_b) - max(top_a, top_b)
    return max(together, 0.0) if together > _BOTH_SIDES * min(bottom_a - top_a, bottom_b - top_b) else 0.0


def _has_edges(band: Sequence[list[Piece]], place: float) -> bool:
    """Whether many rows have text on each side of a place, and most of one side end or begin at one edge beside it.

    A list that is set in, or short lines, leave fewer of them: then those of both sides tell.
    """
    left = [[piece for piece in row if piece.right <= place] for row in band]
    right = [[piece for piece in row if piece.left >= place] for row in band]
    both = sum(bool(a and b) for a, b in zip(left, right, strict=True))
    ends = Counter(round(max(piece.right for piece in row) / 2) for row in left if row)
    starts = Counter(round(min(piece.left for piece in row) / 2) for row in right if row)
    if both < _LEAST_ROWS or min(ends.total(), starts.total()) < _LEAST_FILLED:
        return False
    shares = [max(edges[edge] + edges[edge + 1] for edge in list(edges)) / edges.total() for edges in (ends, starts)]
    return max(shares) >= _ON_EDGE or min(shares) >= _ON_BOTH_EDGES


def _give_rest(layer: GlyphLayer, within: Integers, regions: list[Integers]) -> list[Integers]:
    """Blanks and marks go to the region whose nearest glyph of the stream they stand beside."""
    owner = np.full(len(layer.texts), -1)
    for number, glyphs in enumerate(regions):
        owner[glyphs] = number
    known = within[owner[within] >= 0]
    rest = within[owner[within] < 0]
    if rest.size:
        heights = np.abs(layer.baseline[rest][:, None] - layer.baseline[known][None, :])
        aside = np.abs(layer.left[rest][:, None] - layer.left[known][None, :])
        owner[rest] = owner[known[np.argmin(3 * heights + aside, axis=1)]]
    return [np.flatnonzero(owner == number) for number in range(len(regions))]
