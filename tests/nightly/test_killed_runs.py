"""Whatever is killed, the schedule goes on: a real server and worker, and kill -9.

A run, its worker or both are killed while the run is about to begin (Pending) or at work (Running), and the server is
started anew or not. The next run of the schedule must begin within a minute of its time and publish, and the server must
know the dead run as crashed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from founding import copy_founding
from prefect_world import World

SECONDS = 60
PATIENCE = 300
LOST_SECONDS = 20
OVER = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    place = tmp_path_factory.mktemp("killed")
    home = place / "home"
    copy_founding(home)
    world = World(place, home)
    world.environment |= {
        # the schedule of a test is made while the server runs: it is looked at more often than by default
        "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "5",
        "OIC_REPORTS_LOST_SECONDS": str(LOST_SECONDS),
    }
    try:
        world.start_server()
        world.run(*world.command_of("work-pool create"))
        world.run(*world.command_of("--no-prompt deploy"))
        world.start_worker()
        yield world
    finally:
        world.end()


def ask(world, method, path, **body):
    address = f"{world.environment['PREFECT_API_URL']}{path}"
    for _ in range(20):
        answer = httpx.request(method, address, json=body.get("json", body), timeout=30)
        if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
            break
        time.sleep(0.5)  # SQLite was busy; Prefect's own client waits too
    answer.raise_for_status()
    return answer.json() if answer.content else None


def wait_until(is_true, what):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = is_true()
        if found:
            return found
        time.sleep(0.1)
    return pytest.fail(f"waited in vain for {what}")


def find_deployment(world):
    """The nightly deployment, without its schedule; it publishes though nothing is new, and asks nobody."""
    found = ask(world, "GET", "/deployments/name/pipeline/nightly")
    for schedule in found["schedules"]:
        ask(world, "DELETE", f"/deployments/{found['id']}/schedules/{schedule['id']}")
    ask(world, "PATCH", f"/deployments/{found['id']}", parameters={"force": True, "download": False})
    assert found["global_concurrency_limit"] is None
    return found["id"]


def state_of(world, run):
    return ask(world, "GET", f"/flow_runs/{run}")["state"]["type"]


def load_holder(world):
    try:
        return json.loads((world.home / "processed" / ".run" / "holder.json").read_text())
    except (OSError, ValueError):
        return {}


def children_of(pid):
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid and fields[0] not in "ZX":
            child = int(stat.parent.name)
            yield child
            yield from children_of(child)


def is_there(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def kill(pids):
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def list_versions(world):
    try:
        return [
            row["version"] for row in json.loads((world.home / "processed" / "versions.json").read_text())["releases"]
        ]
    except FileNotFoundError:
        return []


@pytest.mark.parametrize("is_restarted", [False, True], ids=["server stays", "server restarted"])
@pytest.mark.parametrize("at", ["PENDING", "RUNNING"])
@pytest.mark.parametrize("victims", ["run", "worker", "both"])
def test_the_next_run_of_the_schedule_publishes(world, victims, at, is_restarted):
    deployment = find_deployment(world)
    run = ask(world, "POST", f"/deployments/{deployment}/create_flow_run", state={"type": "SCHEDULED"})["id"]
    if at == "PENDING":
        wait_until(lambda: state_of(world, run) == "PENDING" and list(children_of(world.worker.pid)), "a run to begin")
    else:
        wait_until(lambda: load_holder(world).get("run") == run, "a run at work")
    processes = list(children_of(world.worker.pid))
    assert state_of(world, run) == at
    if victims in {"worker", "both"}:
        world.worker.kill()
        world.worker.wait()
    if victims in {"run", "both"}:
        kill(processes)
    if is_restarted:
        world.server.kill()
        world.server.wait()
        world.start_server()
    if victims != "run":
        world.start_worker()
    if victims == "worker":
        # the run lives until it tells its dead worker something, or to its end
        wait_until(lambda: not any(map(is_there, processes)), "the end of the run whose worker died")
    if at == "PENDING" and victims != "run":
        time.sleep(LOST_SECONDS)

    before = list_versions(world)
    due = datetime.now(UTC) + timedelta(seconds=15)
    schedule = {"interval": 86_400, "anchor_date": due.isoformat(), "timezone": "UTC"}
    ask(world, "POST", f"/deployments/{deployment}/schedules", json=[{"active": True, "schedule": schedule}])

    def find_next():
        found = ask(
            world,
            "POST",
            "/flow_runs/filter",
            deployments={"id": {"any_": [deployment]}},
            flow_runs={
                "expected_start_time": {
                    "after_": (due - timedelta(seconds=1)).isoformat(),
                    "before_": (due + timedelta(seconds=1)).isoformat(),
                }
            },
        )
        return found[0] if found and found[0]["state"]["type"] in OVER else None

    after = wait_until(find_next, "the next run of the schedule")
    assert after["auto_scheduled"]
    assert after["state"]["type"] == "COMPLETED", world.read_log("worker")[-3000:]
    late = datetime.fromisoformat(after["start_time"]) - due
    stays = "restarted" if is_restarted else "stays"
    sys.stdout.write(
        f"{victims} killed, {at}, server {stays}: the next run began {late.total_seconds():.0f} s after its time\n"
    )
    assert late < timedelta(seconds=SECONDS)
    assert len(list_versions(world)) == len(before) + 1
    # nor does a flow that it had begun seem to be at work
    below = {"parent_flow_run_id": {"any_": [run]}, "state": {"type": {"any_": ["PENDING", "RUNNING"]}}}
    assert ask(world, "POST", "/flow_runs/filter", flow_runs=below) == []
    # the server knows that it is over, however it ended
    assert state_of(world, run) in (OVER if victims == "worker" else {"CRASHED"})


def test_a_second_run_ends_at_once_and_says_who_works(world):
    deployment = find_deployment(world)
    before = list_versions(world)
    start = {"state": {"type": "SCHEDULED"}}
    first = ask(world, "POST", f"/deployments/{deployment}/create_flow_run", **start)["id"]
    wait_until(lambda: load_holder(world).get("run") == first, "a run at work")
    second = ask(world, "POST", f"/deployments/{deployment}/create_flow_run", **start)["id"]
    wait_until(lambda: state_of(world, second) in OVER, "the end of the second run")
    found = ask(world, "GET", f"/flow_runs/{second}")
    state = found["state"]
    sys.stdout.write(f"the second run was over {found['total_run_time']:.1f} s after it began\n")
    assert (state["type"], state["name"]) == ("CANCELLED", "Skipped")
    assert f"another run is going on (run {first}" in state["message"]
    wait_until(lambda: state_of(world, first) in OVER, "the end of the first run")
    assert state_of(world, first) == "COMPLETED"
    assert len(list_versions(world)) == len(before) + 1
