"""What stops a run is said in one line, not by a traceback: its causes are foreseen, and each has a sentence."""

from __future__ import annotations

import logging

from pydantic import ValidationError

from oic_reports.errors import ForeseenError
from oic_reports.settings import Settings, print_faults

# where Prefect logs what a flow raises
LOGGERS = ("prefect.flow_runs", "prefect.task_runs")


class WrongSettingError(ForeseenError):
    """A setting is wrong; the message names its variable."""


def load_settings() -> Settings:
    """The settings.

    Raises:
        WrongSettingError: one of them is wrong.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise WrongSettingError(print_faults(error)) from error


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
