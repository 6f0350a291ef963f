"""The last run as a Prometheus textfile, which the textfile collector of a node exporter reads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from oic_reports.operations.summary import Outcome, Summary

_PREFIX = "oic_reports_"
_OUTCOMES: tuple[Outcome, ...] = ("published", "unchanged", "dry_run", "stopped")
_MIDNIGHT = "T00:00:00+00:00"


def print_metrics(summary: Summary, last_good: Summary | None) -> str:
    """The text exposition format: a run, and the last good one (which may be the same)."""
    rows = list(_list_metrics(summary, last_good))
    lines, told = [], set()
    for name, labels, value, help_text in rows:
        if name not in told:
            told.add(name)
            lines += [f"# HELP {_PREFIX}{name} {help_text}", f"# TYPE {_PREFIX}{name} gauge"]
        shown = ",".join(f'{key}="{_escape(text)}"' for key, text in labels.items())
        # as many digits as seconds since 1970 have
        lines.append(f"{_PREFIX}{name}{f'{{{shown}}}' if shown else ''} {value:.12g}")
    return "\n".join(lines) + "\n"


def _list_metrics(summary: Summary, last_good: Summary | None) -> Iterator[tuple[str, dict[str, str], float, str]]:
    yield "run_ended_seconds", {}, _seconds(summary.ended), "When the last run ended, in seconds since 1970."
    yield "run_seconds", {}, summary.seconds, "How long the last run took."
    for outcome in _OUTCOMES:
        yield "run_outcome", {"outcome": outcome}, float(summary.outcome == outcome), "1 for what the last run came to."
    if last_good is not None:
        help_text = "When the last run ended that published or found nothing new, in seconds since 1970."
        yield "good_run_ended_seconds", {}, _seconds(last_good.ended), help_text
    if summary.last_new is not None:
        help_text = "The day on which a new report was last published, in seconds since 1970."
        yield (
            "new_report_seconds",
            {},
            _seconds(date.fromisoformat(summary.last_new).isoformat() + _MIDNIGHT),
            help_text,
        )
    for stage, counts in summary.stages.items():
        for name, number in counts.items():
            yield "stage_count", {"stage": stage, "of": name}, number, "Counts of the last run, by stage."
    for reason, number in sorted(summary.rejects.items()):
        yield "rejects", {"reason": reason}, number, "Files and documents that are not published, by reason."
    for kind in ("new", "changed", "gone"):
        yield "changes", {"kind": kind}, summary.changed.get(kind, 0), "Reports that the last run changed."
    yield "notices", {}, len(summary.notices), "Things that somebody should look at."


def write_metrics(path: Path, summary: Summary, last_good: Summary | None) -> None:
    """Put the file in place at once: the collector must not read half of it.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # the collector reads *.prom
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    aside.write_text(print_metrics(summary, last_good), encoding="utf-8")
    aside.replace(path)


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
