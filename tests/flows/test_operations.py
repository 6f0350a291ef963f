"""docs/operations.md, done to the letter: server, work pool, deployments, worker, backfill, in a home of its own."""

from __future__ import annotations

import json
import time

import httpx
import pytest
from prefect_world import PATIENCE, World


def ask(world, things, **body):
    """What the server has of some kind; a command that asks it would first load Prefect, which takes seconds."""
    answer = httpx.post(f"{world.environment['PREFECT_API_URL']}/{things}/filter", json=body, timeout=30)
    return answer.raise_for_status().json()


def order(world, deployment, **parameters):
    """What the server says to a run with such parameters, as the command would ask it (see ``ask``)."""
    address = f"{world.environment['PREFECT_API_URL']}/deployments/{deployment}/create_flow_run"
    return httpx.post(address, json={"parameters": parameters}, timeout=30)


def wait_for_a_scheduled_run(world):
    """When the first run begins that the server has made of the schedule."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        scheduled = {"state": {"type": {"any_": ["SCHEDULED"]}}}
        found = ask(world, "flow_runs", flow_runs=scheduled, sort="EXPECTED_START_TIME_ASC")
        if found:
            return found[0]["expected_start_time"]
        time.sleep(1)  # the scheduler looks once a minute
    return ""


@pytest.mark.slow
def test_from_nothing_to_a_backfill(tmp_path, home):
    world = World(tmp_path, home)
    try:
        world.start_server()
        world.run(*world.command_of("work-pool create"))
        world.run(*world.command_of("--no-prompt deploy"))
        deployments = ask(world, "deployments", flows={"name": {"any_": ["pipeline"]}})
        assert {deployment["name"] for deployment in deployments} == {"nightly", "backfill"}

        refused = world.run(
            ".venv/bin/prefect", "deployment", "run", "pipeline/backfill", "-p", "since=yesterday", expect=1
        )
        assert "since" in refused
        (backfill,) = [deployment["id"] for deployment in deployments if deployment["name"] == "backfill"]
        refused = order(world, backfill, body="nonsense")
        assert refused.is_client_error
        assert "nonsense" in refused.text
        runs = ask(world, "flow_runs", flows={"name": {"any_": ["pipeline"]}})
        assert [row for row in runs if row["state_type"] != "SCHEDULED"] == []
        assert wait_for_a_scheduled_run(world).endswith("T02:17:00Z"), world.read_log("server")[-3000:]

        world.start_worker()
        said = world.run(*world.command_of("deployment run pipeline/backfill -p since"))
        assert "Completed" in said, said + world.read_log("worker")
        listed = json.loads((home / "processed" / "versions.json").read_text())
        assert listed["releases"][0]["documents"] == 2
    finally:
        world.end()
    assert world.server.returncode is not None
