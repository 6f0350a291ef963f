"""A declared table as an Arrow schema, and rows as an Arrow table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


class MissingValueError(ValueError):
    """Rows lack values that are required; ``fields`` names them."""

    def __init__(self, table: str, fields: Sequence[str]) -> None:
        super().__init__(f"table {table}: {', '.join(fields)} must not be missing")
        self.fields = tuple(fields)


def to_arrow_schema(table: TableSchema) -> pa.Schema:
    """The Arrow schema of a declared table: types and nullability, no metadata."""
    return pa.schema([pa.field(field.name, TYPES[field.type], nullable=field.nullable) for field in table.fields])


def to_arrow_table(table: TableSchema, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Rows as an Arrow table in the declared order of columns and rows; ISO dates become dates.

    Raises:
        MissingValueError: a required value is missing.
        ValueError: a row has a column that is not declared, or a day is in no calendar.
        TypeError, OverflowError, UnicodeError, pa.ArrowException: a value is not of its column's type.
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
    missing = [field.name for field in table.fields if not field.nullable and result.column(field.name).null_count]
    if missing:
        raise MissingValueError(table.name, missing)
    return result
