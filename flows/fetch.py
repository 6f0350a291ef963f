"""Take in what lies in the inbox, and count the raw store."""

from __future__ import annotations

from datetime import UTC, datetime

from prefect import flow, get_run_logger

from oic_reports.settings import Settings
from oic_reports.sources.inbox import Taken, take_in
from oic_reports.sources.store import list_store


@flow(
    name="fetch",
    flow_run_name="fetch",
    description="File what lies in raw/inbox/ into the raw store, and say what is missing about it.",
)
def fetch() -> list[Taken]:
    """File the inbox; each file's outcome, with a note where a person should add something."""
    logger = get_run_logger()
    settings = Settings()
    taken = list(take_in(settings.raw, datetime.now(UTC).date()))
    for entry in taken:
        level = logger.warning if entry.note else logger.info
        level("inbox: %s: %s%s", entry.name, entry.outcome, f" ({entry.note})" if entry.note else "")
    logger.info("raw store: %d files", sum(1 for _ in list_store(settings.raw)))
    return taken
