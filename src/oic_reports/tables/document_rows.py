"""Rows of single documents, in tables where the rows of a document stand together."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

# tables whose rows follow from one report alone
OF_ONE_DOCUMENT = ("documents", "paragraphs", "flags", "boxes", "repairs")
# columns that name the document of a row, alone or at their beginning; the last one is that of the history of ids
_NAMED_BY = ("document_id", "paragraph_id", "id")
# rows of a piece on average, some megabyte of paragraphs: half as many make a CSV file a hundredth larger, and twice as
# many are made again for one report
_PIECE = 1_024
# rows of a piece at most
_MOST = 65_536


def list_document_ids(table: pa.Table) -> pa.ChunkedArray:
    """The document of each row; a paragraph's id begins with that of its document.

    Raises:
        StopIteration: rows of the table are of no documents.
    """
    named = next(name for name in _NAMED_BY if name in table.column_names)
    if named == "document_id":
        return table.column(named)
    return pc.list_element(pc.split_pattern(table.column(named), "/", max_splits=1), 0)


def take_documents(table: pa.Table, documents: Collection[str]) -> pa.Table:
    """The rows of some documents, in their order; rows without a document are nobody's."""
    return table.filter(pc.is_in(list_document_ids(table), pa.array(sorted(documents), pa.string())))


def drop_documents(table: pa.Table, documents: Collection[str]) -> pa.Table:
    """The rows that are of none of some documents, in their order."""
    return table.filter(pc.invert(pc.is_in(list_document_ids(table), pa.array(sorted(documents), pa.string()))))


def cut_rows(table: pa.Table) -> Iterator[pa.Table]:
    """A table in pieces, at least one; where rows are of documents, a document more or less alters few of the pieces.

    A piece begins where the hash of the document says so, not after so many rows: else all that follow would be others.
    """
    start = 0
    is_of_documents = not set(_NAMED_BY).isdisjoint(table.column_names)
    for end in [*(_find_begins(table) if is_of_documents else ()), table.num_rows]:
        while end - start > _MOST:
            yield table.slice(start, _MOST)
            start += _MOST
        if end > start:
            yield table.slice(start, end - start)
            start = end
    if not table.num_rows:
        yield table


def _find_begins(table: pa.Table) -> list[int]:
    """The rows at which pieces begin."""
    runs: list[tuple[str | None, int]] = []
    for name, first, _ in _list_runs(table):
        # how a table lies in memory does not tell
        if not runs or runs[-1][0] != name:
            runs.append((name, first))
    # a power of two, so that it seldom changes when the table grows
    every = 1 << max(0, (_PIECE * len(runs) // max(1, table.num_rows)).bit_length() - 1)
    return [first for name, first in runs if zlib.crc32((name or "").encode()) % every == 0]


class Rows(NamedTuple):
    """Rows of a table that stand together there, from ``first`` on, as yet not taken out of it."""

    table: pa.Table
    first: int
    num_rows: int

    def take(self) -> pa.Table:
        """The rows, without a copy."""
        return self.table.slice(self.first, self.num_rows)

    def join(self, other: Rows) -> Rows | None:
        """These rows with those that follow them in their table; None where the others do not follow them."""
        if other.table is not self.table or other.first != self.first + self.num_rows:
            return None
        return Rows(self.table, self.first, self.num_rows + other.num_rows)


class RowsByDocument:
    """Tables of a release, of which the rows of one document are asked for at a time; ``documents`` is among them."""

    def __init__(self, tables: Mapping[str, pa.Table], names: Sequence[str] = OF_ONE_DOCUMENT) -> None:
        self._tables = {name: tables[name] for name in names}
        self._places = {name: _find_places(table) for name, table in self._tables.items()}

    def __contains__(self, document_id: str) -> bool:
        """Whether there is such a document."""
        return document_id in self._places["documents"]

    def find(self, document_id: str) -> dict[str, Rows]:
        """Where the rows of a document stand, by table."""
        return {name: Rows(table, *self._places[name].get(document_id, (0, 0))) for name, table in self._tables.items()}

    def take(self, document_id: str) -> dict[str, pa.Table]:
        """The rows of a document by table, without a copy."""
        return {name: rows.take() for name, rows in self.find(document_id).items()}


def _find_places(table: pa.Table) -> dict[str, tuple[int, int]]:
    """Each document's first row and number of rows."""
    places: dict[str, tuple[int, int]] = {}
    for document_id, begin, rows in _list_runs(table):
        first, count = places.get(document_id, (begin, 0))
        places[document_id] = (first, count + rows)
    return places


def _list_runs(table: pa.Table) -> Iterator[tuple[str, int, int]]:
    """Document, first row and number of rows wherever rows of one document stand together."""
    start = 0
    for part in list_document_ids(table).chunks:
        runs = pc.run_end_encode(part)
        begin = start
        for document_id, run_end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
            end = start + run_end
            yield document_id, begin, end - begin
            begin = end
        start += len(part)
