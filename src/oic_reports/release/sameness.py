"""Whether two files of a release say the same, however they are packed.

Bytes are compared first. What another build of a library may pack otherwise (zlib, SQLite, Parquet) is then compared by
what is in it: rows, members, decompressed bytes. Descriptions that tell hashes and lengths of such files are compared
without them: whether those are true of a folder is asked of the folder (``proof.dialects``).
"""

from __future__ import annotations

import gzip
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

# bytes, and rows, that are compared at once
_PIECE = 1 << 20
_ROWS = 16_384
_DESCRIBING = ("croissant.json", "dcat.jsonld", "schema-org.jsonld")
_TOLD = re.compile(r'"(?:sha256|contentSize|spdx:checksumValue|dcat:byteSize)": (?:"[0-9a-f]{64}"|"\d+ B"|\d+)')
_FAULTS = (OSError, EOFError, ValueError, zipfile.BadZipFile, sqlite3.DatabaseError, pa.ArrowException)


def say_same(first: Path, second: Path) -> bool:
    """Whether two files say the same; one that cannot be read says nothing."""
    if _is_equal(first.open("rb"), second.open("rb")):
        return True
    compare = _compare_described if first.name in _DESCRIBING else _BY_CONTENT.get(first.suffix)
    try:
        return compare is not None and compare(first, second)
    except _FAULTS:
        return False


def _is_equal(first: BinaryIO, second: BinaryIO) -> bool:
    with first, second:
        while piece := first.read(_PIECE):
            if piece != second.read(_PIECE):
                return False
        return not second.read(1)


def _compare_described(first: Path, second: Path) -> bool:
    return _TOLD.sub("", first.read_text(encoding="utf-8")) == _TOLD.sub("", second.read_text(encoding="utf-8"))


def _compare_gzip(first: Path, second: Path) -> bool:
    return _is_equal(gzip.open(first), gzip.open(second))  # type: ignore[arg-type]  # a file to read bytes from


def _compare_zip(first: Path, second: Path) -> bool:
    with zipfile.ZipFile(first) as ours, zipfile.ZipFile(second) as theirs:
        names = ours.namelist()
        return names == theirs.namelist() and all(
            _is_equal(ours.open(name), theirs.open(name))  # type: ignore[arg-type]  # likewise
            for name in names
        )


def _compare_parquet(first: Path, second: Path) -> bool:
    with pq.ParquetFile(first) as ours, pq.ParquetFile(second) as theirs:
        if not ours.schema_arrow.equals(theirs.schema_arrow, check_metadata=True):
            return False
        if ours.metadata.num_rows != theirs.metadata.num_rows:
            return False
        pieces = zip_longest(ours.iter_batches(_ROWS), theirs.iter_batches(_ROWS))
        return all(one is not None and one.equals(other) for one, other in pieces)


def _compare_sqlite(first: Path, second: Path) -> bool:
    return all(one == other for one, other in zip_longest(_list_rows(first), _list_rows(second)))


def _list_rows(path: Path) -> Iterator[object]:
    """What a database declares, the rows of its tables, and the words of its index with their counts."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        declared = database.execute("select type, name, sql from sqlite_master order by rowid").fetchall()
        yield from declared
        tables = {name: str(sql) for kind, name, sql in declared if kind == "table"}
        indices = {name for name, sql in tables.items() if "using fts5" in sql.lower()}
        # what an index keeps its words in
        inner = tuple(f"{name}_" for name in indices)
        for name in tables:
            if inner and name.startswith(inner):
                continue
            if name in indices:
                # how an index is cut into blocks depends on the library, its words do not
                database.execute(f"create virtual table temp.words using fts5vocab(main, '{name}', 'instance')")
                yield from database.execute("select * from temp.words")
                database.execute("drop table temp.words")
            else:
                yield from database.execute(f'select * from "{name}"')  # noqa: S608  (a name out of the database)


_BY_CONTENT: dict[str, Callable[[Path, Path], bool]] = {
    ".gz": _compare_gzip,
    ".xlsx": _compare_zip,
    ".zip": _compare_zip,
    ".parquet": _compare_parquet,
    ".sqlite": _compare_sqlite,
}
