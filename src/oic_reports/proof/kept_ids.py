"""Whether ``id_history`` is the history of the ids that a release holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa

from oic_reports.release.version import parse_version

_OTHER = "is published, and its history says another kind or source, or that it is retired"
_GONE = "is not published, and its history does not say since when"
_DISORDER = "has versions in its history that are none, or in no order"
_MOST = 3


def check_history(tables: Mapping[str, pa.Table], version: str) -> Iterator[str]:
    """What is wrong: an id without history, one that is retired and there, one that came after the release.

    Args:
        tables: ``documents``, ``paragraphs`` and ``id_history`` of a release.
        version: its version.
    """
    sources = {row["document_id"]: row["source_id"] for row in tables["documents"].to_pylist()}
    present = dict.fromkeys(sources, "document")
    present |= dict.fromkeys(tables["paragraphs"].column("paragraph_id").to_pylist(), "paragraph")
    faults: dict[str, list[str]] = {}
    known = set()
    for row in tables["id_history"].to_pylist():
        name = row["id"]
        known.add(name)
        if name in present:
            wrong = row["id_kind"] != present[name] or row["source_id"] != sources.get(name.partition("/")[0])
            if wrong or row["retired_version"] is not None:
                faults.setdefault(_OTHER, []).append(name)
        elif row["retired_version"] is None:
            faults.setdefault(_GONE, []).append(name)
        if not _is_in_order(row["first_version"], row["retired_version"], version):
            faults.setdefault(_DISORDER, []).append(name)
    lost = sorted(set(present) - known)
    if lost:
        faults["has no history"] = lost
    for fault, names in faults.items():
        more = f" (and {len(names) - _MOST} more)" if len(names) > _MOST else ""
        yield f"id_history: {', '.join(names[:_MOST])}{more} {fault}"


def _is_in_order(first: str, retired: str | None, version: str) -> bool:
    try:
        order = [parse_version(each) for each in (first, retired, version) if each is not None]
    except ValueError:
        return False
    return order == sorted(order)
