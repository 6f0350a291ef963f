"""``oic-reports site``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from oic_reports.jobs.show import make_site
from oic_reports.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "release", type=Path, nargs="?", metavar="RELEASE", help="folder of a release; default: the current one"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder of the site; default: processed/site")


def run(options: argparse.Namespace) -> int:
    """Make the dataset's pages from a release: a folder that any static host serves.

    What has not changed is not written again. Pictures of printed pages need the received files in raw/.
    """
    built = make_site(Settings(), options.release, options.out)
    sys.stdout.write(f"{built.folder}: {built.files} files, {built.written} written\n")
    if built.crops_missing:
        sys.stdout.write(f"without pictures of the printed page: {built.crops_missing} reports\n")
    sys.stdout.write(f"look at it: oic-reports serve {built.folder}\n")
    return 0
