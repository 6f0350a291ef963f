"""What the Prefect server says of schedule and worker, asked over HTTP: the library takes seconds to load."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Literal

_DEPLOYMENT = "pipeline/nightly"
_SECONDS = 15


def ask_schedule(address: str) -> Iterator[tuple[Literal["ok", "warn", "fail"], str]]:
    """Whether the server answers, the nightly run is scheduled, and a worker waits for it.

    Args:
        address: of the server's API, as ``PREFECT_API_URL`` has it.
    """
    try:
        deployment = _ask(f"{address}/deployments/name/{_DEPLOYMENT}")
    except urllib.error.HTTPError as error:
        yield "fail", f"the server knows no {_DEPLOYMENT} ({error.code}): prefect --no-prompt deploy --all"
        return
    except (OSError, ValueError) as error:
        yield "fail", f"the server at {address} does not answer ({error}): start it, prefect server start"
        return
    if deployment["paused"] or not any(schedule["active"] for schedule in deployment["schedules"]):
        yield "fail", f"{_DEPLOYMENT} is paused, or has no schedule that is active"
        return
    if deployment.get("global_concurrency_limit") is not None:
        yield "fail", f"{_DEPLOYMENT} has a limit of runs, which a dead run holds: prefect --no-prompt deploy --all"
    try:
        yield from _look_at_runs(address, deployment)
        yield from _look_at_workers(address, deployment["work_pool_name"])
    except (OSError, ValueError, KeyError) as error:
        yield "fail", f"the server at {address} answered otherwise than expected: {error}"


def _look_at_runs(address: str, deployment: dict[str, Any]) -> Iterator[tuple[Literal["ok", "fail"], str]]:
    filters = {
        "deployments": {"id": {"any_": [deployment["id"]]}},
        "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}},
        "sort": "EXPECTED_START_TIME_ASC",
        "limit": 1,
    }
    runs = _ask(f"{address}/flow_runs/filter", filters)
    if not runs:
        yield (
            "fail",
            "no run is planned, though there is a schedule: look for errors of its scheduler in the server's log",
        )
        return
    due = datetime.fromisoformat(runs[0]["expected_start_time"])
    if due < datetime.now(UTC) and runs[0]["state"]["name"] == "Late":
        yield "fail", f"the run of {due:%Y-%m-%d %H:%M} UTC has not begun: no worker has taken it"
    else:
        yield "ok", f"the next run is due at {due:%Y-%m-%d %H:%M} UTC"


def _look_at_workers(address: str, pool: str) -> Iterator[tuple[Literal["ok", "fail"], str]]:
    workers = _ask(f"{address}/work_pools/{pool}/workers/filter", {})
    online = [worker["name"] for worker in workers if worker["status"] == "ONLINE"]
    if online:
        yield "ok", f"{len(online)} {'worker waits' if len(online) == 1 else 'workers wait'} in the pool {pool}"
    else:
        yield "fail", f"no worker is online in the pool {pool}: prefect worker start --pool {pool} --type process"


def _ask(address: str, body: dict[str, Any] | None = None) -> Any:  # noqa: ANN401  (JSON of the server)
    request = urllib.request.Request(address, headers={"content-type": "application/json"})  # noqa: S310  (the operator's own server)
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(request, data, timeout=_SECONDS) as answer:  # noqa: S310  (likewise)
        return json.load(answer)
