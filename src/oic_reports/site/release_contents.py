"""A release as the pages need it: its facts, its files, and the rows of each report."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from oic_reports.errors import ForeseenError, describe_cause
from oic_reports.release.checksums import FILE as SUMS
from oic_reports.tables.on_disk import TableWriter, find_table, read_table

Row = dict[str, Any]
# tables whose rows belong to a report, by the column that says to which
_OF_REPORTS = {
    "paragraphs": "document_id",
    "flags": "document_id",
    "document_sources": "document_id",
    "boxes": "paragraph_id",
    "repairs": "paragraph_id",
    "warnings": "document_id",
}
# rows that are unpacked at once
_BATCH = 4_096


class NoReleaseError(ForeseenError):
    """What should be shown is no release; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """One file of a release: its name, its size in bytes and its sha256."""

    name: str
    size: int
    sha256: str


class Grouped:
    """A table whose rows are found by the report, or the work, that they belong to."""

    def __init__(self, table: pa.Table, column: str) -> None:
        """``column`` is ``document_id``, ``paragraph_id``, which begins with it, or ``work_id``."""
        self._table = table
        self._runs: dict[str, list[tuple[int, int]]] = {}
        first = 0
        for ids in table.column(column).chunks:
            self._find_runs(_take_report(ids) if column == "paragraph_id" else ids, first)
            first += len(ids)

    def _find_runs(self, ids: pa.Array, first: int) -> None:
        """Note which rows are whose; nearly always those of a report stand together."""
        coded = ids.dictionary_encode()
        codes, names = coded.indices.to_numpy(zero_copy_only=False), coded.dictionary.to_pylist()
        edges = [0, *(np.flatnonzero(np.diff(codes)) + 1).tolist(), len(codes)]
        for start, end in pairwise(edges):
            if start == end:
                continue
            runs = self._runs.setdefault(names[codes[start]], [])
            if runs and runs[-1][1] == first + start:
                runs[-1] = runs[-1][0], first + end
            else:
                runs.append((first + start, first + end))

    def slice_of(self, name: str) -> pa.Table:
        """The rows of one report or work, in the order of the table."""
        runs = self._runs.get(name, [(0, 0)])
        return pa.concat_tables(self._table.slice(start, end - start) for start, end in runs)


def _take_report(paragraph_ids: pa.Array) -> pa.Array:
    return pc.list_element(pc.split_pattern(paragraph_ids, "/", max_splits=1), 0)


class Holdings:
    """A release that lies in a folder; tables that it does not have are empty."""

    def __init__(self, folder: Path) -> None:
        """Read the descriptor; tables are read when they are asked for, and let go by ``close``.

        Raises:
            NoReleaseError: the folder is no release.
        """
        self.folder = folder
        try:
            self.package: Mapping[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
            sums = (folder / SUMS).read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            msg = f"{folder} is no release: {describe_cause(error)}"
            raise NoReleaseError(msg) from error
        listed = [line.partition("  ") for line in sums.splitlines()]
        named = [(name, digest) for digest, _, name in listed]
        named.append((SUMS, hashlib.sha256(sums.encode()).hexdigest()))
        self.files = tuple(
            ReleaseFile(name, (folder / name).stat().st_size, digest)
            for name, digest in sorted(named)
            if (folder / name).is_file()
        )
        self._read: dict[str, pa.Table] = {}
        self._shelf: Path | None = None

    def close(self) -> None:
        """Remove what was unpacked; tables may no longer be asked for."""
        self._read.clear()
        if self._shelf is not None:
            shutil.rmtree(self._shelf, ignore_errors=True)

    @property
    def version(self) -> str:
        """The version of the release."""
        return str(self.package["version"])

    @property
    def released(self) -> str:
        """The day of the release, ISO."""
        return str(self.package["created"])[:10]

    def read_json(self, name: str) -> Any:  # noqa: ANN401  (what the file holds)
        """What a JSON file of the release holds; None where there is no such file."""
        path = self.folder / name
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None

    def table(self, name: str) -> pa.Table | None:
        """A table of the release, unpacked to disk and mapped from there; None where it has none of that name."""
        if name not in self._read:
            path = self.folder / f"{name}.parquet"
            if not path.is_file():
                return None
            self._read[name] = self._unpack(name, path)
        return self._read[name]

    def _unpack(self, name: str, path: Path) -> pa.Table:
        if self._shelf is None:
            self._shelf = Path(tempfile.mkdtemp(prefix="oic-reports-site-"))
            weakref.finalize(self, shutil.rmtree, self._shelf, ignore_errors=True)
        with pq.ParquetFile(path) as file:
            writer = TableWriter(find_table(self._shelf, name), file.schema_arrow)
            for batch in file.iter_batches(_BATCH):
                writer.add(pa.Table.from_batches([batch]))
        writer.close()
        return read_table(find_table(self._shelf, name))

    def rows(self, name: str, most: int | None = None) -> list[Row]:
        """All rows of a small table, or the first of a large one."""
        table = self.table(name)
        return [] if table is None else table.slice(0, most).to_pylist()

    def count_values(self, name: str, column: str) -> dict[str, int]:
        """How often each value of a column occurs, most frequent first."""
        counted = self.count_together(name, (column,))
        known = ((value, count) for (value,), count in counted.items() if value is not None)
        return dict(sorted(known, key=lambda item: (-item[1], item[0])))

    def count_together(self, name: str, columns: Sequence[str]) -> dict[tuple[Any, ...], int]:
        """How often the values of some columns occur together; nothing where there is no such table or column."""
        table = self.table(name)
        if table is None or not set(columns) <= set(table.column_names):
            return {}
        counted = table.select(columns).group_by(columns).aggregate([([], "count_all")]).to_pylist()
        return {tuple(row[column] for column in columns): row["count_all"] for row in counted}

    def count_rows(self, name: str) -> int:
        """The number of rows of a table."""
        path = self.folder / f"{name}.parquet"
        return int(pq.read_metadata(path).num_rows) if path.is_file() else 0

    @cached_property
    def documents(self) -> dict[str, Row]:
        """The row of each report by its id, in the order of the table."""
        return {row["document_id"]: row for row in self.rows("documents")}

    @cached_property
    def meetings(self) -> dict[str, Row]:
        """The row of each meeting by its id."""
        return {row["meeting_id"]: row for row in self.rows("meetings")}

    @cached_property
    def sources(self) -> dict[str, Row]:
        """The row of each received file by its id."""
        return {row["source_id"]: row for row in self.rows("sources")}

    @cached_property
    def _grouped(self) -> dict[str, Grouped]:
        found = ((name, column, self.table(name)) for name, column in _OF_REPORTS.items())
        return {name: Grouped(table, column) for name, column, table in found if table is not None}

    def slices_of(self, document_id: str) -> Iterator[tuple[str, pa.Table]]:
        """Name and rows of each table that holds something of a report."""
        for name, grouped in self._grouped.items():
            yield name, grouped.slice_of(document_id)

    def rows_of(self, name: str, document_id: str) -> list[Row]:
        """The rows of a report in one table."""
        grouped = self._grouped.get(name)
        return [] if grouped is None else grouped.slice_of(document_id).to_pylist()

    @cached_property
    def _translations(self) -> Grouped | None:
        table = self.table("translations")
        return None if table is None else Grouped(table, "work_id")

    def list_pairs(self, work_id: str) -> list[Row] | None:
        """The rows of ``translations`` of a work; None where the release has no such table."""
        return None if self._translations is None else self._translations.slice_of(work_id).to_pylist()

    def mark_of(self, document_id: str) -> str:
        """A hash of all that the release says of a report, as hex digits."""
        digest = hashlib.sha256(repr(self.documents[document_id]).encode())
        for name, rows in self.slices_of(document_id):
            digest.update(name.encode())
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, rows.schema) as writer:
                writer.write_table(rows.combine_chunks())
            digest.update(sink.getvalue())
        return digest.hexdigest()
