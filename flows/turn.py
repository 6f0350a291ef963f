"""One run at a time: a run takes its turn, or ends at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from prefect import get_run_logger
from prefect.runtime import flow_run

from flows.lost_runs import mark_lost_runs
from oic_reports.operations.lease import Lease, hold_lease
from oic_reports.settings import Settings


@contextmanager
def take_turn(settings: Settings) -> Iterator[Lease]:
    """Hold the lease of the data folder for the run that asks, and mark those that died before it.

    Raises:
        LeaseHeldError: another run is going on.
        LeaseError: the folder cannot be written.
    """
    name = flow_run.id
    with hold_lease(settings.lease, name, settings.lease_seconds, settings.lease_beat_seconds) as lease:
        mark_lost_runs(UUID(name), flow_run.flow_name, lease.previous, settings.lost_seconds, get_run_logger())
        yield lease
