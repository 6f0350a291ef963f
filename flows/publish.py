"""Publish what ``validate`` left."""

from __future__ import annotations

from prefect import flow, get_run_logger

from flows.parameters import DryRun, Force, Stage
from oic_reports.errors import ForeseenError
from oic_reports.jobs.build import publish_stage
from oic_reports.jobs.show import make_site
from oic_reports.release.publish import Published
from oic_reports.settings import Settings


@flow(
    name="publish",
    flow_run_name="publish",
    description="Publish the checked tables as a new version, unless nothing has changed.",
)
def publish(stage: Stage = "current", force: Force = False, dry_run: DryRun = False) -> Published:  # noqa: FBT002  (flow parameters are given by name)
    """Publish; what came of it."""
    settings = Settings()
    published = publish_stage(settings.stage / stage, settings, force=force, dry_run=dry_run)
    get_run_logger().info("%s", published.message)
    if settings.site and published.is_new and not dry_run:
        _show(settings, published)
    return published


def _show(settings: Settings, published: Published) -> None:
    """Make the dataset's pages; a release stands, whatever becomes of them."""
    try:
        built = make_site(settings, published.directory)
    except (ForeseenError, OSError) as error:
        get_run_logger().error("the pages could not be made: %s; run make site", error)
    else:
        get_run_logger().info("pages in %s: %s files, %s written", built.folder, built.files, built.written)
