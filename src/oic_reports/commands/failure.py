"""How a command fails: one line for a person, and an exit status."""

from __future__ import annotations

import sys

# exit status of what is refused, or wrongly called
REFUSED = 2


def fail(message: object, status: int = 1) -> int:
    """Say what is wrong; the exit status."""
    sys.stderr.write(f"oic-reports: {message}\n")
    return status
