"""The documents of a release one after the other, each with its paragraphs, in constant memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

Row = dict[str, Any]

# roles of what is on the page, and no text of the report
FURNITURE = frozenset({"running_header", "page_mark", "boilerplate"})
# documents that are read at once
_DOCUMENTS = 128


@dataclass(frozen=True, slots=True)
class Document:
    """A row of ``documents``, the rows of its paragraphs in order, and the row of the file that it is read from."""

    facts: Row
    paragraphs: list[Row]
    source: Row


class DocumentShelf:
    """The documents of tables, in their order or by place; ``columns`` are those of ``paragraphs`` that are read."""

    def __init__(self, tables: Mapping[str, pa.Table], columns: Sequence[str] | None = None) -> None:
        self._documents = tables["documents"]
        paragraphs, sources = tables["paragraphs"], tables["sources"]
        known = self._documents["document_id"].combine_chunks()
        places = pc.fill_null(pc.index_in(paragraphs["document_id"], known), -1).to_numpy()
        # paragraphs lie in the order of their documents; one that is of none, in a damaged release, lies with the last
        self._starts = np.searchsorted(np.maximum.accumulate(places), np.arange(len(known) + 1))
        self._paragraphs = paragraphs.select(columns) if columns else paragraphs
        self._sources = sources
        self._of_source = pc.index_in(self._documents["source_id"], sources["source_id"].combine_chunks())

    def __iter__(self) -> Iterator[Document]:
        """Each document, in the order of the table."""
        for first in range(0, self._documents.num_rows, _DOCUMENTS):
            facts = self._documents.slice(first, _DOCUMENTS).to_pylist()
            paragraphs = self._read(first, first + len(facts))
            sources = self._sources.take(self._of_source.slice(first, _DOCUMENTS)).to_pylist()
            offsets = self._starts[first : first + len(facts) + 1] - self._starts[first]
            for row, source, start, end in zip(facts, sources, offsets, offsets[1:], strict=False):
                yield Document(row, paragraphs[start:end], source)

    def list_paragraphs(self, place: int) -> list[Row]:
        """The paragraphs of the document at a place, from 0."""
        return self._read(place, place + 1)

    def _read(self, first: int, end: int) -> list[Row]:
        start = int(self._starts[first])
        rows: list[Row] = self._paragraphs.slice(start, int(self._starts[end]) - start).to_pylist()
        return rows
