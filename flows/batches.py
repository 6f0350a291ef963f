"""Files are read batch by batch: a task is a batch, its result a few numbers, and it may be run again at any time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

from prefect import get_run_logger, task
from prefect.artifacts import create_progress_artifact, update_progress_artifact
from prefect.cache_policies import NO_CACHE

from oic_reports.jobs.build import open_leaves
from oic_reports.settings import Settings
from oic_reports.sources.raw_store import StoredFile
from oic_reports.work.make import Made, check_sample, make_leaves


@task(name="read files", task_run_name="read {name}", cache_policy=NO_CACHE, persist_result=False, retries=1)
def read_batch(name: str, files: list[StoredFile], settings: Settings, *, force: bool = False) -> Made:  # noqa: ARG001  (shown in the run's name)
    """Make the leaves of one batch of files, each in a process of its own; what was done is not done again."""
    return make_leaves(files, settings, open_leaves(settings), force=force)


def read_all(files: Sequence[StoredFile], settings: Settings, anew: Sequence[StoredFile]) -> Made:
    """Make all leaves that are missing, and those of some files anew; say how far it is."""
    logger = get_run_logger()
    made = Made()
    for start in range(0, len(anew), settings.batch_size):
        batch = list(anew[start : start + settings.batch_size])
        made += read_batch(f"anew {start + 1}-{start + len(batch)}", batch, settings, force=True)
    progress = create_progress_artifact(progress=0.0, key="files-read", description=f"{len(files)} files")
    began = time.monotonic()
    for start in range(0, len(files), settings.batch_size):
        batch = list(files[start : start + settings.batch_size])
        made += read_batch(f"{start + 1}-{start + len(batch)}", batch, settings)
        done, seconds = start + len(batch), time.monotonic() - began
        update_progress_artifact(artifact_id=cast("UUID", progress), progress=100.0 * done / len(files))
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


def look_after_leaves(files: Sequence[StoredFile], settings: Settings) -> None:
    """Make one leaf in a hundred anew and compare it, and sweep those of code that no longer runs."""
    logger = get_run_logger()
    leaves = open_leaves(settings)
    now = datetime.now(UTC)
    for name in check_sample(files, settings, leaves, now.timetuple().tm_yday):
        logger.error("read again, %s gives something else: look after the machine and its libraries", name)
    gone = leaves.sweep(settings.leaf_days, now.timestamp())
    if gone:
        logger.info("removed: leaves of %d earlier states of the code", gone)
