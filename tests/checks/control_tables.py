"""Tables that pass every check, as rows that a test can break."""

from __future__ import annotations

import copy

import pyarrow as pa

from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.schema import load_tables

AR = "ar-2013-09-25-cg-mali-report"
EN = "en-2017-09-20-cg-mali-report"
BOX = {"paragraph_id": f"{AR}/para_1", "seq": 1, "page": 1, "x0": 10.0, "top": 10.0, "x1": 90.0, "bottom": 20.0}
REJECT = {
    "source_id": "src-0000000000000000",
    "reject_seq": 1,
    "file_name": "reports/x.txt",
    "stage": "read",
    "reason": "no_report",
    "detail": "nothing in it",
    "document_id": None,
}
CHANGE = {
    **dict.fromkeys(field.name for field in load_tables()["changes"].fields),
    "change_seq": 1,
    "from_version": "2026.10.0",
    "to_version": "2026.11.0",
    "table_name": "paragraphs",
    "row_key": f"{AR}/para_99",
    "document_id": AR,
    "change": "withdrawn",
    "cause": "withdrawal",
}


def as_rows(tables):
    rows = {name: table.to_pylist() for name, table in tables.items()}
    rows["boxes"].append(dict(BOX))
    rows["changes"].append(dict(CHANGE))
    source = copy.deepcopy(rows["sources"][0]) | {"source_id": REJECT["source_id"], "outcome": "rejected"}
    rows["sources"].append(source)
    rows["rejects"].append(dict(REJECT))
    mark = {"flag": "note_mark", "paragraph_id": f"{AR}/para_1", "start": 3, "end": 3, "surface": "1", "note": "1"}
    document = next(row for row in rows["documents"] if row["document_id"] == AR)
    document["flag_count"] += 1
    rows["flags"].append(dict(rows["flags"][0]) | mark | {"flag_seq": document["flag_count"]})
    return rows


def to_tables(rows):
    """Tables of rows, types as declared but nothing required, so that a missing value can be looked at."""
    tables = {}
    for name, table in load_tables().items():
        schema = pa.schema([pa.field(field.name, field.type) for field in to_arrow_schema(table)])
        tables[name] = pa.Table.from_pylist(rows[name], schema=schema)
    return tables


def paragraph(rows, eid, document_id=AR):
    return next(row for row in rows["paragraphs"] if row["paragraph_id"] == f"{document_id}/{eid}")


def put(table, column, value, where=0):
    """A change of a row: another value in a column."""

    def change(rows):
        rows[table][where][column] = value

    return change
