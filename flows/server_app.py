"""What a run's own server serves (``own_server``): Prefect's application, loaded at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oic_reports.loading import load_at_once

if TYPE_CHECKING:
    from fastapi import FastAPI


def create_app() -> FastAPI:
    """Make the application; it is loaded in the server's process, and in no other."""
    with load_at_once():
        from prefect.server.api.server import create_app as create  # noqa: PLC0415  (see above)

        return create()
