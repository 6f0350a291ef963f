"""Parts that are made whole, written by processes of their own while this one writes the others.

They take the tables from disk and answer nothing but a refusal. One that is left alone ends: a run that is killed
leaves nobody behind who writes where the next one does.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from oic_reports.errors import ForeseenError, describe_end
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.pieces import NOTHING_KEPT, Pieces

_CHILD = "oic_reports.release.part_child"


class PartError(ForeseenError):
    """A process ended without having written its parts, killed for its memory perhaps; its own words stand above."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The folders in which tables and views lie (``tables.on_disk``), and how many processes may write beside this."""

    tables: tuple[Path, ...]
    processes: int

    @contextmanager
    def write(
        self, folder: Path, facts: ReleaseFacts, parts: Sequence[str], pieces: Pieces = NOTHING_KEPT
    ) -> Iterator[None]:
        """Have parts written while the block runs; when it is left, they are there.

        Args:
            folder: of the release.
            facts: of the release.
            parts: of ``WHOLE_PARTS``, those that take longest first.
            pieces: what is known of pieces of tables.

        Raises:
            OSError: the disk refused to write.
            PartError: a process failed otherwise.
        """
        said = {
            "folder": str(folder),
            "tables": [str(path) for path in self.tables],
            "facts": asdict(facts),
            "pieces": [str(pieces.folder), pieces.code] if pieces.folder else [],
        }
        with ExitStack() as stack:
            started = [
                stack.enter_context(_start({**said, "parts": parts[first :: self.processes]}))
                for first in range(min(self.processes, len(parts)))
            ]
            yield
            for process in started:
                _finish(process)


@contextmanager
def _start(request: dict[str, object]) -> Iterator[subprocess.Popen[bytes]]:
    """A process at work on a request; it is killed where the block ends before it does."""
    command = [sys.executable, "-I", "-X", "utf8", "-m", _CHILD]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603  (our own module)
        try:
            assert process.stdin is not None  # noqa: S101  (a pipe)
            # which stays open: where it closes, the process ends
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            yield process
        finally:
            process.kill()


def _finish(process: subprocess.Popen[bytes]) -> None:
    """Wait until a process has written its parts."""
    assert process.stdout is not None  # noqa: S101  (a pipe)
    refusal = process.stdout.read()
    status = process.wait()
    if refusal:
        raise OSError(*json.loads(refusal))
    if status:
        msg = (
            f"the process that writes parts of a release {describe_end(status)}, and what it said stands above;"
            " with OIC_REPORTS_WORKERS=1 none is started"
        )
        raise PartError(msg)
