"""The child process of ``parent``: takes a request as JSON on stdin, gives a reading or pictures as JSON on stdout.

Limits are set before any parser is loaded. An end without an answer (a crash, a signal) is the parent's to judge.
"""

from __future__ import annotations

import base64
import contextlib
import gc
import hashlib
import json
import os
import resource
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oic_reports.model import Reading

# exit status of a child whose memory did not do
ADDRESS_SPACE_EXHAUSTED = 71
# objects more than before at which garbage is looked for: 3 % of the time of reading
_ALLOCATIONS = 100_000


def limit(request: Mapping[str, Any]) -> None:
    """Bound what this process may take, by the limits of a request; before any parser is loaded."""
    memory = int(request["memory_bytes"])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    seconds = int(request["seconds"]) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # a reader has nothing to write, nor has a recogniser that it starts: files stay empty, only pipes remain
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    # the arrays' library would start a thread for each processor, which takes longer than what it has to do here
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    # what is read is kept to the end: there is little garbage to look for
    gc.set_threshold(_ALLOCATIONS, 50, 100)


def read_requested(request: Mapping[str, Any]) -> Reading:
    """Read the file of a request.

    Raises:
        UnreadableFileError: with a reason code; ``reader_failed`` names the place where a reader went wrong.
    """
    from oic_reports.errors import UnreadableFileError, describe_fault  # noqa: PLC0415  (after the limits)
    from oic_reports.reading.reader import read_bytes  # noqa: PLC0415  (after the limits)

    path = Path(request["path"])
    try:
        if path.stat().st_size > request["max_file_bytes"]:
            detail = f"the file holds more than {request['max_file_bytes']:,} bytes"
            raise UnreadableFileError("too_large", detail)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError("file_vanished", "the file was there when the run began and is gone") from error
    except OSError as error:
        raise UnreadableFileError("file_unreadable", f"the file cannot be opened: {error.strerror}") from error
    if request["sha256"] and hashlib.sha256(content).hexdigest() != request["sha256"]:
        raise UnreadableFileError("file_unreadable", "the file has changed since the run began")
    try:
        return read_bytes(content, path.name, request["declared_encoding"], request["page_seconds"])
    except (UnreadableFileError, MemoryError, RecursionError):
        raise
    except Exception as error:
        raise UnreadableFileError("reader_failed", describe_fault(error)) from error


def _answer(request: Mapping[str, Any]) -> dict[str, Any]:
    from oic_reports.errors import UnreadableFileError  # noqa: PLC0415  (after the limits)
    from oic_reports.report_json import dump_reading  # noqa: PLC0415  (after the limits)

    path = Path(request["path"])
    if request.get("boxes") is not None:
        return _cut(path, request["boxes"])
    if request.get("address") is not None:
        return _list_links(path, request["address"], request["declared_encoding"])
    try:
        return dump_reading(read_requested(request))
    except UnreadableFileError as error:
        return {"reason": error.reason, "detail": error.detail}


def _cut(path: Path, boxes: list[list[Any]]) -> dict[str, Any]:
    from oic_reports.errors import UnreadableFileError  # noqa: PLC0415  (likewise)
    from oic_reports.model import Box  # noqa: PLC0415  (after the limits)
    from oic_reports.reading.pdf.pictures import cut_pictures  # noqa: PLC0415  (likewise)

    try:
        pictures = cut_pictures(path.read_bytes(), [Box(*box) for box in boxes])
        return {"pictures": [base64.b64encode(picture).decode("ascii") for picture in pictures]}
    except UnreadableFileError as error:
        return {"reason": error.reason, "detail": error.detail}


def _list_links(path: Path, address: str, declared_encoding: str | None) -> dict[str, Any]:
    from oic_reports.errors import UnreadableFileError  # noqa: PLC0415  (after the limits)
    from oic_reports.reading.links import list_links  # noqa: PLC0415  (likewise)

    try:
        return {"links": list_links(path.read_bytes(), address, declared_encoding)}
    except UnreadableFileError as error:
        return {"reason": error.reason, "detail": error.detail}
    except FileNotFoundError:
        return {"reason": "file_vanished", "detail": "the page is gone"}


def main() -> int:
    """Answer one request; exit status 71 says that the memory limit was met."""
    request = json.loads(sys.stdin.buffer.read())
    limit(request)
    try:
        sys.stdout.write(json.dumps(_answer(request), ensure_ascii=True) + "\n")
    except (MemoryError, RecursionError):
        return ADDRESS_SPACE_EXHAUSTED
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
