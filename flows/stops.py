"""What stops a run is said in one line, not by a traceback: its causes are foreseen, and each has a sentence."""

from __future__ import annotations

import logging

from oic_reports.jobs.build import FORESEEN
from oic_reports.jobs.fetch import FetchStoppedError
from oic_reports.jobs.selection import SelectionError
from oic_reports.operations.lease import LeaseError
from oic_reports.release.guard import ThresholdError
from oic_reports.sources.catalogue import CatalogueError

STOPPED = (*FORESEEN, FetchStoppedError, LeaseError, SelectionError, CatalogueError, ThresholdError)
# where Prefect logs what a flow raises
LOGGERS = ("prefect.flow_runs", "prefect.task_runs")


class _OneLine(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if isinstance(error, STOPPED):
            record.msg, record.args = "stopped: %s", (error,)
            record.exc_info = record.exc_text = None
        return True


def say_in_one_line() -> None:
    """Let Prefect log a foreseen stop in one line; more than once does no harm."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, _OneLine) for each in logger.filters):
            logger.addFilter(_OneLine())
