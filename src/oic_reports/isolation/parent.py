"""Work on a hostile file in a process of its own, with limits of time and memory.

One fresh process a file: a file that crashes, hangs or takes over its reader harms no other, and what comes back is
JSON, not a pickle. See docs/decisions/0004-one-process-a-file.md and 0013-one-bad-file.md.
"""

from __future__ import annotations

import base64
import json
import os
import selectors
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from oic_reports.errors import UnreadableFileError, describe_end, parse_refusal
from oic_reports.isolation.fresh import Fresh, start_fresh
from oic_reports.model import Box, Reading
from oic_reports.report_json import parse_reading

MACHINE_FAULTS = frozenset({"time_limit", "memory_limit", "reader_failed"})
_CHILD = "oic_reports.isolation.reading_child"
_CONVERTER = "oic_reports.reading.convert"
# exit status of a child without memory (``reading_child``); bytes of one read of a pipe
_ADDRESS_SPACE_EXHAUSTED = 71
# seconds more that the process of a converter has to say that it stopped it
_GRACE = 15.0
_PIECE = 1 << 16
# bytes of the last words of a child that are kept: a few lines
_LAST_WORDS = 4096


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


@dataclass(frozen=True, slots=True)
class Converted:
    """What a converter made of a file: the new file, what the old one was, and the converter's name and version."""

    path: Path
    media_type: str
    converter: str

    def name_in(self, reading: Reading) -> Reading:
        """What was read of the new file, as a reading of the old one."""
        return replace(reading, media_type=self.media_type, converter=self.converter)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a child process said: its answers in order, and the fault that ended it before its time, or None."""

    values: tuple[Mapping[str, Any], ...]
    fault: UnreadableFileError | None


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
        if error.reason not in MACHINE_FAULTS:
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
        with convert_isolated(path, limits, sha256) as converted:
            return converted.name_in(_read_once(converted.path, limits, None, None, page_seconds=None))
    longer = replace(limits, seconds=limits.ocr_seconds)
    return _read_once(path, longer, declared_encoding, sha256, page_seconds=limits.ocr_page_seconds)


def _read_once(
    path: Path, limits: Limits, declared_encoding: str | None, sha256: str | None, *, page_seconds: float | None
) -> Reading:
    request = make_reading_request(path, limits, declared_encoding, sha256, page_seconds)
    return parse_reading(_ask(request, limits))


@contextmanager
def convert_isolated(path: Path, limits: Limits, sha256: str | None = None) -> Iterator[Converted]:
    """An old Word file as a new one, which is there as long as the context; made in a process with limits of its own.

    Raises:
        UnreadableFileError: with a reason code; ``converter_missing``, if there is none here.
    """
    import tempfile  # noqa: PLC0415  (few files are converted)

    with tempfile.TemporaryDirectory(prefix="oic-reports-") as folder:
        request = {"path": str(path), "folder": folder, "sha256": sha256, **asdict(limits)}
        answer = _ask(request, replace(limits, seconds=limits.convert_seconds + _GRACE), _CONVERTER)
        yield Converted(Path(answer["file"]), answer["media_type"], answer["converter"])


def make_reading_request(
    path: Path, limits: Limits, declared_encoding: str | None, sha256: str | None, page_seconds: float | None
) -> dict[str, Any]:
    """The request to read a file; ``page_seconds`` as in ``read_bytes``."""
    return {
        "path": str(path),
        "declared_encoding": declared_encoding,
        "sha256": sha256,
        "page_seconds": page_seconds,
        **asdict(limits),
    }


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


def _ask(request: dict[str, Any], limits: Limits, module: str = _CHILD) -> Mapping[str, Any]:
    """Put a request to a fresh child process that reads, or converts.

    Raises:
        UnreadableFileError: the child refuses, fails, or takes too much.
    """
    answers = ask_child(module, request, limits)
    if answers.fault is not None:
        raise answers.fault
    if len(answers.values) != 1:
        raise UnreadableFileError("reader_failed", f"the reader gave {len(answers.values)} answers")
    (values,) = answers.values
    if "reason" in values:
        raise parse_refusal(values)
    return values


def ask_child(module: str, request: Mapping[str, Any], limits: Limits) -> Answers:
    """Put a request to a fresh child process; each whole line that it writes is an answer, a JSON object.

    The fault, if there is one, is ``time_limit``, ``memory_limit`` or ``reader_failed``; answers before it stand.
    """
    with os.fdopen(os.memfd_create("request"), "w+b") as question:
        question.write(json.dumps(request).encode())
        question.seek(0)
        process = start_fresh(module, question)
        try:
            output, words, status = _listen(process, limits)
        finally:
            process.kill()
    *lines, rest = output.split(b"\n")
    fault = None
    if len(output) > limits.output_bytes:
        fault = UnreadableFileError("reader_failed", f"an answer of more than {limits.output_bytes:,} bytes")
    elif status is None:
        fault = UnreadableFileError("time_limit", f"not done within {limits.seconds:g} seconds")
    elif status == _ADDRESS_SPACE_EXHAUSTED:
        fault = UnreadableFileError("memory_limit", f"it needs more than {limits.memory_bytes:,} bytes of memory")
    elif status != 0 or rest:
        last = words.decode("utf-8", errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
        fault = UnreadableFileError("reader_failed", f"the reader {describe_end(status)}: {last[0][:200]}")
    return _parse_answers(lines, fault)


def _parse_answers(lines: Sequence[bytes], fault: UnreadableFileError | None) -> Answers:
    values: list[Mapping[str, Any]] = []
    for line in lines:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            # no JSON, or nested without end
            detail = f"the reader's answer is no JSON: {error}"
            return Answers(tuple(values), UnreadableFileError("reader_failed", detail[:200]))
        if not isinstance(value, dict):
            return Answers(tuple(values), UnreadableFileError("reader_failed", "the reader's answer is no object"))
        values.append(value)
    return Answers(tuple(values), fault)


def _listen(process: Fresh, limits: Limits) -> tuple[bytes, bytes, int | None]:
    """What a child writes until it ends, has no time left, or has said too much; its last words; its exit status.

    There is none for a child that is still at work then. One that was taken over may write for ever: no more is kept
    than may be written.
    """
    until = time.monotonic() + limits.seconds
    output, words = bytearray(), b""
    with selectors.DefaultSelector() as selector:
        for pipe in (process.output, process.words):
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map() and len(output) <= limits.output_bytes:
            ready = selector.select(max(0.0, until - time.monotonic()))
            if not ready:
                return bytes(output), words, None
            for key, _ in ready:
                piece = os.read(key.fd, _PIECE)
                if not piece:
                    selector.unregister(key.fileobj)
                elif key.fileobj is process.output:
                    output += piece
                else:
                    words = (words + piece)[-_LAST_WORDS:]
    if len(output) > limits.output_bytes:
        return bytes(output), words, None
    return bytes(output), words, process.wait(max(0.0, until - time.monotonic()))
