"""docs/operations.md, done to the letter: server, work pool, deployments, worker, backfill, in a home of its own."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
PATIENCE = 240


def command_of(start, port):
    """The command of the document that begins so, as a list."""
    (line,) = {line for line in DOCUMENT.splitlines() if line.startswith(f".venv/bin/prefect {start}")}
    return shlex.split(line.replace("4200", str(port)))


def settings_of(tmp_path, home, port):
    """The environment of the document, moved to a temporary place."""
    exported = dict(re.findall(r"^export (\w+)=(\S+)$", DOCUMENT, re.MULTILINE))
    assert {"PREFECT_HOME", "PREFECT_API_URL", "OIC_REPORTS_DATA_HOME", "OIC_REPORTS_CHECKOUT"} <= set(exported)
    places = {"PREFECT_HOME": tmp_path / "prefect", "OIC_REPORTS_DATA_HOME": home, "OIC_REPORTS_CHECKOUT": ROOT}
    exported |= {name: str(place) for name, place in places.items()}
    exported["PREFECT_API_URL"] = exported["PREFECT_API_URL"].replace("4200", str(port))
    return {**os.environ, **exported}


def find_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(url):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  (loopback)
                return answer.status
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)  # a poll of the server that was just started, bounded by PATIENCE
    pytest.fail(f"nothing answers at {url}")


def stop(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(30)


@pytest.mark.slow
def test_from_nothing_to_a_backfill(tmp_path, home):
    port = find_port()
    environment = settings_of(tmp_path, home, port)

    def run(*command, expect=0):
        answer = subprocess.run(
            command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert (answer.returncode == 0) == (expect == 0), answer.stdout + answer.stderr
        return answer.stdout + answer.stderr

    def start(name, command):
        log = (tmp_path / f"{name}.log").open("w")
        return subprocess.Popen(command, env=environment, cwd=ROOT, stdout=log, stderr=log)

    server = start("server", command_of("server start", port))
    worker = None
    try:
        wait_for(f"http://127.0.0.1:{port}/api/health")
        run(*command_of("work-pool create", port))
        run(*command_of("--no-prompt deploy", port))
        deployments = run(".venv/bin/prefect", "deployment", "ls")
        assert "pipeline/nightly" in deployments
        assert "pipeline/backfill" in deployments

        refused = run(".venv/bin/prefect", "deployment", "run", "pipeline/backfill", "-p", "since=yesterday", expect=1)
        assert "since" in refused
        runs = json.loads(run(".venv/bin/prefect", "flow-run", "ls", "--flow-name", "pipeline", "-o", "json"))
        assert [row for row in runs if row["state_type"] != "SCHEDULED"] == []

        worker = start("worker", command_of("worker start", port))
        said = run(*command_of("deployment run pipeline/backfill", port))
        assert "Completed" in said, said + (tmp_path / "worker.log").read_text()
        listed = json.loads((home / "processed" / "versions.json").read_text())
        assert listed["releases"][0]["documents"] == 2
    finally:
        if worker is not None:
            stop(worker)
        stop(server)
    assert server.returncode is not None
