"""Do what a hand has prepared, and say it."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from oic_reports.hands.done import Change


def do(change: Change, *, dry_run: bool) -> int:
    """Write the file whole or not at all, and print what comes of it; the exit status.

    Raises:
        OSError: the file cannot be written.
    """
    path = Path(change.path)
    if not dry_run:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(change.content)
            file.flush()
            os.fsync(handle)
        Path(aside).chmod(0o644)
        Path(aside).replace(path)
    said = "would write (dry run: nothing was written)" if dry_run else "wrote"
    sys.stdout.write("\n  ".join([f"{said} {path.name}:", *change.lines]) + "\n")
    return 0
