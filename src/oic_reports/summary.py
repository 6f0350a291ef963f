"""What a run came to, in lines that a person reads: new, changed, gone, rejected and flagged reports.

What was so in the last release too is counted, not named: what is named is this run's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

# reports that a line names, or lines of one heading; the tables name all
_MOST = 20
# characters of a detail
_LONGEST = 300
_NOTED = ("paragraph_id", "role", "label", "text", "seq")


def summarise(tables: Mapping[str, pa.Table], previous: Mapping[str, pa.Table] | None) -> tuple[str, ...]:
    """The lines of a run.

    Args:
        tables: the checked tables of this run.
        previous: those of the last release, None where there is none.
    """
    now = {row["document_id"]: row for row in tables["documents"].to_pylist()}
    before = {row["document_id"]: row for row in previous["documents"].to_pylist()} if previous else {}
    files = {row["source_id"]: row["file_name"] for row in tables["sources"].to_pylist()}
    fresh = [name for name in now if name not in before]
    changed = list(_find_changes(tables, previous, now, before)) if previous else []
    lines = _list("new", [f"{name}: {files[now[name]['source_id']]}" for name in fresh])
    lines += _list("changed", [f"{name}: {what}" for name, what in changed])
    lines += _list("gone", [f"{name}: {_explain_loss(name, tables)}" for name in before if name not in now])
    lines += _say_rejects(tables["rejects"].to_pylist(), previous["rejects"].to_pylist() if previous else [])
    lines += _say_flags(tables["flags"].to_pylist(), {*fresh, *(name for name, _ in changed)})
    return tuple(lines or ["nothing is new, changed, rejected or flagged"])


def _find_changes(
    tables: Mapping[str, pa.Table],
    previous: Mapping[str, pa.Table],
    now: Mapping[str, Mapping[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> Iterator[tuple[str, str]]:
    ours, theirs = _read_paragraphs(tables["paragraphs"]), _read_paragraphs(previous["paragraphs"])
    for name in now:
        if name not in before:
            continue
        new, old = ours.get(name, {}), theirs.get(name, {})
        both = new.keys() & old.keys()
        counted = {
            "paragraphs changed": sum(new[key] != old[key] for key in both),
            "added": len(new.keys() - old.keys()),
            "gone": len(old.keys() - new.keys()),
        }
        parts = [f"{number} {what}" for what, number in counted.items() if number]
        facts = [
            f"{key} {before[name][key]!s} → {now[name][key]!s}"
            for key in now[name]
            if key in before[name] and not key.endswith("_count") and now[name][key] != before[name][key]
        ]
        parts += facts[:_MOST]
        if parts:
            yield name, ", ".join(parts)


def _read_paragraphs(table: pa.Table) -> dict[str, dict[str, int]]:
    """Document id to paragraph id to a hash of what a reader sees of the paragraph."""
    documents: dict[str, dict[str, int]] = {}
    for batch in table.select(list(_NOTED)).to_batches(max_chunksize=10_000):
        for row in batch.to_pylist():
            facts = hash(tuple(row[name] for name in _NOTED[1:]))
            documents.setdefault(row["paragraph_id"].partition("/")[0], {})[row["paragraph_id"]] = facts
    return documents


def _explain_loss(document_id: str, tables: Mapping[str, pa.Table]) -> str:
    for row in tables["rejects"].to_pylist():
        if row["document_id"] == document_id:
            return f"{row['reason']}: {_cut(row['detail'])}"
    return "its file gives another document now"


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
    return [*_list("flagged", entries), *_list("perhaps one report twice", alike)]


def _list(heading: str, entries: Sequence[str]) -> list[str]:
    if not entries:
        return []
    more = [f"  and {len(entries) - _MOST} more"] if len(entries) > _MOST else []
    return [f"{heading}: {len(entries)}", *(f"  {entry}" for entry in entries[:_MOST]), *more]


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
