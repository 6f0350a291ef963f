"""Ruled tables of a page to lines: rows of data become one block each, cells of prose give their paragraphs.

What is data and what lays out a page is told as in Word files (``docx_table``); a text beside its translation is read
language by language (``bilingual``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from oic_reports.reading.bilingual import part_languages
from oic_reports.reading.cell_kinds import is_row_number, is_short_cell
from oic_reports.reading.pdf.arrays import Integers
from oic_reports.reading.pdf.cells import Profile, VisualLine, build_lines, build_regions
from oic_reports.reading.pdf.glyphs import GlyphLayer, find_middle
from oic_reports.reading.pdf.grid import Grid, GridCell
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.row_pieces import find_rows

if TYPE_CHECKING:
    from oic_reports.reading.pdf.page_line import PageLine

ToLine = Callable[[VisualLine, int], "PageLine"]
# rows that hold text in two cells at least, cells of a row that is no line across, columns of names and figures, rows
# that are counted; font
# sizes from the baseline up to the middle of a letter, and between baselines that are one
_LEAST_ROWS = 2
_LEAST_CELLS = 2
_LEAST_COLUMNS = 3
_LEAST_COUNTED = 3
_MIDDLE = 0.3
_SAME_LINE = 0.3
# a number that counts rows, with the marks of a label; a day
_COUNT = re.compile(r"[\s()\[\].\-–ـ°]*(\d{1,4})[\s()\[\].\-–ـ°]*")
_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}")


@dataclass(slots=True)
class TableCell:
    """A cell with the glyphs in it and the lines that they make, from the top."""

    place: GridCell
    glyphs: Integers
    lines: list[PageLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its lines, joined by blanks."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class RuledTable:
    """A table with its glyphs: rows from the top, each of cells from the left; cells without ink are left out."""

    grid: Grid
    rows: list[list[TableCell]]

    @property
    def column_count(self) -> int:
        """How many columns the grid has."""
        return 1 + max(cell.column for cell in self.grid.cells)

    @property
    def glyphs(self) -> Integers:
        """All glyphs inside."""
        return np.concatenate([cell.glyphs for row in self.rows for cell in row])


def find_table(grid: Grid, layer: GlyphLayer, index: LayerIndex, glyphs: Integers) -> RuledTable | None:
    """Some glyphs by the cell of a grid that they stand in; None where no rows have several cells (a frame)."""
    middle_x = (layer.left + layer.right) / 2
    middle_y = layer.baseline - _MIDDLE * layer.size
    across, down = middle_x[glyphs], middle_y[glyphs]
    inside = glyphs[(grid.left <= across) & (across <= grid.right) & (grid.top <= down) & (down <= grid.bottom)]
    rows: dict[int, list[TableCell]] = {}
    for cell in grid.cells:
        own = inside[
            (cell.left <= middle_x[inside])
            & (middle_x[inside] < cell.right)
            & (cell.top <= middle_y[inside])
            & (middle_y[inside] < cell.bottom)
        ]
        if own.size and index.is_base[own].any():
            rows.setdefault(cell.row, []).append(TableCell(cell, own))
    if sum(len(row) >= _LEAST_ROWS for row in rows.values()) < _LEAST_ROWS:
        return None
    ordered = [rows[number] for number in sorted(rows)]
    if len(ordered) == _LEAST_ROWS:
        # rules below the head only: what stands under it are several rows
        ordered[1:] = _part_row(layer, index, _join_headless(layer, *ordered))
    return RuledTable(_shrink(grid, ordered), ordered)


def _shrink(grid: Grid, rows: Sequence[Sequence[TableCell]]) -> Grid:
    """A grid from its first row with ink to its last one: rules of a page's frame may go on beyond."""
    places = [cell.place for row in rows for cell in row]
    return replace(grid, top=min(place.top for place in places), bottom=max(place.bottom for place in places))


def _join_headless(layer: GlyphLayer, head: Sequence[TableCell], row: Sequence[TableCell]) -> list[TableCell]:
    """The cells of a row, with words that stand under no head put into the cell of words beside them.

    A line that is stretched to its margins leaves a gap inside its cell as wide as one between cells.
    """
    headed = {cell.place.column for cell in head}
    cells = list(row)
    for cell in row:
        if cell.place.column in headed:
            continue
        place = cells.index(cell)
        beside = [other for other in cells[max(0, place - 1) : place + 2] if other.place.column in headed]
        worded = [other for other in beside if any(layer.texts[glyph].isalpha() for glyph in other.glyphs.tolist())]
        if len(worded) == 1:
            worded[0].glyphs = np.sort(np.concatenate([worded[0].glyphs, cell.glyphs]))
            cells.remove(cell)
    return cells


def _part_row(layer: GlyphLayer, index: LayerIndex, row: list[TableCell]) -> list[list[TableCell]]:
    """The rows that stand in one field of rules: they begin at the lines of the cell that has the fewest.

    Beside each of these stands a line of every other cell; else it is one row, whose cells wrap.
    """
    heights = [[piece[0].height for piece in find_rows(layer, cell.glyphs[index.is_base[cell.glyphs]])] for cell in row]
    starts = min(heights, key=len)
    near = _SAME_LINE * find_middle(layer.size[row[0].glyphs])
    are_beside = all(any(abs(own - start) < near for own in column) for column in heights for start in starts)
    if len(starts) < _LEAST_ROWS or len(row) < _LEAST_ROWS or not are_beside:
        return [row]
    every = sorted(height for column in heights for height in column)
    cuts = [(start + max(height for height in every if height < start - near)) / 2 for start in starts[1:]]
    edges = [-np.inf, *cuts, np.inf]
    parts: list[list[TableCell]] = []
    for top, bottom in pairwise(edges):
        cells = [(cell, (top < layer.baseline[cell.glyphs]) & (layer.baseline[cell.glyphs] <= bottom)) for cell in row]
        parts.append([TableCell(cell.place, cell.glyphs[own]) for cell, own in cells if own.any()])
    return parts


def read_table(
    table: RuledTable, layer: GlyphLayer, index: LayerIndex, profile: Profile, to_line: ToLine, region: int
) -> list[PageLine]:
    """The lines of a table in reading order; ``region`` is the number of its first column, each has its own."""

    def fill(cell: TableCell, visual: Sequence[VisualLine]) -> None:
        lines = [to_line(line, region + cell.place.column) for line in visual]
        cell.lines = [line for line in lines if line.text]

    def build(cell: TableCell) -> None:
        fill(cell, build_lines(layer, index, cell.glyphs, profile))

    cells = [cell for row in table.rows for cell in row]
    built = build_regions(layer, index, [cell.glyphs for cell in cells], profile)
    for cell, visual in zip(cells, built, strict=True):
        fill(cell, visual)
    rows = [[cell for cell in row if cell.lines] for row in table.rows]
    rtl = sum(line.rtl_letters for row in rows for cell in row for line in cell.lines)
    letters = sum(letter.isalpha() for row in rows for cell in row for letter in cell.text)
    is_rtl = 2 * rtl > letters if letters else any(line.is_rtl for row in rows for cell in row for line in cell.lines)
    if is_rtl and not is_laid_out_from_left([[cell.text for cell in row] for row in rows]):
        rows = [row[::-1] for row in rows]
    parted = part_languages([[cell.text for cell in row] for row in rows])
    if parted is not None:
        return [line for places in parted for row, place in places for line in _open(rows[row][place].lines)]
    is_data = any(map(_is_data, rows)) and all(is_short_cell(cell.text) for row in rows for cell in row)
    found: list[PageLine] = []
    for row in rows:
        found += _print_row(row) if is_data or _is_data(row) else _print_cells(row, build)
    return found


def is_laid_out_from_left(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table of a right-to-left page has its first column on the left, as some programs lay all tables out.

    Then the names of its rows stand on the left, and nothing but figures right of them; where the rightmost ones count
    (``1-``, ``2-``, or years) or are days, they are the first column, and what stands on the left are remarks. ``rows``
    are texts of cells from the left; the first may be a head. So it is where the leftmost column counts the rows.
    """
    full = [row for row in rows if len(row) >= _LEAST_COLUMNS]
    data = full[1:] if full and all(map(_has_letters, full[0])) else full
    if _LEAST_COUNTED <= len(data) < len(full) and len(full[0][0].strip()) == 1:
        # no column but one of numbers has so short a head
        counts = [match[1] for row in data if (match := _COUNT.fullmatch(row[0]))]
        if counts == [str(number) for number in range(1, len(data) + 1)]:
            return not _tell_rows_apart([row[-1] for row in data])
    if len(data) < _LEAST_ROWS or any(len(row) < _LEAST_CELLS for row in rows):
        return False
    if not all(_has_letters(row[0]) and not any(map(_has_letters, row[1:])) for row in data):
        return False
    return not _tell_rows_apart([row[-1] for row in data])


def _tell_rows_apart(cells: Sequence[str]) -> bool:
    """Whether the cells of a column are numbers that count up or down, or days; the last row, a sum, may have none."""
    told = list(cells if cells[-1].strip() else cells[:-1])
    if all(map(_DAY.fullmatch, told)):
        return True
    counts = [int(match[1]) for cell in told if (match := _COUNT.fullmatch(cell))]
    steps = [after - before for before, after in pairwise(counts)]
    return len(counts) == len(told) and (min(steps, default=1) > 0 or max(steps, default=-1) < 0)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _is_data(row: Sequence[TableCell]) -> bool:
    return len(row) > 1 and all(is_short_cell(cell.text) for cell in row)


def _print_row(row: Sequence[TableCell]) -> list[PageLine]:
    lines = [line for cell in row for line in cell.lines]
    for place, line in enumerate(lines):
        line.hint, line.flow = "table", "continues" if place else "starts"
    return lines


def _print_cells(row: Sequence[TableCell], build: Callable[[TableCell], None]) -> list[PageLine]:
    """The lines of a row cell by cell; a number in a cell of its own stands on the first line of the next."""
    found: list[PageLine] = []
    number: TableCell | None = None
    for cell in row:
        if number is None and len(cell.lines) == 1 and is_row_number(cell.text) and cell is not row[-1]:
            number = cell
            continue
        if number is not None:
            cell.glyphs = np.concatenate([number.glyphs, cell.glyphs])
            build(cell)
            number = None
        found += _open(cell.lines)
    return found


def _open(lines: list[PageLine]) -> list[PageLine]:
    """The lines of a cell, the first marked as its beginning: no paragraph goes on into a cell."""
    if lines:
        lines[0].opens = True
    return lines
