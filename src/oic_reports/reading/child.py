"""The child process of ``isolation``: takes a request as JSON on stdin, gives a reading as JSON on stdout.

Limits are set before any parser is loaded. An end without an answer (a crash, a signal) is the parent's to judge.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import resource
import sys
from pathlib import Path
from typing import Any

ADDRESS_SPACE_EXHAUSTED = 71


def _limit(request: dict[str, Any]) -> None:
    memory = int(request["memory_bytes"])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    seconds = int(request["seconds"]) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # a reader has nothing to write: files stay empty, only the pipe to the parent remains
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    from oic_reports.reading.errors import UnreadableFileError  # noqa: PLC0415  (after the limits)
    from oic_reports.reading.read import read_bytes  # noqa: PLC0415  (after the limits)

    path = Path(request["path"])
    try:
        if path.stat().st_size > request["max_file_bytes"]:
            return {"reason": "too_large", "detail": f"the file holds more than {request['max_file_bytes']:,} bytes"}
        content = path.read_bytes()
        if request["sha256"] and hashlib.sha256(content).hexdigest() != request["sha256"]:
            return {"reason": "file_unreadable", "detail": "the file has changed since the run began"}
        reading = read_bytes(content, path.name, request["declared_encoding"])
    except UnreadableFileError as error:
        return {"reason": error.reason, "detail": error.detail}
    except FileNotFoundError:
        return {"reason": "file_vanished", "detail": "the file was there when the run began and is gone"}
    except OSError as error:
        return {"reason": "file_unreadable", "detail": f"the file cannot be opened: {error.strerror}"}
    lines = []
    for line in reading.lines:
        box = line.box and (line.box.page, line.box.x0, line.box.top, line.box.x1, line.box.bottom)
        lines.append((line.text, line.number, line.page, box, line.hint))
    return {
        "lines": lines,
        "reader": reading.reader,
        "media_type": reading.media_type,
        "encoding": reading.encoding,
        "language": reading.language,
        "direction": reading.direction,
        "language_shares": reading.language_shares,
        "left_out": reading.left_out,
        "notes": reading.notes,
    }


def main() -> int:
    """Answer one request; exit status 71 says that the memory limit was met."""
    request = json.loads(sys.stdin.buffer.read())
    _limit(request)
    try:
        answer = _answer(request)
        json.dump(answer, sys.stdout, ensure_ascii=True)
    except (MemoryError, RecursionError):
        return ADDRESS_SPACE_EXHAUSTED
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
