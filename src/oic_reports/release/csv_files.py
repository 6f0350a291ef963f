"""Tables as CSV, unaltered: UTF-8 without a mark, RFC 4180 with CRLF, every string quoted, null empty and unquoted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa

# rows that are written at once
_BATCH = 10_000


def write_csv(path: Path, content: pa.Table) -> None:
    """The canonical file, compressed by the library that writes Parquet, so that the lock pins its bytes."""
    with pa.OSFile(str(path), "wb") as raw, pa.CompressedOutputStream(raw, "gzip") as file:
        for line in _print_lines(content):
            file.write(line.encode())


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _print_lines(content: pa.Table) -> Iterator[str]:
    """The lines of a file, the header first."""
    yield ",".join(_quote(name) for name in content.column_names) + "\r\n"
    for batch in content.to_batches(max_chunksize=_BATCH):
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield ",".join(_print_cell(value) for value in row) + "\r\n"


def _print_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _quote(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return repr(value)
