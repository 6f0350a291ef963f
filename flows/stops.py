"""What stops a run is said in one line, not by a traceback: its causes are foreseen, and each has a sentence."""

from __future__ import annotations

import logging

from oic_reports.errors import ForeseenError

# where Prefect logs what a flow raises
LOGGERS = ("prefect.flow_runs", "prefect.task_runs")


class _OneLine(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if isinstance(error, ForeseenError):
            record.msg, record.args = "stopped: %s", (error,)
            record.exc_info = record.exc_text = None
        return True


def say_in_one_line() -> None:
    """Let Prefect log a foreseen stop in one line; more than once does no harm."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, _OneLine) for each in logger.filters):
            logger.addFilter(_OneLine())
