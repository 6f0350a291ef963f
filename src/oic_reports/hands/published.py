"""What the current release says of a document or a paragraph, read as far as it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from oic_reports.hands.done import HandsError
from oic_reports.release.index import load_latest

_MOST = 3


@dataclass(frozen=True, slots=True)
class Current:
    """The current release: its version and folder."""

    version: str
    directory: Path

    @classmethod
    def find(cls, processed: Path) -> Current:
        """The current release.

        Raises:
            HandsError: there is none.
            DamagedIndexError: ``versions.json`` is damaged.
        """
        entry = load_latest(processed)
        if entry is None:
            msg = f"{processed} holds no release yet: there is nothing to correct; build one first"
            raise HandsError(msg)
        return cls(entry.version, processed / entry.version)

    def find_document(self, document_id: str) -> dict[str, Any]:
        """The row of a document.

        Raises:
            HandsError: it is not in the release; the message names ids that are like it.
        """
        rows = self._read("documents", [("document_id", "=", document_id)])
        if rows:
            return rows[0]
        known = self._list("documents", "document_id")
        msg = f"release {self.version} has no document {document_id}{_suggest(document_id, known)}"
        raise HandsError(msg)

    def find_paragraph(self, paragraph_id: str) -> dict[str, Any]:
        """The row of a paragraph.

        Raises:
            HandsError: it is not in the release; the message names ids that are like it.
        """
        document_id = paragraph_id.partition("/")[0]
        rows = self._read("paragraphs", [("paragraph_id", "=", paragraph_id)])
        if rows:
            return rows[0]
        self.find_document(document_id)
        own = self._read("paragraphs", [("document_id", "=", document_id)])
        near = _suggest(paragraph_id, [row["paragraph_id"] for row in own])
        msg = f"{document_id} has no paragraph {paragraph_id.partition('/')[2]!r}{near}"
        raise HandsError(msg)

    def find_source(self, source_id: str) -> dict[str, Any]:
        """The row of a source.

        Raises:
            HandsError: it is not in the release.
        """
        rows = self._read("sources", [("source_id", "=", source_id)])
        if not rows:
            msg = f"release {self.version} has no source {source_id}"
            raise HandsError(msg)
        return rows[0]

    def list_documents_of(self, source_id: str) -> list[str]:
        """Ids of the documents that are published from a source."""
        return sorted(row["document_id"] for row in self._read("documents", [("source_id", "=", source_id)]))

    def count_paragraphs(self, document_id: str) -> int:
        """How many paragraphs a document has."""
        return len(self._read("paragraphs", [("document_id", "=", document_id)], ["paragraph_id"]))

    def _read(
        self, table: str, filters: list[tuple[str, str, str]], columns: list[str] | None = None
    ) -> list[dict[str, Any]]:
        path = self.directory / f"{table}.parquet"
        try:
            read: pa.Table = pq.read_table(path, filters=filters, columns=columns)
        except (OSError, pa.ArrowException) as error:
            msg = f"{path} cannot be read: {error}"
            raise HandsError(msg) from error
        rows: list[dict[str, Any]] = read.to_pylist()
        return rows

    def _list(self, table: str, column: str) -> list[str]:
        names: list[str] = pq.read_table(self.directory / f"{table}.parquet", columns=[column]).column(0).to_pylist()
        return names


def _suggest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), _MOST)
    return f"; like it are {', '.join(near)}" if near else ""
