"""The main job: fetch, extract, validate, publish. ``python -m flows.pipeline`` runs it without a server."""

from __future__ import annotations

import sys

from prefect import flow
from prefect.exceptions import CancelledRun
from prefect.states import Cancelled

from flows.own_server import serve_run
from flows.parameters import Body, Document, Download, DryRun, Force, Language, Since, Source, Until
from flows.steps import run_steps
from flows.stops import LOGGERS, say_in_one_line
from flows.turn import take_turn
from oic_reports.errors import ForeseenError
from oic_reports.jobs.selection import Selection
from oic_reports.operations.lease import LeaseHeldError
from oic_reports.operations.log_lines import add_json_lines
from oic_reports.release.publish import Published
from oic_reports.settings import Settings


@flow(name="pipeline", description="Fetch, extract, validate and publish: the whole dataset, once.")
def pipeline(
    since: Since = None,
    until: Until = None,
    language: Language = None,
    body: Body = None,
    source: Source = None,
    document: Document = None,
    force: Force = False,  # noqa: FBT002  (flow parameters are given by name)
    dry_run: DryRun = False,  # noqa: FBT002  (likewise)
    download: Download = False,  # noqa: FBT002  (likewise)
) -> Published:
    """Run the four steps; what was published, or the state ``Skipped`` if another run is going on.

    New reports are brought in where all that is given selects them; reports that are published stay in the dataset as
    they are, whatever is selected.

    Raises:
        WrongSettingError: a setting is wrong.
        SelectionError: the selection names what does not exist.
        FetchStoppedError: nothing was fetched though that was asked; what there is was published.
    """
    say_in_one_line()
    settings = Settings()
    if settings.log_file is not None:
        add_json_lines(settings.log_file, LOGGERS)
    selection = Selection(since, until, language, body, source, document)
    selection.check(settings.raw)
    try:
        with take_turn(settings) as lease:
            return run_steps(settings, lease, selection, force=force, dry_run=dry_run, download=download)
    except LeaseHeldError as error:
        # neither done nor failed: somebody else is doing it
        return Cancelled(name="Skipped", message=str(error))  # type: ignore[return-value]  # Prefect takes it as the state


def main() -> int:
    """Run the pipeline once and say where the release is; exit status 1 and one clear line if it was stopped."""
    try:
        # before a server is started for it
        Settings()
        with serve_run():
            published = pipeline()
    except (ForeseenError, CancelledRun) as error:
        sys.stderr.write(f"\nstopped: {error}\n")
        return 1
    sys.stdout.write("\n" + "\n".join(published.account) + "\n")
    sys.stdout.write(
        f"\n{published.message}\n"
        f"The release is in {published.directory}\n"
        f"It holds {published.documents} documents with {published.paragraphs} paragraphs;"
        " begin with its README.md and validation.html.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
