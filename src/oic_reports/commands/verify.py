"""``oic-reports verify``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from oic_reports.commands.failure import fail
from oic_reports.release.verify import verify


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("directory", type=Path, metavar="DIR")


def run(options: argparse.Namespace) -> int:
    """Prove a release offline; exit status 1 and a line for each fault otherwise."""
    problems = verify(options.directory)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    if problems:
        return fail(f"{options.directory} does not verify: {len(problems)} problems")
    sys.stdout.write(f"{options.directory} verifies\n")
    return 0
