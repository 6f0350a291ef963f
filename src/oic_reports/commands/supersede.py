"""``oic-reports supersede``."""

from __future__ import annotations

import argparse
from pathlib import Path

from oic_reports.commands.failure import REFUSED
from oic_reports.hands.carrying_out import do
from oic_reports.hands.provenance import supersede
from oic_reports.settings import Settings

# what stops the command is a refusal: nothing was written
STOPPED = REFUSED


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("newer", type=Path, metavar="NEWER", help="file in raw/reports/ that is right after all")
    parser.add_argument("older", type=Path, metavar="OLDER", help="file that is published now, from the same address")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")


def run(options: argparse.Namespace) -> int:
    """Say that a newer version from an address takes the place of an older one, though it is much shorter or unlike."""
    settings = Settings()
    change = supersede(options.newer, options.older, settings.raw, settings.processed)
    return do(change, dry_run=options.dry_run)
