"""The report of a run, for the server's pages."""

from __future__ import annotations

from oic_reports.release.publish import Published
from oic_reports.sources.report import FetchReport


def print_run(report: FetchReport, rows: dict[str, int], checks: dict[str, int], published: Published) -> str:
    """The run's report for the server's pages."""
    lines = [f"# {published.message}", "", f"- Release: `{published.directory or 'none'}`"]
    lines += [f"- {name}: {number} rows" for name, number in rows.items()]
    lines.append(f"- Checks: {checks['held']} hold, {checks['failed']} fail")
    # as code: names of files are no mark-up
    lines += ["", "```text", *(line.replace("`", "'") for line in published.summary), "```"]
    # the heading of the fetch stands below that of the run
    return "\n".join(lines) + "\n\n" + report.to_markdown().replace("\n#", "\n##").replace("# ", "## ", 1)
