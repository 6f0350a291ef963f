"""Tables without rules round their cells: columns that white lanes part, rows that white bands part across all of them.

A block of rows is a table where the breaks between the lines of one column lie at the breaks of all others. In columns
of prose each has breaks of its own. Where lines stand no further apart between rows than inside them, the first column
tells where a row begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from oic_reports.reading.pdf.arrays import Floats, Integers
from oic_reports.reading.pdf.glyphs import GlyphLayer, find_middle
from oic_reports.reading.pdf.grid import Grid, GridCell, Rule, find_across
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.row_pieces import CUT, NARROW_CUT, Piece, SortedRows

# font sizes: a lane that all rows leave white, the same without rules, the most that rows are apart, the least that
# lines of a cell are, how far letters reach above and below their baseline
_LANE = 0.35
_WIDE_LANE = 0.8
_FAR = 5.0
_CLOSEST = 0.8
_ABOVE, _BELOW = 0.9, 0.35
# share of a size that is another
_OTHER_SIZE = 0.15
# line distances of a break, of one where all rows have such, and of a line that goes on with a row; share of breaks
# that lie at breaks of all columns
_BREAK = 1.12
_CLOSE_BREAK = 1.05
_NEAR = 1.2
_SHARED = 0.85
# rows of several cells, of them those whose gap is wide, columns of a table of two rows, and rows where rules part some
# of them; share of the breadth that such a rule has, and of rows with cells of more and fewer lines, beside prose;
# points of slack
_LEAST_ROWS = 3
_FEW_ROWS = 2
_LEAST_COLUMNS = 3
_LEAST_RULED_ROWS = 2
_ACROSS = 0.8
_UNEVEN = 0.4
_SLACK = 1.0
# share of the lines of a column that stand beside one of another where both are of a table
_LEVEL = 0.5
# points by which lines of one column may be off, and the share of them that are not
_ASIDE = 2.5
_ALIGNED = 0.6
# glyphs of a label, and of a line of prose
_LABEL = 6
_PROSE = 20
# share of a column's width that three of four wrapped lines fill; lines that tell
_FILLED = 0.8
_LEAST_LINES = 6

Lane = tuple[float, float]


@dataclass(slots=True)
class _Block:
    """Rows of pieces that leave the same lanes white, with the size of their font in points."""

    rows: list[list[Piece]]
    lanes: list[Lane]
    size: float

    @property
    def edges(self) -> tuple[float, float]:
        """The left and right edge."""
        pieces = [piece for row in self.rows for piece in row]
        return min(piece.left for piece in pieces), max(piece.right for piece in pieces)

    def parts_at(self, place: float) -> bool:
        """Whether a place lies in one of its lanes."""
        return any(lane[0] - _SLACK <= place <= lane[1] + _SLACK for lane in self.lanes)

    def find_columns(self) -> list[list[Piece]]:
        """The lines of each column from the top; columns from the left."""
        columns: list[list[Piece]] = [[] for _ in range(len(self.lanes) + 1)]
        for row in self.rows:
            cells: dict[int, list[Piece]] = {}
            for piece in row:
                cells.setdefault(_find_place(self.lanes, piece), []).append(piece)
            for place, own in cells.items():
                columns[place].append(_join_pieces(own) if len(own) > 1 else own[0])
        return columns


def _join_pieces(own: Sequence[Piece]) -> Piece:
    glyphs = np.concatenate([piece.glyphs for piece in own])
    return Piece(own[0].left, own[-1].right, own[0].height, glyphs)


def find_white_grids(
    layer: GlyphLayer,
    index: LayerIndex,
    glyphs: Integers,
    rules: Floats,
    *,
    is_rtl: bool,
    lanes: Sequence[float] = (),
    even: Sequence[Lane] = (),
    rows_of_ink: SortedRows | None = None,
) -> list[Grid]:
    """The tables that some glyphs of a layer set, from the top.

    Args:
        layer: the glyphs.
        index: what kind each glyph is.
        glyphs: indexes of those that may stand in a table.
        rules: the straight lines of the page.
        is_rtl: whether the first column is the right one.
        lanes: where the document has lanes between columns of text: what one of these parts is no table.
        even: the lanes between columns of the page: what all of them part is no table.
        rows_of_ink: the letters among the glyphs in rows, where they are known.
    """
    ink = glyphs[index.is_base[glyphs]]
    across = find_across(rules)
    rows_of_ink = rows_of_ink or SortedRows.of(layer, ink)
    narrow = rows_of_ink.cut(NARROW_CUT)
    rows = narrow if len(across) > _LEAST_RULED_ROWS else _part_at_columns(rows_of_ink.cut(CUT), narrow)
    if sum(len(row) > 1 for row in rows) < _LEAST_RULED_ROWS:
        return []
    size = find_middle(layer.size[ink])
    find_size = cache(lambda place: _find_size(layer, rows[place]))
    found: list[Grid] = []
    place = 0
    while place < len(rows):
        block, end = _grow(find_size, rows, place, size)
        is_text = block is not None and (
            any(_parts_text(block, lane) for lane in lanes)
            or (bool(even) and all(block.parts_at((start + end) / 2) for start, end in even))
        )
        grid = _judge(block, across, is_rtl=is_rtl) if block is not None and not is_text else None
        if grid is not None:
            found.append(grid)
        is_over = grid is not None or (block is not None and _count_prose(block.find_columns()) > 1)
        place = max(end, place + 1) if is_over else place + 1
    return found


def _parts_text(block: _Block, place: float) -> bool:
    """Whether a lane between columns of text parts a block, also one that is found by the labels of one column alone.

    Lines of a table's rows stand at one height, those of columns do so by chance.
    """
    if len(block.lanes) == 1 and block.parts_at(place):
        return True
    pieces = [piece for row in block.rows for piece in row]
    if any(piece.left < place < piece.right for piece in pieces):
        return False
    text = [piece for piece in pieces if piece.glyphs.size > _LABEL]
    fewer, more = sorted(([piece for piece in text if (piece.left < place) == side] for side in (True, False)), key=len)
    if len(fewer) < _LEAST_ROWS or not _is_prose(fewer) or not _is_prose(more):
        return False
    level = sum(any(abs(piece.height - other.height) < _SLACK for other in more) for piece in fewer)
    return level < _LEVEL * len(fewer)


def _part_at_columns(rows: Sequence[list[Piece]], narrow: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The rows of several pieces, parted at narrow gaps too where a piece begins, or ends, as those of other rows do.

    A long cell ends close to the next one, and the column of that shows all the same. ``narrow`` are the same rows in
    smaller pieces.
    """
    if not any(1 < len(row) < len(small) for row, small in zip(rows, narrow, strict=True)):
        return list(rows)
    starts = Counter(round(piece.left) for row in rows for piece in row[1:])
    ends = Counter(round(piece.right) for row in rows for piece in row[:-1])
    close_starts = Counter(round(piece.left) for row in narrow for piece in row[1:])
    close_ends = Counter(round(piece.right) for row in narrow for piece in row[:-1])

    def is_edge(edges: Counter[int], close: Counter[int], place: float) -> bool:
        """Whether other rows share an edge: a column of few rows may have more of them with a long cell than not."""
        near = range(round(place) - 1, round(place) + 2)
        return sum(map(edges.__getitem__, near)) >= _FEW_ROWS and sum(map(close.__getitem__, near)) >= _LEAST_ROWS

    parted = []
    for row, small in zip(rows, narrow, strict=True):
        if not 1 < len(row) < len(small):
            parted.append(row)
            continue
        wide = {piece.left for piece in row}
        cells = [[small[0]]]
        for before, piece in pairwise(small):
            shares_edge = is_edge(starts, close_starts, piece.left) or is_edge(ends, close_ends, before.right)
            if piece.left in wide or shares_edge:
                cells.append([piece])
            else:
                cells[-1].append(piece)
        parted.append([_join_pieces(cell) if len(cell) > 1 else cell[0] for cell in cells])
    return parted


def _grow(
    find_size: Callable[[int], float], rows: Sequence[list[Piece]], start: int, size: float
) -> tuple[_Block | None, int]:
    """The longest block that begins at a row of several pieces, with lines above and below that its cells wrap into.

    ``find_size`` gives the font size of a row by its place, ``size`` is that of the page.
    """
    if len(rows[start]) < 2:  # noqa: PLR2004
        return None, start + 1
    lanes = [(before.right, after.left) for before, after in pairwise(rows[start])]
    last, kept = start, lanes
    parted = dict.fromkeys(lanes, 1)
    own = find_size(start)
    for place in range(start + 1, len(rows)):
        is_far = rows[place][0].height - rows[place - 1][0].height > _FAR * size
        if is_far or abs(find_size(place) - own) > _OTHER_SIZE * own:
            break
        parted = _narrow(parted, rows[place], size)
        if not parted:
            break
        lanes = sorted(parted)
        if len(rows[place]) > 1:
            last, kept = place, lanes
    if last == start:
        return None, start + 1
    block = _Block(list(rows[start : last + 1]), kept, size)
    pitch = _find_pitch(block)
    first, end = start, last + 1
    while first > 0 and _adjoins(rows[first - 1], rows[first], block, pitch):
        first -= 1
    if 0 < first < start and _ends_prose(rows[first - 1], rows[first], block, pitch):
        first = start
    while end < len(rows) and _adjoins(rows[end], rows[end - 1], block, pitch):
        end += 1
    block.rows = list(rows[first:end])
    return block, end


def _find_size(layer: GlyphLayer, row: Sequence[Piece]) -> float:
    return find_middle(layer.size[np.concatenate([piece.glyphs for piece in row])])


def _narrow(lanes: Mapping[Lane, int], row: Sequence[Piece], size: float) -> dict[Lane, int]:
    """What a row leaves white of lanes, each with the number of rows that it parts; nothing where the row ends them.

    A gap of one row alone may be a wide blank of justified text: it goes where the next row has none. What crosses a
    lane of several rows, and is parted by none of the others, is no row of the table.
    """
    found: dict[Lane, int] = {}
    is_crossed = is_row = False
    for lane, number in lanes.items():
        free = [lane]
        for piece in row:
            free = [
                part
                for start, end in free
                for part in ((start, min(end, piece.left)), (max(start, piece.right), end))
                if part[1] - part[0] >= _LANE * size
            ]
        is_crossed |= not free and number > 1
        for part in free:
            is_parted = any(p.right <= part[0] + _SLACK for p in row) and any(p.left >= part[1] - _SLACK for p in row)
            is_row |= is_parted
            found[part] = number + is_parted
    return {} if is_crossed and not is_row else found


def _adjoins(row: Sequence[Piece], beside: Sequence[Piece], block: _Block, pitch: float) -> bool:
    """Whether a row of one piece, next to a block, is a line of one of its cells: near, and inside a column."""
    left, right = block.edges
    if len(row) > 1 or abs(row[0].height - beside[0].height) > _NEAR * pitch:
        return False
    is_inside = left - _SLACK <= row[0].left and row[0].right <= right + _SLACK
    return is_inside and all(row[0].right <= lane[1] or row[0].left >= lane[0] for lane in block.lanes)


def _ends_prose(row: Sequence[Piece], below: Sequence[Piece], block: _Block, pitch: float) -> bool:
    """Whether the row above what adjoins a block is a line of text over several columns, which ends below it."""
    is_near = below[0].height - row[0].height <= _NEAR * pitch
    return is_near and any(piece.left < lane[0] and piece.right > lane[1] for piece in row for lane in block.lanes)


def _find_place(lanes: Sequence[Lane], piece: Piece) -> int:
    middle = (piece.left + piece.right) / 2
    return sum([middle > (lane[0] + lane[1]) / 2 for lane in lanes])


def _find_pitch(block: _Block) -> float:
    """The least distance between lines of one column, in points."""
    gaps = [b.height - a.height for column in block.find_columns() for a, b in pairwise(column)]
    return min((gap for gap in gaps if gap >= _CLOSEST * block.size), default=_FAR * block.size)


def _judge(block: _Block, rules: Sequence[Rule], *, is_rtl: bool) -> Grid | None:
    """The rows of a block; None where it is no table."""
    if len(_find_rules(block, rules)) <= _LEAST_RULED_ROWS:
        # a lane between stretched words is narrower, and has no edge
        wide = _WIDE_LANE * block.size
        block.lanes = [lane for lane in block.lanes if lane[1] - lane[0] >= wide or _has_edge(block, lane)]
        _drop_stretched(block)
    if not block.lanes:
        return None
    columns = block.find_columns()
    if _is_list(columns, is_rtl=is_rtl) or not all(map(_is_aligned, columns)):
        return None
    heights = sorted(piece.height for row in block.rows for piece in row)
    ruled = _find_rules(block, rules)
    inside = [place for place in ruled if heights[0] < place < heights[-1]]
    is_ruled = bool(inside) and len(ruled) > _LEAST_RULED_ROWS
    cuts, share = _find_cuts(block, columns, _BREAK)
    if not cuts:
        # rows may stand hardly further apart than lines, if all of them do
        close = _find_cuts(block, columns, _CLOSE_BREAK)
        cuts, share = close if close[0] and close[1] == 1.0 else (cuts, share)
    is_prose = _count_prose(columns) > 1
    if is_ruled:
        cuts = sorted({*cuts, *inside})
    elif is_prose and share < 1.0:
        return None
    if _are_rows(columns) and not is_prose:
        cuts = [(a.height + b.height) / 2 for a, b in pairwise(columns[0])]
    elif share < _SHARED and not is_ruled:
        # lines stand as far apart inside rows as between them
        cuts = _cut_even(block, columns, [], is_rtl=is_rtl) if _begin_rows(columns, is_rtl=is_rtl) else []
    elif not is_prose:
        cuts = _cut_even(block, columns, cuts, is_rtl=is_rtl)
    rows = [Counter(_find_place(block.lanes, piece) for piece in row) for row in _split(block, cuts)]
    rows = [row for row in rows if len(row) > 1]
    if is_prose and not is_ruled and not _are_uneven(rows):
        return None
    # a page break may leave two rows: three columns are enough to tell
    is_wrapped = not is_prose and len(columns) >= _LEAST_COLUMNS and _wrap_all_columns(rows, len(columns))
    least = _LEAST_RULED_ROWS if is_ruled or is_wrapped else _LEAST_ROWS
    return _make_grid(block, cuts) if len(rows) >= least else None


def _drop_stretched(block: _Block) -> None:
    """Leave out lanes without an edge, with cells on both sides in one row alone, where others have them in several.

    Such a row is a line whose words are stretched to the margins of its cell.
    """
    filled = Counter(
        place
        for row in block.rows
        for place, following in pairwise(sorted({_find_place(block.lanes, piece) for piece in row}))
        if following == place + 1
    )
    if max(filled.values(), default=0) >= _LEAST_ROWS:
        block.lanes = [lane for place, lane in enumerate(block.lanes) if filled[place] != 1 or _has_edge(block, lane)]


def _has_edge(block: _Block, lane: Lane) -> bool:
    """Whether the cells behind a lane all begin at one place, or those before it all end there."""
    place = block.lanes.index(lane)
    before, behind = [], []
    for row in block.rows:
        before += [piece.right for piece in row if _find_place(block.lanes, piece) == place][-1:]
        behind += [piece.left for piece in row if _find_place(block.lanes, piece) == place + 1][:1]
    return any(len(places) > _LEAST_ROWS and max(places) - min(places) <= 2 * _SLACK for places in (behind, before))


def _wrap_all_columns(rows: Sequence[Counter[int]], count: int) -> bool:
    """Whether each row has a cell in all columns, and a cell of some row is wrapped."""
    return all(len(row) == count for row in rows) and any(max(row.values()) > 1 for row in rows)


def _is_aligned(column: Sequence[Piece]) -> bool:
    """Whether most lines of a column begin, end or stand centred at one place; behind blanks of prose they do not."""
    places = (
        [piece.left for piece in column],
        [piece.right for piece in column],
        [(piece.left + piece.right) / 2 for piece in column],
    )
    return any(
        sum(abs(own - sorted(row)[len(row) // 2]) < _ASIDE for own in row) >= _ALIGNED * len(row) for row in places
    )


def _begin_rows(columns: Sequence[Sequence[Piece]], *, is_rtl: bool) -> bool:
    """Whether each line of the first column stands beside one of another column."""
    first = columns[-1] if is_rtl else columns[0]
    others = [piece.height for column in columns if column is not first for piece in column]
    return all(any(abs(piece.height - height) < _SLACK for height in others) for piece in first)


def _count_prose(columns: Sequence[Sequence[Piece]]) -> int:
    """How many columns hold lines of prose."""
    return sum(_is_prose(column) for column in columns)


def _is_prose(column: Sequence[Piece]) -> bool:
    """Whether lines are long, or are wrapped: most of several lines fill their column."""
    glyphs = sum(piece.glyphs.size for piece in column)
    if glyphs > _PROSE * len(column):
        return True
    widths = sorted(piece.right - piece.left for piece in column)
    is_filled = widths[len(widths) // 4] > _FILLED * widths[-1]
    return is_filled and len(column) >= _LEAST_LINES and 2 * glyphs > _PROSE * len(column)


def _are_uneven(rows: Sequence[Counter[int]]) -> bool:
    """Whether cells of a row often have more lines than others: in columns of prose each would break elsewhere."""
    return sum(len(set(row.values())) > 1 for row in rows) >= _UNEVEN * len(rows)


def _is_list(columns: Sequence[Sequence[Piece]], *, is_rtl: bool) -> bool:
    """Whether a block is a list with hanging labels: nothing but labels, and text beside them."""
    ordered = list(reversed(columns)) if is_rtl else list(columns)
    is_labelled = all(piece.glyphs.size <= _LABEL for piece in ordered[0])
    lengths = [piece.glyphs.size for piece in ordered[1]]
    return len(columns) == 2 and is_labelled and sum(lengths) > _PROSE * len(lengths)  # noqa: PLR2004


def _find_rules(block: _Block, rules: Sequence[Rule]) -> list[float]:
    """Heights of the horizontal rules over the breadth of a block."""
    left, right = block.edges
    top, bottom = block.rows[0][0].height - 3 * block.size, block.rows[-1][0].height + 3 * block.size
    return [
        rule.place
        for rule in rules
        if top < rule.place < bottom and min(rule.end, right) - max(rule.start, left) >= _ACROSS * (right - left)
    ]


def _find_cuts(block: _Block, columns: Sequence[Sequence[Piece]], least: float) -> tuple[list[float], float]:
    """Heights between rows at which all columns break, and the share of the columns' breaks that lie there.

    A break is ``least`` line distances high.
    """
    limit = least * _find_pitch(block)
    breaks = [[(a.height, b.height) for a, b in pairwise(column) if b.height - a.height > limit] for column in columns]
    cuts = []
    for above, below in pairwise(block.rows):
        top, bottom = max(piece.height for piece in above), min(piece.height for piece in below)
        straddled = [
            [(a.height, b.height) for a, b in pairwise(column) if a.height <= top and b.height >= bottom]
            for column in columns
        ]
        if all(b - a > limit for pairs in straddled for a, b in pairs):
            cuts.append((top + bottom) / 2)
    number = sum(map(len, breaks))
    shared = sum(any(a < cut < b for cut in cuts) for pairs in breaks for a, b in pairs)
    return cuts, shared / number if number else 1.0


def _split(block: _Block, cuts: Sequence[float]) -> list[list[Piece]]:
    """The pieces of each row of the table."""
    edges = [float("-inf"), *cuts, float("inf")]
    return [
        [piece for row in block.rows for piece in row if top < piece.height <= bottom]
        for top, bottom in pairwise(edges)
    ]


def _cut_even(block: _Block, columns: Sequence[Sequence[Piece]], cuts: Sequence[float], *, is_rtl: bool) -> list[float]:
    """More cuts where lines stand no further apart between rows than inside them.

    There a row begins with each line of the first column; where lines of that column alone could be the rest of a cell,
    nothing is cut.
    """
    first = len(columns) - 1 if is_rtl else 0
    found = list(cuts)
    for pieces in _split(block, cuts):
        by_column = [[p for p in pieces if _find_place(block.lanes, p) == place] for place in range(len(columns))]
        starts = sorted(piece.height for piece in by_column[first])
        if len(starts) < 2 or (cuts and not _are_rows(by_column)):  # noqa: PLR2004
            continue
        heights = sorted({piece.height for piece in pieces})
        for start in starts[1:]:
            above = [height for height in heights if height < start - _SLACK]
            found.append((above[-1] + start) / 2 if above else start - _SLACK)
    return sorted(set(found))


def _are_rows(by_column: Sequence[Sequence[Piece]]) -> bool:
    """Whether lines between two breaks are rows: short ones, in all columns as many and at the same heights."""
    heights = [[piece.height for piece in column] for column in by_column if column]
    number = len(heights[0])
    is_short = all(piece.glyphs.size < _PROSE for column in by_column for piece in column)
    return (
        is_short
        and len(heights) > 1
        and number >= _LEAST_ROWS
        and all(
            len(own) == number and abs(a - b) < _SLACK for own in heights for a, b in zip(own, heights[0], strict=False)
        )
    )


def _make_grid(block: _Block, cuts: Sequence[float]) -> Grid:
    left, right = block.edges
    top = block.rows[0][0].height - _ABOVE * block.size
    bottom = block.rows[-1][-1].height + _BELOW * block.size
    xs = [left - _SLACK, *((lane[0] + lane[1]) / 2 for lane in block.lanes), right + _SLACK]
    ys = [top, *cuts, bottom]
    cells = tuple(
        GridCell(row, column, x0, y0, x1, y1)
        for row, (y0, y1) in enumerate(pairwise(ys))
        for column, (x0, x1) in enumerate(pairwise(xs))
    )
    return Grid(cells, xs[0], top, xs[-1], bottom)
