"""``oic-reports catalogue``."""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from oic_reports.commands.failure import fail
from oic_reports.jobs.fetch import load_checked
from oic_reports.settings import Settings
from oic_reports.sources.catalogue import find_lines


def add_arguments(_: argparse.ArgumentParser) -> None:
    """The command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """Check the catalogue, its sites and its rules of discovery; exit status 1 and a line for each fault otherwise."""
    catalogue, bad = load_checked(Settings().raw)
    lines = find_lines(Settings().raw)
    for address, why in bad.items():
        place = ", ".join(f"line {line}" for line in lines.get(address, ()))
        sys.stdout.write(f"{place or 'discovery.csv'}: {address}: {why}\n")
    if bad:
        return fail(f"{len(bad)} addresses of the catalogue cannot be used; the others can")
    states = Counter(row.state for row in catalogue.rows)
    counted = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
    sys.stdout.write(f"the catalogue holds {counted}, on {len(catalogue.sites)} sites\n")
    return 0
