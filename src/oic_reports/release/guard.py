"""Counts against the last release: a drop stops a release, an odd rise warns.

A fault that loses one report in ten of a body, or doubles those of a year, passes every check of a row. The thresholds
stand in ``expectations/counts.csv``, each with its reason.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import pyarrow as pa

from oic_reports.errors import ForeseenError
from oic_reports.resources import find_declared

# what is counted by: the column of ``documents``, and how many of its characters name the group
DIMENSIONS: dict[str, tuple[str, int | None]] = {
    "all": ("organisation", None), "language": ("language", None), "body": ("body_id", None), "year": ("date", 4)
}  # fmt: skip
COUNTED = ("documents", "paragraphs")
_FILE = "counts.csv"
# a group that nothing is known of
_UNKNOWN = "unknown"
# how far counts of one size scatter of themselves, in standard deviations (the root of the count)
_SCATTER = 3
_ALL = 100

Group = tuple[str, str, str]
"""Dimension, value, and what is counted: ``("body", "cfm", "documents")``."""


class ThresholdError(ForeseenError):
    """The file of thresholds cannot be used; the message names its line."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """What one group, or with ``*`` each group of a dimension, may come to, in percent of the last release.

    ``fewer`` and ``more`` are how many less or more are nothing odd whatever the share is: few move by large shares.
    """

    dimension: str
    value: str
    counted: str
    least_percent: float
    fewer: int
    most_percent: float
    more: int
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What stops the release and what is odd, each in a sentence."""

    drops: tuple[str, ...] = ()
    rises: tuple[str, ...] = ()


def count_groups(documents: pa.Table, left_out: Collection[str] = (), filed: pa.Table | None = None) -> Counter[Group]:
    """How many documents and paragraphs each group has.

    Args:
        documents: the table of that name.
        left_out: ids of documents that are not counted.
        filed: the same table of the last release. Paragraphs count where their document was there, so that a mended
            fact, which moves a document, moves none of them.
    """
    before = {} if filed is None else {row["document_id"]: _find_groups(row) for row in _list_rows(filed)}
    counts: Counter[Group] = Counter()
    for row in _list_rows(documents):
        name = row["document_id"]
        if name in left_out:
            continue
        groups = _find_groups(row)
        for dimension, value in zip(DIMENSIONS, groups, strict=True):
            counts[dimension, value, "documents"] += 1
        for dimension, value in zip(DIMENSIONS, before.get(name, groups), strict=True):
            counts[dimension, value, "paragraphs"] += row["paragraph_count"] or 0
    return counts


def _list_rows(documents: pa.Table) -> Iterator[dict[str, Any]]:
    columns = ["document_id", "paragraph_count", *(column for column, _ in DIMENSIONS.values())]
    for batch in documents.select(columns).to_batches():
        yield from batch.to_pylist()


def _find_groups(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The value of each dimension."""
    return tuple(str(row[column])[:length] if row[column] else _UNKNOWN for column, length in DIMENSIONS.values())


def judge_counts(
    before: Mapping[Group, int], after: Mapping[Group, int], thresholds: Collection[Threshold]
) -> Judgement:
    """Compare counts with those of the last release. A group that is new is no rise: something must begin."""
    drops, rises = [], []
    for group, old in sorted(before.items()):
        threshold = _find(thresholds, group)
        if threshold is None:
            continue
        new = after.get(group, 0)
        said = f"{group[2]} of {group[0]} {group[1]}: {new}, {old} in the last release"
        if new < old * threshold.least_percent / _ALL and old - new > threshold.fewer:
            drops.append(f"{said}; at least {threshold.least_percent:g} % must stay ({threshold.reason})")
        elif new > old * threshold.most_percent / _ALL and new - old > threshold.more:
            rises.append(f"{said}; more than {threshold.most_percent:g} % is odd ({threshold.reason})")
    return Judgement(tuple(drops), tuple(rises))


def _find(thresholds: Collection[Threshold], group: Group) -> Threshold | None:
    """The threshold of a group: one of its own comes before that of its dimension."""
    dimension, value, counted = group
    fitting = [row for row in thresholds if (row.dimension, row.counted) == (dimension, counted)]
    return next((row for wanted in (value, "*") for row in fitting if row.value == wanted), None)


def load_thresholds() -> tuple[Threshold, ...]:
    """The rows of ``expectations/counts.csv``.

    Raises:
        ThresholdError: a row is malformed, or has no reason.
    """
    text = (find_declared("expectations") / _FILE).read_text(encoding="utf-8")
    return tuple(_parse(row, number) for number, row in enumerate(csv.DictReader(text.splitlines()), start=2))


def _parse(row: Mapping[str, str], number: int) -> Threshold:
    try:
        threshold = Threshold(
            row["dimension"], row["value"], row["counted"], float(row["least_percent"]), int(row["fewer"]),
            float(row["most_percent"]), int(row["more"]), row["reason"].strip(),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        msg = f"expectations/{_FILE}, line {number}, has a value that is none: {error}"
        raise ThresholdError(msg) from error
    # in percent of what was
    is_share = 0 <= threshold.least_percent <= _ALL <= threshold.most_percent
    is_known = threshold.dimension in DIMENSIONS and threshold.counted in COUNTED and threshold.reason
    if not is_known or not is_share or min(threshold.fewer, threshold.more) < 0:
        msg = (
            f"expectations/{_FILE}, line {number}: a row has a dimension ({', '.join(DIMENSIONS)}), what is counted"
            f" ({', '.join(COUNTED)}), least_percent up to 100, most_percent from 100, fewer, more, and a reason"
        )
        raise ThresholdError(msg)
    return threshold


def suggest_thresholds(counts: Mapping[Group, int], version: str) -> list[Threshold]:
    """The thresholds with ``more`` as wide as a count of the size of the largest group scatters of itself."""
    suggested = []
    for row in load_thresholds():
        sizes = [number for group, number in counts.items() if (group[0], group[2]) == (row.dimension, row.counted)]
        if row.value == "*" and sizes:
            seen = f"{len(sizes)} of {min(sizes)} to {max(sizes)} in {version}"
            reason = f"{row.reason.partition(' [')[0]} [{seen}]"
            suggested.append(replace(row, more=math.ceil(_SCATTER * math.sqrt(max(sizes))), reason=reason))
        else:
            suggested.append(row)
    return suggested


def list_columns() -> tuple[str, ...]:
    """The columns of the file."""
    return tuple(field.name for field in fields(Threshold))
