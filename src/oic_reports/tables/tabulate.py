"""Documents, one at a time and in the order of their ids, to all tables; the same for any order of files.

Tables grow on disk (``store.open_writers``) or, for a few reports, in memory (``tabulate``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

import pyarrow as pa

from oic_reports.model import Extraction, Report
from oic_reports.tables import rows
from oic_reports.tables.arrow import to_arrow_table
from oic_reports.tables.document_rows import Rows
from oic_reports.tables.fit import Misfit, fit_report
from oic_reports.tables.held import HeldRows
from oic_reports.tables.schema import load_tables

WRITTEN_AT_PUBLISHING = ("id_history", "changes")
# sorted by document, and by paragraph; the others are written when all documents are known
_BY_DOCUMENT = ("documents", "paragraphs", "flags")
_BY_PARAGRAPH = ("boxes", "repairs")
# rows that are made at once
_CHUNK = 10_000


class Sink(Protocol):
    """Where the rows of one table go, in their declared order."""

    def add(self, table: pa.Table | Rows) -> None:
        """Add rows."""


class Tabulator:
    """All tables of a run as they grow. Add every document in the order of ids; then ``finish``."""

    def __init__(self, sinks: Mapping[str, Sink]) -> None:
        self._sinks = sinks
        self._held = {name: HeldRows(sinks[name].add) for name in _BY_PARAGRAPH}
        self._meetings: dict[str, rows.Row] = {}

    def add(self, report: Report, known: Mapping[str, Rows] | None = None) -> Misfit | None:
        """Write the rows of a named report; where a table cannot hold them, write none and say what is wrong.

        Args:
            report: the report; where its rows are known, its header will do.
            known: where its rows stand by table, if they are those of the last release.
        """
        made = fit_report(report) if known is None else known
        if isinstance(made, Misfit):
            return made
        for name in _BY_DOCUMENT:
            self._sinks[name].add(made[name])
        for name in _BY_PARAGRAPH:
            self._held[name].add(report.document_id, made[name])
        if report.header.meeting_id:
            # a meeting is described by the first of its reports
            self._meetings.setdefault(report.header.meeting_id, rows.make_meeting(report.header))
        return None

    def finish(self, extractions: Iterable[Extraction]) -> None:
        """Write what is not of one document: sources, meetings, rejects.

        Args:
            extractions: all files of the run, with the reports and rejects that are left; blocks are not looked at. A
                file that was received twice is one source; each of its rejects is kept.
        """
        for held in self._held.values():
            held.close()
        ordered = sorted(extractions, key=lambda extraction: (extraction.source.source_id, extraction.source.file_name))
        chosen: dict[str, Extraction] = {}
        for extraction in ordered:
            known = chosen.setdefault(extraction.source.source_id, extraction)
            if extraction.reports and not known.reports:
                chosen[extraction.source.source_id] = extraction
        self._write("sources", map(rows.make_source, chosen.values()))
        related = [
            row
            for extraction in ordered
            for report in extraction.reports
            for row in rows.make_document_sources(report, extraction.source)
        ]
        self._write("document_sources", sorted(related, key=lambda row: (row["document_id"], row["source_id"])))
        self._write("meetings", (self._meetings[name] for name in sorted(self._meetings)))
        self._write("rejects", number_rejects(row for extraction in ordered for row in rows.make_rejects(extraction)))

    def _write(self, name: str, made: Iterable[rows.Row]) -> None:
        remaining = iter(made)
        while chunk := list(islice(remaining, _CHUNK)):
            self._sinks[name].add(to_arrow_table(load_tables()[name], chunk))


class _InMemory:
    def __init__(self, name: str) -> None:
        self._parts = [to_arrow_table(load_tables()[name], [])]

    def add(self, table: pa.Table | Rows) -> None:
        self._parts.append(table.take() if isinstance(table, Rows) else table)

    def close(self) -> pa.Table:
        return pa.concat_tables(self._parts).combine_chunks()


def list_written() -> tuple[str, ...]:
    """Names of the tables that are made of reports: every declared one but those written at publishing."""
    return tuple(name for name in load_tables() if name not in WRITTEN_AT_PUBLISHING)


def tabulate(extractions: Sequence[Extraction]) -> dict[str, pa.Table]:
    """Every declared table but ``id_history`` and ``changes`` of named extractions, in memory.

    Raises:
        ValueError: a table cannot hold a report.
    """
    sinks = {name: _InMemory(name) for name in list_written()}
    tabulator = Tabulator(sinks)
    for report in sorted((r for extraction in extractions for r in extraction.reports), key=lambda r: r.document_id):
        misfit = tabulator.add(report)
        if misfit is not None:
            raise ValueError(misfit.detail)
    tabulator.finish(extractions)
    return {name: sink.close() for name, sink in sinks.items()}


def number_rejects(unnumbered: Iterable[rows.Row]) -> Iterator[rows.Row]:
    """Rows of ``rejects`` with ``reject_seq``, counted within their source."""
    counts: Counter[str] = Counter()
    for row in unnumbered:
        counts[row["source_id"]] += 1
        yield {**row, "reject_seq": counts[row["source_id"]]}
