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
    of each cell, cell by cell: the first ``starts`` the row, the others ``continue`` it.
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
        return plain
    if not _are_wrapped(run):
        for row in run:
            _mark(row.line)
        return plain
    return [line for row in run for line in _lay_out(row)]


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
    cells: list[list[PageLine]] = [[part] for part in row.line.parts]
    for line in row.more:
        for part in line.parts or (line,):
            cells[_find_column(row.line, part) or 0].append(part)
    ordered = [line for cell in (reversed(cells) if row.line.is_rtl else cells) for line in cell]
    for place, line in enumerate(ordered):
        line.hint, line.flow, line.margins = "table", "continues" if place else "starts", row.line.margins
    return ordered
