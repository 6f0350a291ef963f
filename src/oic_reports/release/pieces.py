"""What was made of pieces of tables, kept by what it was made of: what did not change is not made again.

A piece is a run of rows that begins and ends with documents (``tables.document_rows.cut_rows``), so that one report
more alters one of them. What a format makes of a piece follows from its rows and from the code alone: its members of a
CSV file, its lines for a digest, its rows of a sheet. It lies under a hash of these, written whole or not at all, with
a checksum; a damaged one is made again, and all may be deleted at any time.

What a run asked for stays for the next one; the rest goes when a release is in place (``settle``).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.tables.document_rows import cut_rows

# where they lie, in ``processed``
PIECES = ".work/pieces"
# of this run, and of the one before
_NOW, _BEFORE = "now", "before"
# a checksum of all that follows (``_sum``), and its size before it was packed
_HEAD = struct.Struct("<IQ")
# of zstd: reading counts, and what is packed already grows by nothing
_LEVEL = 1


class Pieces:
    """What is known of pieces; without a folder nothing is, and nothing is kept."""

    def __init__(self, folder: Path | None = None, code: str = "") -> None:
        """Open the store.

        Args:
            folder: where it lies; None: nowhere.
            code: a mark of all code and libraries that make something of pieces.
        """
        self.folder, self.code = folder, code
        # tables that were cut, and pieces whose rows were hashed, by identity: several formats ask for the same
        self._cut: dict[int, tuple[pa.Table, list[pa.Table]]] = {}
        self._marks: dict[int, tuple[pa.Table, bytes]] = {}

    def cut(self, table: pa.Table) -> Iterable[pa.Table]:
        """The pieces of a table (``cut_rows``), the same objects each time."""
        if self.folder is None:
            return cut_rows(table)
        if id(table) not in self._cut:
            self._cut[id(table)] = table, list(cut_rows(table))
        return self._cut[id(table)][1]

    def make(self, kind: str, rows: Sequence[pa.Table], make: Callable[[], bytes]) -> bytes:
        """What ``make`` gives, unless it is known.

        Args:
            kind: what is made, with all that it follows from but rows and code.
            rows: the rows of one table or more that it is made of.
            make: makes it.

        Raises:
            OSError: the disk refuses to write.
        """
        if self.folder is None:
            return make()
        name = self._name(kind, rows)
        now, before = (self.folder / state / name[:2] / name for state in (_NOW, _BEFORE))
        found = _read(now)
        if found is not None:
            return found
        now.parent.mkdir(parents=True, exist_ok=True)
        found = _read(before)
        if found is None:
            found = make()
            _write(now, found)
        else:
            now.unlink(missing_ok=True)
            os.link(before, now)
        return found

    def settle(self) -> None:
        """Let go of what this run did not ask for."""
        if self.folder is not None and (self.folder / _NOW).is_dir():
            shutil.rmtree(self.folder / _BEFORE, ignore_errors=True)
            (self.folder / _NOW).rename(self.folder / _BEFORE)

    def _name(self, kind: str, rows: Sequence[pa.Table]) -> str:
        digest = hashlib.sha256(f"{self.code}\0{kind}".encode())
        for table in rows:
            if id(table) not in self._marks:
                self._marks[id(table)] = table, _hash_rows(table)
            digest.update(self._marks[id(table)][1])
        return digest.hexdigest()


# what is made anew, whatever was known
NOTHING_KEPT = Pieces()


def _hash_rows(table: pa.Table) -> bytes:
    """A hash of what rows say, however they lie in memory: what lies where nothing is said is left to chance."""
    digest = hashlib.sha256(repr([(field.name, str(field.type)) for field in table.schema]).encode())
    for batch in table.combine_chunks().to_batches():
        columns = [values for column in batch.columns for values in _list_values(column)]
        digest.update(pa.record_batch(columns, list(map(str, range(len(columns))))).serialize())
    return digest.digest()


def _list_values(column: pa.Array) -> Iterator[pa.Array]:
    if not column.null_count:
        yield column
        return
    yield column.is_valid()
    # a column of which nothing is known says no more
    if column.null_count < len(column):
        yield pc.fill_null(column, column.drop_null()[0])


def _read(path: Path) -> bytes | None:
    """What lies in a file; None where there is none, or it is not what was written."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    if len(content) < _HEAD.size:
        return None
    checksum, size = _HEAD.unpack_from(content)
    packed = memoryview(content)[_HEAD.size :]
    if _sum(size, packed) != checksum:
        return None
    made: bytes = pa.Codec("zstd").decompress(packed, size, asbytes=True)
    return made


def _write(path: Path, made: bytes) -> None:
    packed: bytes = pa.Codec("zstd", compression_level=_LEVEL).compress(made, asbytes=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.{time.monotonic_ns()}")
    try:
        aside.write_bytes(_HEAD.pack(_sum(len(made), packed), len(made)) + packed)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _sum(size: int, packed: bytes | memoryview) -> int:
    """The checksum of what is packed and of its size before."""
    return zlib.crc32(packed, zlib.crc32(b"%d" % size))
