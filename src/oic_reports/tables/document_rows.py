"""Rows of single documents, in tables where the rows of a document stand together."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pyarrow as pa
import pyarrow.compute as pc

# tables whose rows follow from one report alone
OF_ONE_DOCUMENT = ("documents", "paragraphs", "flags", "boxes", "repairs")


def list_document_ids(table: pa.Table) -> pa.ChunkedArray:
    """The document of each row; a paragraph's id begins with that of its document."""
    if "document_id" in table.column_names:
        return table.column("document_id")
    return pc.list_element(pc.split_pattern(table.column("paragraph_id"), "/", max_splits=1), 0)


def take_documents(table: pa.Table, documents: Collection[str]) -> pa.Table:
    """The rows of some documents, in their order; rows without a document are nobody's."""
    return table.filter(pc.is_in(list_document_ids(table), pa.array(sorted(documents), pa.string())))


def drop_documents(table: pa.Table, documents: Collection[str]) -> pa.Table:
    """The rows that are of none of some documents, in their order."""
    return table.filter(pc.invert(pc.is_in(list_document_ids(table), pa.array(sorted(documents), pa.string()))))


class RowsByDocument:
    """The tables of a release, of which the rows of one document are asked for at a time."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self._tables = {name: tables[name] for name in OF_ONE_DOCUMENT}
        self._places = {name: _find_places(table) for name, table in self._tables.items()}

    def __contains__(self, document_id: str) -> bool:
        """Whether there is such a document."""
        return document_id in self._places["documents"]

    def take(self, document_id: str) -> dict[str, pa.Table]:
        """The rows of a document by table, without a copy."""
        return {name: table.slice(*self._places[name].get(document_id, (0, 0))) for name, table in self._tables.items()}


def _find_places(table: pa.Table) -> dict[str, tuple[int, int]]:
    """Each document's first row and number of rows."""
    places: dict[str, tuple[int, int]] = {}
    start = 0
    for part in list_document_ids(table).chunks:
        runs = pc.run_end_encode(part)
        begin = start
        for document_id, run_end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
            end = start + run_end
            first, count = places.get(document_id, (begin, 0))
            places[document_id] = (first, count + end - begin)
            begin = end
        start += len(part)
    return places
