"""The current release, read back: where ids and counts of the next one come from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from oic_reports.release.index import Entry, load_latest
from oic_reports.tables.schema import load_tables


class MissingReleaseError(Exception):
    """A release that is listed is not there, or not whole; the message says which file."""


@dataclass(frozen=True, slots=True)
class Release:
    """A published release: its entry, its folder and its tables."""

    entry: Entry
    directory: Path
    tables: dict[str, pa.Table]


def load_current(processed: Path) -> Release | None:
    """The current release, or None where there is none yet.

    Raises:
        DamagedIndexError: ``versions.json`` is damaged.
        MissingReleaseError: the release's files are missing or cannot be read.
    """
    entry = load_latest(processed)
    if entry is None:
        return None
    directory = processed / entry.version
    tables = {}
    for name in load_tables():
        path = directory / f"{name}.parquet"
        try:
            tables[name] = pq.read_table(path)
        except (OSError, pa.ArrowInvalid) as error:
            msg = f"the current release lacks {path}: restore the folder from the repository or a copy ({error})"
            raise MissingReleaseError(msg) from error
    return Release(entry, directory, tables)
