"""The files of the raw store, each with its sidecar checked against its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from oic_reports.model import Reject, Source
from oic_reports.sources.sidecar import SUFFIX, Sidecar, SidecarError, load_sidecar

FOLDER = "reports"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file of the store: where it is, what is known of it, and why it cannot be read (None if it can)."""

    source: Source
    path: Path
    reject: Reject | None = None


def name_source(sha256: str) -> str:
    """The id of a source: ``src-`` and the first 16 hex digits of its sha256."""
    return f"src-{sha256[:16]}"


def hash_file(path: Path) -> tuple[str, int]:
    """The sha256 and the size of a file, read piece by piece.

    Raises:
        OSError: the file is gone or cannot be opened.
    """
    digest = hashlib.sha256()
    size = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def list_store(raw: Path) -> Iterator[StoredFile]:
    """Every file below ``raw/reports/`` in the order of its path; equal bytes are read once.

    Sidecars and hidden files are not files of the store. A link that leads out of ``raw/`` is refused.
    """
    seen: dict[str, str] = {}
    folder = raw / FOLDER
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(raw)
        is_hidden = any(part.startswith(".") for part in relative.parts)
        is_sidecar = path.name.endswith(SUFFIX) and path.with_name(path.name.removesuffix(SUFFIX)).exists()
        if path.is_dir() or is_hidden or is_sidecar:
            continue
        stored = _look_at(path, raw)
        if stored.reject is None:
            original = seen.setdefault(stored.source.sha256, stored.source.file_name)
            if original != stored.source.file_name:
                detail = f"the same bytes as {original}, which is read"
                stored = StoredFile(stored.source, path, _reject(stored.source, "duplicate_file", detail))
        yield stored


def _look_at(path: Path, raw: Path) -> StoredFile:
    file_name = path.relative_to(raw).as_posix()
    # without bytes there is no sha256: the path stands for it in the id
    unknown = Source(name_source(hashlib.sha256(file_name.encode()).hexdigest()), file_name, "", 0)
    if not path.resolve().is_relative_to(raw.resolve()):
        return StoredFile(unknown, path, _reject(unknown, "file_unreadable", "a link that leads out of raw/"))
    try:
        sha256, size = hash_file(path)
    except FileNotFoundError:
        return StoredFile(unknown, path, _reject(unknown, "file_vanished", "the file was there when the run began"))
    except OSError as error:
        detail = f"the file cannot be opened: {error.strerror}"
        return StoredFile(unknown, path, _reject(unknown, "file_unreadable", detail))
    source = Source(name_source(sha256), file_name, sha256, size)
    try:
        sidecar = load_sidecar(path)
    except SidecarError as error:
        return StoredFile(source, path, _reject(source, error.reason, error.detail))
    described = _describe(source, sidecar)
    if (sidecar.sha256, sidecar.bytes) != (sha256, size):
        detail = f"the sidecar is of a file with sha256 {sidecar.sha256[:16]}… and {sidecar.bytes} bytes"
        return StoredFile(source, path, _reject(source, "sidecar_mismatch", detail))
    return StoredFile(described, path)


def _describe(source: Source, sidecar: Sidecar) -> Source:
    return Source(
        source_id=source.source_id,
        file_name=source.file_name,
        sha256=source.sha256,
        bytes=source.bytes,
        media_type=sidecar.media_type,
        how_obtained=sidecar.how_obtained,
        received=sidecar.received.isoformat(),
        rights_note=sidecar.rights_note,
        url=sidecar.url,
        archived_url=sidecar.archived_url,
        declared_encoding=sidecar.encoding,
    )


def _reject(source: Source, reason: str, detail: str) -> Reject:
    return Reject(source.source_id, source.file_name, "source", reason, detail)
