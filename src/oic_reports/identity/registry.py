"""What earlier releases have named: the memory that keeps ids the same at the next reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from oic_reports.identity.versions import VERSION_REASONS

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class KnownBlock:
    """A published paragraph as it is matched: its eid, role, label and text."""

    eid: str
    role: str
    label: str | None
    text: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A published document of a source: its id, and its place and number in a collection (None for a single report)."""

    document_id: str
    part: int | None = None
    resolution_number: str | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """What the last release knew: documents by source, their blocks, every id ever minted, sources passed over."""

    documents: Mapping[str, tuple[KnownDocument, ...]] = field(default_factory=dict)
    blocks: Mapping[str, tuple[KnownBlock, ...]] = field(default_factory=dict)
    minted: Mapping[str, str] = field(default_factory=dict)
    passed_over: frozenset[str] = frozenset()

    @classmethod
    def from_tables(cls, tables: Mapping[str, pa.Table] | None) -> Registry:
        """The registry of a release's tables; an empty one where there is no release yet."""
        if tables is None:
            return cls()
        documents: dict[str, tuple[KnownDocument, ...]] = {}
        for row in tables["documents"].to_pylist():
            # releases before schema 1.2 have no collections
            known = KnownDocument(row["document_id"], row.get("part"), row.get("resolution_number"))
            documents[row["source_id"]] = (*documents.get(row["source_id"], ()), known)
        blocks: dict[str, list[KnownBlock]] = {}
        for row in tables["paragraphs"].select(["document_id", "eid", "role", "label", "text"]).to_pylist():
            blocks.setdefault(row["document_id"], []).append(
                KnownBlock(row["eid"], row["role"], row["label"], row["text"])
            )
        history = tables.get("id_history")
        minted = {row["id"]: row["source_id"] for row in history.to_pylist()} if history is not None else {}
        passed_over = {row["source_id"] for row in tables["rejects"].to_pylist() if row["reason"] in VERSION_REASONS}
        named = {name: tuple(known) for name, known in blocks.items()}
        return cls(documents, named, minted, frozenset(passed_over))
