"""Tables as CSV, unaltered: UTF-8 without a mark, RFC 4180 with CRLF, every string quoted, null empty and unquoted."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from oic_reports.tables.printed import list_bytes, print_csv


def write_csv(path: Path, content: pa.Table) -> None:
    """The canonical file, compressed by the library that writes Parquet, so that the lock pins its bytes."""
    with pa.OSFile(str(path), "wb") as raw, pa.CompressedOutputStream(raw, "gzip") as file:
        file.write((",".join(f'"{name}"' for name in content.column_names) + "\r\n").encode())
        for lines in print_csv(content):
            file.write(list_bytes(lines))
