"""``oic-reports prune``."""

from __future__ import annotations

import argparse
import sys

from oic_reports.commands.failure import WRONGLY_CALLED, fail
from oic_reports.release.retention import choose_prunable, prune
from oic_reports.settings import Settings

# releases of a year of monthly changes
_KEPT = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--keep", type=int, default=_KEPT, metavar="N", help=f"newest releases that stay ({_KEPT})")
    parser.add_argument("--yes", action="store_true", help="remove them; without it they are only named")


def run(options: argparse.Namespace) -> int:
    """Remove the folders of old releases: never the current one, nor the one that it follows; they stay listed."""
    if options.keep < 1:
        return fail("--keep is at least 1", WRONGLY_CALLED)
    processed = Settings().processed
    entries = choose_prunable(processed, options.keep)
    if options.yes:
        prune(processed, entries)
    for entry in entries:
        sys.stdout.write(f"{entry.version}\n")
    done = "removed" if options.yes else "would be removed: say --yes"
    sys.stdout.write(f"{len(entries)} releases {done}\n")
    return 0
