"""What a run's own server serves (``own_server``): Prefect's application, loaded at once."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import TYPE_CHECKING

from oic_reports.loading import load_at_once

if TYPE_CHECKING:
    from fastapi import FastAPI


def create_app() -> FastAPI:
    """Make the application; it is loaded in the server's process, and in no other, and ends with the run."""
    threading.Thread(target=_end_with_run, daemon=True).start()
    with load_at_once():
        from prefect.server.api.server import create_app as create  # noqa: PLC0415  (see above)

        return create()


def _end_with_run() -> None:
    """End as when asked to, once the run's process is gone: it holds the other end of the standard input."""
    while sys.stdin.buffer.read(1 << 10):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
