"""A Prefect server and a worker of its own for a test, by the commands and settings of docs/operations.md."""

from __future__ import annotations

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


class World:
    """Server, worker and a data home in a temporary place; ``environment`` is that of the document, moved there."""

    def __init__(self, place, home):
        self.place = place
        self.home = home
        self.port = find_port()
        self.environment = self._make_environment()
        self.server = None
        self.worker = None

    def _make_environment(self):
        exported = dict(re.findall(r"^export (\w+)=(\S+)$", DOCUMENT, re.MULTILINE))
        assert {"PREFECT_HOME", "PREFECT_API_URL", "OIC_REPORTS_DATA_HOME", "OIC_REPORTS_CHECKOUT"} <= set(exported)
        places = {
            "PREFECT_HOME": self.place / "prefect",
            "OIC_REPORTS_DATA_HOME": self.home,
            "OIC_REPORTS_CHECKOUT": ROOT,
        }
        exported |= {name: str(place) for name, place in places.items()}
        exported["PREFECT_API_URL"] = exported["PREFECT_API_URL"].replace("4200", str(self.port))
        return {**os.environ, **exported}

    def command_of(self, start):
        """The command of the document that begins so, as a list."""
        (line,) = {line for line in DOCUMENT.splitlines() if line.startswith(f".venv/bin/prefect {start}")}
        return shlex.split(line.replace("4200", str(self.port)))

    def run(self, *command, expect=0):
        answer = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert (answer.returncode == 0) == (expect == 0), answer.stdout + answer.stderr
        return answer.stdout + answer.stderr

    def start(self, name, command):
        with (self.place / f"{name}.log").open("a") as log:
            return subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=log, stderr=log)

    def start_server(self):
        self.server = self.start("server", self.command_of("server start"))
        wait_for(f"http://127.0.0.1:{self.port}/api/health")

    def start_worker(self):
        self.worker = self.start("worker", self.command_of("worker start"))

    def read_document(self):
        """The lines of the document."""
        return DOCUMENT.splitlines()

    def read_log(self, name):
        return (self.place / f"{name}.log").read_text()

    def end(self):
        for process in (self.worker, self.server):
            if process is not None and process.poll() is None:
                stop(process)


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
