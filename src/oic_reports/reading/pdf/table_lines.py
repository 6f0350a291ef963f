"""Tables: successive lines whose wide gaps stand one below the other, and the lines that their cells wrap into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from oic_reports.reading.pdf.page_line import PageLine

# rows of a table, with rules and without; rules of a ruled row
_LEAST_ROWS = 3
_LEAST_RULED_ROWS = 2
_RULED = 4
# font sizes to the next row, and to a wrapped line of one; how much further rows are apart than lines; points of slack
_NEAR = 4.0
_WRAPPED = 1.6
_FURTHER = 1.1
_SLACK = 3.0
# font sizes of what parts two cells at least, of what parts one from the margin, and of a space; points by which the
# edges of a cell's lines differ at most
_PARTED = 1.2
_PADDING = 0.5
_SPACE = 0.25
_EDGE = 1.5
# what a cell breaks behind in a sentence
_OPEN_ENDS = (":", ",", "-")


@dataclass(slots=True)
class _Row:
    """A row: its line, and lines below it that hold the rest of its cells."""

    line: PageLine
    more: list[PageLine] = field(default_factory=list)

    @property
    def last(self) -> PageLine:
        """The lowest line."""
        return self.more[-1] if self.more else self.line


def mark_tables(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines, with the hint ``table`` on rows of tables: three and more, or two on a page that is ruled.

    Cells stand in a row in the order of reading, parted by blanks. A row whose cells wrap becomes a line for each line
    of each cell, cell by cell: the first ``starts`` the row, the others ``continue`` it. So does a row by itself (on a
    cover) whose cells surely wrap, without the hint.
    """
    found: list[PageLine] = []
    run: list[_Row] = []
    for line in lines:
        if run and _follows(run[-1].line, line):
            run.append(_Row(line))
        elif run and _is_rest(run[-1], line):
            run[-1].more.append(line)
        else:
            found += _close(run)
            run = [_Row(line)]
    return found + _close(run)


def _follows(before: PageLine, line: PageLine) -> bool:
    """Whether two lines are rows of one table: each gap of one has its counterpart in the other."""
    if (before.page, before.region) != (line.page, line.region) or not before.lanes or not line.lanes:
        return False
    if not 0 < line.baseline - before.baseline < _NEAR * line.size:
        return False
    few, many = sorted((before.lanes, line.lanes), key=len)
    return all(any(min(a[1], b[1]) > max(a[0], b[0]) for b in many) for a in few)


def _is_rest(row: _Row, line: PageLine) -> bool:
    """Whether a line may hold what cells of a row wrap into: close below it, within its columns, not in all of them."""
    if not row.line.lanes or (row.line.page, row.line.region) != (line.page, line.region):
        return False
    if not 0 < line.baseline - row.last.baseline < _WRAPPED * line.size or line.size > row.line.size + 1:
        return False
    parts = line.parts or (line,)
    columns = [_find_column(row.line, part) for part in parts]
    return None not in columns and len(set(columns)) == len(parts) < len(row.line.parts)


def _find_column(row: PageLine, part: PageLine) -> int | None:
    """The column of a row that a part of another line lies in; None where it lies in no single one."""
    edges = [float("-inf"), *(edge for lane in row.lanes for edge in (lane[0], lane[1])), float("inf")]
    for number, (_, right) in enumerate(row.lanes):
        if part.right <= right + _SLACK and (number == 0 or part.left >= row.lanes[number - 1][0] - _SLACK):
            return number
    return len(row.lanes) if part.left >= edges[-3] - _SLACK else None


def _close(run: Sequence[_Row]) -> list[PageLine]:
    """The lines of a run of rows: marked if it is a table, as they were if not."""
    plain = [line for row in run for line in (row.line, *row.more)]
    least = _LEAST_RULED_ROWS if run and run[0].line.ruled >= _RULED else _LEAST_ROWS
    rows = [row for row in run if row.line.lanes]
    if len(rows) < least:
        return [line for row in _join_wrapped(run) for line in (_part_row(row) if _fills_cells(row) else _list(row))]
    if not _are_wrapped(run):
        for row in run:
            _mark(row.line)
        return plain
    return [line for row in run for line in _lay_out(row)]


def _list(row: _Row) -> list[PageLine]:
    return [row.line, *row.more]


def _join_wrapped(run: Sequence[_Row]) -> Sequence[_Row]:
    """Of two lines with cells at the same places, one row: where each of the second is what did not fit in the first.

    Two rows of full cells look like that too: one cell breaks off in a sentence.
    """
    if len(run) != 2 or len(run[0].line.parts) != len(run[1].line.parts) or run[0].more:  # noqa: PLR2004
        return run
    row = _Row(run[0].line, [run[1].line, *run[1].more])
    is_close = 0 < run[1].line.baseline - run[0].line.baseline < _WRAPPED * run[0].line.size
    pairs = zip(run[0].line.parts, run[1].line.parts, strict=True)
    breaks_off = any(part.text.endswith(_OPEN_ENDS) or rest.text[:1].islower() for part, rest in pairs)
    return [row] if is_close and breaks_off and _fills_cells(row) else run


def _fills_cells(row: _Row) -> bool:
    """Whether each line below a row begins with a word that did not fit in its cell.

    A line that was stretched to its margins has wide gaps too, but then between all its words.
    """
    if not row.more or not any(" " in part.text for part in row.line.parts):
        return False
    last = list(row.line.parts)
    for line in row.more:
        for part in line.parts or (line,):
            column = _find_column(row.line, part)
            if column is None or not _is_full(row.line, column, last[column], part):
                return False
            last[column] = part
    return True


def _is_full(row: PageLine, column: int, line: PageLine, rest: PageLine) -> bool:
    """Whether the first word of a cell's next line did not fit behind its line before.

    A cell ends where something else would be too near to be another cell, or a little before the margin. It is set
    flush to one of its sides, or centred.
    """
    before, behind = row.parts[:column], row.parts[column + 1 :]
    parted, padding = _PARTED * row.size, _PADDING * row.size
    left = before[-1].right + parted if before else row.margins[0] + padding
    right = behind[0].left - parted if behind else row.margins[1] - padding
    if abs(rest.left - line.left) < _EDGE:
        room = right - line.left
    elif abs(rest.right - line.right) < _EDGE:
        room = line.right - left
    else:
        middle = (line.left + line.right) / 2
        room = 2 * min(right - middle, middle - left)
    return line.right - line.left + _SPACE * row.size + rest.first_word > room


def _part_row(row: _Row) -> list[PageLine]:
    """A row of no table as lines, cell by cell."""
    ordered = _order_cells(row)
    for line in ordered[1:]:
        line.joins = True
    for line in ordered:
        line.margins = row.line.margins
    return ordered


def _are_wrapped(run: Sequence[_Row]) -> bool:
    """Whether the lines below rows hold the rest of their cells: rows stand further apart than those lines do."""
    inside = [b.baseline - a.baseline for row in run for a, b in pairwise((row.line, *row.more))]
    between = [after.line.baseline - before.last.baseline for before, after in pairwise(run)]
    return not inside or (bool(between) and median(between) > _FURTHER * median(inside))


def _mark(line: PageLine) -> None:
    line.hint, line.flow = "table", "starts"
    if line.parts and not line.decoded:
        line.text = " ".join(part.text for part in _read_order(line, line.parts))


def _read_order(row: PageLine, parts: Sequence[PageLine]) -> list[PageLine]:
    return list(reversed(parts)) if row.is_rtl else list(parts)


def _lay_out(row: _Row) -> list[PageLine]:
    """A row as lines, cell by cell."""
    if not row.more:
        _mark(row.line)
        return [row.line]
    ordered = _order_cells(row)
    for place, line in enumerate(ordered):
        line.hint, line.flow, line.margins = "table", "continues" if place else "starts", row.line.margins
    return ordered


def _order_cells(row: _Row) -> list[PageLine]:
    """The lines of a row's cells in the order of reading."""
    cells: list[list[PageLine]] = [[part] for part in row.line.parts]
    for line in row.more:
        for part in line.parts or (line,):
            cells[_find_column(row.line, part) or 0].append(part)
    return [line for cell in (reversed(cells) if row.line.is_rtl else cells) for line in cell]
