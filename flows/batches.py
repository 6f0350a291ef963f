"""Files are read batch by batch: a task is a batch, its result a few numbers, and it may be run again at any time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import cast
from uuid import UUID

from prefect import get_run_logger, task
from prefect.artifacts import create_progress_artifact, update_progress_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture

from flows.cluster import count_at_once
from oic_reports.jobs.build import open_leaves
from oic_reports.settings import Settings
from oic_reports.sources.raw_store import StoredFile, bring_here
from oic_reports.work.make import Made, check_sample, make_leaves, share_nursery


@task(name="read files", task_run_name="read {name}", cache_policy=NO_CACHE, persist_result=False, retries=1)
def read_batch(name: str, files: list[StoredFile], settings: Settings, *, force: bool = False) -> Made:  # noqa: ARG001  (shown in the run's name)
    """Make the leaves of one batch of files, each in a process of its own; what was done is not done again."""
    here = bring_here(files, settings.raw, settings.raw_url, settings.copies)
    return make_leaves(here, settings, open_leaves(settings), force=force)


def read_all(files: Sequence[StoredFile], settings: Settings, anew: Sequence[StoredFile]) -> Made:
    """Make all leaves that are missing, and those of some files anew; say how far it is.

    Some batches are in work at once, by whatever runs the tasks of the flow (``cluster``): the next one begins while
    the last file of another is still read.
    """
    made = Made()
    # children of batches side by side come from one nursery
    with nullcontext() if settings.cluster else share_nursery(len(files)):
        for each in _read(anew, settings, "anew ", force=True):
            made += each[1]
        return made.and_all(_read_and_tell(files, settings))


def _read_and_tell(files: Sequence[StoredFile], settings: Settings) -> Made:
    logger = get_run_logger()
    made = Made()
    progress = create_progress_artifact(progress=0.0, key="files-read", description=f"{len(files)} files")
    began = time.monotonic()
    done = 0
    for count, batch in _read(files, settings, "", force=False):
        made += batch
        done += count
        seconds = time.monotonic() - began
        left = len(files) - done
        end = datetime.now(UTC) + timedelta(seconds=seconds / done * left)
        update_progress_artifact(artifact_id=cast("UUID", progress), progress=100.0 * done / len(files))
        logger.info(
            "%d of %d files done, %d left: %d read, %d known, %d without a report; %.0f files a minute, done at %s",
            done,
            len(files),
            left,
            made.made,
            made.found,
            made.refused,
            60 * done / max(seconds, 0.001),
            f"{end:%H:%M} UTC",
        )
    return made


def _read(files: Sequence[StoredFile], settings: Settings, name: str, *, force: bool) -> Iterator[tuple[int, Made]]:
    """Number of files and result of each batch, in their order; no more are handed out than are in work at once."""
    share, at_once = settings, count_at_once(settings)
    if settings.cluster is None:
        # the processes of one machine are shared among its batches
        share = replace(settings, workers=-(-settings.workers // at_once))
    waiting: deque[tuple[int, PrefectFuture[Made]]] = deque()
    for start in range(0, len(files), settings.batch_size):
        batch = list(files[start : start + settings.batch_size])
        title = f"{name}{start + 1}-{start + len(batch)}"
        waiting.append((len(batch), read_batch.submit(title, batch, share, force=force)))
        if len(waiting) >= at_once:
            count, future = waiting.popleft()
            yield count, future.result()
    for count, future in waiting:
        yield count, future.result()


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
