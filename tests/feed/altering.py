"""Tables with rows changed, dropped, added; what a reading, a correction, a withdrawal would do to them."""

from __future__ import annotations

import pyarrow as pa

from oic_reports.release.id_history import extend_history

AR = "ar-2013-09-25-cg-mali-report"
EN = "en-2017-09-20-cg-mali-report"
OLD, NEW = "2026.11.0", "2026.11.1"


def alter(tables, name, change):
    """The tables with each row of one changed; None leaves it out."""
    rows = [row for row in map(change, tables[name].to_pylist()) if row is not None]
    return {**tables, name: pa.Table.from_pylist(rows, schema=tables[name].schema)}


def append(tables, name, *rows):
    return {**tables, name: pa.Table.from_pylist([*tables[name].to_pylist(), *rows], schema=tables[name].schema)}


def without_document(tables, document_id, reason=None):
    """The tables without a document, which a reject may name."""
    source_id = next(row["source_id"] for row in tables["documents"].to_pylist() if row["document_id"] == document_id)
    for name in ("documents", "document_sources", "paragraphs", "flags"):
        tables = alter(tables, name, lambda row: None if row["document_id"] == document_id else row)
    for name in ("repairs", "boxes"):
        tables = alter(tables, name, lambda row: None if row["paragraph_id"].startswith(document_id) else row)
    if reason is None:
        return tables
    reject = {"source_id": source_id, "reject_seq": 1, "file_name": "x", "stage": "correction", "reason": reason}
    return append(tables, "rejects", reject | {"detail": "asked for", "document_id": document_id})


def say_more(tables, *paragraph_ids, column="text_raw"):
    """Some paragraphs read with a sentence more."""

    def change(row):
        if row["paragraph_id"] not in paragraph_ids:
            return row
        more = {name: f"{row[name]} And more." for name in {"text", column}}
        return row | more | {"char_count": len(more["text"])}

    return alter(tables, "paragraphs", change)


def with_keys(tables, **keys):
    """The tables with extraction keys of sources, by the first letters of their documents."""
    sources = {row["source_id"]: row["document_id"][:2] for row in tables["documents"].to_pylist()}
    schema = tables["sources"].schema
    if "extraction_key" not in schema.names:
        schema = schema.append(pa.field("extraction_key", pa.string()))
    rows = [
        row | {"extraction_key": keys.get(sources.get(row["source_id"]), "0")} for row in tables["sources"].to_pylist()
    ]
    return {**tables, "sources": pa.Table.from_pylist(rows, schema=schema)}


def with_history(tables, previous=None, version=OLD):
    tables = {name: table for name, table in tables.items() if name not in {"id_history", "changes"}}
    return {**tables, "id_history": extend_history(previous and previous["id_history"], tables, version)}
