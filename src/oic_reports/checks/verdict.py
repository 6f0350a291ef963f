"""The outcome of all checks: each an object that says what was looked at, why, and what it stops."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict, dataclass

# keys whose first column names a document
OF_DOCUMENTS = frozenset({"document_id", "paragraph_id"})


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check of one table.

    ``blocks`` is ``document`` (failing documents become rejects) or ``release`` (nothing is published). ``documents``
    are the failing documents, ``keys`` the failing rows by their primary key, at most 50 of them; ``unexpected`` counts
    them all.
    """

    name: str
    table: str
    expectation: str
    why: str
    blocks: str
    success: bool
    evaluated: int
    unexpected: int
    keys: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """All results of a run, in the order of tables and names."""

    results: tuple[CheckResult, ...]

    @property
    def rejected_documents(self) -> dict[str, tuple[str, ...]]:
        """Document id to what is wrong with it, one sentence a check."""
        found: dict[str, list[str]] = defaultdict(list)
        for result in self.results:
            if result.success or result.blocks != "document":
                continue
            for document_id in result.documents:
                rows = [key for key in result.keys if _find_document(key) == document_id]
                at = f" ({', '.join(rows[:3])})" if rows and rows != [document_id] else ""
                found[document_id].append(f"{result.name}: {result.why}{at}")
        return {document_id: tuple(reasons) for document_id, reasons in sorted(found.items())}

    @property
    def release_failures(self) -> tuple[CheckResult, ...]:
        """Failed checks that stop the release: those meant to, and failures that no document answers for."""
        return tuple(
            result
            for result in self.results
            if not result.success and (result.blocks == "release" or not result.documents)
        )

    def to_json(self) -> str:
        """The verdict as JSON, the same bytes for the same results."""
        return json.dumps([asdict(result) for result in self.results], ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Verdict:
        """The verdict that ``to_json`` wrote."""
        rows = json.loads(text)
        return cls(
            tuple(
                CheckResult(**{**row, "keys": tuple(row["keys"]), "documents": tuple(row["documents"])}) for row in rows
            )
        )


def _find_document(key: str) -> str:
    """The document of a row by its primary key: that of a paragraph, or the first of several columns."""
    return key.split("/", maxsplit=1)[0].split("|", maxsplit=1)[0]
