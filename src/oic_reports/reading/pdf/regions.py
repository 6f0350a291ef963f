"""The parts of a page in reading order: tables, and the columns of what stands above, beside and below them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from oic_reports.reading.pdf.arrays import Floats, Integers
from oic_reports.reading.pdf.columns import split_columns
from oic_reports.reading.pdf.even_columns import Lane, find_even_lanes
from oic_reports.reading.pdf.glyphs import GlyphLayer
from oic_reports.reading.pdf.grid import find_grids
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.row_pieces import NARROW_CUT, SortedRows
from oic_reports.reading.pdf.ruled import RuledTable, find_table
from oic_reports.reading.pdf.white import find_white_grids

# share of the breadth of the text from which a table parts what stands above it from what stands below, columns and all
_WIDE = 0.6
# share of the signs of a page that are in its table; the fewest rules that make a table of two rows and two columns;
# points by which a frame may be off, and breadths differ that are alike
_MOST = 0.5
_LEAST_RULES = 4
_SLACK = 1.0
_ALIKE = 3.0
# share of the height of the lower of two tables that stand beside one another at which both stand
_BESIDE = 0.5


def find_regions(
    layer: GlyphLayer,
    index: LayerIndex,
    rules: Floats,
    *,
    is_rtl: bool,
    lanes: Sequence[float] = (),
    even: Sequence[Lane] = (),
    within: Integers | None = None,
) -> list[Integers | RuledTable]:
    """All glyphs of a layer, or some: each region is a table, or the glyphs of one column.

    Args:
        layer: the glyphs.
        index: what kind each glyph is.
        rules: the straight lines of the page, turned as the layer is.
        is_rtl: whether the right column is read first.
        lanes: where the document has lanes between columns on other pages.
        even: where the document has lanes between columns of one breadth.
        within: indexes of the glyphs; None for all of them.
    """
    everything = np.arange(len(layer.texts)) if within is None else within
    tables = _find_tables(layer, index, rules, everything)
    rest = _without(everything, tables)
    rows = SortedRows.of(layer, rest[index.is_base[rest]])
    even = find_even_lanes(rows.cut(NARROW_CUT), even)
    white = _find_white(layer, index, rest, rules, is_rtl=is_rtl, lanes=lanes, even=(), rows=rows)
    if white and even:
        # rows of a table hold most of a page, those of columns that stand level by chance do not
        held = sum(int(index.is_base[table.glyphs].sum()) for table in white)
        even = even if held < _MOST * int(index.is_base[rest].sum()) else []
        white = _find_white(layer, index, rest, rules, is_rtl=is_rtl, lanes=lanes, even=even) if even else white
    wide, narrow = _sort_tables(layer, index, _without(rest, white), [*tables, *white])
    rest = _without(rest, white)
    regions: list[Integers | RuledTable] = []
    for table in (*wide, None):
        bottom = table.grid.top if table else np.inf
        above, rest = rest[layer.baseline[rest] <= bottom], rest[layer.baseline[rest] > bottom]
        if index.is_base[above].any() or table is None:
            regions += split_columns(layer, index, above, is_rtl=is_rtl, lanes=lanes, even=even)
        elif above.size:
            rest = np.union1d(above, rest)
        if table:
            regions.append(table)
    for table in narrow:
        _insert(layer, index, regions, table)
    if len(regions) > 1:
        # a table in one of several columns
        for region in [region for region in regions if not isinstance(region, RuledTable)]:
            for table in _find_white(layer, index, region, rules, is_rtl=is_rtl, lanes=lanes, even=even):
                _take_out(regions, table)
                _insert(layer, index, regions, table)
    filled = [region for region in regions if isinstance(region, RuledTable) or region.size]
    return _turn_pairs(filled, is_rtl=is_rtl)


def _turn_pairs(regions: Sequence[Integers | RuledTable], *, is_rtl: bool) -> list[Integers | RuledTable]:
    """The regions with tables that stand beside one another in the order in which columns are read."""
    turned: list[Integers | RuledTable] = []
    row: list[RuledTable] = []
    for region in regions:
        if not isinstance(region, RuledTable) or not all(_are_beside(region, table) for table in row):
            turned += _sort_row(row, is_rtl=is_rtl)
            row = []
        if isinstance(region, RuledTable):
            row.append(region)
        else:
            turned.append(region)
    return turned + _sort_row(row, is_rtl=is_rtl)


def _sort_row(tables: Sequence[RuledTable], *, is_rtl: bool) -> list[Integers | RuledTable]:
    return [*sorted(tables, key=lambda table: -table.grid.right if is_rtl else table.grid.left)]


def _are_beside(table: RuledTable, other: RuledTable) -> bool:
    """Whether two tables stand beside each other: at one height for most of the lower one, at no breadth."""
    one, two = table.grid, other.grid
    height = min(one.bottom, two.bottom) - max(one.top, two.top)
    is_apart = one.right < two.left + _SLACK or two.right < one.left + _SLACK
    return is_apart and height > _BESIDE * min(one.bottom - one.top, two.bottom - two.top)


def _without(glyphs: Integers, tables: Sequence[RuledTable]) -> Integers:
    """Glyphs that stand in no table."""
    if not tables:
        return glyphs
    return np.setdiff1d(glyphs, np.concatenate([table.glyphs for table in tables]), assume_unique=True)


def _find_white(
    layer: GlyphLayer,
    index: LayerIndex,
    glyphs: Integers,
    rules: Floats,
    *,
    is_rtl: bool,
    lanes: Sequence[float],
    even: Sequence[Lane],
    rows: SortedRows | None = None,
) -> list[RuledTable]:
    """Tables without rules round their cells."""
    grids = find_white_grids(layer, index, glyphs, rules, is_rtl=is_rtl, lanes=lanes, even=even, rows_of_ink=rows)
    tables = [find_table(grid, layer, index, glyphs) for grid in grids]
    return [table for table in tables if table is not None]


def _take_out(regions: list[Integers | RuledTable], table: RuledTable) -> None:
    """Leave the glyphs of a table to it; ``regions`` is changed."""
    for place, region in enumerate(regions):
        if not isinstance(region, RuledTable):
            regions[place] = _without(region, [table])


def _find_tables(layer: GlyphLayer, index: LayerIndex, rules: Floats, glyphs: Integers) -> list[RuledTable]:
    """Tables of the page that do not lie in one another: of these the outer one counts."""
    found: list[RuledTable] = []
    grids = find_grids(rules) if len(rules) >= _LEAST_RULES else []
    for grid in sorted(grids, key=lambda grid: (grid.left - grid.right) * (grid.bottom - grid.top)):
        is_inside = any(
            grid.left < other.grid.right - _SLACK
            and grid.right > other.grid.left + _SLACK
            and grid.top < other.grid.bottom - _SLACK
            and grid.bottom > other.grid.top + _SLACK
            for other in found
        )
        table = None if is_inside else find_table(grid, layer, index, glyphs)
        if table is not None:
            found.append(table)
    return sorted(found, key=lambda table: (table.grid.top, table.grid.left))


def _sort_tables(
    layer: GlyphLayer, index: LayerIndex, rest: Integers, tables: Sequence[RuledTable]
) -> tuple[list[RuledTable], list[RuledTable]]:
    """Tables over the breadth of the text, and those that stand in one of its columns or beside one another."""
    ink = rest[index.is_base[rest]]
    lefts = [*(table.grid.left for table in tables), *([float(layer.left[ink].min())] if ink.size else [])]
    rights = [*(table.grid.right for table in tables), *([float(layer.right[ink].max())] if ink.size else [])]
    breadth = max(rights) - min(lefts)
    middle = (min(lefts) + max(rights)) / 2
    wide: list[RuledTable] = []
    narrow: list[RuledTable] = []
    for table in tables:
        grid = table.grid
        crosses = grid.left < middle < grid.right and grid.right - grid.left > _WIDE * breadth / 2
        beside = ink[(layer.baseline[ink] > grid.top) & (layer.baseline[ink] < grid.bottom)]
        is_wide = crosses and not beside.size and not (wide and grid.top < wide[-1].grid.bottom - _SLACK)
        (wide if is_wide else narrow).append(table)
    return wide, narrow


def _insert(layer: GlyphLayer, index: LayerIndex, regions: list[Integers | RuledTable], table: RuledTable) -> None:
    """Put a table into the column that it stands in, which it cuts in two; ``regions`` is changed."""
    grid = table.grid
    shares: dict[int, tuple[float, float]] = {}
    breadths: dict[int, tuple[float, float]] = {}
    beside: list[tuple[float, float]] = []
    for place, region in enumerate(regions):
        if isinstance(region, RuledTable):
            continue
        ink = region[index.is_base[region]]
        if not ink.size:
            continue
        left, right = float(layer.left[ink].min()), float(layer.right[ink].max())
        over = min(right, grid.right) - max(left, grid.left)
        above, below = grid.top - float(layer.baseline[ink].max()), float(layer.baseline[ink].min()) - grid.bottom
        if over > 0:
            shares[place], breadths[place] = (over, max(above, below, 0.0)), (left, right)
        elif max(above, below) < 0:
            beside.append((left, right))
    # a title over all columns shares as much of the breadth as the column does that the table stands in
    in_column = {
        place: share for place, share in shares.items() if not any(_overlap(breadths[place], other) for other in beside)
    }
    shares = in_column or shares
    most = max((over for over, _ in shares.values()), default=0.0)
    alike = [place for place, (over, _) in shares.items() if over > most - _ALIKE]
    best = min(alike, key=lambda place: shares[place][1], default=None)
    if best is None:
        after = [
            i for i, region in enumerate(regions) if isinstance(region, RuledTable) and region.grid.top <= grid.top
        ]
        regions.insert(max(after, default=-1) + 1, table)
        return
    glyphs = regions[best]
    assert not isinstance(glyphs, RuledTable)  # noqa: S101  (tables were left out above)
    is_above = layer.baseline[glyphs] <= (grid.top + grid.bottom) / 2
    parts: list[Integers | RuledTable] = [glyphs[is_above], table, glyphs[~is_above]]
    regions[best : best + 1] = [part for part in parts if isinstance(part, RuledTable) or index.is_base[part].any()]


def _overlap(breadth: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two breadths (left, right) have something in common."""
    return min(breadth[1], other[1]) > max(breadth[0], other[0])
