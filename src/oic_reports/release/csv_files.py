"""Tables as CSV, unaltered: UTF-8 without a mark, RFC 4180 with CRLF, every string quoted, null empty and unquoted.

A member of a file (``gzip_files``) ends where the hash of a document's id says so; what is known of its rows is not
printed and packed again (``pieces``).
"""

from __future__ import annotations

import itertools
from functools import partial
from pathlib import Path

import pyarrow as pa

from oic_reports.release.gzip_files import pack
from oic_reports.release.pieces import NOTHING_KEPT, Pieces
from oic_reports.tables.printed import list_bytes, print_csv


def write_csv(path: Path, content: pa.Table, pieces: Pieces = NOTHING_KEPT) -> None:
    """The canonical file.

    Args:
        path: of the file.
        content: the table.
        pieces: what is known of pieces of tables.
    """
    with path.open("wb") as file:
        for number, part in enumerate(pieces.cut(content)):
            kind, print_part = ("csv", _pack) if number else ("csv with its head", _pack_with_head)
            file.write(pieces.make(kind, [part], partial(print_part, part)))


def _pack(part: pa.Table, head: bytes = b"") -> bytes:
    return pack(itertools.chain([head], map(list_bytes, print_csv(part))))


def _pack_with_head(part: pa.Table) -> bytes:
    return _pack(part, (",".join(f'"{name}"' for name in part.column_names) + "\r\n").encode())
