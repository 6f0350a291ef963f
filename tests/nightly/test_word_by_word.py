"""docs/operations.md, every ``sh`` block of it in its order, in a place of its own."""

from __future__ import annotations

import json
import re
import subprocess
import time

import httpx
import pytest
from prefect_world import DOCUMENT, PATIENCE, ROOT, World, wait_for

LONG = ("server start", "worker start")


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path, tmp_path / "data")
    try:
        yield world
    finally:
        world.end()


def list_commands():
    for block in re.findall(r"^```sh\n(.*?)^```", DOCUMENT, re.DOTALL | re.MULTILINE):
        for line in block.splitlines():
            if not line.startswith("export "):
                yield line


def move(world, command):
    """A command of the document in the temporary place."""
    moved = command.replace("/srv/oic-reports", str(world.place)).replace("4200", str(world.port))
    index = world.home / "processed" / "versions.json"
    if "VERSION" in moved and index.exists():
        listed = json.loads(index.read_text())
        current = next(row for row in listed["releases"] if row["version"] == listed["latest"])
        moved = moved.replace("VERSION", current["previous"] if "rollback" in moved else current["version"])
    return moved


def run(world, command):
    return subprocess.run(  # noqa: S602  (the commands of our document)
        command,
        shell=True,
        env=world.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def run_doctor(world):
    """The doctor is asked until the server has planned a run and seen the worker, which takes it a minute."""
    until = time.monotonic() + PATIENCE
    while True:
        answer = run(world, ".venv/bin/oic-reports doctor")
        if answer.returncode == 0 or time.monotonic() > until:
            return answer
        time.sleep(5)


def publish_once_more(world):
    """A second release, so that there is one to go back to."""
    answer = run(world, ".venv/bin/prefect deployment run pipeline/backfill -p force=true --watch")
    assert "Completed" in answer.stdout, answer.stdout + answer.stderr


def test_the_document_word_by_word(world):
    done = []
    for command in list_commands():
        moved = move(world, command)
        if "rollback" in command:
            publish_once_more(world)
            moved = move(world, command)
        if "server start" in command:
            world.server = world.start("server", moved.split())
            wait_for(f"http://127.0.0.1:{world.port}/api/health")
        elif "worker start" in command:
            world.worker = world.start("worker", moved.split())
        else:
            answer = run_doctor(world) if "doctor" in command else run(world, moved)
            assert answer.returncode == 0, f"{command}\n{answer.stdout}{answer.stderr}"
            if "deployment run" in command:
                assert "Completed" in answer.stdout, answer.stdout + world.read_log("worker")[-3000:]
            if "deploy --all" in command:
                # the limit that deployments had once is gone when they are made anew
                set_limit(world)
                assert run(world, moved).returncode == 0
                assert ask_nightly(world)["global_concurrency_limit"] is None
        done.append(command)
    assert {"prune", "rollback", "verify", "doctor", "thresholds"} <= {
        word for command in done for word in command.split()
    }
    listed = json.loads((world.home / "processed" / "versions.json").read_text())
    assert listed["latest"] != listed["releases"][-1]["version"]


def ask_nightly(world):
    return httpx.get(f"{world.environment['PREFECT_API_URL']}/deployments/name/pipeline/nightly", timeout=30).json()


def set_limit(world):
    address = f"{world.environment['PREFECT_API_URL']}/deployments/{ask_nightly(world)['id']}"
    httpx.patch(address, json={"concurrency_limit": 1}, timeout=30).raise_for_status()
    assert ask_nightly(world)["global_concurrency_limit"]["limit"] == 1
