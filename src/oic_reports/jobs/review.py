"""A look at what would be published, before it is: what changes, and whether it may."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.jobs.build import CHECKED
from oic_reports.jobs.selection import Selection
from oic_reports.release.changes import Change, find_changes
from oic_reports.release.guard import count_groups, judge_counts, load_thresholds
from oic_reports.release.load import load_current
from oic_reports.settings import Settings
from oic_reports.sources.raw_store import open_store
from oic_reports.sources.sidecar import parse_sidecar
from oic_reports.sources.sidecar_place import SUFFIX
from oic_reports.tables.on_disk import read_tables

# as many as a line holds; the log names all
_MOST = 3


@dataclass(frozen=True, slots=True)
class Review:
    """What publishing would change, rejects by reason, and in sentences what is odd, and why it may not be."""

    changes: tuple[Change, ...]
    rejects: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()


def review_stage(folder: Path, settings: Settings, selection: Selection) -> Review:
    """Look at the checked tables in a folder beside the current release.

    Raises:
        ThresholdError: the file of thresholds is wrong.
        StoreError: the raw store does not answer.
        DamagedIndexError, MissingReleaseError: what is published is damaged.
    """
    current = load_current(settings.processed)
    tables = read_tables(folder / CHECKED)
    changes = find_changes(current.tables if current else None, tables)
    rejects = Counter(tables["rejects"].column("reason").to_pylist())
    if current is None:
        return Review(tuple(changes), rejects)
    withdrawn = {change.document_id for change in changes if change.kind == "gone"}
    before = current.tables["documents"]
    replaced = _list_replaced_by_hand(changes, current.tables, settings)
    counts = count_groups(before, withdrawn | replaced), count_groups(tables["documents"], replaced, filed=before)
    judgement = judge_counts(*counts, load_thresholds())
    others = [] if selection.is_open else _list_others(changes, selection)
    return Review(tuple(changes), rejects, judgement.rises, (*_refuse_others(others), *judgement.drops))


def _list_replaced_by_hand(changes: Iterable[Change], before: Mapping[str, pa.Table], settings: Settings) -> set[str]:
    """Ids of documents whose newer file takes the place of the published one because a person said so."""
    newer = {change.document_id: change.file_name for change in changes if "source_id" in change.facts}
    if not newer:
        return set()
    documents = before["documents"].select(["document_id", "source_id"])
    documents = documents.filter(pc.is_in(documents["document_id"], pa.array(newer, pa.string())))
    sources = before["sources"].select(["source_id", "sha256"])
    older = dict(zip(*(sources.column(name).to_pylist() for name in sources.column_names), strict=True))
    described = open_store(settings.raw, settings.raw_url, settings.copies).read_many(
        f"{name}{SUFFIX}" for name in newer.values()
    )
    replaced = set()
    for row in documents.to_pylist():
        name = f"{newer[row['document_id']]}{SUFFIX}"
        # a file without a sound sidecar is rejected before it comes here
        supersedes = parse_sidecar(name, described[name]).supersedes if name in described else None
        if supersedes is not None and supersedes == older.get(row["source_id"]):
            replaced.add(row["document_id"])
    return replaced


def _list_others(changes: Iterable[Change], selection: Selection) -> list[Change]:
    """Changes of paragraphs that a backfill is not about."""
    return [
        change
        for change in changes
        if change.kind != "new"
        and (change.added or change.removed or change.altered)
        and not selection.holds_row(change.row, change.file_name)
    ]


def _refuse_others(others: Sequence[Change]) -> tuple[str, ...]:
    if not others:
        return ()
    named = "; ".join(f"{change.document_id} ({change.why})" for change in others[:_MOST])
    more = f" and {len(others) - _MOST} more" if len(others) > _MOST else ""
    sentence = (
        f"this backfill would change reports that it is not about: {named}{more}; run once without a selection (as the"
        " nightly run does), then this again"
    )
    return (sentence,)
