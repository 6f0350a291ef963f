"""The current release, read back: where ids and counts of the next one come from."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from oic_reports.errors import ForeseenError
from oic_reports.release.checksums import hash_of
from oic_reports.release.index import Entry, load_latest
from oic_reports.release.parquet import read_parquet, strip_descriptions
from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.on_disk import TableWriter, find_table, let_go, read_table
from oic_reports.tables.schema import load_tables

# where large tables of releases lie unpacked, in ``processed``; may be deleted at any time
UNPACKED = ".work/unpacked"
# bytes of a Parquet file, which becomes up to fifty times as many in memory (ids, which are much alike)
_LARGE = 1 << 18
# rows that are unpacked at once: to read groups of rows ahead takes 400 MB of ten thousand reports, and no less time
_ROWS = 16_384


class MissingReleaseError(ForeseenError):
    """A release that is listed is not there, or not whole; the message says which file."""


@dataclass(frozen=True, slots=True)
class Release:
    """A published release: its entry, its folder and its tables."""

    entry: Entry
    directory: Path
    tables: dict[str, pa.Table]


def read_release_table(path: Path, unpacked: Path) -> pa.Table:
    """A table of a release; a large one is unpacked to disk once, and mapped from there."""
    if path.stat().st_size < _LARGE:
        return read_parquet(path)
    name = f"{path.stem}-{hash_of(path)[:16]}"
    found = find_table(unpacked, name)
    if not found.is_file():
        for old in unpacked.glob(f"{path.stem}-*"):
            old.unlink()
        plain = strip_descriptions(pq.read_schema(path).empty_table()).schema
        with pq.ParquetFile(path, pre_buffer=False) as file, _open_aside(found, plain) as writer:
            for batch in file.iter_batches(batch_size=_ROWS, use_threads=False):
                writer.add(strip_descriptions(pa.Table.from_batches([batch])))
    return read_table(found)


@contextmanager
def _open_aside(path: Path, schema: pa.Schema) -> Iterator[TableWriter]:
    """A writer of a file that is there only when it is whole."""
    aside = path.with_suffix(f".{os.getpid()}")
    writer = TableWriter(aside, schema)
    try:
        yield writer
    finally:
        writer.close()
    aside.replace(path)


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
    # tables that are younger than the release are empty there
    listed = _list_tables(directory)
    for name, table in load_tables().items():
        path = directory / f"{name}.parquet"
        if listed and name not in listed and not path.exists():
            tables[name] = to_arrow_schema(table).empty_table()
            continue
        try:
            tables[name] = read_release_table(path, processed / UNPACKED)
        except (OSError, pa.ArrowInvalid) as error:
            msg = f"the current release lacks {path}: restore the folder from the repository or a copy ({error})"
            raise MissingReleaseError(msg) from error
    let_go()
    return Release(entry, directory, tables)


def find_left_out(directory: Path) -> tuple[str, ...]:
    """The parts that a release says it is without."""
    return tuple(map(str, _read_package(directory).get("without") or ()))


def open_tables(directory: Path, unpacked: Path | None = None) -> dict[str, pa.Table]:
    """The tables that a folder of a release has, with the columns that it has; large ones are mapped from disk.

    Args:
        directory: the folder.
        unpacked: where large tables lie unpacked; None: they are unpacked for this process alone. A dataset of Arrow
            would read many groups of rows ahead, 2 GB of a million paragraphs.

    Raises:
        MissingReleaseError: it has none, or one cannot be read.
    """
    tables: dict[str, pa.Table] = {}
    # what is mapped stays readable when its name is gone
    with tempfile.TemporaryDirectory() as own:
        for name in load_tables():
            path = directory / f"{name}.parquet"
            try:
                if path.exists():
                    tables[name] = read_release_table(path, unpacked or Path(own))
            except (OSError, pa.ArrowException) as error:
                msg = f"{path} cannot be read: {error}"
                raise MissingReleaseError(msg) from error
    if not tables:
        msg = f"{directory} holds no release"
        raise MissingReleaseError(msg)
    return tables


def _list_tables(directory: Path) -> frozenset[str]:
    """The tables that a release says it has; empty where it does not say so."""
    return frozenset(resource["name"] for resource in _read_package(directory).get("resources") or ())


def _read_package(directory: Path) -> dict[str, Any]:
    """What a release says of itself; nothing where that cannot be read."""
    try:
        package = json.loads((directory / "datapackage.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return package if isinstance(package, dict) else {}
