"""Whether all is well where the pipeline runs: settings, tools, disk, releases, the last good run, the schedule."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from oic_reports.operations.lease import load_holder
from oic_reports.operations.schedule import ask_schedule
from oic_reports.operations.summary import CLOCKS_DIFFER, find_last_good, list_summaries
from oic_reports.reading.convert import COMMAND
from oic_reports.release.checksums import FILE as CHECKSUMS
from oic_reports.release.index import DamagedIndexError, load_index, load_latest
from oic_reports.settings import Settings

Level = Literal["ok", "warn", "fail"]
_LANGUAGES = frozenset({"ara", "eng", "fra"})
_SECONDS = 10
# a release is written aside before it takes its place, beside the tables of the run
_COPIES = 3
# bytes below which no disk is let
_LEAST_FREE = 500 << 20
# a night may be long, and the next one is due a day after it began
_LATE = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and how it is."""

    level: Level
    subject: str
    message: str

    def __str__(self) -> str:
        """One line."""
        return f"{self.level:<4} {self.subject}: {self.message}"


def examine(
    settings: Settings, now: datetime, ask: Callable[[str], Iterator[tuple[Level, str]]] = ask_schedule
) -> list[Finding]:
    """Look at everything; settings that are wrong have already been told by making them.

    Args:
        settings: where things are.
        now: the moment, in UTC.
        ask: asks the Prefect server at an address for the schedule.
    """
    looks: dict[str, Callable[[], Iterator[tuple[Level, str]]]] = {
        "settings": lambda: _look_at_settings(settings),
        "folders": lambda: _look_at_folders(settings),
        "tools": _look_at_tools,
        "release": lambda: _look_at_release(settings),
        "disk": lambda: _look_at_disk(settings),
        "runs": lambda: _look_at_runs(settings, now),
        "inbox": lambda: _look_at_inbox(settings, now),
        "schedule": lambda: _look_at_schedule(ask),
    }
    return [Finding(level, subject, message) for subject, look in looks.items() for level, message in look()]


def _look_at_settings(settings: Settings) -> Iterator[tuple[Level, str]]:
    yield "ok", f"the data are in {settings.data_home}"
    if settings.contact is None:
        yield "warn", "OIC_REPORTS_CONTACT is not set: nothing is fetched"


def _look_at_folders(settings: Settings) -> Iterator[tuple[Level, str]]:
    for folder in (settings.raw, settings.processed):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                yield "ok", f"{folder} can be written"
        except OSError as error:
            yield "fail", f"{folder} cannot be written ({error.strerror}): mend its owner, mode or free space"
    if not settings.corrections.is_dir():
        yield "warn", f"{settings.corrections} is missing: no correction is at work"


def _look_at_tools() -> Iterator[tuple[Level, str]]:
    command = shutil.which("tesseract")
    if command is None:
        yield "warn", "no tesseract: scans are rejected (ocr_missing)"
    else:
        missing = sorted(_LANGUAGES - _list_languages(command))
        if missing:
            yield (
                "warn",
                f"tesseract lacks {', '.join(missing)}: install tesseract-ocr-{' tesseract-ocr-'.join(missing)}",
            )
        else:
            yield "ok", "tesseract with Arabic, English and French"
    if shutil.which(COMMAND) is None:
        yield "warn", "no LibreOffice: old Word files are rejected (converter_missing)"
    else:
        yield "ok", "LibreOffice"


def _list_languages(command: str) -> frozenset[str]:
    try:
        answer = subprocess.run(  # noqa: S603  (found by its name, without words of others)
            [command, "--list-langs"], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(answer.stdout.split())


def _look_at_release(settings: Settings) -> Iterator[tuple[Level, str]]:
    try:
        entries, latest = load_index(settings.processed), load_latest(settings.processed)
    except DamagedIndexError as error:
        yield "fail", str(error)
        return
    if latest is None:
        yield "warn", "there is none yet"
        return
    directory = settings.processed / latest.version
    if not (directory / CHECKSUMS).is_file():
        yield "fail", f"the current release lacks {directory / CHECKSUMS}: restore the folder from a copy"
        return
    if latest != entries[-1]:
        yield "warn", f"rolled back to {latest.version}; the newest is {entries[-1].version}"
    yield "ok", f"{latest.version} of {latest.released}, {latest.documents} documents; releases in all: {len(entries)}"


def _look_at_disk(settings: Settings) -> Iterator[tuple[Level, str]]:
    try:
        latest = load_latest(settings.processed)
    except DamagedIndexError:
        latest = None
    size = _measure(settings.processed / latest.version) if latest else 0
    needed = max(_LEAST_FREE, _COPIES * size)
    for folder in (settings.processed, settings.raw):
        if not folder.is_dir():
            continue
        free = shutil.disk_usage(folder).free
        level: Level = "ok" if free >= needed else "fail"
        yield level, f"{free >> 20} MB free for {folder}, {needed >> 20} MB are needed"


def _measure(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _look_at_runs(settings: Settings, now: datetime) -> Iterator[tuple[Level, str]]:
    holder = load_holder(settings.lease)
    if holder is not None and holder.is_alive is False:
        yield "warn", f"{holder} died: the next run says so to the server, and goes on"
    elif holder is not None:
        yield "ok", f"{holder} is going on"
    last = next(list_summaries(settings.runs, now), None)
    good = find_last_good(settings.runs, now)
    if last is None:
        yield (
            "warn",
            "none has ended yet: the first comes by its schedule, or now by prefect deployment run pipeline/backfill",
        )
        return
    if last.outcome == "stopped":
        yield "fail", f"the last one was stopped: {last.message}"
    for notice in last.notices:
        yield "warn", notice.message
    if good is None:
        yield "fail", "none has ended well yet"
    elif now - datetime.fromisoformat(good.ended) > _LATE:
        yield (
            "fail",
            f"the last one that ended well did so at {good.ended}: more than {_LATE // timedelta(hours=1)} hours ago",
        )
    elif datetime.fromisoformat(good.ended) - now > CLOCKS_DIFFER:
        yield "fail", f"the last one that ended well did so at {good.ended}, which is to come: set this machine's clock"
    else:
        yield "ok", f"the last one that ended well: {good.ended}, {good.message}"


def _look_at_inbox(settings: Settings, now: datetime) -> Iterator[tuple[Level, str]]:
    """What the last run that looked could not take in, for a person has put it there and waits for it."""
    fetched = (summary.stages["fetch"] for summary in list_summaries(settings.runs, now) if "fetch" in summary.stages)
    left = next(fetched, {}).get("left_in_inbox", 0)
    if left:
        yield "warn", f"the last run left {left} there: {settings.raw / 'inbox' / 'left.md'} says why"


def _look_at_schedule(ask: Callable[[str], Iterator[tuple[Level, str]]]) -> Iterator[tuple[Level, str]]:
    address = os.environ.get("PREFECT_API_URL")
    if not address:
        yield "warn", "PREFECT_API_URL is not set: the schedule was not looked at"
        return
    yield _look_at_checkout(os.environ.get("OIC_REPORTS_CHECKOUT"))
    yield from ask(address)


def _look_at_checkout(checkout: str | None) -> tuple[Level, str]:
    """Whether a worker that is started in this environment finds the flows: prefect.yaml has it go to the checkout."""
    if not checkout:
        return "warn", "OIC_REPORTS_CHECKOUT is not set here: a worker that is started without it finds no flow"
    if not (Path(checkout) / "flows" / "pipeline.py").is_file():
        return "fail", f"OIC_REPORTS_CHECKOUT is {checkout}, where there is no flows/pipeline.py"
    return "ok", f"workers run in {checkout}"


def find_now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
