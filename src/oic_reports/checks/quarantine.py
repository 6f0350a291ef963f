"""Failing documents leave every table and become rejects; the others go on."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from oic_reports.checks.verdict import Verdict
from oic_reports.tables.arrow import to_arrow_table
from oic_reports.tables.document_rows import OF_ONE_DOCUMENT, drop_documents
from oic_reports.tables.rows import MEETING_FACTS, Row, name_body
from oic_reports.tables.schema import load_tables
from oic_reports.tables.tabulate import number_rejects


def quarantine(tables: Mapping[str, pa.Table], verdict: Verdict) -> dict[str, pa.Table]:
    """The tables without the documents that the verdict rejects; a row of ``rejects`` names the faults of each."""
    rejected = verdict.rejected_documents
    if not rejected:
        return dict(tables)
    kept = dict(tables)
    documents = tables["documents"].to_pylist()
    gone = [row for row in documents if row["document_id"] in rejected]
    for name in ("document_sources", *OF_ONE_DOCUMENT):
        kept[name] = drop_documents(tables[name], rejected)
    declared = load_tables()
    meetings = _describe_meetings(tables["meetings"].to_pylist(), documents, rejected)
    kept["meetings"] = to_arrow_table(declared["meetings"], meetings)
    lost = {row["source_id"] for row in gone} - set(kept["documents"].column("source_id").to_pylist())
    sources = tables["sources"].to_pylist()
    kept["sources"] = to_arrow_table(
        declared["sources"], [{**row, "outcome": "rejected"} if row["source_id"] in lost else row for row in sources]
    )
    names = {row["source_id"]: row["file_name"] for row in sources}
    rejects = [{key: row[key] for key in row if key != "reject_seq"} for row in tables["rejects"].to_pylist()]
    rejects += [
        {
            "source_id": row["source_id"],
            "file_name": names[row["source_id"]],
            "stage": "check",
            "reason": "check_failed",
            "detail": "; ".join(rejected[row["document_id"]]),
            "document_id": row["document_id"],
        }
        for row in gone
    ]
    kept["rejects"] = to_arrow_table(declared["rejects"], number_rejects(rejects))
    return kept


def _describe_meetings(meetings: list[Row], documents: list[Row], rejected: Mapping[str, object]) -> list[Row]:
    """Meetings of the documents that are left, described by them: what a failing one told of a meeting is not kept."""
    told: dict[str, list[Row]] = {}
    for row in sorted(documents, key=lambda row: str(row["document_id"])):
        told.setdefault(row["meeting_id"], []).append(row)
    kept = []
    for meeting in meetings:
        tellers = told.get(meeting["meeting_id"], [])
        sound = [row for row in tellers if row["document_id"] not in rejected]
        if sound and sound[0] is not tellers[0]:
            facts = {name: sound[0][name] for name in MEETING_FACTS}
            kept.append({**meeting, **facts, **name_body(facts["body_id"])})
        elif sound:
            kept.append(meeting)
    return kept
