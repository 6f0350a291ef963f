"""Take in what lies in the inbox and, if asked, what the addresses of the catalogue give. ``python -m flows.fetch``."""

from __future__ import annotations

import sys

from prefect import flow, get_run_logger
from prefect.artifacts import create_markdown_artifact

from flows.own_server import serve_run
from flows.parameters import Download, Site
from flows.stops import say_in_one_line
from oic_reports.errors import ForeseenError
from oic_reports.jobs.fetch import fetch_all
from oic_reports.settings import Settings
from oic_reports.sources.clock import SystemClock
from oic_reports.sources.fetch_report import FetchReport


@flow(
    name="fetch",
    flow_run_name="fetch",
    description="File what lies in raw/inbox/, visit the addresses of the catalogue, and report what needs somebody.",
)
def fetch(download: Download = True, site: Site = None) -> FetchReport:  # noqa: FBT002  (flow parameters are given by name)
    """Fetch; the report, which is also an artifact and a file in ``raw/runs/``."""
    say_in_one_line()
    logger = get_run_logger()
    report = fetch_all(Settings(), SystemClock(), download=download, site=site)
    for entry in report.taken:
        # nobody has to do anything about the others, night after night
        level = logger.warning if entry.note and entry.outcome in {"filed", "left"} else logger.info
        level("inbox: %s: %s%s", entry.name, entry.outcome, f": {entry.note}" if entry.note else "")
    for outcome in report.outcomes:
        if outcome.is_due:
            logger.warning("fails since %s: %s: %s", outcome.failing_since, outcome.address, outcome.detail)
    if report.stopped:
        logger.error("%s", report.stopped)
    if download:
        logger.info("visited: %s", ", ".join(f"{number} {name}" for name, number in report.count().items()))
    create_markdown_artifact(key="fetch-report", markdown=report.to_markdown())
    return report


def main() -> int:
    """Fetch once, without a server; exit status 1 if no address could be visited."""
    try:
        # before a server is started for it
        Settings()
        with serve_run():
            report = fetch()
    except ForeseenError as error:
        sys.stderr.write(f"\nstopped: {error}\n")
        return 1
    sys.stdout.write(f"\n{report.to_markdown()}")
    return 1 if report.stopped else 0


if __name__ == "__main__":
    sys.exit(main())
