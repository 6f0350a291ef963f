"""``oic-reports withdraw``."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from oic_reports.commands.failure import REFUSED, fail
from oic_reports.correcting.correction_rows import CorrectionError
from oic_reports.hands.carrying_out import do
from oic_reports.hands.correct import withdraw
from oic_reports.hands.done import HandsError
from oic_reports.hands.published import Current
from oic_reports.release.index import DamagedIndexError
from oic_reports.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("document", metavar="DOCUMENT_ID")
    parser.add_argument("--reason", required=True, help="why, for those who will ask")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")


def run(options: argparse.Namespace) -> int:
    """Leave a document out of the next release, and say what remains to be done to take its text down."""
    settings = Settings()
    try:
        change = withdraw(
            Current.find(settings.processed),
            settings.corrections,
            datetime.now(UTC).date(),
            document_id=options.document,
            reason=options.reason,
        )
        return do(change, dry_run=options.dry_run)
    except (HandsError, CorrectionError, DamagedIndexError, OSError) as error:
        return fail(error, REFUSED)
