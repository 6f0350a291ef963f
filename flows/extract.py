"""Read every file of the raw store and lay out its tables."""

from __future__ import annotations

from datetime import UTC, date, datetime

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows.parameters import Body, Document, Language, Since, Source, Stage, Until
from oic_reports.build import Plan, assemble, plan_facts, read_files, stage_tables
from oic_reports.model import Extraction
from oic_reports.selection import Selection
from oic_reports.settings import Settings
from oic_reports.sources.store import StoredFile, list_store, open_store


@task(name="read files", task_run_name="read {name}", cache_policy=NO_CACHE, persist_result=False)
def read_batch(name: str, files: list[StoredFile], settings: Settings) -> list[Extraction]:  # noqa: ARG001  (shown in the run's name)
    """Read one batch of files, each in a process of its own."""
    return read_files(files, settings)


@flow(name="extract", flow_run_name="extract", description="Read the raw store and lay out its tables for the checks.")
def extract(
    since: Since = None,
    until: Until = None,
    language: Language = None,
    body: Body = None,
    source: Source = None,
    document: Document = None,
    stage: Stage = "current",
) -> dict[str, int]:
    """Read all files, name and correct their reports, and leave the tables; how many rows each has."""
    logger = get_run_logger()
    settings = Settings()
    files = list(list_store(open_store(settings.raw, settings.raw_url, settings.copies)))
    extractions: list[Extraction] = []
    for start in range(0, len(files), settings.batch_size):
        batch = files[start : start + settings.batch_size]
        name = f"{start + 1}-{start + len(batch)}"
        logger.info("reading files %s of %d", name, len(files))
        extractions += read_batch(name, batch, settings)
    selection = Selection(since, until, language, body, source, document)
    tables, left_out = assemble(extractions, settings, selection)
    selection.check_found(tables)
    plan = Plan(plan_facts(settings.processed, _today()), left_out)
    stage_tables(settings.stage / stage, tables, plan)
    for row in tables["rejects"].to_pylist():
        about = {name: row[name] for name in ("source_id", "file_name", "document_id", "reason")}
        logger.warning("rejected: %s: %s: %s", row["file_name"], row["reason"], row["detail"], extra=about)
    for row in tables["flags"].to_pylist():
        if row["flag"] == "correction_stale":
            logger.warning("left out, since it does not fit the text: %s", row["note"])
    for name in left_out:
        logger.info("left out by the selection: %s", name)
    rows = {name: table.num_rows for name, table in tables.items()}
    logger.info("%d documents, %d paragraphs, %d rejects", rows["documents"], rows["paragraphs"], rows["rejects"])
    return rows


def _today() -> date:
    return datetime.now(UTC).date()
