"""Reading a hostile file in a process of its own, with limits of time and memory.

One fresh process a file: a file that crashes, hangs or takes over its reader harms no other, and what comes back is
JSON, not a pickle. See docs/decisions/0004-one-process-a-file.md.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from oic_reports.model import Box, Reading
from oic_reports.reading.errors import UnreadableFileError
from oic_reports.reading.wire import parse_reading

_ADDRESS_SPACE_EXHAUSTED = 71
_GRACE = 15.0
_MACHINE_FAULTS = frozenset({"time_limit", "memory_limit", "reader_failed"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one reading may take: wall seconds, bytes of address space, bytes of file, bytes of result.

    ``ocr_seconds`` are wall seconds for a file whose pages are recognised, ``ocr_page_seconds`` for one such page.
    The conversion of an old Word file is a step of its own, with ``convert_…`` for its seconds, its memory, and the
    size of a file that it writes.
    """

    seconds: float
    memory_bytes: int
    max_file_bytes: int
    output_bytes: int
    ocr_seconds: float = 1800.0
    ocr_page_seconds: float = 120.0
    convert_seconds: float = 120.0
    convert_memory_bytes: int = 2 << 30
    convert_file_bytes: int = 128 << 20


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
        return _read_with_tools(path, limits, declared_encoding, sha256)
    except UnreadableFileError as error:
        if error.reason not in _MACHINE_FAULTS:
            raise
    return _read_with_tools(path, limits, declared_encoding, sha256)


def _read_with_tools(path: Path, limits: Limits, declared_encoding: str | None, sha256: str | None) -> Reading:
    """Read a file; if it needs another program (recognition, conversion), once more with its help."""
    try:
        return _read_once(path, limits, declared_encoding, sha256, page_seconds=None)
    except UnreadableFileError as error:
        if error.reason not in {"ocr_needed", "converter_missing"}:
            raise
        reason = error.reason
    if reason == "converter_missing":
        return _read_converted(path, limits, sha256)
    longer = replace(limits, seconds=limits.ocr_seconds)
    return _read_once(path, longer, declared_encoding, sha256, page_seconds=limits.ocr_page_seconds)


def _read_converted(path: Path, limits: Limits, sha256: str | None) -> Reading:
    """Convert an old Word file in a process with limits of its own, then read what came of it as any Word file."""
    with tempfile.TemporaryDirectory(prefix="oic-reports-") as folder:
        request = {"path": str(path), "folder": folder, "sha256": sha256, **asdict(limits)}
        # the converter is stopped by its own process, which has some seconds more to say so
        patient = replace(limits, seconds=limits.convert_seconds + _GRACE)
        answer = _ask(request, patient, "oic_reports.reading.convert")
        reading = _read_once(Path(answer["file"]), limits, None, None, page_seconds=None)
    return replace(reading, media_type=answer["media_type"], converter=answer["converter"])


def _read_once(
    path: Path, limits: Limits, declared_encoding: str | None, sha256: str | None, *, page_seconds: float | None
) -> Reading:
    request = {
        "path": str(path),
        "declared_encoding": declared_encoding,
        "sha256": sha256,
        "page_seconds": page_seconds,
        **asdict(limits),
    }
    return parse_reading(_ask(request, limits))


def cut_isolated(path: Path, boxes: Sequence[Box], limits: Limits) -> list[bytes]:
    """Pictures (PNG) of rectangles of a PDF, in order, cut out in a child process.

    Raises:
        UnreadableFileError: with a reason code.
    """
    rows = [(box.page, box.x0, box.top, box.x1, box.bottom) for box in boxes]
    answer = _ask({"path": str(path), "boxes": rows, **asdict(limits)}, limits)
    return [base64.b64decode(picture) for picture in answer["pictures"]]


def list_links_isolated(
    path: Path, address: str, declared_encoding: str | None, limits: Limits
) -> list[tuple[str, str]]:
    """Addresses and texts of the links of a page, in order, found in a child process.

    Raises:
        UnreadableFileError: with a reason code.
    """
    request = {"path": str(path), "address": address, "declared_encoding": declared_encoding, **asdict(limits)}
    return [(str(target), str(text)) for target, text in _ask(request, limits)["links"]]


def _ask(request: dict[str, Any], limits: Limits, module: str = "oic_reports.reading.child") -> dict[str, Any]:
    """Put a request to a fresh child process.

    Raises:
        UnreadableFileError: the child refuses, fails, or takes too much.
    """
    command = [sys.executable, "-I", "-X", "utf8", "-m", module]
    try:
        answer = subprocess.run(  # noqa: S603  (our own module, with a fixed command)
            command, input=json.dumps(request).encode(), capture_output=True, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFileError("time_limit", f"not read within {limits.seconds:g} seconds") from error
    if answer.returncode == _ADDRESS_SPACE_EXHAUSTED:
        raise UnreadableFileError("memory_limit", f"reading needs more than {limits.memory_bytes:,} bytes of memory")
    if answer.returncode != 0 or len(answer.stdout) > limits.output_bytes:
        last = answer.stderr.decode("utf-8", errors="replace").strip().splitlines()[-1:]
        raise UnreadableFileError(
            "reader_failed", f"the reader ended with status {answer.returncode}: {' '.join(last)[:200]}"
        )
    values: dict[str, Any] = json.loads(answer.stdout)
    if "reason" in values:
        raise UnreadableFileError(values["reason"], str(values["detail"]))
    return values
