"""``oic-reports mark-release``."""

from __future__ import annotations

import argparse
import sys

from oic_reports.commands.failure import REFUSED
from oic_reports.release.index import STATUSES
from oic_reports.release.mark import mark_release
from oic_reports.settings import Settings

# what stops the command is a refusal: nothing was written
STOPPED = REFUSED


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("version", metavar="VERSION")
    parser.add_argument("--status", choices=STATUSES, help="whether the release still counts")
    parser.add_argument("--reason", help="why it does not count any more")
    parser.add_argument("--also-at", action="append", default=[], metavar="URL", help="where else it is, or was given")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")


def run(options: argparse.Namespace) -> int:
    """Say in versions.json that a release is withdrawn, or where else it is; its files are not touched."""
    entry = mark_release(
        Settings().processed,
        options.version,
        status=options.status,
        reason=options.reason,
        also_at=options.also_at,
        dry_run=options.dry_run,
    )
    kept = "its folder is here" if entry.is_kept else "its folder is not here"
    lines = [f"release {entry.version}: {entry.status}", kept]
    lines += [f"reason: {entry.reason}"] if entry.reason else []
    lines += [f"replaced by {entry.replaced_by}"] if entry.replaced_by else []
    lines += [f"also at {address}" for address in entry.also_at]
    if options.dry_run:
        lines.append("dry run: nothing was written")
    if entry.status == "withdrawn" and entry.is_kept:
        lines.append("remove its folder, then run this command again, so that the list says so")
    sys.stdout.write("\n  ".join(lines) + "\n")
    return 0
