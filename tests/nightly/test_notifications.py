"""A failed run, a jump in rejects, long silence: each reaches a local webhook through the server's automations."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from founding import copy_founding
from prefect_world import ROOT, World

PATIENCE = 120
LAST_RUN = {
    "run": "earlier", "began": "2026-08-01T02:17:00+00:00", "ended": "2026-08-01T02:18:00+00:00", "seconds": 60.0,
    "outcome": "unchanged", "message": "m", "version": None, "stages": {}, "rejects": {}, "changed": {}, "changes": [],
    "warnings": [], "slowest": {}, "last_new": "2026-08-01", "notices": [],
}  # fmt: skip


@pytest.fixture
def hook():
    """A webhook on the loopback address; what it was told."""
    told = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self):
            told.append(json.loads(self.rfile.read(int(self.headers["content-length"])))["text"])
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", told
    server.shutdown()


@pytest.fixture
def world(tmp_path):
    home = tmp_path / "home"
    copy_founding(home)
    world = World(tmp_path, home)
    world.environment["OIC_REPORTS_METRICS_FILE"] = str(tmp_path / "oic.prom")
    world.environment["OIC_REPORTS_LOG_FILE"] = str(tmp_path / "oic.jsonl")
    try:
        world.start_server()
        yield world
    finally:
        world.end()


def wait_for_text(told, part):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = [text for text in told if part in text]
        if found:
            return found[0]
        time.sleep(0.5)
    return pytest.fail(f"nobody was told of {part!r}, but: {told}")


def run_pipeline(world, **parameters):
    code = f"from flows.pipeline import pipeline; pipeline(**{parameters!r})"
    return subprocess.run(
        [sys.executable, "-c", code], env=world.environment, cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_who_watches_is_told(world, hook):
    address, told = hook
    (command,) = [
        line.split() for line in world.read_document() if line.startswith(".venv/bin/python -m flows.notifications")
    ]
    said = world.run(*command[:-1], address)
    assert said.splitlines()[-3:] == [
        "oic-reports: a run failed",
        "oic-reports: something to look at",
        "oic-reports: silence",
    ]
    world.run(*command[:-1], address)  # a second time replaces them

    assert run_pipeline(world, body="nonsense").returncode == 1
    text = wait_for_text(told, "ended as Failed")
    assert "no body is called nonsense" in text

    # the last good run knew no reject, and a new report was long ago
    runs = world.home / "processed" / ".runs"
    runs.mkdir(parents=True)
    (runs / "2026-08-01T021700Z-earlier.json").write_text(json.dumps(LAST_RUN))
    for path in (world.home / "raw" / "reports").glob("0*"):
        path.rename(world.home / path.name)
    for number in range(7):
        (world.home / "raw" / "reports" / f"{number}.txt").write_text(f"no report {number}")
    assert run_pipeline(world, dry_run=True).returncode == 1  # nothing is left to publish
    for path in world.home.glob("0*"):
        path.rename(world.home / "raw" / "reports" / path.name)
    answer = run_pipeline(world, dry_run=True)
    assert answer.returncode == 0, answer.stderr
    assert "7 rejects, 0 in the last good run" in wait_for_text(told, "rejects")
    assert "no new report for" in wait_for_text(told, "no new report")

    assert 'oic_reports_rejects{reason="sidecar_missing"} 7' in (world.place / "oic.prom").read_text()
    lines = [json.loads(line) for line in (world.place / "oic.jsonl").read_text().splitlines()]
    assert {line["reason"] for line in lines if "reason" in line} == {"sidecar_missing"}
    assert {line["document_id"] for line in lines if line.get("kind") == "new"} == {
        "ar-2013-09-25-cg-mali-report",
        "en-2017-09-20-cg-mali-report",
    }


def test_silence_is_told(world, hook):
    address, told = hook
    code = (
        "import sys; from datetime import timedelta; import flows.notifications as n;"
        "n._SILENCE = timedelta(seconds=20); n.install(sys.argv[1])"
    )
    world.run(sys.executable, "-c", code, address)
    assert run_pipeline(world, dry_run=True).returncode == 0
    assert "no run has ended well" in wait_for_text(told, "no run")
