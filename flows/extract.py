"""Read every file of the raw store that is new, and lay out the tables of all."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows.parameters import Body, Document, Force, Language, Since, Source, Stage, Until
from oic_reports.build import assemble_stage, list_files, open_leaves
from oic_reports.release.load import load_current
from oic_reports.selection import Selection, list_passed_over
from oic_reports.settings import Settings
from oic_reports.sources.store import StoredFile
from oic_reports.work.make import Made, make_leaves

# slow files that a summary names
_MOST = 10


@task(name="read files", task_run_name="read {name}", cache_policy=NO_CACHE, persist_result=False, retries=1)
def read_batch(name: str, files: list[StoredFile], settings: Settings, *, force: bool) -> Made:  # noqa: ARG001  (shown in the run's name)
    """Make the leaves of one batch of files, each in a process of its own; what was done is not done again."""
    return make_leaves(files, settings, open_leaves(settings), force=force)


@dataclass(frozen=True, slots=True)
class Extracted:
    """Counts of files and rows, and seconds of the slowest file of each batch, the slowest first."""

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
    made, slowest = _read_all(files, settings, selection, force=force)
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
    counts = {"files": len(files), "read": made.made, "known": made.found, "without a report": made.refused, **rows}
    return Extracted(counts, dict(sorted(slowest.items(), key=lambda row: -row[1])[:_MOST]))


def _read_all(
    files: list[StoredFile], settings: Settings, selection: Selection, *, force: bool
) -> tuple[Made, dict[str, float]]:
    """Make all leaves, batch by batch, and say how far it is; by force, those anew that the selection is about."""
    logger = get_run_logger()
    began = time.monotonic()
    made, slowest = Made(), dict[str, float]()
    current = load_current(settings.processed) if force else None
    passed_over = list_passed_over(selection, current.tables if current else None)
    for start in range(0, len(files), settings.batch_size):
        batch = files[start : start + settings.batch_size]
        name = f"{start + 1}-{start + len(batch)}"
        for is_forced in (True, False):
            part = [stored for stored in batch if is_forced == (force and stored.source.source_id not in passed_over)]
            if part:
                of_part = read_batch(name, part, settings, force=is_forced)
                made += of_part
                if of_part.slowest:
                    slowest[of_part.slowest] = of_part.slowest_seconds
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
    return made, slowest


def _today() -> date:
    return datetime.now(UTC).date()
