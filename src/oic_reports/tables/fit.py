"""Whether the tables can hold a document, with what is wrong if not: its row is asked of Arrow itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from oic_reports.codes import RejectReason
from oic_reports.model import Extraction, Reject, Report
from oic_reports.tables import rows
from oic_reports.tables.arrow import MissingValueError, to_arrow_table
from oic_reports.tables.schema import load_tables

# files whose facts are asked at once
_AT_ONCE = 1000
_MISFITS = (ValueError, TypeError, OverflowError, pa.ArrowException)


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why no table holds a document: a fact that is required is missing, or a value is of no type."""

    reason: RejectReason
    detail: str

    def reject(self, extraction: Extraction, document_id: str | None = None) -> Reject:
        """The reject of a document of a file, or of all of it."""
        source = extraction.source
        shown = self.detail.encode("utf-8", "backslashreplace").decode("utf-8")
        return Reject(source.source_id, source.file_name, "check", self.reason, shown, document_id)


def fit_report(report: Report) -> dict[str, pa.Table] | Misfit:
    """The rows of a named report by table (``incomplete_header``, ``check_failed`` where a table cannot hold them)."""
    if report.header.meeting_id:
        misfit = _fit("meetings", [rows.make_meeting(report.header)])
        if isinstance(misfit, Misfit):
            return misfit
    made: dict[str, pa.Table] = {}
    for name, listed in _list_rows(report):
        table = _fit(name, listed)
        if isinstance(table, Misfit):
            return table
        made[name] = table
    return made


def find_misfits(extractions: Sequence[Extraction]) -> dict[int, Misfit]:
    """What is wrong with the facts of files themselves, by their places; all of a part are asked at once."""
    found: dict[int, Misfit] = {}
    for start in range(0, len(extractions), _AT_ONCE):
        made = [rows.make_source(extraction) for extraction in extractions[start : start + _AT_ONCE]]
        if not isinstance(_fit("sources", made), Misfit):
            continue
        for place, row in enumerate(made, start):
            misfit = _fit("sources", [row])
            if isinstance(misfit, Misfit):
                found[place] = misfit
    return found


def _list_rows(report: Report) -> Iterable[tuple[str, list[rows.Row]]]:
    yield "documents", [rows.make_document(report)]
    yield "paragraphs", list(rows.make_paragraphs(report))
    yield "boxes", list(rows.make_boxes(report))
    yield "repairs", list(rows.make_repairs(report))
    yield "flags", list(rows.make_flags(report))


def _fit(name: str, made: list[rows.Row]) -> pa.Table | Misfit:
    try:
        return to_arrow_table(load_tables()[name], made)
    except MissingValueError as error:
        if name == "documents":
            return Misfit(
                "incomplete_header", f"the text does not give what every document has: {', '.join(error.fields)}"
            )
        return Misfit("check_failed", str(error))
    except _MISFITS as error:
        return Misfit("check_failed", f"table {name}: {type(error).__name__}: {' '.join(str(error).split())[:200]}")
