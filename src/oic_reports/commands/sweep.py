"""``oic-reports sweep``."""

from __future__ import annotations

import argparse
import sys
import time

from oic_reports.commands.failure import REFUSED, WRONGLY_CALLED, fail
from oic_reports.jobs.build import open_leaves
from oic_reports.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--days", type=float, metavar="N", help="days without use (default: OIC_REPORTS_LEAF_DAYS)")


def run(options: argparse.Namespace) -> int:
    """Remove what was computed by code that no longer runs and was not used for some days."""
    if options.days is not None and not options.days >= 0:
        return fail("--days is at least 0", WRONGLY_CALLED)
    settings = Settings()
    leaves = open_leaves(settings)
    if not leaves.is_local:
        return fail("leaves in an object store are not swept: give the store a rule of age", REFUSED)
    gone = leaves.sweep(settings.leaf_days if options.days is None else options.days, time.time())
    sys.stdout.write(f"removed: leaves of {gone} earlier states of the code\n")
    return 0
