"""``oic-reports sidecar``."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from oic_reports.commands.failure import REFUSED
from oic_reports.hands.carrying_out import do
from oic_reports.hands.provenance import describe
from oic_reports.settings import Settings

# field of a sidecar: what it is
_FIELDS = {
    "url": "address that the file, or its text, came from",
    "archived_url": "address of an archived copy",
    "symbol": "document symbol, where it is known from elsewhere",
    "date": "date of the document, where it is known from elsewhere",
    "how_obtained": "who or what brought the file, and how",
    "received": "day on which it was received (today, where nothing is said)",
    "media_type": "such as application/pdf",
    "encoding": "encoding that the server declared",
    "rights_note": "what is known of rights in the text",
    "note": "what a person should know besides",
}

# what stops the command is a refusal: nothing was written
STOPPED = REFUSED


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, metavar="FILE")
    for name, meaning in _FIELDS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", dest=name, help=f"{meaning}; null: not known")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")


def run(options: argparse.Namespace) -> int:
    """Write what is known of a file into its sidecar; sha256 and size are measured."""
    told = {name: value for name in _FIELDS if (value := getattr(options, name)) is not None}
    change = describe(options.file, told, Settings().raw, datetime.now(UTC).date())
    return do(change, dry_run=options.dry_run)
