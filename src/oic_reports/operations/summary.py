"""What a run came to: counts, rejects, changes, the release or why there is none; kept as JSON and as a page."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

Outcome = Literal["published", "unchanged", "dry_run", "stopped"]
_GOOD = frozenset({"published", "unchanged"})
# summaries that are kept: a year of nights
_KEPT = 400
# how far counts of one size scatter of themselves, in standard deviations (the root of the count); and what few are
_SCATTER = 3
_FEW = 5
# clocks of two machines differ by less: what began later than this from now was written by a clock that was wrong
CLOCKS_DIFFER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that somebody should look at: the name of an event, and a sentence."""

    event: str
    message: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One run.

    ``began`` and ``ended`` are ISO 8601 in UTC. ``stages`` has counts by stage, ``rejects`` by reason, ``changed`` by
    kind (new, changed, gone); ``changes`` are sentences, ``slowest`` seconds by file. ``last_new`` is the day of the
    last run that published a new report, None if no run is known that did.
    """

    run: str
    began: str
    ended: str
    seconds: float
    outcome: Outcome
    message: str
    version: str | None = None
    stages: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    rejects: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    changes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    slowest: Mapping[str, float] = field(default_factory=dict)
    last_new: str | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether the dataset is as new as what was received."""
        return self.outcome in _GOOD

    def to_markdown(self) -> str:
        """The page for a person."""
        lines = [
            f"# {self.message}",
            "",
            f"{self.outcome}: run {self.run}, {self.began}, {self.seconds:.0f} seconds",
            "",
        ]
        lines += [f"- **Look:** {notice.message}" for notice in self.notices]
        lines += [f"- Odd: {warning}" for warning in self.warnings]
        lines += [f"- Release: `{self.version or 'none'}`", f"- Last new report: {self.last_new or 'not known'}"]
        lines += [
            f"- {stage}: {', '.join(f'{number} {name}' for name, number in counts.items())}"
            for stage, counts in self.stages.items()
            if counts
        ]
        lines += ["", f"## Rejects: {sum(self.rejects.values())}", ""]
        lines += [
            f"- {number} {reason}" for reason, number in sorted(self.rejects.items(), key=lambda row: (-row[1], row[0]))
        ]
        lines += ["", f"## What changes: {sum(self.changed.values())} reports", ""]
        lines += [f"- {change}" for change in self.changes]
        if sum(self.changed.values()) > len(self.changes):
            lines.append(f"- and {sum(self.changed.values()) - len(self.changes)} more")
        if self.slowest:
            lines += ["", "## Slowest files", ""]
            lines += [f"- {seconds:.1f} s {name}" for name, seconds in self.slowest.items()]
        return "\n".join(lines) + "\n"


def find_notices(summary: Summary, last: Summary | None, today: date, quiet_days: int) -> tuple[Notice, ...]:
    """What somebody should look at.

    Args:
        summary: this run, without notices.
        last: the last good run before it.
        today: the day.
        quiet_days: days without a new report after which that is told.
    """
    notices = []
    if last is not None and summary.outcome != "stopped":
        old, new = sum(last.rejects.values()), sum(summary.rejects.values())
        if new - old > max(_FEW, _SCATTER * math.sqrt(old)):
            risen = {reason: number - last.rejects.get(reason, 0) for reason, number in summary.rejects.items()}
            most = max(risen, key=lambda reason: risen[reason])
            message = f"{new} rejects, {old} in the last good run; most of them {most} ({risen[most]} more)"
            notices.append(Notice("oic-reports.rejects-jumped", message))
    if summary.last_new is not None:
        days = (today - date.fromisoformat(summary.last_new)).days
        if days >= quiet_days:
            message = f"no new report for {days} days: look whether the sites still publish where they did"
            notices.append(Notice("oic-reports.no-new-report", message))
    return tuple(notices)


def keep_summary(folder: Path, summary: Summary, now: datetime) -> Path:
    """Write both files; those that ``list_summaries`` gives last go. The path of the JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_print_moment(summary.began)}-{summary.run[:8]}.json"
    _write(path.with_suffix(".md"), summary.to_markdown())
    _write(path, json.dumps(asdict(summary), ensure_ascii=False, indent=1) + "\n")
    for old in _list_paths(folder, now)[_KEPT:]:
        old.with_suffix(".md").unlink(missing_ok=True)
        old.unlink(missing_ok=True)
    return path


def list_summaries(folder: Path, now: datetime) -> Iterator[Summary]:
    """The runs that are kept, the newest first; a damaged file is passed over.

    Those of days to come are last: the clock had jumped ahead when they began, and they would hide all others until
    then.
    """
    for path in _list_paths(folder, now):
        try:
            yield _parse(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            continue


def find_last_good(folder: Path, now: datetime) -> Summary | None:
    """The last run that published, or found nothing to publish."""
    return next((summary for summary in list_summaries(folder, now) if summary.is_good), None)


def _list_paths(folder: Path, now: datetime) -> list[Path]:
    latest = _print_moment((now + CLOCKS_DIFFER).isoformat(timespec="seconds"))
    return sorted(folder.glob("2*.json"), key=lambda path: (path.name <= latest, path.name), reverse=True)


def _print_moment(moment: str) -> str:
    """A moment, ISO 8601 in UTC to the second, as names of files have it: they sort as moments do."""
    return moment.replace(":", "").replace("+0000", "Z")


def _parse(found: dict[str, Any]) -> Summary:
    found["notices"] = tuple(Notice(**notice) for notice in found["notices"])
    found |= {name: tuple(found[name]) for name in ("changes", "warnings")}
    return Summary(**found)


def _write(path: Path, text: str) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)
