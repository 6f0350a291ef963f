"""A look at what would be published, before it is: what changes, and whether it may."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from oic_reports.jobs.build import CHECKED
from oic_reports.jobs.selection import Selection
from oic_reports.release.changes import Change, find_changes
from oic_reports.release.guard import count_groups, judge_counts, load_thresholds
from oic_reports.release.load import load_current
from oic_reports.settings import Settings
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
    counts = count_groups(before, withdrawn), count_groups(tables["documents"], filed=before)
    judgement = judge_counts(*counts, load_thresholds())
    others = [] if selection.is_open else _list_others(changes, selection)
    return Review(tuple(changes), rejects, judgement.rises, (*_refuse_others(others), *judgement.drops))


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
