"""``oic-reports withdraw``."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from oic_reports.commands.failure import REFUSED
from oic_reports.hands.carrying_out import do
from oic_reports.hands.correct import withdraw
from oic_reports.hands.published import Current
from oic_reports.settings import Settings

# what stops the command is a refusal: nothing was written
STOPPED = REFUSED


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("document", metavar="DOCUMENT_ID")
    parser.add_argument("--reason", required=True, help="why, for those who will ask")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")


def run(options: argparse.Namespace) -> int:
    """Leave a document out of the next release, and say what remains to be done to take its text down."""
    settings = Settings()
    change = withdraw(
        Current.find(settings.processed),
        settings.corrections,
        datetime.now(UTC).date(),
        document_id=options.document,
        reason=options.reason,
    )
    return do(change, dry_run=options.dry_run)
