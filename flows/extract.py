"""Read every file of the raw store that is new, and lay out the tables of all."""

from __future__ import annotations

from datetime import UTC, date, datetime

from prefect import flow, get_run_logger

from flows.batches import read_all
from flows.parameters import Body, Document, Force, Language, Since, Source, Stage, Until
from oic_reports.build import assemble_stage, choose_published, keep_slowest, list_files
from oic_reports.selection import Selection
from oic_reports.settings import Settings


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
) -> dict[str, int]:
    """Read all files, name and correct their reports, and leave the tables; how many rows each has."""
    logger = get_run_logger()
    settings = Settings()
    files = list_files(settings)
    selection = Selection(since, until, language, body, source, document)
    anew = choose_published(files, settings, selection) if force else []
    made = read_all(files, settings, anew)
    keep_slowest(settings.stage / stage, made)
    tables, plan = assemble_stage(settings.stage / stage, files, settings, selection, _today())
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
    return rows


def _today() -> date:
    return datetime.now(UTC).date()
