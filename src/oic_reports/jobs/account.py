"""What a run came to, in lines that a person reads: new, changed, gone, rejected and flagged reports.

What was so in the last release too is counted, not named: what is named is this run's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from oic_reports.release.changes import find_changes

# reports that a line names, or lines of one heading; the tables name all
_MOST = 20
# characters of a detail
_LONGEST = 300


def give_account(tables: Mapping[str, pa.Table], previous: Mapping[str, pa.Table] | None) -> tuple[str, ...]:
    """The lines of a run.

    Args:
        tables: the checked tables of this run.
        previous: those of the last release, None where there is none.
    """
    changes = find_changes(previous, tables)
    lines: list[str] = []
    for kind in ("new", "changed", "gone"):
        found = [change for change in changes if change.kind == kind]
        lines += _list(kind, [f"{change.file_name}: {str(change).removeprefix(f'{kind}: ')}" for change in found])
    lines += _say_rejects(tables["rejects"].to_pylist(), previous["rejects"].to_pylist() if previous else [])
    lines += _say_flags(tables["flags"].to_pylist(), {change.document_id for change in changes})
    return tuple(lines or ["nothing is new, changed, rejected or flagged"])


def _say_rejects(now: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]]) -> list[str]:
    known = {(row["file_name"], row["reason"], row["document_id"]) for row in before}
    fresh = [row for row in now if (row["file_name"], row["reason"], row["document_id"]) not in known]
    lines = _list("rejected", [f"{row['file_name']}: {row['reason']}: {_cut(row['detail'])}" for row in fresh])
    if len(now) > len(fresh):
        lines.append(f"rejected as before: {len(now) - len(fresh)}")
    return lines


def _say_flags(flags: Sequence[Mapping[str, Any]], looked_at: set[str]) -> list[str]:
    """The flags of what is new or changed, counted, and whatever says that two documents are alike."""
    counted: dict[str, Counter[str]] = {}
    alike = []
    for row in flags:
        if row["flag"] == "near_duplicate_of":
            alike.append(f"{row['document_id']}: like {row['note']}")
        elif row["document_id"] in looked_at:
            counted.setdefault(row["document_id"], Counter())[row["flag"]] += 1
    entries = [
        f"{name}: {', '.join(f'{flag} ×{count}' if count > 1 else flag for flag, count in sorted(found.items()))}"
        for name, found in counted.items()
    ]
    return [*_list("flagged", entries), *_say_unsure(counted), *_list("perhaps one report twice", alike)]


def _say_unsure(counted: Mapping[str, Counter[str]]) -> list[str]:
    """How many of them have paragraphs that mostly are in doubt: what stands behind the named ones would hide it."""
    unsure = sum("structure_unsure" in found for found in counted.values())
    return [f"structure_unsure: {unsure} of the flagged reports"] if unsure else []


def _list(heading: str, entries: Sequence[str]) -> list[str]:
    if not entries:
        return []
    more = [f"  and {len(entries) - _MOST} more"] if len(entries) > _MOST else []
    return [f"{heading}: {len(entries)}", *(f"  {entry}" for entry in entries[:_MOST]), *more]


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
