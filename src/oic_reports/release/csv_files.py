"""Tables as CSV, unaltered: UTF-8 without a mark, RFC 4180 with CRLF, every string quoted, null empty and unquoted."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from oic_reports.release.gzip_files import open_packed
from oic_reports.tables.printed import list_bytes, print_csv


def write_csv(path: Path, content: pa.Table) -> None:
    """The canonical file."""
    with open_packed(path) as file:
        file.write((",".join(f'"{name}"' for name in content.column_names) + "\r\n").encode())
        for lines in print_csv(content):
            file.write(list_bytes(lines))
