"""The inbox: a person drops a file, the next run files it, and says what it needs to know.

A file moves to ``reports/<year received>/`` of the raw store. Without a sidecar one is written, with null for what is
not known. The same bytes are kept once. A file leaves the inbox only when it is in the store: a crash leaves it in one
of them or in both, never in none.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oic_reports.sources.naming import make_safe, name_folder
from oic_reports.sources.receipts import Receipts, load_receipts, name_further
from oic_reports.sources.regular import find_kind, is_there, open_regular, print_name
from oic_reports.sources.sidecar import RIGHTS, SUFFIX, Sidecar, SidecarError, find_sidecar, load_sidecar, parse_sidecar
from oic_reports.sources.store import FOLDER, RawStore, hash_file

INBOX = "inbox"
_READ_ME = "README.md"
# seconds without a change from which a file is whole
_SETTLED = 5.0
_LONGEST_SIDECAR = 1 << 20
_MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".json": "application/json",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".odt": "application/vnd.oasis.opendocument.text",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file of the inbox: ``filed``, ``known`` (same bytes are in the store) or ``left`` there."""

    name: str
    outcome: str
    file_name: str | None
    note: str


def has_files(inbox: Path) -> bool:
    """Whether something lies in the inbox."""
    return bool(_list_files(inbox))


def _list_files(inbox: Path) -> list[Path]:
    if not inbox.is_dir():
        return []
    return [path for path in sorted(inbox.iterdir()) if not path.name.startswith(".") and path.name != _READ_ME]


def take_in(inbox: Path, store: RawStore, today: date, now: float | None = None) -> tuple[Taken, ...]:
    """File everything that lies in the inbox.

    Args:
        inbox: the folder; what is hidden in it stays, and folders, pipes and links do, with a note.
        store: where files go.
        today: the day that a sidecar gets which a person did not write.
        now: the moment, in seconds since 1970; a file that has just changed is left for the next run. None: none is.

    A file that cannot be opened, or is gone when its turn comes, stays with a note too.

    Raises:
        OSError: the inbox cannot be read, or the store not written.
    """
    files = _list_files(inbox)
    names = {path.name for path in files}
    reports = [path for path in files if not (path.name.endswith(SUFFIX) and path.name.removesuffix(SUFFIX) in names)]
    receipts = load_receipts(store, FOLDER) if reports else Receipts()
    return tuple(_take(path, store, today, receipts, now) for path in reports)


def _take(path: Path, store: RawStore, today: date, receipts: Receipts, now: float | None) -> Taken:
    try:
        return _take_regular(path, store, today, receipts, now)
    except OSError as error:
        # a fault of the store is no fault of the file
        if error.filename is None or os.fspath(error.filename) not in {str(path), str(find_sidecar(path))}:
            raise
        return _leave(path, f"it cannot be taken in: {error.strerror}")


def _leave(path: Path, note: str, file_name: str | None = None) -> Taken:
    return Taken(print_name(path.name), "left", file_name, note)


def _take_regular(path: Path, store: RawStore, today: date, receipts: Receipts, now: float | None) -> Taken:
    kind = find_kind(path)
    if kind is not None:
        return _leave(path, f"{kind} is not taken in: put the file itself here")
    before = path.stat()
    if now is not None and 0 <= now - before.st_mtime < _SETTLED:
        return _leave(path, "it is still being written; the next run takes it in")
    if _is_sidecar(path):
        described = print_name(path.name.removesuffix(SUFFIX))
        return _leave(path, f"the file that it describes, {described}, is not here")
    sha256, size = hash_file(path)
    own = find_sidecar(path)
    is_described = is_there(own)
    if is_described:
        try:
            sidecar = load_sidecar(path)
        except SidecarError as error:
            return _leave(path, error.detail)
        if (sidecar.sha256, sidecar.bytes) != (sha256, size):
            return _leave(path, f"{print_name(own.name)} names another sha256 or size than the file has")
        note = "" if sidecar.url or sidecar.note else _ask(["the address that it is from (url)"])
    else:
        sidecar = _describe(path, sha256, size, today)
        note = _ask(
            [
                "the address that it is from (url)",
                "the date of the document (date)",
                "who brought it and how (how_obtained)",
            ]
        )
    known = receipts.find_file(sha256)
    file_name = known or _file(path, store, sidecar)
    added = "nothing was added"
    if known is None:
        receipts.add(file_name, sidecar)
    elif is_described:
        further = name_further(known, sidecar)
        store.write(further, _print(sidecar))
        added = f"what its sidecar says was added as {further}"
    after = path.stat()
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        return _leave(path, "it changed while it was filed; the next run takes it in again", file_name)
    path.unlink()
    if is_described:
        own.unlink(missing_ok=True)
    if known is not None:
        return Taken(print_name(path.name), "known", known, f"the same bytes are in the store; {added}")
    return Taken(print_name(path.name), "filed", file_name, note.replace("SIDECAR", f"{file_name}{SUFFIX}"))


def _is_sidecar(path: Path) -> bool:
    """Whether a file describes another one that has not come yet."""
    if not path.name.endswith(SUFFIX) or path.stat().st_size > _LONGEST_SIDECAR:
        return False
    try:
        with open_regular(path) as file:
            parse_sidecar(path.name, file.read())
    except SidecarError:
        return False
    return True


def _ask(questions: list[str]) -> str:
    return f"not known: {', '.join(questions)}; write into SIDECAR what you know, and leave the rest null"


def _describe(path: Path, sha256: str, size: int, today: date) -> Sidecar:
    return Sidecar(
        url=None,
        how_obtained="put into the inbox by hand",
        received=today,
        sha256=sha256,
        bytes=size,
        media_type=_MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream"),
        rights_note=RIGHTS,
    )


def _file(path: Path, store: RawStore, sidecar: Sidecar) -> str:
    """Put a copy of the file into the store; its name there."""
    ending = f".{make_safe(path.suffix[1:])[:10]}" if path.suffix else ""
    name = f"{make_safe(path.stem)}{ending}"
    folder = f"{FOLDER}/{name_folder(str(sidecar.received.year), name, sidecar.sha256)}"
    staging = store.open_staging()
    try:
        copy = Path(shutil.copy(path, staging / name))
        store.put(folder, {name: copy, f"{name}{SUFFIX}": _print(sidecar)})
    finally:
        shutil.rmtree(staging)
    return f"{folder}/{name}"


def _print(sidecar: Sidecar) -> bytes:
    return (sidecar.model_dump_json(indent=2) + "\n").encode()
