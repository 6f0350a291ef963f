"""``oic-reports verify``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from oic_reports.commands.failure import fail
from oic_reports.jobs.build import find_rebuild_differences
from oic_reports.proof.prove import prove
from oic_reports.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("directory", type=Path, metavar="DIR")
    parser.add_argument("--key", metavar="KEY", help="public key of minisign, or its file, that must have signed it")
    parser.add_argument("--sha256", metavar="HASH", help="sha256 that its SHA256SUMS must have, as you know it")
    parser.add_argument("--rebuild", action="store_true", help="also make it anew from raw/, and compare each byte")


def run(options: argparse.Namespace) -> int:
    """Verify a release offline, beside its list or downloaded alone; exit status 1 and a line for each fault.

    What agrees with itself is consistent. Only a signature (--key), or a hash that came to you another way (--sha256),
    proves that it is what was published.
    """
    proof = prove(options.directory, key=options.key, sums=options.sha256)
    problems = list(proof.problems)
    if options.rebuild and not problems:
        problems += find_rebuild_differences(Settings(), options.directory)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    for question in proof.not_asked:
        sys.stdout.write(f"not asked: {question}\n")
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        return fail(f"{options.directory} does not verify: {count}")
    if proof.vouched:
        sys.stdout.write(f"{options.directory} is proven: {proof.vouched}\n")
    else:
        sys.stdout.write(f"{options.directory} is consistent, not proven: give --key, or --sha256 of its SHA256SUMS\n")
    return 0
