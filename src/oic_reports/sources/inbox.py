"""The inbox: a person drops a file, the next run files it, and says what it needs to know.

A file moves to ``raw/reports/<year received>/``. Without a sidecar one is written, with null for what is not known.
The same bytes are kept once; another file of the same name never overwrites one. Each move is a link and a rename
within one file system, the sidecar first: a crash leaves a file in the inbox or in the store, never half of one.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oic_reports.sources.sidecar import SUFFIX, Sidecar, SidecarError, find_sidecar, load_sidecar
from oic_reports.sources.store import FOLDER, hash_file, list_store

INBOX = "inbox"
_READ_ME = "README.md"
_LONGEST_NAME = 120
_RIGHTS = (
    "Issued by an intergovernmental organisation for public information; no licence text found. The text stays theirs;"
    " our annotations are CC BY 4.0."
)
_MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file of the inbox: ``filed``, ``known`` (same bytes are in the store) or ``left`` there."""

    name: str
    outcome: str
    file_name: str | None
    note: str


def take_in(raw: Path, today: date) -> tuple[Taken, ...]:
    """File everything that lies in ``raw/inbox/``.

    Args:
        raw: the raw folder.
        today: the day that a sidecar gets which a person did not write.
    """
    inbox = raw / INBOX
    if not inbox.is_dir():
        return ()
    files = [path for path in sorted(inbox.iterdir()) if path.is_file() and not path.name.startswith(".")]
    files = [path for path in files if path.name != _READ_ME]
    names = {path.name for path in files}
    reports = [path for path in files if not (path.name.endswith(SUFFIX) and path.name.removesuffix(SUFFIX) in names)]
    known = {stored.source.sha256: stored.source.file_name for stored in list_store(raw)} if reports else {}
    return tuple(_take(path, raw, today, known) for path in reports)


def _take(path: Path, raw: Path, today: date, known: dict[str, str]) -> Taken:
    if path.is_symlink():
        return Taken(path.name, "left", None, "a link is not taken in: put the file itself here")
    sha256, size = hash_file(path)
    own = find_sidecar(path)
    note = ""
    if own.exists():
        try:
            sidecar = load_sidecar(path)
        except SidecarError as error:
            return Taken(path.name, "left", None, error.detail)
        if (sidecar.sha256, sidecar.bytes) != (sha256, size):
            return Taken(path.name, "left", None, f"{own.name} names another sha256 or size than the file has")
    else:
        sidecar = _describe(path, sha256, size, today)
        note = "no sidecar: say in it from which address the file is (url) and how it was obtained"
    if sha256 in known:
        path.unlink()
        own.unlink(missing_ok=True)
        return Taken(path.name, "known", known[sha256], "the same bytes are in the store; nothing was added")
    target = _find_place(raw / FOLDER / str(sidecar.received.year), path.name, sha256)
    _file(path, target, sidecar)
    own.unlink(missing_ok=True)
    known[sha256] = target.relative_to(raw).as_posix()
    return Taken(path.name, "filed", known[sha256], note)


def _describe(path: Path, sha256: str, size: int, today: date) -> Sidecar:
    return Sidecar(
        url=None,
        how_obtained="put into the inbox by hand",
        received=today,
        sha256=sha256,
        bytes=size,
        media_type=_MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream"),
        rights_note=_RIGHTS,
    )


def _find_place(folder: Path, name: str, sha256: str) -> Path:
    """A free path for a file: its own name made safe, with part of the sha256 where the name is taken."""
    safe = re.sub(r"[^\w.\-]+", "_", unicodedata.normalize("NFC", name)).lstrip(".")
    stem, suffix = Path(safe).stem, Path(safe).suffix
    stem = stem.encode()[: _LONGEST_NAME - 20].decode(errors="ignore") or "file"
    plain = folder / f"{stem}{suffix[:10]}"
    return plain if not plain.exists() else folder / f"{stem}-{sha256[:16]}{suffix[:10]}"


def _file(path: Path, target: Path, sidecar: Sidecar) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    place = find_sidecar(target)
    temporary = place.with_name(f".{place.name}.{os.getpid()}")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(sidecar.model_dump_json(indent=2) + "\n")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(place)
    path.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
