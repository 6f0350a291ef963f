"""What the doctor says when all is well, and each thing that may be wrong."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from test_summary import RUN

from oic_reports.operations.doctor import _measure, examine
from oic_reports.operations.lease import _describe, _write
from oic_reports.operations.schedule import ask_schedule
from oic_reports.operations.summary import Notice, keep_summary
from oic_reports.settings import Settings

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


@pytest.fixture
def place(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "corrections").mkdir()
    return Settings(data_home=tmp_path, contact="reports@example.org")


def say(settings, subject, level=None, ask=None):
    findings = examine(settings, NOW, ask or (lambda _: iter(())))
    return [finding.message for finding in findings if finding.subject == subject and level in {None, finding.level}]


def test_a_new_place_has_nothing_to_mend(place):
    assert [finding for finding in examine(place, NOW) if finding.level == "fail"] == []


def test_runs(place):
    keep_summary(place.runs, RUN, NOW)
    assert say(place, "runs", "ok") == [
        "the last one that ended well: 2026-11-28T02:18:40+00:00, published version 2026.11.6"
    ]
    keep_summary(place.runs, replace(RUN, began="2026-11-28T03:00:00+00:00", outcome="stopped", message="a drop"), NOW)
    assert say(place, "runs", "fail") == ["the last one was stopped: a drop"]


def test_a_last_good_run_that_is_long_ago(place):
    keep_summary(place.runs, replace(RUN, ended="2026-11-26T20:59:00+00:00"), NOW)
    assert "more than 36 hours ago" in say(place, "runs", "fail")[0]


def test_a_last_good_run_that_is_to_come(place):
    keep_summary(place.runs, replace(RUN, began="2031-11-28T02:17:00+00:00", ended="2031-11-28T02:18:40+00:00"), NOW)
    assert "which is to come: set this machine's clock" in say(place, "runs", "fail")[0]


def test_a_notice_is_repeated(place):
    keep_summary(place.runs, replace(RUN, notices=(Notice("e", "look"),)), NOW)
    assert say(place, "runs", "warn") == ["look"]


def test_what_waits_in_the_inbox_is_said(place):
    assert say(place, "inbox") == []
    keep_summary(place.runs, replace(RUN, stages={"fetch": {"new": 0, "left_in_inbox": 3}}), NOW)
    # a run that stopped before it looked knows nothing of it
    keep_summary(place.runs, replace(RUN, began="2026-11-28T03:00:00+00:00", outcome="stopped", stages={}), NOW)
    (said,) = say(place, "inbox", "warn")
    assert said.startswith("the last run left 3 there: ")
    assert said.endswith("left.md says why")
    keep_summary(
        place.runs, replace(RUN, began="2026-11-28T04:00:00+00:00", stages={"fetch": {"left_in_inbox": 0}}), NOW
    )
    assert say(place, "inbox") == []


def test_a_run_that_died(place):
    place.lease.mkdir(parents=True)
    _write(place.lease / "holder.json", replace(_describe("x"), pid=2**22 + 1))
    assert "died" in say(place, "runs", "warn")[0]


def test_a_damaged_index(place):
    place.processed.mkdir()
    (place.processed / "versions.json").write_text("{")
    assert "damaged" in say(place, "release", "fail")[0]


def test_a_release_that_is_not_there(place, root):
    place.processed.mkdir()
    (place.processed / "versions.json").write_text((root / "processed" / "versions.json").read_text())
    assert "restore the folder" in say(place, "release", "fail")[0]


def test_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "raw").write_text("")
    assert "cannot be written" in say(Settings(data_home=tmp_path), "folders", "fail")[0]


def test_a_full_disk(place, monkeypatch):
    monkeypatch.setattr("oic_reports.operations.doctor._LEAST_FREE", 1 << 62)
    assert len(say(place, "disk", "fail")) == 2


def test_what_the_next_release_needs_counts_its_folders(tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.md").write_bytes(b"four")
    (tmp_path / "b").write_bytes(b"two")
    assert _measure(tmp_path) == 7


@pytest.mark.parametrize("languages", ["", "eng"])
def test_tools(place, tmp_path, monkeypatch, languages):
    monkeypatch.setenv("PATH", str(tmp_path))
    if languages:
        (tmp_path / "tesseract").write_text(f"#!/bin/sh\necho {languages}\n")
        (tmp_path / "tesseract").chmod(0o755)
    found = say(place, "tools", "warn")
    assert ("lacks ara, fra" if languages else "no tesseract") in found[0]
    assert "no LibreOffice" in found[1]


GOOD = {
    "/deployments/name/pipeline/nightly": {
        "id": "d", "paused": False, "schedules": [{"active": True}], "global_concurrency_limit": None, "work_pool_name": "p",
    },
    "/flow_runs/filter": [{"expected_start_time": "2100-01-01T02:17:00Z", "state": {"name": "Scheduled"}}],
    "/work_pools/p/workers/filter": [{"name": "w", "status": "ONLINE"}],
}  # fmt: skip


@pytest.fixture
def server():
    """A stand-in for the server; its answers by path."""
    answers = dict(GOOD)

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self):
            found = answers.get(self.path)
            self.send_response(404 if found is None else 200)
            self.end_headers()
            self.wfile.write(json.dumps(found).encode())

        def do_POST(self):
            self.rfile.read(int(self.headers["content-length"]))
            self.do_GET()

        def log_message(self, *_):
            pass

    http = HTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}", answers
    http.shutdown()


def test_a_schedule_that_is_well(server):
    assert list(ask_schedule(server[0])) == [
        ("ok", "the next run is due at 2100-01-01 02:17 UTC"),
        ("ok", "1 worker waits in the pool p"),
    ]


DEPLOYMENT = GOOD["/deployments/name/pipeline/nightly"]


@pytest.mark.parametrize(
    ("path", "answer", "said"),
    [
        ("/deployments/name/pipeline/nightly", None, "knows no pipeline/nightly"),
        ("/deployments/name/pipeline/nightly", {**DEPLOYMENT, "paused": True}, "is paused"),
        ("/deployments/name/pipeline/nightly", {**DEPLOYMENT, "schedules": []}, "no schedule that is active"),
        (
            "/deployments/name/pipeline/nightly",
            {**DEPLOYMENT, "global_concurrency_limit": {"limit": 1}},
            "has a limit of runs",
        ),
        ("/flow_runs/filter", [], "no run is planned"),
        (
            "/flow_runs/filter",
            [{"expected_start_time": "2026-01-01T02:17:00Z", "state": {"name": "Late"}}],
            "has not begun",
        ),
        ("/flow_runs/filter", [{}], "answered otherwise"),
        ("/work_pools/p/workers/filter", [{"name": "w", "status": "OFFLINE"}], "no worker is online"),
    ],
)
def test_a_schedule_that_is_not(server, path, answer, said):
    server[1][path] = answer
    (found,) = [message for level, message in ask_schedule(server[0]) if level == "fail"]
    assert said in found


@pytest.mark.parametrize(
    ("checkout", "level", "said"),
    [("", "warn", "finds no flow"), ("/nowhere", "fail", "no flows/pipeline.py"), (None, "ok", "workers run in")],
)
def test_where_a_worker_looks_for_the_flows(place, root, monkeypatch, checkout, level, said):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    monkeypatch.setenv("OIC_REPORTS_CHECKOUT", str(root) if checkout is None else checkout)
    assert said in say(place, "schedule", level, lambda _: iter(()))[0]


def test_a_server_that_is_not_there(place, monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    assert "does not answer" in say(place, "schedule", "fail", ask_schedule)[0]


def test_a_run_that_is_just_due_is_not_late(server):
    due = (datetime.now(UTC) - timedelta(seconds=5)).isoformat()
    server[1]["/flow_runs/filter"] = [{"expected_start_time": due, "state": {"name": "Scheduled"}}]
    assert all(level == "ok" for level, _ in ask_schedule(server[0]))
