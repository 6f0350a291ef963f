"""What a release would change against the one before it, document by document, and why: told from the feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from oic_reports.feed.by_document import DocumentChange, Kind, list_documents
from oic_reports.feed.compare import Earlier, make_feed
from oic_reports.feed.statements import FEED
from oic_reports.tables.query import open_database

# what a message keeps of the detail of a reject
_LONGEST = 160
# a cause in a sentence; a newer version names its files
_WHY = {
    "new_source": "a new file",
    "source_revised": "a newer version of its file: {after} in place of {before}",
    "re_extraction": "its file was read by other code or vocabularies",
    "correction": "corrections",
    "withdrawal": "withdrawn",
    "": "code, vocabularies, corrections or other documents",
}
_USED = ("documents", "sources", "rejects")
_ROWS = "SELECT documents.* FROM {side}_documents AS documents JOIN differing USING (document_id)"
_REJECTS = "SELECT document_id, reason, detail FROM {side}_rejects JOIN differing USING (document_id)"
_FILES = """
    SELECT source_id, file_name FROM {side}_sources WHERE source_id IN (
        SELECT source_id FROM before_documents JOIN differing USING (document_id) UNION
        SELECT source_id FROM after_documents JOIN differing USING (document_id))
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One document that comes, goes or changes: counts of its paragraphs, the facts that differ, and why.

    ``row`` is its row in the table ``documents``, the newer one where there are two.
    """

    document_id: str
    kind: Kind
    file_name: str
    added: int
    removed: int
    altered: int
    facts: tuple[str, ...]
    why: str
    row: Mapping[str, Any]

    def __str__(self) -> str:
        """One line for a person."""
        counts = {"added": self.added, "removed": self.removed, "changed": self.altered}
        parts = [f"{number} paragraphs {name}" for name, number in counts.items() if number]
        parts += [f"facts {', '.join(self.facts)}"] if self.facts else []
        return f"{self.kind}: {self.document_id}: {'; '.join(parts) or 'flags or repairs'} ({self.why})"


def find_changes(before: Mapping[str, pa.Table] | None, after: Mapping[str, pa.Table]) -> list[Change]:
    """The documents that differ between two states of the tables, in the order of their ids.

    Args:
        before: the tables of the last release, None where there is none.
        after: the tables that would be published; their feed is made where they have none.
    """
    if before is None:
        found = [
            DocumentChange(row["document_id"], "new", row["paragraph_count"], 0, 0, causes=("new_source",))
            for row in after["documents"].select(["document_id", "paragraph_count"]).to_pylist()
        ]
        before = {name: after[name].slice(0, 0) for name in _USED}
    else:
        found = list_documents(after[FEED] if FEED in after else make_feed(Earlier("before", before), after, "after"))
    differing = sorted(change.document_id for change in found)
    sides = {f"before_{name}": before[name] for name in _USED} | {f"after_{name}": after[name] for name in _USED}
    sides["differing"] = pa.table({"document_id": pa.array(differing, pa.string())})
    with open_database(sides) as connection:
        old, new = (_Side.load(connection, side) for side in ("before", "after"))
    return [_tell(change, old, new) for change in sorted(found, key=lambda change: change.document_id)]


@dataclass(frozen=True, slots=True)
class _Side:
    """What one state of the tables has of the documents that differ, and of their files in both."""

    rows: Mapping[str, Mapping[str, Any]]
    files: Mapping[str, str]
    rejects: Mapping[str, str]

    @classmethod
    def load(cls, connection: Any, side: str) -> _Side:  # noqa: ANN401  (a connection of DuckDB, imported late)
        def list_rows(query: str) -> list[dict[str, Any]]:
            rows: list[dict[str, Any]] = connection.sql(query.format(side=side)).to_arrow_table().to_pylist()
            return rows

        documents, sources, rejects = list_rows(_ROWS), list_rows(_FILES), list_rows(_REJECTS)
        return cls(
            rows={row["document_id"]: row for row in documents},
            files={row["source_id"]: row["file_name"] for row in sources},
            rejects={row["document_id"]: f"{row['reason']}: {row['detail']}"[:_LONGEST] for row in rejects},
        )


def _tell(change: DocumentChange, old: _Side, new: _Side) -> Change:
    name = change.document_id
    before, after = old.rows.get(name), new.rows.get(name)
    row = after or before or {}
    file_name = (new if after else old).files.get(row.get("source_id", ""), "")
    return Change(
        name, change.kind, file_name, change.added, change.removed, change.altered, change.facts,
        _explain(change, old, new), row,
    )  # fmt: skip


def _explain(change: DocumentChange, old: _Side, new: _Side) -> str:
    """Why a document comes, goes or changes, as far as the feed tells."""
    before, after = ((side.rows.get(change.document_id) or {}).get("source_id") for side in (old, new))
    if change.kind == "new" and change.causes == ("",):
        return "its file was known, and gives it now"
    if change.kind == "gone":
        reject = new.rejects.get(change.document_id)
        return f"rejected: {reject}" if reject else "its file gives it no more, or is gone"
    # what is not told of one row says nothing where others tell a cause
    causes = [cause for cause in change.causes if cause] or [""]
    return ", and ".join(_WHY[cause].format(before=before, after=after) for cause in causes)
