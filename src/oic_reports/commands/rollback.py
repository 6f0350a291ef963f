"""``oic-reports rollback``."""

from __future__ import annotations

import argparse
import sys

from oic_reports.release.retention import roll_back
from oic_reports.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("version", metavar="VERSION", help="an earlier release, as 2026.11.4")


def run(options: argparse.Namespace) -> int:
    """Make an earlier release the current one; only versions.json is changed. The next run publishes what it finds."""
    entry = roll_back(Settings().processed, options.version)
    sys.stdout.write(
        f"{entry.version} is the current release. The next run publishes what it finds: mend the cause before it.\n"
    )
    return 0
