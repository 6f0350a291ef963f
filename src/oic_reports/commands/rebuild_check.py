"""``oic-reports rebuild-check``."""

from __future__ import annotations

import argparse
import sys

from oic_reports.commands.failure import fail
from oic_reports.jobs.build import check_rebuild
from oic_reports.settings import Settings


def add_arguments(_: argparse.ArgumentParser) -> None:
    """The command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """Rebuild the current release aside and compare its bytes; exit status 1 if any file differs."""
    differences = check_rebuild(Settings())
    for difference in differences:
        sys.stdout.write(f"{difference}\n")
    if differences:
        return fail("the current release does not rebuild to the same bytes: publish a new version")
    sys.stdout.write("the current release rebuilds to the same bytes\n")
    return 0
