"""The main job: fetch, extract, validate, publish. ``python -m flows.pipeline`` runs it without a server."""

from __future__ import annotations

import shutil
import sys

from prefect import flow, get_run_logger
from prefect.artifacts import create_markdown_artifact
from prefect.exceptions import CancelledRun
from prefect.runtime import flow_run
from prefect.states import Cancelled
from pydantic import ValidationError

from flows.extract import extract
from flows.fetch import fetch
from flows.parameters import Body, Download, DryRun, Force, Language, Since, Until
from flows.publish import publish
from flows.run_report import print_run
from flows.stops import STOPPED, say_in_one_line
from flows.turn import take_turn
from flows.validate import validate
from oic_reports.fetch import FetchStoppedError
from oic_reports.lease import Lease, LeaseHeldError
from oic_reports.release.publish import Published
from oic_reports.settings import Settings, print_faults


@flow(name="pipeline", description="Fetch, extract, validate and publish: the whole dataset, once.")
def pipeline(
    since: Since = None,
    until: Until = None,
    language: Language = None,
    body: Body = None,
    force: Force = False,  # noqa: FBT002  (flow parameters are given by name)
    dry_run: DryRun = False,  # noqa: FBT002  (likewise)
    download: Download = False,  # noqa: FBT002  (likewise)
) -> Published:
    """Run the four steps; what was published, or the state ``Skipped`` if another run is going on.

    New reports are brought in where since, until, language and body select them; reports that are published stay in the
    dataset whatever is selected.

    Raises:
        FetchStoppedError: nothing was fetched though that was asked; what there is was published.
    """
    say_in_one_line()
    settings = Settings()
    try:
        with take_turn(settings) as lease:
            return _run(settings, lease, since, until, language, body, force=force, dry_run=dry_run, download=download)
    except LeaseHeldError as error:
        # neither done nor failed: somebody else is doing it
        return Cancelled(name="Skipped", message=str(error))  # type: ignore[return-value]  # Prefect takes it as the state


def _run(
    settings: Settings,
    lease: Lease,
    since: str | None,
    until: str | None,
    language: Language,
    body: str | None,
    *,
    force: bool,
    dry_run: bool,
    download: bool,
) -> Published:
    stage = f"run-{flow_run.id}"
    folder = settings.stage / stage
    try:
        report = fetch(download=download)
        rows = extract(since=since, until=until, language=language, body=body, stage=stage)
        checks = validate(stage=stage)
        lease.check()
        published = publish(stage=stage, force=force, dry_run=dry_run)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    create_markdown_artifact(key="run-report", markdown=print_run(report, rows, checks, published))
    get_run_logger().info("done: %s", published.message)
    if report.stopped:
        # what there is was published; the run is red all the same, so that somebody looks
        raise FetchStoppedError(report.stopped)
    return published


def main() -> int:
    """Run the pipeline once and say where the release is; exit status 1 and one clear line if it was stopped."""
    try:
        published = pipeline()
    except ValidationError as error:
        sys.stderr.write(f"\nstopped: {print_faults(error)}\n")
        return 1
    except (*STOPPED, CancelledRun) as error:
        sys.stderr.write(f"\nstopped: {error}\n")
        return 1
    sys.stdout.write("\n" + "\n".join(published.summary) + "\n")
    sys.stdout.write(
        f"\n{published.message}\n"
        f"The release is in {published.directory}\n"
        f"It holds {published.documents} documents with {published.paragraphs} paragraphs;"
        " begin with its README.md and validation.html.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
