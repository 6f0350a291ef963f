"""All extractions of a run to all tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pyarrow as pa

from oic_reports.model import Extraction
from oic_reports.tables import rows
from oic_reports.tables.arrow import to_arrow_table
from oic_reports.tables.schema import load_tables

WRITTEN_AT_PUBLISHING = ("id_history",)


def tabulate(extractions: Iterable[Extraction]) -> dict[str, pa.Table]:
    """Every declared table but ``id_history``, sorted as declared, the same for any order of the extractions.

    A meeting is described by the first of its reports in the order of document ids. A file that was received twice is
    one source; each of its rejects is kept.
    """
    ordered = sorted(extractions, key=lambda extraction: (extraction.source.source_id, extraction.source.file_name))
    reports = sorted((r for extraction in ordered for r in extraction.reports), key=lambda report: report.document_id)
    meetings: dict[str, rows.Row] = {}
    for report in reports:
        if report.header.meeting_id:
            meetings.setdefault(report.header.meeting_id, rows.make_meeting(report.header))
    sources: dict[str, rows.Row] = {}
    for extraction in sorted(ordered, key=lambda extraction: (not extraction.reports, extraction.source.file_name)):
        sources.setdefault(extraction.source.source_id, rows.make_source(extraction))
    made: dict[str, list[rows.Row]] = {
        "documents": [rows.make_document(report) for report in reports],
        "meetings": list(meetings.values()),
        "sources": list(sources.values()),
        "paragraphs": [row for report in reports for row in rows.make_paragraphs(report)],
        "boxes": [row for report in reports for row in rows.make_boxes(report)],
        "repairs": [row for report in reports for row in rows.make_repairs(report)],
        "flags": [row for report in reports for row in rows.make_flags(report)],
        "rejects": number_rejects(row for extraction in ordered for row in rows.make_rejects(extraction)),
    }
    declared = load_tables()
    return {name: to_arrow_table(table, made[name]) for name, table in declared.items() if name in made}


def number_rejects(unnumbered: Iterable[rows.Row]) -> list[rows.Row]:
    """Rows of ``rejects`` with ``reject_seq``, counted within their source."""
    counts: Counter[str] = Counter()
    numbered = []
    for row in unnumbered:
        counts[row["source_id"]] += 1
        numbered.append({**row, "reject_seq": counts[row["source_id"]]})
    return numbered
