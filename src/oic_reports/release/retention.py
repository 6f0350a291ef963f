"""Which releases stay on the disk, and which is the current one: pruning and rolling back.

A pruned release stays listed in ``versions.json``, so that its number is never given again; only its folder goes.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from oic_reports.disk.locking import LockedError, hold_lock
from oic_reports.release.index import Entry, load_index, load_latest, say_listed, write_index
from oic_reports.release.publish import LOCK, ReleaseRefusedError
from oic_reports.release.verify import verify_files

# what a folder is called on its way; one that was interrupted goes the next time
_ASIDE = ".pruned-"


def choose_prunable(processed: Path, keep: int) -> list[Entry]:
    """The releases whose folders may go, the oldest first: all but the newest, the current one and what these follow.

    The feed of a release can only be replayed, and its pages be made anew, beside the one that it follows.

    Args:
        processed: where releases are.
        keep: how many of the newest stay.

    Raises:
        DamagedIndexError: ``versions.json`` is damaged.
    """
    entries = load_index(processed)
    kept = {entry.version for entry in entries[len(entries) - keep :]} if keep else set()
    current = load_latest(processed)
    if current is not None:
        kept.add(current.version)
    kept |= {str(entry.previous) for entry in entries if entry.version in kept}
    return [entry for entry in entries if entry.version not in kept and (processed / entry.version).is_dir()]


def prune(processed: Path, entries: Sequence[Entry]) -> None:
    """Remove the folders of releases.

    Raises:
        ReleaseRefusedError: a run is publishing.
        OSError: a folder cannot be removed.
    """
    with _lock(processed):
        for entry in entries:
            # gone at once for those who read, then bit by bit
            (processed / entry.version).rename(processed / f"{_ASIDE}{entry.version}")
        latest = load_latest(processed)
        listed = (replace(entry, is_kept=(processed / entry.version).is_dir()) for entry in load_index(processed))
        write_index(processed, tuple(listed), latest.version if latest else None)
        for aside in processed.glob(f"{_ASIDE}*"):
            shutil.rmtree(aside)


def roll_back(processed: Path, version: str) -> Entry:
    """Make an earlier release the current one; nothing but ``versions.json`` is touched.

    Raises:
        ReleaseRefusedError: there is no such release, its folder is gone or damaged, or a run is publishing.
        DamagedIndexError: ``versions.json`` is damaged.
    """
    with _lock(processed):
        entries = load_index(processed)
        entry = next((entry for entry in entries if entry.version == version), None)
        if entry is None:
            msg = f"there is no release {version}: {say_listed(entries)}"
            raise ReleaseRefusedError(msg)
        if not (processed / version).is_dir():
            msg = f"release {version} is listed, and its folder is not here: restore {processed / version} from a copy"
            raise ReleaseRefusedError(msg)
        problems = verify_files(processed / version)
        if problems:
            msg = f"release {version} cannot be the current one: {problems[0]}"
            raise ReleaseRefusedError(msg)
        write_index(processed, entries, version)
        return entry


@contextmanager
def _lock(processed: Path) -> Iterator[None]:
    try:
        with hold_lock(processed / LOCK):
            yield
    except LockedError as error:
        msg = f"a run is publishing to {processed}: wait until it has ended"
        raise ReleaseRefusedError(msg) from error
