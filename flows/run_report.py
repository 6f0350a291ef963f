"""The report of a run, for the server's pages."""

from __future__ import annotations

from collections.abc import Mapping

from oic_reports.release.publish import Published
from oic_reports.review import Review
from oic_reports.sources.report import FetchReport

# changes that a page lists: a person reads no more
_MOST = 200


def print_run(
    report: FetchReport,
    rows: Mapping[str, int],
    checks: Mapping[str, int],
    found: Review,
    published: Published,
) -> str:
    """The report as Markdown."""
    lines = [f"# {published.message}", "", f"- Release: `{published.directory or 'none'}`"]
    lines += [f"- {name}: {number} rows" for name, number in rows.items()]
    lines.append(f"- Checks: {checks['held']} hold, {checks['failed']} fail")
    lines += [f"- Odd: {warning}" for warning in found.warnings]
    lines += ["", f"## What changes: {len(found.changes)} reports", ""]
    lines += [f"- {change}" for change in found.changes[:_MOST]]
    if len(found.changes) > _MOST:
        lines.append(f"- and {len(found.changes) - _MOST} more")
    # the heading of the fetch stands below that of the run
    return "\n".join(lines) + "\n\n" + report.to_markdown().replace("\n#", "\n##").replace("# ", "## ", 1)
