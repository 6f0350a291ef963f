"""Whether two runs made the same data: a sha256 over tables and schema, not over files.

``id_history`` and ``changes`` hold versions and are left out: they follow from the other tables. So are files that
bring no text: one that is rejected, or only repeats what is there (a page whose counter has changed), is a file more,
but no reason for a release; the next one names it. Equal fingerprints mean that there is nothing to publish. A change
of the files alone (a text of the codebook, say) is published by force.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.release.pieces import NOTHING_KEPT, Pieces
from oic_reports.tables.printed import list_bytes, print_json
from oic_reports.tables.schema import load_schema_version, load_tables

_LEFT_OUT = ("id_history", "rejects", "changes")
_PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Digests:
    """The fingerprint of tables, and ``digest_rows`` of each of those that it is made of."""

    fingerprint: str
    rows: Mapping[str, str]


def digest_tables(tables: Mapping[str, pa.Table], pieces: Pieces = NOTHING_KEPT) -> Digests:
    """All of it at once: printing rows takes most of the time, and both are made of the same lines."""
    digest = hashlib.sha256(load_schema_version().encode())
    of_rows: dict[str, str] = {}
    for name in load_tables():
        if name in _LEFT_OUT:
            continue
        table = tables[name]
        digest.update(_print([name, _describe_columns(table)]))
        own = hashlib.sha256(_print(_describe_columns(table)))
        told = next((column for column in ("outcome", "relation") if column in table.column_names), None)
        if told is None:
            for printed in _print_rows(table, pieces):
                own.update(printed)
                digest.update(printed)
        else:
            for rows, lines in print_json(table):
                own.update(list_bytes(lines))
                digest.update(list_bytes(lines.filter(pc.equal(rows.column(told), _PUBLISHED))))
        of_rows[name] = own.hexdigest()
    return Digests(digest.hexdigest(), of_rows)


def fingerprint(tables: Mapping[str, pa.Table]) -> str:
    """The sha256, as hex digits, of the declared tables' columns, types and rows in their order."""
    return digest_tables(tables).fingerprint


def digest_rows(table: pa.Table, pieces: Pieces = NOTHING_KEPT) -> str:
    """The sha256, as hex digits, of a table's columns, types and rows, whatever file they stand in."""
    digest = hashlib.sha256(_print(_describe_columns(table)))
    for printed in _print_rows(table, pieces):
        digest.update(printed)
    return digest.hexdigest()


def _print_rows(table: pa.Table, pieces: Pieces) -> Iterator[bytes]:
    """The lines of a table, piece by piece."""
    for part in pieces.cut(table):
        yield pieces.make("lines", [part], partial(_join_lines, part))


def _join_lines(part: pa.Table) -> bytes:
    return b"".join(list_bytes(lines) for _, lines in print_json(part))


def _describe_columns(table: pa.Table) -> list[tuple[str, str]]:
    return [(field.name, str(field.type)) for field in table.schema]


def _print(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"
