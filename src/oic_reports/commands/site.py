"""``oic-reports site``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from oic_reports.commands.failure import WRONGLY_CALLED, fail
from oic_reports.jobs.named_release import UnknownReleaseError, find_release
from oic_reports.jobs.show import make_site
from oic_reports.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "release", nargs="?", metavar="RELEASE", help="version of a release, or its folder; default: the current one"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder of the site; default: processed/site")


def run(options: argparse.Namespace) -> int:
    """Make the dataset's pages from a release: a folder that any static host serves.

    What has not changed is not written again. Pictures of printed pages need the received files in raw/.
    """
    settings = Settings()
    try:
        release = find_release(settings, options.release) if options.release else None
    except UnknownReleaseError as error:
        return fail(error, WRONGLY_CALLED)
    built = make_site(settings, release, options.out)
    sys.stdout.write(f"{built.folder}: {built.files} files, {built.written} written\n")
    if built.crops_missing:
        sys.stdout.write(f"without pictures of the printed page: {built.crops_missing} reports\n")
    sys.stdout.write(f"look at it: oic-reports serve {built.folder}\n")
    return 0
