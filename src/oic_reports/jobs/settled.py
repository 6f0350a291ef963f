"""Whether a run can bring anything new: what it would work on, as one hash, beside that of the last run.

A run in which nothing changed costs what listing the files costs. ``force`` looks all the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache
from importlib.metadata import distributions
from importlib.resources import files
from pathlib import Path

from oic_reports.jobs.selection import Selection
from oic_reports.release.checksums import FILE, hash_of
from oic_reports.release.index import load_latest
from oic_reports.release.publish import Published
from oic_reports.resources import find_declared
from oic_reports.settings import Settings
from oic_reports.sources.raw_store import StoredFile
from oic_reports.work.keys import make_key, read_all

_NOTE = "settled.json"


def mark_run(listed: Sequence[StoredFile], settings: Settings, selection: Selection, code: str) -> str:
    """The sha256, as hex digits, of all that a run's result follows from, but the last release.

    Args:
        listed: the files of the raw store.
        settings: where corrections and releases are.
        selection: which new reports are brought in.
        code: what ``work.keys.identify_code`` gave.
    """
    digest = hashlib.sha256()
    for stored in listed:
        reject = asdict(stored.reject) if stored.reject else None
        key = None if reject else make_key(stored.source, settings.recognised, code)
        digest.update(json.dumps([asdict(stored.source), reject, key]).encode())
    digest.update(json.dumps(asdict(selection)).encode())
    digest.update(mark_code().encode())
    if settings.corrections.is_dir():
        _add(digest, read_all("corrections", settings.corrections, (".yaml", ".yml", "")))
    return digest.hexdigest()


@cache
def mark_code() -> str:
    """The sha256, as hex digits, of all code, schemas and expectations, and of the versions of all libraries."""
    digest = hashlib.sha256()
    parts = (("code", files("oic_reports")), *((name, find_declared(name)) for name in ("schemas", "expectations")))
    for name, part in parts:
        _add(digest, read_all(name, part, (".py", ".csv", ".yaml", ".json", ".sql", ".jinja")))
    digest.update(json.dumps(sorted(f"{found.name} {found.version}" for found in distributions())).encode())
    return digest.hexdigest()


def _add(digest: hashlib._Hash, read: Iterable[tuple[str, bytes]]) -> None:
    for path, content in read:
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)


def find_settled(settings: Settings, mark: str) -> Published | None:
    """What the last run came to, if it worked on the same and its release is as it was; else None."""
    entry = load_latest(settings.processed)
    path = settings.leaves / _NOTE
    if entry is None or not path.is_file():
        return None
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None
    directory = settings.processed / entry.version
    if note != _note(mark, directory):
        return None
    message = f"nothing to publish: nothing has changed since the current release {entry.version}"
    return Published(entry.version, directory, False, message, entry.documents, entry.paragraphs)  # noqa: FBT003


def keep_settled(settings: Settings, mark: str) -> None:
    """Note that a run worked on all of this, and that nothing of it is left to publish."""
    entry = load_latest(settings.processed)
    if entry is not None:
        settings.leaves.mkdir(parents=True, exist_ok=True)
        aside = settings.leaves / f".{_NOTE}"
        aside.write_text(json.dumps(_note(mark, settings.processed / entry.version)), encoding="utf-8")
        aside.replace(settings.leaves / _NOTE)


def _note(mark: str, directory: Path) -> dict[str, str | None]:
    sums = directory / FILE
    return {"mark": mark, "sums": hash_of(sums) if sums.is_file() else None}
