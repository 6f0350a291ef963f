"""A release as the pages need it: its facts, its files, and the rows of each report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from oic_reports.errors import ForeseenError
from oic_reports.release.checksums import FILE as SUMS

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


class NoReleaseError(ForeseenError):
    """What should be shown is no release; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """One file of a release: its name, its size in bytes and its sha256."""

    name: str
    size: int
    sha256: str


class Grouped:
    """A table whose rows are found by the report that they belong to."""

    def __init__(self, table: pa.Table, column: str) -> None:
        """``column`` is ``document_id``, or ``paragraph_id``, which begins with it."""
        ids = table.column(column)
        if column == "paragraph_id":
            ids = pc.list_element(pc.split_pattern(ids, "/", max_splits=1), 0)
        coded = pc.dictionary_encode(ids.combine_chunks() if isinstance(ids, pa.ChunkedArray) else ids)
        if isinstance(coded, pa.ChunkedArray):
            coded = coded.combine_chunks()
        codes = coded.indices.to_numpy(zero_copy_only=False)
        order = np.argsort(codes, kind="stable")
        self._table = table if bool((order[1:] > order[:-1]).all()) else table.take(pa.array(order))
        self._table = self._table.combine_chunks()
        names = coded.dictionary.to_pylist()
        edges = np.searchsorted(codes[order], np.arange(len(names) + 1), side="left").tolist()
        self._bounds = dict(zip(names, pairwise(edges), strict=True))

    def slice_of(self, document_id: str) -> pa.Table:
        """The rows of one report, in the order of the table."""
        start, end = self._bounds.get(document_id, (0, 0))
        return self._table.slice(start, end - start)


class Holdings:
    """A release that lies in a folder; tables that it does not have are empty."""

    def __init__(self, folder: Path) -> None:
        """Read the descriptor; tables are read when they are asked for.

        Raises:
            NoReleaseError: the folder is no release.
        """
        self.folder = folder
        try:
            self.package: Mapping[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
            sums = (folder / SUMS).read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            msg = f"{folder} is no release: {error}"
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
        """A table of the release; None where this release has none of that name."""
        if name not in self._read:
            path = self.folder / f"{name}.parquet"
            if not path.is_file():
                return None
            self._read[name] = pq.read_table(path)
        return self._read[name]

    def rows(self, name: str) -> list[Row]:
        """All rows of a small table."""
        table = self.table(name)
        return [] if table is None else table.to_pylist()

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
