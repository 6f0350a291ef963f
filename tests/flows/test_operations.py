"""docs/operations.md, done to the letter: server, work pool, deployments, worker, backfill, in a home of its own."""

from __future__ import annotations

import json

import pytest
from prefect_world import World


@pytest.mark.slow
def test_from_nothing_to_a_backfill(tmp_path, home):
    world = World(tmp_path, home)
    try:
        world.start_server()
        world.run(*world.command_of("work-pool create"))
        world.run(*world.command_of("--no-prompt deploy"))
        deployments = world.run(".venv/bin/prefect", "deployment", "ls")
        assert "pipeline/nightly" in deployments
        assert "pipeline/backfill" in deployments

        refused = world.run(
            ".venv/bin/prefect", "deployment", "run", "pipeline/backfill", "-p", "since=yesterday", expect=1
        )
        assert "since" in refused
        runs = json.loads(world.run(".venv/bin/prefect", "flow-run", "ls", "--flow-name", "pipeline", "-o", "json"))
        assert [row for row in runs if row["state_type"] != "SCHEDULED"] == []

        world.start_worker()
        said = world.run(*world.command_of("deployment run pipeline/backfill"))
        assert "Completed" in said, said + world.read_log("worker")
        listed = json.loads((home / "processed" / "versions.json").read_text())
        assert listed["releases"][0]["documents"] == 2
    finally:
        world.end()
    assert world.server.returncode is not None
