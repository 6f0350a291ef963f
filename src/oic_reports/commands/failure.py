"""How a command fails: one line for a person, and an exit status."""

from __future__ import annotations

import sys

FAILED = 1
# exit status of a file, or of what a person asks for, that is refused: nothing was written
REFUSED = 2
# exit status of a command that was wrongly called, as sysexits.h has it (EX_USAGE)
WRONGLY_CALLED = 64


def fail(message: object, status: int = FAILED) -> int:
    """Say what is wrong; the exit status."""
    # names of files may hold line ends
    line = "\\n".join(str(message).splitlines())
    sys.stderr.write(f"oic-reports: {line}\n")
    return status
