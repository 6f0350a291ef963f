"""Read every file of the raw store that is new, and lay out the tables of all."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows.parameters import Body, Document, Language, Since, Source, Stage, Until
from oic_reports.build import assemble_stage, list_files, open_leaves
from oic_reports.selection import Selection
from oic_reports.settings import Settings
from oic_reports.sources.store import StoredFile
from oic_reports.work.make import Made, make_leaves


@task(name="read files", task_run_name="read {name}", cache_policy=NO_CACHE, persist_result=False, retries=1)
def read_batch(name: str, files: list[StoredFile], settings: Settings) -> Made:  # noqa: ARG001  (shown in the run's name)
    """Make the leaves of one batch of files, each in a process of its own; what was done is not done again."""
    return make_leaves(files, settings, open_leaves(settings))


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
    files = list_files(settings)
    _read_all(files, settings)
    selection = Selection(since, until, language, body, source, document)
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


def _read_all(files: list[StoredFile], settings: Settings) -> Made:
    """Make all leaves, batch by batch, and say how far it is."""
    logger = get_run_logger()
    began = time.monotonic()
    made = Made()
    for start in range(0, len(files), settings.batch_size):
        batch = files[start : start + settings.batch_size]
        made += read_batch(f"{start + 1}-{start + len(batch)}", batch, settings)
        done, seconds = start + len(batch), time.monotonic() - began
        logger.info(
            "%d of %d files done: %d read, %d known, %d without a report; %.0f files a minute, %.0f seconds to go",
            done,
            len(files),
            made.made,
            made.found,
            made.refused,
            60 * done / max(seconds, 0.001),
            seconds / done * (len(files) - done),
        )
    return made


def _today() -> date:
    return datetime.now(UTC).date()
