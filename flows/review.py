"""A look at what would be published, in the run's log; where it may not be, the run stops."""

from __future__ import annotations

import logging
from pathlib import Path

from prefect import get_run_logger

from oic_reports.jobs.review import Review, review_stage
from oic_reports.jobs.selection import Selection
from oic_reports.release.publish import ReleaseRefusedError
from oic_reports.settings import Settings

# changes that the log of a night names: the first release has thousands
_MOST = 100


def review(folder: Path, settings: Settings, selection: Selection, *, dry_run: bool) -> Review:
    """Review the checked tables in a folder, and say what changes; a dry run says all of it."""
    logger = get_run_logger()
    found = review_stage(folder, settings, selection)
    is_told = dry_run or len(found.changes) <= _MOST
    for change in found.changes:
        about = {"document_id": change.document_id, "kind": change.kind, "file_name": change.file_name}
        logger.log(logging.INFO if is_told else logging.DEBUG, "%s", change, extra=about)
    for warning in found.warnings:
        logger.warning("odd: %s", warning)
    return found


def refuse(found: Review) -> None:
    """Stop a run that may not publish.

    Raises:
        ReleaseRefusedError: why.
    """
    if found.refusals:
        msg = f"{'; '.join(found.refusals)}; the last release stays as it is"
        raise ReleaseRefusedError(msg)
