"""A declared table as an Arrow schema, and rows as an Arrow table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from oic_reports.tables.schema import TableSchema

# a declared type as an Arrow type
TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def to_arrow_schema(table: TableSchema) -> pa.Schema:
    """The Arrow schema of a declared table: types and nullability, no metadata."""
    return pa.schema([pa.field(field.name, TYPES[field.type], nullable=field.nullable) for field in table.fields])


def to_arrow_table(table: TableSchema, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Rows as an Arrow table in the declared order of columns and rows; ISO dates become dates.

    Raises:
        ValueError: a row has a column that is not declared, or a required value is missing.
    """
    declared = {field.name for field in table.fields}
    dates = [field.name for field in table.fields if field.type == "date"]
    prepared = []
    for row in rows:
        unknown = sorted(set(row) - declared)
        if unknown:
            msg = f"table {table.name} has no column {', '.join(unknown)}"
            raise ValueError(msg)
        parsed = {name: date.fromisoformat(row[name]) for name in dates if isinstance(row.get(name), str)}
        prepared.append({**row, **parsed})
    prepared.sort(key=lambda row: tuple((row[name] is not None, row[name]) for name in table.sort))
    result = pa.Table.from_pylist(prepared, schema=to_arrow_schema(table))
    for field in table.fields:
        missing = result.column(field.name).null_count if not field.nullable else 0
        if missing:
            msg = f"table {table.name}: {missing} rows lack {field.name}, which is required"
            raise ValueError(msg)
    return result
