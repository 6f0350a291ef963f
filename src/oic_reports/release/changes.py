"""What a release would change against the one before it, document by document, and why.

Compared by DuckDB over the tables as they lie, so that memory holds what differs and not what is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

from oic_reports.tables.query import open_database

Kind = Literal["new", "changed", "gone"]
# columns of ``documents`` that count rows of other tables: they change with these
_COUNTS = ("operative_count", "paragraph_count", "repair_count", "flag_count")
_USED = ("documents", "paragraphs", "repairs", "flags", "sources", "rejects")
# what a message keeps of the detail of a reject
_LONGEST = 160

# a row is compared by a hash of all its columns
_PARAGRAPHS = """
    WITH old AS (SELECT document_id, paragraph_id, hash(before_paragraphs) AS mark FROM before_paragraphs),
         new AS (SELECT document_id, paragraph_id, hash(after_paragraphs) AS mark FROM after_paragraphs)
    SELECT coalesce(old.document_id, new.document_id) AS document_id,
           count(*) FILTER (old.mark IS NULL),
           count(*) FILTER (new.mark IS NULL),
           count(*) FILTER (old.mark <> new.mark)
    FROM old FULL JOIN new USING (paragraph_id)
    WHERE old.mark IS DISTINCT FROM new.mark
    GROUP BY 1
"""
_DOCUMENTS = """
    WITH old AS (SELECT document_id, hash(facts) AS mark
                 FROM (SELECT * EXCLUDE ({counts}) FROM before_documents) facts),
         new AS (SELECT document_id, hash(facts) AS mark
                 FROM (SELECT * EXCLUDE ({counts}) FROM after_documents) facts)
    SELECT document_id FROM old FULL JOIN new USING (document_id) WHERE old.mark IS DISTINCT FROM new.mark
"""
# rules that repaired or flagged a document another number of times than before
_RULES = """
    WITH old AS (SELECT document_id, rule, count(*) AS times FROM (
                     SELECT document_id, rule FROM before_flags UNION ALL
                     SELECT split_part(paragraph_id, '/', 1), rule FROM before_repairs) GROUP BY ALL),
         new AS (SELECT document_id, rule, count(*) AS times FROM (
                     SELECT document_id, rule FROM after_flags UNION ALL
                     SELECT split_part(paragraph_id, '/', 1), rule FROM after_repairs) GROUP BY ALL)
    SELECT document_id, list(DISTINCT rule) FROM old FULL JOIN new USING (document_id, rule)
    WHERE old.times IS DISTINCT FROM new.times GROUP BY 1
"""
_ROWS = "SELECT documents.* FROM {side}_documents AS documents JOIN differing USING (document_id)"
_REJECTS = "SELECT document_id, reason, detail FROM {side}_rejects JOIN differing USING (document_id)"
_FILES = """
    SELECT * FROM {side}_sources WHERE source_id IN (
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
        after: the tables that would be published.
    """
    sides = {f"after_{name}": after[name] for name in _USED}
    sides |= {f"before_{name}": before[name] if before is not None else after[name].slice(0, 0) for name in _USED}
    with open_database(sides) as connection:
        paragraphs = {name: tuple(counts) for name, *counts in connection.execute(_PARAGRAPHS).fetchall()}
        rules = dict(connection.execute(_RULES).fetchall())
        documents = {name for (name,) in connection.execute(_DOCUMENTS.format(counts=", ".join(_COUNTS))).fetchall()}
        differing = sorted({*paragraphs, *rules, *documents})
        connection.register("differing", pa.table({"document_id": pa.array(differing, pa.string())}))
        old, new = (_Side.load(connection, side) for side in ("before", "after"))
    changes = []
    for name in differing:
        old_row, new_row = old.rows.get(name), new.rows.get(name)
        row = new_row or old_row
        if row is None:
            # a flag of what is no document's
            continue
        kind: Kind = "gone" if new_row is None else "new" if old_row is None else "changed"
        added, removed, altered = paragraphs.get(name, (0, 0, 0))
        why = _explain(name, old, new, rules.get(name, ()))
        file_name = (new if new_row else old).files.get(row["source_id"], "")
        changes.append(
            Change(name, kind, file_name, added, removed, altered, _compare_facts(old_row, new_row), why, row)
        )
    return changes


@dataclass(frozen=True, slots=True)
class _Side:
    """What one state of the tables has of the documents that differ, and of their files in both."""

    rows: Mapping[str, Mapping[str, Any]]
    files: Mapping[str, str]
    keys: Mapping[str, str | None]
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
            # older releases tell none
            keys={row["source_id"]: row.get("extraction_key") for row in sources},
            rejects={row["document_id"]: f"{row['reason']}: {row['detail']}"[:_LONGEST] for row in rejects},
        )


def _compare_facts(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> tuple[str, ...]:
    """The columns in which two rows of ``documents`` differ."""
    if before is None or after is None:
        return ()
    names = (before.keys() | after.keys()).difference(_COUNTS)
    return tuple(sorted(name for name in names if before.get(name) != after.get(name)))


def _explain(name: str, old: _Side, new: _Side, rules: Iterable[str]) -> str:
    """Why a document comes, goes or changes, as far as the tables tell; ``rules`` are at work in another number."""
    before, after = ((side.rows.get(name) or {}).get("source_id") for side in (old, new))
    if before is None:
        return "its file was known, and gives it now" if after in old.files else "a new file"
    if after is None:
        reject = new.rejects.get(name)
        if reject:
            return f"rejected: {reject}"
        return "withdrawn" if before in new.files else "its file is gone"
    if before != after:
        return f"a newer version of its file: {after} in place of {before}"
    keys = old.keys.get(before), new.keys.get(before)
    if None not in keys and keys[0] != keys[1]:
        return "its file was read by other code or vocabularies"
    if any("correction" in rule for rule in rules):
        return "corrections"
    return "code, vocabularies, corrections or other documents"
