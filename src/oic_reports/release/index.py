"""``processed/versions.json``: which directories are releases. One that is not listed there is none."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from oic_reports.disk.flushing import flush
from oic_reports.errors import ForeseenError
from oic_reports.release.version import parse_version

FILE = "versions.json"
ID_SCHEME = "1"
# versions that a message offers: a line is read at a glance
_OFFERED = 5
# what a release counts for: as it is; a number of the first days, whose files changed; taken down
STATUSES = ("published", "withdrawn_draft", "withdrawn")


@dataclass(frozen=True, slots=True)
class Entry:
    """One release: its version, ISO date, versions of schema, ids and code, fingerprint, counts, and predecessor.

    ``sums_sha256`` is the hash of its ``SHA256SUMS``, and so of every file; None for numbers whose files changed.
    ``is_kept`` says whether its folder is here, ``also_at`` where else it is, ``replaced_by`` which version came after
    it, ``status`` and ``reason`` whether it still counts (``STATUSES``) and why not.
    """

    version: str
    released: str
    schema_version: str
    id_scheme: str
    code_version: str
    fingerprint: str
    documents: int
    paragraphs: int
    previous: str | None
    sums_sha256: str | None = None
    status: str = "published"
    reason: str | None = None
    is_kept: bool = True
    also_at: tuple[str, ...] = ()
    replaced_by: str | None = None


class DamagedIndexError(ForeseenError):
    """``versions.json`` cannot be trusted; the message says what is wrong with it."""


def load_index(processed: Path) -> tuple[Entry, ...]:
    """The releases, oldest first; empty where there is none yet.

    Raises:
        DamagedIndexError: the file is damaged.
    """
    return _load(processed)[0]


def load_latest(processed: Path) -> Entry | None:
    """The current release: the newest, unless a person has rolled back; None where there is none yet.

    Raises:
        DamagedIndexError: the file is damaged.
    """
    return _load(processed)[1]


def say_listed(entries: Sequence[Entry]) -> str:
    """The releases that a message offers in place of one that does not exist: the newest, for hundreds help nobody."""
    if not entries:
        return "none is listed"
    newest = ", ".join(entry.version for entry in reversed(entries[-_OFFERED:]))
    return f"{len(entries)} are listed, the newest first: {newest}{', …' if len(entries) > _OFFERED else ''}"


def _load(processed: Path) -> tuple[tuple[Entry, ...], Entry | None]:
    path = processed / FILE
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        entries = tuple(_parse(row) for row in listed["releases"])
        ordered = sorted(entries, key=lambda entry: parse_version(entry.version))
        latest = next((entry for entry in entries if entry.version == listed["latest"]), None)
        # None where there is no release, else one of them
        is_listed = latest is not None if entries else listed["latest"] is None
        is_sound = list(entries) == ordered and is_listed
    except FileNotFoundError:
        return (), None
    except (ValueError, KeyError, TypeError) as error:
        msg = f"{path} is damaged ({error}): restore it from the repository or a copy"
        raise DamagedIndexError(msg) from error
    if not is_sound:
        msg = f"{path} is damaged: releases must be in order, and latest be one of them"
        raise DamagedIndexError(msg)
    return entries, latest


def _parse(row: dict[str, Any]) -> Entry:
    entry = Entry(**{**row, "also_at": tuple(row.get("also_at", ()))})
    if entry.status not in STATUSES:
        msg = f"release {entry.version} has the status {entry.status!r}"
        raise ValueError(msg)
    return entry


def add_entry(processed: Path, entries: tuple[Entry, ...], new: Entry) -> tuple[Entry, ...]:
    """The list with one release more: each replaces the one before; what is not here any more is said to be gone."""
    versions = [*(entry.version for entry in entries), new.version]
    known = (
        replace(entry, is_kept=(processed / entry.version).is_dir(), replaced_by=version)
        for entry, version in zip(entries, versions[1:], strict=True)
    )
    return (*known, new)


def write_index(processed: Path, entries: tuple[Entry, ...], latest: str | None = None) -> None:
    """Put the list in place at once: written aside, flushed, renamed.

    Args:
        processed: where releases are.
        entries: all of them, oldest first.
        latest: the version of the current one; the newest where it is not given.
    """
    listed = {
        "dataset": "oic-reports",
        "latest": latest or (entries[-1].version if entries else None),
        "releases": [asdict(entry) for entry in entries],
    }
    path = processed / FILE
    aside = processed / f".{FILE}.{os.getpid()}"
    with aside.open("w", encoding="utf-8") as file:
        file.write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    flush(processed)
