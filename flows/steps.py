"""The four steps of a run: fetch, extract, validate, publish, with a look at the result before the last."""

from __future__ import annotations

import shutil
from dataclasses import asdict, replace

from prefect import get_run_logger
from prefect.runtime import flow_run

from flows.batches import look_after_leaves
from flows.cluster import choose_runner
from flows.extract import extract
from flows.fetch import fetch
from flows.publish import publish
from flows.review import refuse, review
from flows.validate import validate
from flows.watch import Watch
from oic_reports.jobs.build import find_unchanged, list_files, prepare_checks
from oic_reports.jobs.fetch import FetchStoppedError
from oic_reports.jobs.selection import Selection
from oic_reports.operations.lease import Lease
from oic_reports.operations.summary import Outcome
from oic_reports.release.publish import Published
from oic_reports.settings import Settings
from oic_reports.sources.inbox import INBOX
from oic_reports.sources.left import LEFT


def run_steps(
    settings: Settings, lease: Lease, selection: Selection, *, force: bool, dry_run: bool, download: bool
) -> Published:
    """Run the steps; what was published. What the run came to is left for those who watch, however it ends.

    Raises:
        FetchStoppedError: nothing was fetched though that was asked; what there is was published.
    """
    stage = f"run-{flow_run.id}"
    folder = settings.stage / stage
    watch = Watch(settings)
    try:
        watch.report = fetch(download=download)
        watch.stages["fetch"] = {**watch.report.count(), "left_in_inbox": watch.report.count_left()}
        files = list_files(settings)
        if selection.is_open:
            look_after_leaves(files, settings)
        unchanged = None if force or dry_run else find_unchanged(files, settings, selection)
        if unchanged is not None:
            return _end(watch, unchanged, "unchanged")
        prepare_checks()
        extracted = extract.with_options(task_runner=choose_runner(settings))(
            **asdict(selection), force=force, stage=stage
        )
        watch.stages["extract"], watch.slowest = extracted.counts, extracted.slowest
        watch.stages["validate"] = checks = validate(stage=stage)
        # where checks stop the release, publish says which
        if not checks["stopping"]:
            watch.review = review(folder, settings, selection, dry_run=dry_run)
            refuse(watch.review)
        lease.check()
        published = publish(stage=stage, force=force, dry_run=dry_run)
    except Exception as error:
        watch.end("stopped", str(error))
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return _end(watch, published, "published" if published.is_new else "dry_run" if dry_run else "unchanged")


def _end(watch: Watch, published: Published, outcome: Outcome) -> Published:
    """Leave what a run that ended well came to.

    Raises:
        FetchStoppedError: as in ``run_steps``.
    """
    watch.end(outcome, published.message, published)
    get_run_logger().info("done: %s", published.message)
    left = watch.report.count_left() if watch.report else 0
    if left:
        # what a person has just put there, and does not find again, is told last, where it is read
        line = f"left in the inbox: {left}; {watch.settings.raw / INBOX / LEFT} says why"
        published = replace(published, account=(*published.account, line))
    if watch.report is not None and watch.report.stopped:
        # what there is was published; the run is red all the same, so that somebody looks
        raise FetchStoppedError(watch.report.stopped)
    return published
