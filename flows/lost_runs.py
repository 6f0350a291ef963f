"""Runs that the server believes to be alive, and that are dead: the next run marks them as crashed.

A run that is marked wrongly loses nothing: it goes on, and its own end is the state that stays.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterParentFlowRunId,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.logging.loggers import LoggingAdapter
from prefect.states import Crashed

from oic_reports.operations.lease import Holder

_ALIVE = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]


def mark_lost_runs(
    own: UUID, flow: str, previous: Holder | None, lost_seconds: float, logger: logging.Logger | LoggingAdapter
) -> None:
    """Mark the runs that died as crashed; whatever the server answers, the caller's run goes on.

    Only the holder of the lease works, and that is the caller. So the holder before it that left its record is dead,
    and so is a run of the same work pool that has been about to begin for longer than a beginning takes.

    Args:
        own: the caller's run.
        flow: the name of its flow.
        previous: the holder that left its record.
        lost_seconds: how long a run may be about to begin.
        logger: of the caller's run.
    """
    try:
        with get_client(sync_client=True) as client:
            for run in list(_find_lost(client, own, flow, previous, lost_seconds)):
                _mark(client, run)
                logger.warning("run %s (%s) had died unseen: it is marked as crashed", run.name, run.id)
            if previous is not None:
                # its worker may have seen it die, and knows nothing of the flows that it had begun
                _mark_below(client, UUID(previous.run))
    except Exception as error:  # noqa: BLE001  (a library of many layers; the dataset does not depend on it)
        logger.warning("dead runs could not be looked for: %s", error)


def _find_lost(
    client: SyncPrefectClient, own: UUID, flow: str, previous: Holder | None, lost_seconds: float
) -> Iterator[FlowRun]:
    pool = client.read_flow_run(own).work_pool_name
    latest = datetime.now(UTC) - timedelta(seconds=lost_seconds)
    alive = FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=_ALIVE)))
    for run in client.read_flow_runs(flow_filter=FlowFilter(name=FlowFilterName(any_=[flow])), flow_run_filter=alive):
        is_previous = previous is not None and str(run.id) == previous.run
        is_late = run.state is not None and run.state.timestamp < latest
        # a run without a pool may be of a checkout that this one knows nothing of
        if run.id != own and (is_previous or (is_late and pool is not None and run.work_pool_name == pool)):
            yield run


def _mark(client: SyncPrefectClient, run: FlowRun) -> None:
    """Mark a run, and the flows that it had begun."""
    _mark_below(client, run.id)
    client.set_flow_run_state(run.id, Crashed(message="its process is gone; the next run has seen it"), force=True)


def _mark_below(client: SyncPrefectClient, run: UUID) -> None:
    below = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=_ALIVE)),
        parent_flow_run_id=FlowRunFilterParentFlowRunId(any_=[run]),
    )
    for child in client.read_flow_runs(flow_run_filter=below):
        _mark(client, child)
