"""Reading a hostile file in a process of its own, with limits of time and memory.

One fresh process a file: a file that crashes, hangs or takes over its reader harms no other, and what comes back is
JSON, not a pickle. See docs/decisions/0004-one-process-a-file.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from oic_reports.model import Box, Line, Reading
from oic_reports.reading.errors import UnreadableFileError

_ADDRESS_SPACE_EXHAUSTED = 71
_MACHINE_FAULTS = frozenset({"time_limit", "memory_limit", "reader_failed"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one reading may take: wall seconds, bytes of address space, bytes of file, bytes of result."""

    seconds: float
    memory_bytes: int
    max_file_bytes: int
    output_bytes: int


def read_isolated(
    path: Path, limits: Limits, declared_encoding: str | None = None, sha256: str | None = None
) -> Reading:
    """Read a file in a child process; what may be the machine's fault is tried once more before it counts.

    Args:
        path: the file.
        limits: what the reading may take.
        declared_encoding: what the server said, if it is known.
        sha256: the content that the caller means; another one is refused.

    Raises:
        UnreadableFileError: with a reason code; ``time_limit``, ``memory_limit`` and ``reader_failed`` were met twice.
    """
    try:
        return _read_once(path, limits, declared_encoding, sha256)
    except UnreadableFileError as error:
        if error.reason not in _MACHINE_FAULTS:
            raise
    return _read_once(path, limits, declared_encoding, sha256)


def _read_once(path: Path, limits: Limits, declared_encoding: str | None, sha256: str | None) -> Reading:
    request = {"path": str(path), "declared_encoding": declared_encoding, "sha256": sha256, **asdict(limits)}
    command = [sys.executable, "-I", "-X", "utf8", "-m", "oic_reports.reading.child"]
    try:
        answer = subprocess.run(  # noqa: S603  (our own module, with a fixed command)
            command, input=json.dumps(request).encode(), capture_output=True, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        reason = "time_limit"
        raise UnreadableFileError(reason, f"not read within {limits.seconds:g} seconds") from error
    if answer.returncode == _ADDRESS_SPACE_EXHAUSTED:
        reason = "memory_limit"
        raise UnreadableFileError(reason, f"reading needs more than {limits.memory_bytes:,} bytes of memory")
    if answer.returncode != 0 or len(answer.stdout) > limits.output_bytes:
        reason = "reader_failed"
        last = answer.stderr.decode("utf-8", errors="replace").strip().splitlines()[-1:]
        raise UnreadableFileError(reason, f"the reader ended with status {answer.returncode}: {' '.join(last)[:200]}")
    return _parse(json.loads(answer.stdout))


def _parse(answer: dict[str, Any]) -> Reading:
    if "reason" in answer:
        raise UnreadableFileError(str(answer["reason"]), str(answer["detail"]))
    lines = tuple(
        Line(text, number, page, Box(*box) if box else None, hint) for text, number, page, box, hint in answer["lines"]
    )
    return Reading(
        lines=lines,
        reader=answer["reader"],
        media_type=answer["media_type"],
        encoding=answer["encoding"],
        language=answer["language"],
        direction=answer["direction"],
        language_shares=tuple((str(script), float(share)) for script, share in answer["language_shares"]),
        left_out=tuple((str(kind), int(number)) for kind, number in answer["left_out"]),
        notes=tuple(answer["notes"]),
    )
