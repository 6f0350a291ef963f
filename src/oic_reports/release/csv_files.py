"""Tables as CSV, twice: one unaltered for programs, one that is safe and readable in a spreadsheet.

``<table>.csv.gz``: UTF-8 without a mark, RFC 4180 with CRLF, every string quoted, null empty and unquoted.
``<table>.excel.csv``: with a byte order mark; a cell that a spreadsheet would take for a formula begins with an
apostrophe (OWASP, "CSV injection"); a cell longer than a spreadsheet holds is cut, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa

from oic_reports.tables.printed import list_bytes, print_csv

_LEADING = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
# UTF-16 units that a cell of a spreadsheet holds; rows that are written at once
_CELL = 32_767
_CUT = " […cut: the whole text is in the Parquet and csv.gz files]"
_BATCH = 10_000


def write_csv(path: Path, content: pa.Table) -> None:
    """The canonical file, compressed by the library that writes Parquet, so that the lock pins its bytes."""
    with pa.OSFile(str(path), "wb") as raw, pa.CompressedOutputStream(raw, "gzip") as file:
        file.write((",".join(map(_quote, content.column_names)) + "\r\n").encode())
        for lines in print_csv(content):
            file.write(list_bytes(lines))


def write_excel_csv(path: Path, content: pa.Table) -> None:
    """The file for spreadsheets."""
    with path.open("wb") as file:
        file.write(b"\xef\xbb\xbf")
        for line in _print_lines(content, lambda text: _quote(guard(text))):
            file.write(line.encode())


def guard(text: str) -> str:
    """A cell that no spreadsheet takes for a formula, and that fits into one; ``unguard`` undoes it."""
    guarded = f"'{text}" if text.lstrip(" \u00a0").startswith(_LEADING) else text
    if _count_units(guarded) <= _CELL:
        return guarded
    kept = guarded.encode("utf-16-le")[: 2 * (_CELL - _count_units(_CUT))].decode("utf-16-le", errors="ignore")
    return kept + _CUT


def unguard(cell: str) -> str:
    """The text of a guarded cell that was not cut."""
    return cell.removeprefix("'")


def _count_units(text: str) -> int:
    """The length as a spreadsheet counts it: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _print_lines(content: pa.Table, print_text: Callable[[str], str]) -> Iterator[str]:
    """The lines of a file, the header first."""
    yield ",".join(_quote(name) for name in content.column_names) + "\r\n"
    for batch in content.to_batches(max_chunksize=_BATCH):
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield ",".join(_print_cell(value, print_text) for value in row) + "\r\n"


def _print_cell(value: object, print_text: Callable[[str], str]) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return print_text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return repr(value)
