"""Who runs the batches of a run: threads of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

from typing import Any

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from oic_reports.settings import Settings
from oic_reports.sources.object_store import StoreError


def count_at_once(settings: Settings) -> int:
    """How many batches are in work at once; those of one machine share its processes."""
    return settings.batches_at_once if settings.cluster else min(settings.batches_at_once, settings.workers)


def choose_runner(settings: Settings) -> TaskRunner[Any]:
    """The task runner for batches: that of the scheduler which the settings name, else threads.

    The workers of a cluster see the same raw store and the same leaves at the same places (a shared folder, or object
    stores), run the same code, and reach the Prefect server. A batch whose worker dies is given to another one: leaves
    are written whole or not at all, and what was made is found.

    Raises:
        StoreError: the extra ``cluster`` is not installed.
    """
    if settings.cluster is None:
        return ThreadPoolTaskRunner(max_workers=count_at_once(settings))
    try:
        from prefect_dask import DaskTaskRunner  # noqa: PLC0415  (an extra)
    except ImportError as error:
        msg = "OIC_REPORTS_CLUSTER is set, but prefect-dask is not installed: make setup-cluster"
        raise StoreError(msg) from error
    runner: TaskRunner[Any] = DaskTaskRunner(address=settings.cluster)
    return runner
