"""What earlier releases have named: the memory that keeps ids the same at the next reading.

Small facts of all documents are held; the paragraphs of one document are looked up in the tables, which may lie on
disk: both are sorted, so that a document's rows stand together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from oic_reports.identity.versions import VERSION_REASONS

if TYPE_CHECKING:
    import pyarrow as pa

_MATCHED = ["eid", "text", "text_raw"]
# rows of a table that are looked at at once
_BATCH = 50_000


@dataclass(frozen=True, slots=True)
class KnownBlock:
    """A published paragraph as it is matched: its eid, its text with corrections, and as it was read."""

    eid: str
    text: str
    text_raw: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A published document of a source: its id, and its place and number in a collection (None for a single report)."""

    document_id: str
    part: int | None = None
    resolution_number: str | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """What the last release knew: documents by source, their blocks, every id ever minted, sources passed over.

    ``minted`` are ids of documents with the id of their source, ``copies`` sources that it knew as copies of others.
    """

    documents: Mapping[str, tuple[KnownDocument, ...]] = field(default_factory=dict)
    minted: Mapping[str, str] = field(default_factory=dict)
    passed_over: frozenset[str] = frozenset()
    _paragraphs: pa.Table | None = None
    _places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    _history: pa.Table | None = None
    copies: frozenset[str] = frozenset()

    @classmethod
    def from_tables(cls, tables: Mapping[str, pa.Table] | None) -> Registry:
        """The registry of a release's tables, in their declared order; an empty one where there is no release yet."""
        if tables is None:
            return cls()
        documents: dict[str, tuple[KnownDocument, ...]] = {}
        # releases before schema 1.2 have no collections
        columns = [
            name
            for name in ("source_id", "document_id", "part", "resolution_number")
            if name in tables["documents"].column_names
        ]
        for row in tables["documents"].select(columns).to_pylist():
            known = KnownDocument(row["document_id"], row.get("part"), row.get("resolution_number"))
            documents[row["source_id"]] = (*documents.get(row["source_id"], ()), known)
        history = tables.get("id_history")
        rejects = tables["rejects"].select(["source_id", "reason"]).to_pylist()
        return cls(
            documents,
            dict(_list_minted(history)) if history is not None else {},
            frozenset(row["source_id"] for row in rejects if row["reason"] in VERSION_REASONS),
            tables["paragraphs"],
            dict(_find_places(tables["paragraphs"])),
            history,
            frozenset(_list_copies(tables)),
        )

    def find_blocks(self, document_id: str) -> Sequence[KnownBlock]:
        """The published paragraphs of a document in their order; none if it is new."""
        if self._paragraphs is None or document_id not in self._places:
            return ()
        rows = self._paragraphs.slice(*self._places[document_id]).select(_MATCHED).to_pylist()
        return tuple(KnownBlock(**row) for row in rows)

    def find_minted(self, document_id: str) -> frozenset[str]:
        """Every eid that a document ever had."""
        return frozenset(row["id"].split("/", 1)[1] for row in self._list_history(document_id))

    def find_retired(self, document_id: str) -> dict[str, str | None]:
        """The eids of a document that are out of use, with the hash of the text that each had, if that is told."""
        rows = (row for row in self._list_history(document_id) if row["retired_version"] is not None)
        return {row["id"].split("/", 1)[1]: row.get("retired_text_sha256") for row in rows}

    def _list_history(self, document_id: str) -> list[dict[str, Any]]:
        """The rows of ``id_history`` for the paragraphs of a document."""
        if self._history is None or document_id not in self.minted:
            return []
        ids = self._history.column("id")
        # ids sort by their characters, and the next one after a slash is a nought
        first = bisect_left(ids, f"{document_id}/", key=_read)
        last = bisect_left(ids, f"{document_id}0", lo=first, key=_read)
        rows: list[dict[str, Any]] = self._history.slice(first, last - first).to_pylist()
        return rows


def _read(value: pa.Scalar) -> str:
    return str(value.as_py())


def _list_copies(tables: Mapping[str, pa.Table]) -> Iterator[str]:
    # releases before schema 2.2 do not tell
    if "document_sources" in tables:
        for row in tables["document_sources"].select(["source_id", "relation"]).to_pylist():
            if row["relation"] == "near_copy":
                yield row["source_id"]


def _list_minted(history: pa.Table) -> Iterator[tuple[str, str]]:
    for batch in history.select(["id", "id_kind", "source_id"]).to_batches(max_chunksize=_BATCH):
        for row in batch.to_pylist():
            if row["id_kind"] == "document":
                yield row["id"], row["source_id"]


def _find_places(paragraphs: pa.Table) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each document's first row and number of rows."""
    current, first, place = None, 0, 0
    for batch in paragraphs.select(["document_id"]).to_batches(max_chunksize=_BATCH):
        for name in batch.column(0).to_pylist():
            if name != current:
                if current is not None:
                    yield current, (first, place - first)
                current, first = name, place
            place += 1
    if current is not None:
        yield current, (first, place - first)
