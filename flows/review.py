"""A look at what would be published, in the run's log; where it may not be, the run stops."""

from __future__ import annotations

import logging
from pathlib import Path

from prefect import get_run_logger

from oic_reports.release.publish import ReleaseRefusedError
from oic_reports.review import Review, review_stage
from oic_reports.selection import Selection
from oic_reports.settings import Settings


def review(folder: Path, settings: Settings, selection: Selection, *, dry_run: bool) -> Review:
    """Review the checked tables in a folder; a dry run says each change.

    Raises:
        ReleaseRefusedError: they may not be published.
    """
    logger = get_run_logger()
    found = review_stage(folder, settings, selection)
    for change in found.changes:
        logger.log(logging.INFO if dry_run else logging.DEBUG, "%s", change)
    for warning in found.warnings:
        logger.warning("odd: %s", warning)
    if found.refusals:
        msg = f"{'; '.join(found.refusals)}; the last release stays as it is"
        raise ReleaseRefusedError(msg)
    return found
