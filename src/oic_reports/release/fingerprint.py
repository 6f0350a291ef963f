"""Whether two runs made the same data: a sha256 over tables and schema, not over files.

``id_history`` and ``changes`` hold versions and are left out: they follow from the other tables. So are files that
bring no text: one that is rejected, or only repeats what is there (a page whose counter has changed), is a file more,
but no reason for a release; the next one names it. Equal fingerprints mean that there is nothing to publish. A change
of the files alone (a text of the codebook, say) is published by force.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from oic_reports.tables.schema import load_schema_version, load_tables

_LEFT_OUT = ("id_history", "rejects", "changes")


def fingerprint(tables: Mapping[str, pa.Table]) -> str:
    """The sha256, as hex digits, of the declared tables' columns, types and rows in their order."""
    digest = hashlib.sha256(load_schema_version().encode())
    for name in load_tables():
        if name in _LEFT_OUT:
            continue
        table = tables[name]
        header = [name, [(field.name, str(field.type)) for field in table.schema]]
        digest.update(_print(header))
        for batch in table.to_batches(max_chunksize=10_000):
            for row in batch.to_pylist():
                if row.get("outcome", row.get("relation", "published")) == "published":
                    digest.update(_print(row))
    return digest.hexdigest()


def digest_rows(table: pa.Table) -> str:
    """The sha256, as hex digits, of a table's columns, types and rows, whatever file they stand in."""
    digest = hashlib.sha256(_print([(field.name, str(field.type)) for field in table.schema]))
    for batch in table.to_batches(max_chunksize=10_000):
        for row in batch.to_pylist():
            digest.update(_print(row))
    return digest.hexdigest()


def _print(value: Any) -> bytes:  # noqa: ANN401  (any row of any table)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str).encode() + b"\n"
