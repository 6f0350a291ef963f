"""Tables on disk: how one step of a run hands them to the next, and how they grow without filling memory.

Arrow's own file format, uncompressed: a table is mapped into memory and read from disk as far as it is looked at, so
that no step holds more of it than it works on.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakSet

import pyarrow as pa

from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.document_rows import Rows
from oic_reports.tables.schema import load_tables

_ENDING = ".arrow"
# rows that are gathered before they are written
_BATCH = 16_384
# small tables that wait; many thousands of small pieces leave memory full of holes
_PIECES = 16
# the files that are mapped now
_MAPPED: WeakSet[mmap.mmap] = WeakSet()


class TableWriter:
    """One table that grows; its rows come in their declared order."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        # somebody may have the old file mapped: it stays theirs
        path.unlink(missing_ok=True)
        self._file = pa.OSFile(str(path), "wb")
        self._writer = pa.ipc.new_file(self._file, schema)
        self._schema = schema
        self._run: Rows | None = None
        self._pieces: list[pa.Table] = []
        self._waiting: list[pa.Table] = []
        self._rows = 0

    def add(self, table: pa.Table | Rows) -> None:
        """Add rows; what stood together in another table is taken out of it at once."""
        if table.num_rows:
            if isinstance(table, Rows):
                self._add_run(table)
            else:
                self._end_run()
                self._pieces.append(table)
            self._rows += table.num_rows
        if len(self._pieces) >= _PIECES:
            self._gather()
        if self._rows >= _BATCH:
            self._flush()

    def close(self) -> None:
        """Write what waits, and the end of the file."""
        self._flush()
        self._writer.close()
        self._file.close()

    def _add_run(self, rows: Rows) -> None:
        """Add rows to those that they followed where they come from, or begin anew with them."""
        longer = self._run and self._run.join(rows)
        if longer is None:
            self._end_run()
        self._run = longer or rows

    def _end_run(self) -> None:
        if self._run is not None:
            self._pieces.append(self._run.take())
        self._run = None

    def _gather(self) -> None:
        """Make one table of the small ones."""
        if self._pieces:
            self._waiting.append(pa.concat_tables(self._pieces).combine_chunks())
        self._pieces = []

    def _flush(self) -> None:
        self._end_run()
        self._gather()
        if self._waiting:
            self._writer.write_table(pa.concat_tables(self._waiting).combine_chunks(), max_chunksize=_BATCH)
        self._waiting, self._rows = [], 0


@contextmanager
def open_writers(folder: Path, names: Iterable[str]) -> Iterator[dict[str, TableWriter]]:
    """A writer for each of some declared tables, in an empty folder; closed at the end."""
    declared = load_tables()
    writers = {name: TableWriter(find_table(folder, name), to_arrow_schema(declared[name])) for name in names}
    try:
        yield writers
    finally:
        for writer in writers.values():
            writer.close()


def write_table(folder: Path, name: str, table: pa.Table) -> None:
    """Write one table, by parts."""
    writer = TableWriter(find_table(folder, name), table.schema)
    for batch in table.to_batches(max_chunksize=_BATCH):
        writer.add(pa.Table.from_batches([batch]))
    writer.close()


def write_tables(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write each table to ``<folder>/<name>.arrow``; what stood there before is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob(f"*{_ENDING}"):
        path.unlink()
    for name, table in tables.items():
        write_table(folder, name, table)


def link_table(name: str, source: Path, target: Path) -> None:
    """Let a table stand in another folder too, without a copy."""
    target.mkdir(parents=True, exist_ok=True)
    find_table(target, name).unlink(missing_ok=True)
    os.link(find_table(source, name), find_table(target, name))


def read_table(path: Path) -> pa.Table:
    """A table that was written here, mapped from disk."""
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
    _MAPPED.add(mapped)
    return pa.ipc.open_file(pa.py_buffer(mapped)).read_all()


def let_go() -> None:
    """Give back the memory of all mapped tables; what is looked at again comes from the disk's cache, or the disk.

    The kernel would take it back when memory is short, but counts it as this process's until then.
    """
    for mapped in list(_MAPPED):
        mapped.madvise(mmap.MADV_DONTNEED)
    # Arrow keeps what it has freed for its next table
    pa.default_memory_pool().release_unused()


def read_tables(folder: Path) -> dict[str, pa.Table]:
    """Every table of a folder, mapped from disk.

    Raises:
        FileNotFoundError: the folder holds no table; the step that writes them has not run.
    """
    tables = {path.stem: read_table(path) for path in sorted(folder.glob(f"*{_ENDING}"))}
    if not tables:
        msg = f"{folder} holds no tables: run the step before this one first"
        raise FileNotFoundError(msg)
    return tables


def find_table(folder: Path, name: str) -> Path:
    """Where a table of a folder lies."""
    return folder / f"{name}{_ENDING}"
