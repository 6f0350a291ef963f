"""Errors that are foreseen: what stops a run or a command, and why a file cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from oic_reports.codes import RejectReason

_PACKAGE = Path(__file__).resolve().parent
# characters of a detail: a reject is read on one screen
_LONGEST = 500


class ForeseenError(Exception):
    """What stops a command or a run and is no fault of the code: its message is what a person reads of it.

    It says what is wrong, where, and what to do, the cause last. The command (``cli``) and the flow (``flows.stops``)
    catch it once each: one line, no traceback. What is about one file or one address alone is no such error: it becomes
    a reject, or an outcome, and the run goes on.
    """


class UnreadableFileError(Exception):
    """A file that gives no trustworthy text.

    ``reason`` is a value of ``schemas/vocabularies/reject_reasons.csv``; ``detail`` is for a person.
    """

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def parse_refusal(values: Mapping[str, Any]) -> UnreadableFileError:
    """The refusal in a child's answer; a child that was taken over may say anything, so that nothing is believed."""
    detail = str(values.get("detail")).encode("utf-8", "backslashreplace").decode("utf-8")[:_LONGEST]
    if values.get("reason") not in get_args(RejectReason) or not any(letter.isalnum() for letter in detail):
        return UnreadableFileError("reader_failed", "the reader gave no reason that is known")
    return UnreadableFileError(values["reason"], detail)


def describe_cause(error: Exception) -> str:
    """What a library said, for a person: of a file that the system refuses, its name and the reason, no number."""
    if isinstance(error, OSError) and error.strerror:
        return f"{Path(str(error.filename)).name}: {error.strerror}" if error.filename else error.strerror
    return str(error)


def describe_end(status: int) -> str:
    """How a process ended, for a person: by which signal, where its status is negative (as ``subprocess`` tells it).

    Most libraries that meet what they were not made for, or have no memory left, abort with a signal and no word.
    """
    if status >= 0:
        return f"ended with status {status}"
    import signal  # noqa: PLC0415  (few processes are killed)

    # a real-time signal has a number alone
    names = {known.value: known.name for known in signal.Signals}
    return f"was ended by {names.get(-status, f'signal {-status}')}"


def describe_fault(error: Exception) -> str:
    """An exception in one line: its type, the innermost place of our own code that it went through, its message."""
    import traceback  # noqa: PLC0415  (it loads much, and most processes meet no fault)

    walked = traceback.walk_tb(error.__traceback__)
    frames = [(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in walked]
    ours = [frame for frame in frames if Path(frame[0]).is_relative_to(_PACKAGE)]
    name, line, function = (ours or frames)[-1]
    place = Path(name).relative_to(_PACKAGE) if ours else Path(name).name
    message = " ".join(str(error).split())
    return f"{type(error).__name__} in {place}, line {line} ({function}): {message}"[:_LONGEST]
