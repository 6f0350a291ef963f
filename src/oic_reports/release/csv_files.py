"""Tables as CSV, unaltered: UTF-8 without a mark, RFC 4180 with CRLF, every string quoted, null empty and unquoted."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from oic_reports.release.gzip_members import open_members
from oic_reports.tables.document_rows import cut_rows
from oic_reports.tables.printed import list_bytes, print_csv


def write_csv(path: Path, content: pa.Table, earlier: Path | None = None) -> None:
    """The canonical file, compressed by the library that writes Parquet, so that the lock pins its bytes.

    Args:
        path: of the file.
        content: the table.
        earlier: the file of the last release, where the same code made it: pieces that did not change come from there.
    """
    head = (",".join(f'"{name}"' for name in content.column_names) + "\r\n").encode()
    with open_members(path, earlier) as members:
        for part in cut_rows(content):
            members.add(head + b"".join(list_bytes(lines) for lines in print_csv(part)))
            # some programs ask the first member alone what columns there are
            head = b""
