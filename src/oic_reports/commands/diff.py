"""``oic-reports diff``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from oic_reports.commands.failure import WRONGLY_CALLED, fail
from oic_reports.feed.printing import print_entry, print_lines, print_page
from oic_reports.feed.words import TOLD_IN
from oic_reports.jobs.named_release import UnknownReleaseError, find_release
from oic_reports.release.compared import describe, open_feed
from oic_reports.release.load import MissingReleaseError
from oic_reports.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("old", metavar="OLD", help="version of a release, or its folder")
    parser.add_argument("new", metavar="NEW", help="version of a later one, or its folder")
    parser.add_argument("--language", choices=TOLD_IN, default="en", help="language of what is said (en)")
    parser.add_argument("--changelog", action="store_true", help="print the entry of CHANGELOG for the data instead")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page instead")


def run(options: argparse.Namespace) -> int:
    """Say what changed from one release to another: each document with what and why, and its texts word by word.

    Where NEW follows OLD, its published feed is told; else the two are compared now.
    """
    settings = Settings()
    try:
        old, new = find_release(settings, options.old), find_release(settings, options.new)
        versions = describe(old).version, describe(new).version
        with tempfile.TemporaryDirectory() as folder:
            feed = open_feed(old, new, Path(folder))
            if options.html:
                with options.html.open("w", encoding="utf-8") as file:
                    file.writelines(print_page(feed, *versions, options.language))
            else:
                lines = (
                    print_entry(feed, *versions, describe(new).schema_version)
                    if options.changelog
                    else print_lines(feed, *versions, options.language)
                )
                for line in lines:
                    sys.stdout.write(f"{line}\n")
    except (ValueError, UnknownReleaseError) as error:
        return fail(error, WRONGLY_CALLED)
    except (MissingReleaseError, OSError) as error:
        return fail(error)
    if options.html:
        sys.stdout.write(f"wrote {options.html}\n")
    return 0
