"""Tables as CSV, unaltered: UTF-8 without a mark, RFC 4180 with CRLF, every string quoted, null empty and unquoted."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from oic_reports.release.gzip_files import open_packed
from oic_reports.tables.document_rows import cut_rows
from oic_reports.tables.printed import list_bytes, print_csv


def write_csv(path: Path, content: pa.Table, earlier: Path | None = None) -> None:
    """The canonical file.

    Args:
        path: of the file.
        content: the table.
        earlier: the file of the last release, where the same code made it: pieces that did not change come from there.
    """
    with open_packed(path, earlier=earlier) as file:
        file.write((",".join(f'"{name}"' for name in content.column_names) + "\r\n").encode())
        for part in cut_rows(content):
            for lines in print_csv(part):
                file.write(list_bytes(lines))
            file.flush()
