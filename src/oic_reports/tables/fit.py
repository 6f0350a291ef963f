"""Documents that the tables cannot hold are put aside, each with what is wrong with it; the others go on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pyarrow as pa

from oic_reports.codes import RejectReason
from oic_reports.model import Extraction, Reject, Report
from oic_reports.tables import rows
from oic_reports.tables.arrow import MissingValueError, to_arrow_table
from oic_reports.tables.schema import load_tables

_MISFITS = (ValueError, TypeError, OverflowError, pa.ArrowException)


def put_aside_misfits(extraction: Extraction) -> Extraction:
    """The extraction without what its tables cannot hold: a fact that is required is missing, a value is of no type.

    Each report that is put aside is a reject (``incomplete_header``, ``check_failed``) of its document. Where the facts
    of the file itself cannot be held, all of it is put aside.
    """
    fault = _find_fault((("sources", [rows.make_source(extraction)]),))
    if fault is not None:
        return replace(extraction, reading=None, reports=(), rejects=(*extraction.rejects, _reject(extraction, *fault)))
    reports, rejects = [], list(extraction.rejects)
    for report in extraction.reports:
        fault = _find_fault(_list_rows(report))
        if fault is None:
            reports.append(report)
        else:
            rejects.append(_reject(extraction, *fault, report.document_id))
    if len(reports) == len(extraction.reports):
        return extraction
    return replace(extraction, reports=tuple(reports), rejects=tuple(rejects))


def _list_rows(report: Report) -> Iterable[tuple[str, list[rows.Row]]]:
    yield "documents", [rows.make_document(report)]
    if report.header.meeting_id:
        yield "meetings", [rows.make_meeting(report.header)]
    yield "paragraphs", list(rows.make_paragraphs(report))
    yield "boxes", list(rows.make_boxes(report))
    yield "repairs", list(rows.make_repairs(report))
    yield "flags", list(rows.make_flags(report))


def _find_fault(tables: Iterable[tuple[str, list[rows.Row]]]) -> tuple[RejectReason, str] | None:
    declared = load_tables()
    for name, made in tables:
        try:
            to_arrow_table(declared[name], made)
        except MissingValueError as error:
            if name == "documents":
                return "incomplete_header", f"the text does not give what every document has: {', '.join(error.fields)}"
            return "check_failed", str(error)
        except _MISFITS as error:
            return "check_failed", f"table {name}: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
    return None


def _reject(extraction: Extraction, reason: RejectReason, detail: str, document_id: str | None = None) -> Reject:
    source = extraction.source
    shown = detail.encode("utf-8", "backslashreplace").decode("utf-8")
    return Reject(source.source_id, source.file_name, "check", reason, shown, document_id)
