"""What is left of a run for those who watch: summary, page, metrics, events."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from prefect import get_run_logger
from prefect.artifacts import create_markdown_artifact
from prefect.events import emit_event
from prefect.runtime import flow_run

from oic_reports.jobs.review import Review
from oic_reports.operations.metrics import write_metrics
from oic_reports.operations.summary import Outcome, Summary, find_last_good, find_notices, keep_summary
from oic_reports.release.publish import Published
from oic_reports.settings import Settings
from oic_reports.sources.fetch_report import FetchReport

# changes that a page lists: a person reads no more
_MOST = 200
_RESOURCE = {"prefect.resource.id": "oic-reports.dataset", "prefect.resource.name": "oic-reports"}


class Watch:
    """Gathers what one run tells; ``end`` leaves it behind."""

    def __init__(self, settings: Settings) -> None:
        """Begin."""
        self.settings = settings
        self.began = datetime.now(UTC)
        self.stages: dict[str, Mapping[str, int]] = {}
        self.slowest: Mapping[str, float] = {}
        self.report: FetchReport | None = None
        self.review = Review(())
        self._start = time.monotonic()

    def end(self, outcome: Outcome, message: str, published: Published | None = None) -> Summary:
        """Leave summary, page, metrics and events; what cannot be written is said in the log, and stops nothing."""
        now = datetime.now(UTC)
        last = find_last_good(self.settings.runs, now)
        changed = Counter(str(change.kind) for change in self.review.changes)
        is_new = outcome == "published" and changed["new"]
        # where nothing has changed, nothing was read or looked at: what was known is still so
        is_seen = "extract" in self.stages
        summary = Summary(
            run=str(flow_run.id),
            began=self.began.isoformat(timespec="seconds"),
            ended=now.isoformat(timespec="seconds"),
            seconds=round(time.monotonic() - self._start, 1),
            outcome=outcome,
            message=message,
            version=published.version if published else None,
            stages=self.stages,
            rejects=dict(self.review.rejects if is_seen else last.rejects if last else {}),
            changed=dict(changed),
            changes=tuple(map(str, self.review.changes[:_MOST])),
            warnings=(*self.review.warnings, *self.review.refusals),
            slowest=self.slowest,
            last_new=now.date().isoformat() if is_new else last.last_new if last else None,
        )
        summary = replace(summary, notices=find_notices(summary, last, now.date(), self.settings.quiet_days))
        self._leave(summary, last, now)
        return summary

    def _leave(self, summary: Summary, last: Summary | None, now: datetime) -> None:
        logger = get_run_logger()
        page = summary.to_markdown()
        if self.report is not None:
            # the heading of the fetch stands below that of the run
            page += "\n" + self.report.to_markdown().replace("\n#", "\n##").replace("# ", "## ", 1)
        create_markdown_artifact(key="run-report", markdown=page)
        for notice in summary.notices:
            logger.warning("%s", notice.message)
            emit_event(event=notice.event, resource=_RESOURCE, payload={"message": notice.message})
        try:
            keep_summary(self.settings.runs, summary, now)
            if self.settings.metrics_file is not None:
                write_metrics(self.settings.metrics_file, summary, summary if summary.is_good else last)
        except OSError as error:
            logger.warning("the summary of the run cannot be written: %s", error)
