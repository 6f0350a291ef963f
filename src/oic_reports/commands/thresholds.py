"""``oic-reports thresholds``."""

from __future__ import annotations

import argparse
import csv
import sys
from dataclasses import astuple

from oic_reports.commands.failure import fail
from oic_reports.release.guard import count_groups, list_columns, suggest_thresholds
from oic_reports.release.load import load_current
from oic_reports.settings import Settings


def add_arguments(_: argparse.ArgumentParser) -> None:
    """The command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """Print thresholds that fit the current release, in the form of expectations/counts.csv; nothing is written."""
    current = load_current(Settings().processed)
    if current is None:
        return fail("there is no release yet: thresholds are suggested from the last one")
    rows = suggest_thresholds(count_groups(current.tables["documents"]), current.entry.version)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(list_columns())
    writer.writerows([f"{value:g}" if isinstance(value, float) else value for value in astuple(row)] for row in rows)
    return 0
