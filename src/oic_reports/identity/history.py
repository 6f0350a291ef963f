"""Every id that was ever published: minted once, never reused, a tombstone when it is gone (docs/id-policy.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from oic_reports.identity.versions import VERSION_REASONS
from oic_reports.tables.arrow import to_arrow_table
from oic_reports.tables.schema import load_tables


class ReusedIdError(Exception):
    """An id of one source was given to another: the registry was not asked."""


def extend_history(previous: pa.Table | None, tables: Mapping[str, pa.Table], version: str) -> pa.Table:
    """The table ``id_history`` of a release.

    Args:
        previous: ``id_history`` of the release before, or of this very version when it is rebuilt: then the result is
            equal to it.
        tables: ``documents``, ``paragraphs`` and ``rejects`` of this release.
        version: the version of this release.

    An id that is there keeps its first version; one that is gone gets this version as its retirement; one that was
    retired and is there again, of the same source, is in use again, since it names the same printed paragraph. A source
    that a newer version of the same address has superseded hands its ids over to it.

    Raises:
        ReusedIdError: an id belongs to another source, which was not superseded.
    """
    known: dict[str, dict[str, Any]] = {row["id"]: row for row in previous.to_pylist()} if previous is not None else {}
    history: list[dict[str, Any]] = []
    sources = {row["document_id"]: row["source_id"] for row in tables["documents"].to_pylist()}
    present: dict[str, tuple[str, str]] = {name: ("document", source) for name, source in sources.items()}
    for row in tables["paragraphs"].select(["paragraph_id", "document_id"]).to_pylist():
        present[row["paragraph_id"]] = ("paragraph", sources[row["document_id"]])
    superseded = {row["source_id"] for row in tables["rejects"].to_pylist() if row["reason"] in VERSION_REASONS}
    for name, (kind, source_id) in present.items():
        old = known.get(name)
        # a document passes to another source with all its paragraphs, retired ones too: they need no right of their own
        if kind == "document" and old is not None and old["source_id"] not in {source_id, *superseded}:
            msg = f"the id {name} belongs to source {old['source_id']} and cannot be given to {source_id}"
            raise ReusedIdError(msg)
        first = old["first_version"] if old is not None else version
        history.append({"id": name, "id_kind": kind, "source_id": source_id, "first_version": first})
    for name, old in known.items():
        if name not in present:
            history.append({**old, "retired_version": old["retired_version"] or version})
    return to_arrow_table(load_tables()["id_history"], history)
