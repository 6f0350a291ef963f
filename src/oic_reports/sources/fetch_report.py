"""The report of a fetch run, for the person who looks after it: what is new, and what needs somebody, once.

What has not changed since the last report is counted, not listed. Whatever a server sent is quoted as code, so that it
can do nothing in a page.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from oic_reports.resources import load_vocabulary
from oic_reports.sources.inbox import Taken
from oic_reports.sources.outcome import Outcome

# entries of a list, and characters of one
_LISTED = 100
_LONGEST = 300
# addresses of a site with one reason that are listed one by one
_FEW = 5


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What a run did.

    Attributes:
        begun, ended: in UTC.
        outcomes: one an address.
        taken: what lay in the inbox.
        left_out: rows of the catalogue that were not used, by address, with the reason.
        proposed: addresses that index pages name and the catalogue does not.
        remarks: what else a person should know.
        stopped: why no address was visited though that was asked for.
    """

    begun: datetime
    ended: datetime
    outcomes: Sequence[Outcome] = ()
    taken: Sequence[Taken] = ()
    left_out: dict[str, str] = field(default_factory=dict)
    proposed: Sequence[str] = ()
    remarks: Sequence[str] = ()
    stopped: str | None = None

    @property
    def name(self) -> str:
        """The name of the report's files, without an ending."""
        return self.begun.strftime("%Y-%m-%dT%H%M%SZ")

    def count(self) -> dict[str, int]:
        """How many addresses had each outcome, in the order of the vocabulary."""
        counts = Counter(outcome.outcome for outcome in self.outcomes)
        return {row["value"]: counts[row["value"]] for row in load_vocabulary("fetch_outcomes")}

    def count_left(self) -> int:
        """How many files of the inbox somebody has to look at, since no run can take them in."""
        return sum(entry.outcome == "left" for entry in self.taken)

    def to_json(self) -> str:
        """All of it, for programs."""
        values: dict[str, Any] = {
            "begun": self.begun.isoformat(),
            "ended": self.ended.isoformat(),
            "counts": self.count(),
            "outcomes": [asdict(outcome) for outcome in self.outcomes],
            "inbox": [asdict(taken) for taken in self.taken],
            "left_out": self.left_out,
            "proposed": list(self.proposed),
            "remarks": list(self.remarks),
            "stopped": self.stopped,
        }
        return json.dumps(values, indent=1, default=_print_moment) + "\n"

    def to_markdown(self) -> str:
        """What a person should read."""
        counted = ", ".join(f"{number} {name}" for name, number in self.count().items() if number)
        said = f"Stopped: {_plain(self.stopped)}" if self.stopped else counted or "No address was visited."
        lines = [f"# Fetch of {self.begun:%Y-%m-%d %H:%M} UTC", "", said]
        lines += _section("Index pages that gave nothing", [_code(remark) for remark in self.remarks])
        lines += self._print_received()
        lines += self._print_faults()
        lines += _section(
            "Rows of the catalogue that were left out",
            [f"{_code(a)}: {_plain(why)}" for a, why in self.left_out.items()],
        )
        lines += _section(
            "Inbox",
            [f"{_code(entry.name)}: {entry.outcome}. {_plain(entry.note)}".strip() for entry in self.taken],
        )
        lines += _section(
            "Proposed for the catalogue (in `raw/proposals.csv`; copy the rows that are wanted)",
            [_code(address) for address in self.proposed],
        )
        return "\n".join(lines) + "\n"

    def _print_received(self) -> list[str]:
        def entry(outcome: Outcome) -> str:
            archived = " (from the archive, since the address is gone)" if outcome.from_archive else ""
            return f"{_code(outcome.address)}: {_code(outcome.file_name or '')}{archived}"

        lines = []
        for name in ("new", "changed"):
            found = [outcome for outcome in self.outcomes if outcome.outcome == name]
            lines += _section(name.capitalize(), [entry(outcome) for outcome in found])
        moved = [outcome for outcome in self.outcomes if outcome.moved_to]
        lines += _section(
            "Moved for good: put the new address into the catalogue",
            [f"{_code(outcome.address)} is now {_code(outcome.moved_to or '')}" for outcome in moved],
        )
        return lines

    def _print_faults(self) -> list[str]:
        due = [outcome for outcome in self.outcomes if outcome.is_due]
        lines = _section("Failing for days (said once)", _group(due, since=True))
        lines += _section("Working again", [_code(outcome.address) for outcome in self.outcomes if outcome.recovered])
        for name, heading in (
            ("gone", "Gone"),
            ("refused", "Refused; the next run tries again"),
            ("failed", "Failed; the next run tries again"),
            ("waiting", "Not asked in this run"),
        ):
            found = [outcome for outcome in self.outcomes if outcome.outcome == name and not outcome.is_due]
            # what is not asked is not remembered as an outcome of its own, so it is always said
            fresh = [outcome for outcome in found if not outcome.is_repeated or name == "waiting"]
            entries = _group(fresh, since=False)
            if len(found) > len(fresh):
                entries.insert(0, f"{len(found) - len(fresh)} as before (in the JSON file)")
            lines += _section(heading, entries)
        return lines


def _print_moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _group(outcomes: Iterable[Outcome], *, since: bool) -> list[str]:
    """One entry for all addresses of a site that fail for one reason, and one each where they are few."""
    grouped: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in outcomes:
        grouped.setdefault((outcome.site, outcome.reason or ""), []).append(outcome)
    meanings = {row["value"]: row["en"] for row in load_vocabulary("fetch_reasons")}
    entries = []
    for (site, reason), found in sorted(grouped.items()):
        begun = [outcome.failing_since for outcome in found if outcome.failing_since]
        days = f", since {min(begun):%Y-%m-%d}" if since and begun else ""
        meaning = meanings.get(reason, reason)
        if len(found) > _FEW:
            all_of_them = "all of them are in the JSON file"
            entries.append(f"{site}: {len(found)} addresses ({all_of_them}): {meaning}{days}, such as")
            entries[-1] += f" {_code(found[0].address)}: {_code(found[0].detail)}"
        else:
            entries += [f"{_code(each.address)}: {meaning}{days}: {_code(each.detail)}" for each in found]
    return entries


def _section(heading: str, entries: Sequence[str]) -> list[str]:
    if not entries:
        return []
    listed = [f"- {entry}" for entry in entries[:_LISTED]]
    if len(entries) > _LISTED:
        listed.append(f"- and {len(entries) - _LISTED} more (all of them are in the JSON file)")
    return ["", f"## {heading}", "", *listed]


def _code(text: str) -> str:
    """A text as a span of code, in which neither mark-up nor a link means anything."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    cut = f"{flat[:_LONGEST]}…" if len(flat) > _LONGEST else flat
    return "`" + cut.replace("`", "'") + "`" if cut else ""


def _plain(text: str) -> str:
    """A text of ours, perhaps with a quotation, without what would be mark-up."""
    return " ".join(text.replace("<", "‹").replace(">", "›").replace("[", "(").replace("]", ")").split())
