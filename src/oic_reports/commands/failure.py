"""How a command fails: one line for a person, and an exit status."""

from __future__ import annotations

import sys

# exit status of a file that is refused
REFUSED = 2
# exit status of a command that was wrongly called, as sysexits.h has it (EX_USAGE)
WRONGLY_CALLED = 64


def fail(message: object, status: int = 1) -> int:
    """Say what is wrong; the exit status."""
    sys.stderr.write(f"oic-reports: {message}\n")
    return status
