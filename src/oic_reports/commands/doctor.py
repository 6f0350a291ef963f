"""``oic-reports doctor``."""

from __future__ import annotations

import argparse
import sys

from oic_reports.commands.failure import fail
from oic_reports.operations.doctor import examine, find_now
from oic_reports.settings import Settings


def add_arguments(_: argparse.ArgumentParser) -> None:
    """The command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """Say how settings, folders, tools, disk, releases, runs and schedule are; exit status 1 if something fails."""
    findings = examine(Settings(), find_now())
    for finding in findings:
        sys.stdout.write(f"{finding}\n")
    failing = sum(finding.level == "fail" for finding in findings)
    return fail(f"{failing} {'thing' if failing == 1 else 'things'} to mend") if failing else 0
