"""Rows of tables: successive lines whose wide gaps stand one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.reading.pdf.page import PageLine

_LEAST_ROWS = 3
_LEAST_RULED_ROWS = 2
_RULED = 4
_NEAR = 4.0


def mark_tables(lines: Sequence[PageLine]) -> None:
    """Give the hint ``table`` to the rows of tables: three and more, or two on a page that is ruled.

    Cells stand in a row in the order of reading, parted by blanks.
    """
    run: list[PageLine] = []
    for line in lines:
        if run and not _follows(run[-1], line):
            _mark(run)
            run = []
        run.append(line)
    _mark(run)


def _follows(before: PageLine, line: PageLine) -> bool:
    """Whether two lines are rows of one table: each gap of one has its counterpart in the other."""
    if (before.page, before.region) != (line.page, line.region) or not before.lanes or not line.lanes:
        return False
    if not 0 < line.baseline - before.baseline < _NEAR * line.size:
        return False
    few, many = sorted((before.lanes, line.lanes), key=len)
    return all(any(min(a[1], b[1]) > max(a[0], b[0]) for b in many) for a in few)


def _mark(run: Sequence[PageLine]) -> None:
    if len(run) >= (_LEAST_RULED_ROWS if run and run[0].ruled >= _RULED else _LEAST_ROWS):
        for line in run:
            line.hint = "table"
            line.flow = "starts"
