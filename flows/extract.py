"""Read every file of the raw store that is new, and lay out the tables of all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from prefect import flow, get_run_logger

from flows.batches import read_all
from flows.parameters import Body, Document, Force, Language, Since, Source, Stage, Until
from oic_reports.jobs.build import assemble_stage, list_files
from oic_reports.jobs.selection import Selection, list_passed_over
from oic_reports.release.load import load_current
from oic_reports.settings import Settings
from oic_reports.sources.raw_store import StoredFile


@dataclass(frozen=True, slots=True)
class Extracted:
    """Counts of files and rows, and seconds of the slowest files, the slowest first."""

    counts: dict[str, int]
    slowest: dict[str, float]


@flow(name="extract", flow_run_name="extract", description="Read the raw store and lay out its tables for the checks.")
def extract(
    since: Since = None,
    until: Until = None,
    language: Language = None,
    body: Body = None,
    source: Source = None,
    document: Document = None,
    force: Force = False,  # noqa: FBT002  (flow parameters are given by name)
    stage: Stage = "current",
) -> Extracted:
    """Read all files, name and correct their reports, and leave the tables; by force also what was read before."""
    logger = get_run_logger()
    settings = Settings()
    files = list_files(settings)
    selection = Selection(since, until, language, body, source, document)
    made = read_all(files, settings, _choose(files, settings, selection) if force else [])
    tables, plan = assemble_stage(settings.stage / stage, files, settings, selection, _today(), force=force)
    selection.check_found(tables)
    for row in tables["rejects"].to_pylist():
        about = {name: row[name] for name in ("source_id", "file_name", "document_id", "reason")}
        logger.warning("rejected: %s: %s: %s", row["file_name"], row["reason"], row["detail"], extra=about)
    for row in tables["flags"].to_pylist():
        if row["flag"] == "correction_stale":
            logger.warning("left out, since it does not fit the text: %s", row["note"])
    for name in plan.left_out:
        logger.info("left out by the selection: %s", name)
    rows = {name: table.num_rows for name, table in tables.items()}
    logger.info("%d documents, %d paragraphs, %d rejects", rows["documents"], rows["paragraphs"], rows["rejects"])
    counts = {"files": len(files), "read": made.made, "known": made.found, "without a report": made.refused, **rows}
    return Extracted(counts, {name: seconds for seconds, name in made.slowest})


def _choose(files: list[StoredFile], settings: Settings, selection: Selection) -> list[StoredFile]:
    """The files that a forced run is about."""
    current = load_current(settings.processed)
    passed_over = list_passed_over(selection, current.tables if current else None)
    return [stored for stored in files if stored.source.source_id not in passed_over]


def _today() -> date:
    return datetime.now(UTC).date()
