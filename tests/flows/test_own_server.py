"""The server that a run without one has for itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_SERVER_EPHEMERAL_ENABLED,
    PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS,
    temporary_settings,
)

from flows import own_server
from flows.own_server import ServerError, serve_run

ROOT = Path(__file__).resolve().parents[2]
ASKED = """
import sys
from flows.own_server import serve_run
from prefect.client.orchestration import get_client
with serve_run():
    with get_client(sync_client=True) as client:
        print(client.api_url, client.hello().status_code, "prefect.server.api.server" in sys.modules)
"""


@pytest.fixture
def environment(prefect_home):
    """Of a run that has no server, and may start one."""
    said = {"PREFECT_HOME": str(prefect_home), "PREFECT_SERVER_EPHEMERAL_ENABLED": "true"}
    said |= {"PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "300", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **said}


@pytest.mark.slow
def test_it_answers_is_not_loaded_by_the_run_and_ends_with_it(tmp_path, environment):
    # from another folder, as a worker may run it
    answer = subprocess.run(
        [sys.executable, "-c", ASKED], capture_output=True, text=True, check=True, cwd=tmp_path, env=environment
    )
    address, status, is_loaded = answer.stdout.split()
    assert (status, is_loaded) == ("200", "False")
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{address}/health")


KILLED = """
import os, signal
from flows.own_server import serve_run
from prefect.settings import PREFECT_API_URL
with serve_run():
    print(PREFECT_API_URL.value(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.slow
def test_it_ends_with_a_run_that_is_killed(environment):
    # the server holds what the run wrote to: the pipe closes once both are gone
    killed = subprocess.run(
        [sys.executable, "-c", KILLED], capture_output=True, text=True, check=False, env=environment, timeout=300
    )
    assert killed.returncode == -signal.SIGKILL
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{killed.stdout.strip()}/health")


@pytest.mark.parametrize(
    "said", [{PREFECT_API_URL: "http://127.0.0.1:9/api"}, {PREFECT_SERVER_EPHEMERAL_ENABLED: False}]
)
def test_none_is_started_where_the_settings_name_one_or_want_none(monkeypatch, said):
    monkeypatch.setattr(own_server, "_start", lambda _: pytest.fail("a server was started"))
    with temporary_settings(said):
        before = PREFECT_API_URL.value()
        with serve_run():
            assert PREFECT_API_URL.value() == before


@pytest.mark.parametrize(
    ("module", "seconds", "why"),
    [("no_module_of_this_name", 300, "ended at once, with status 1"), ("http.server", 1, "did not answer")],
)
def test_one_that_does_not_start_is_said_in_a_line(monkeypatch, module, seconds, why):
    started = subprocess.Popen

    def start(command, env, stdin):
        port = command[command.index("--port") + 1]
        return started(
            [sys.executable, "-m", module, "--bind", "127.0.0.1", port], env=env, stdin=stdin, stderr=subprocess.DEVNULL
        )

    monkeypatch.setattr(own_server.subprocess, "Popen", start)
    said = {PREFECT_SERVER_EPHEMERAL_ENABLED: True, PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS: seconds}
    with (
        temporary_settings(said, restore_defaults={PREFECT_API_URL}),
        pytest.raises(ServerError, match=why),
        serve_run(),
    ):
        pytest.fail("the run began")
