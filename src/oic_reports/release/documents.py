"""The documents of a release one after the other, each with its paragraphs, in constant memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
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

        self.document_ids: list[str] = known.to_pylist()

    def __iter__(self) -> Iterator[Document]:
        """Each document, in the order of the table."""
        for first in range(0, len(self.document_ids), _DOCUMENTS):
            yield from self.read(first, first + _DOCUMENTS)

    def read(self, first: int, end: int) -> Iterator[Document]:
        """The documents from a place to another one, read at once; fewer where there are no more."""
        facts = self._documents.slice(first, end - first).to_pylist()
        paragraphs = self._read(first, first + len(facts))
        sources = self._sources.take(self._of_source.slice(first, len(facts))).to_pylist()
        offsets = self._starts[first : first + len(facts) + 1] - self._starts[first]
        for row, source, start, last in zip(facts, sources, offsets, offsets[1:], strict=False):
            yield Document(row, paragraphs[start:last], source)

    def take_rows(self, first: int, end: int) -> list[pa.Table]:
        """What ``read`` reads, as it lies: rows of documents, of their paragraphs, of their sources."""
        start, last = int(self._starts[first]), int(self._starts[end])
        return [
            self._documents.slice(first, end - first),
            self._paragraphs.slice(start, last - start),
            self._sources.take(self._of_source.slice(first, end - first)),
        ]

    def read_but(self, left_out: Collection[str]) -> Iterator[tuple[str, Document | None]]:
        """Each document with its id; those that are left out are not read."""
        for first in range(0, len(self.document_ids), _DOCUMENTS):
            names = self.document_ids[first : first + _DOCUMENTS]
            wanted = [place for place, name in enumerate(names) if name not in left_out]
            begin, end = (wanted[0], wanted[-1] + 1) if wanted else (0, 0)
            read = list(self.read(first + begin, first + end)) if wanted else []
            for place, name in enumerate(names):
                yield name, None if name in left_out else read[place - begin]

    def list_paragraphs(self, place: int) -> list[Row]:
        """The paragraphs of the document at a place, from 0."""
        return self._read(place, place + 1)

    def _read(self, first: int, end: int) -> list[Row]:
        start = int(self._starts[first])
        rows: list[Row] = self._paragraphs.slice(start, int(self._starts[end]) - start).to_pylist()
        return rows
