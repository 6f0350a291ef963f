"""``oic-reports build``."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from oic_reports.jobs.build import build
from oic_reports.operations.lease import hold_lease
from oic_reports.settings import Settings


def add_arguments(_: argparse.ArgumentParser) -> None:
    """The command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """Build a release from what lies in raw/."""
    settings = Settings()
    with hold_lease(settings.lease, "build", settings.lease_seconds, settings.lease_beat_seconds):
        published = build(settings, datetime.now(UTC).date(), lambda line: sys.stderr.write(f"{line}\n"))
    lines = [*published.account, "", published.message, str(published.directory or "")]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
