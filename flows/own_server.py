"""The server of a run that has none: started as the library starts it, but not loaded here.

``prefect.client.orchestration.get_client`` imports the whole server to start it in another process: two CPU seconds and
100 MB for a class of forty lines. Settings, command and end are those of that class (``SubprocessASGIServer`` of
``prefect.server.api.server``), but the port, any that is free, and that it outlives no run: a run that is killed leaves
the library's for good.
"""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
from prefect.logging import get_logger
from prefect.settings import PREFECT_API_URL, get_current_settings, temporary_settings

from oic_reports.errors import ForeseenError

_HOME = Path(__file__).resolve().parents[1]
_APP = "flows.server_app:create_app"
_HOST = "127.0.0.1"
# what the library tells a server that it starts for itself: no pages, and no servers of its own
_OF_ITS_OWN = {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"}
# seconds between two questions whether it is up, and until it has ended
_PAUSE, _PATIENCE = 0.1, 5


class ServerError(ForeseenError):
    """The server of a run did not start; the message says what was seen."""


@contextmanager
def serve_run() -> Iterator[None]:
    """A server for what runs in the block, until the process ends; none where the settings name one, or want none.

    Raises:
        ServerError: it ended at once, or did not answer within ``server.ephemeral.startup_timeout_seconds``.
    """
    ephemeral = get_current_settings().server.ephemeral
    if PREFECT_API_URL.value() or not ephemeral.enabled:
        yield
        return
    with temporary_settings({PREFECT_API_URL: _start(ephemeral.startup_timeout_seconds)}):
        yield


def _start(patience: float) -> str:
    """Start a server; the address of its interface."""
    port = _find_port()
    get_logger().info("Starting temporary server on http://%s:%d", _HOST, port)
    environment = {**os.environ, **_OF_ITS_OWN, **get_current_settings().to_environment_variables(exclude_unset=True)}
    served = ("--app-dir", str(_HOME), "--factory", _APP, "--lifespan", "on", "--log-level", "error")
    command = [sys.executable, "-m", "uvicorn", "--host", _HOST, "--port", str(port), *served]
    # a run that is killed stops nothing: its server sees the other end of this pipe close, and ends by itself
    server = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE)  # noqa: S603  (our own interpreter)
    # what the run tells goes out at the end of the process, before this
    atexit.register(_stop, server)
    address = f"http://{_HOST}:{port}/api"
    _await(server, address, patience)
    return address


def _find_port() -> int:
    with closing(socket.socket()) as found:
        found.bind((_HOST, 0))
        port: int = found.getsockname()[1]
        return port


def _await(server: subprocess.Popen[bytes], address: str, patience: float) -> None:
    end = time.monotonic() + patience
    with httpx.Client(trust_env=False) as client:
        while time.monotonic() < end:
            if server.poll() is not None:
                msg = f"the server of Prefect for this run ended at once, with status {server.returncode}"
                raise ServerError(msg)
            try:
                if client.get(f"{address}/health").is_success:
                    return
            except httpx.TransportError:
                # not up yet
                pass
            time.sleep(_PAUSE)
    msg = f"the server of Prefect for this run did not answer at {address} within {patience} seconds"
    raise ServerError(msg)


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
