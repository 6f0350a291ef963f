"""The files of the raw store, each with its sidecar checked against its bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from oic_reports.codes import RejectReason
from oic_reports.model import Reject, Sighting, Source
from oic_reports.sources.folder import FolderStore
from oic_reports.sources.object_store import ObjectStore, StoreError
from oic_reports.sources.receipts import find_described, find_moment
from oic_reports.sources.regular import open_regular, print_name
from oic_reports.sources.sidecar import Sidecar, SidecarError, parse_sidecar
from oic_reports.sources.sidecar_place import SUFFIX

FOLDER = "reports"
# bytes of a piece
_CHUNK = 1 << 20


class RawStore(Protocol):
    """Where received files are: a folder (``folder``) or an object store (``object_store``).

    Names are relative to the store, with ``/``.
    """

    def list_names(self, folder: str) -> Iterable[str]:
        """The names of all files below a folder, sorted; hidden ones are left out."""

    def read_many(self, names: Iterable[str]) -> dict[str, bytes]:
        """The content of small files; one that is not there is left out."""

    def find_local(self, name: str) -> Path:
        """Where a file can be read on this machine."""

    def put(self, folder: str, files: Mapping[str, Path | bytes]) -> bool:
        """Put files into a new folder, whole or not at all; False if they are there."""

    def write(self, name: str, content: bytes) -> None:
        """Write a small file, whole or not at all."""

    def open_staging(self) -> Path:
        """A new empty folder on this machine for files on their way."""

    def sweep(self) -> None:
        """Remove what an interrupted run left on its way."""


def open_store(raw: Path, url: str | None, copies: Path) -> RawStore:
    """The raw store: the object store at ``url`` with local copies in ``copies``, or where there is none, ``raw``.

    Raises:
        StoreError: what the object store needs is not installed, or its address is of no known kind.
    """
    if url is None:
        return FolderStore(raw)
    try:
        return ObjectStore(url, copies)
    except (ImportError, ValueError) as error:
        msg = f"the object store {url} cannot be opened: {error}"
        raise StoreError(msg) from error


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file of the store: where it is, what is known of it, and why it cannot be read (None if it can)."""

    source: Source
    path: Path
    reject: Reject | None = None


def bring_here(files: Sequence[StoredFile], raw: Path, url: str | None, copies: Path) -> list[StoredFile]:
    """The files as this machine can read them: another one has listed them, and copied those of an object store there.

    Raises:
        StoreError: the store does not answer.
    """
    if url is None or all(stored.reject is not None or stored.path.is_file() for stored in files):
        return list(files)
    store = open_store(raw, url, copies)
    return [
        stored if stored.reject is not None else replace(stored, path=store.find_local(stored.source.file_name))
        for stored in files
    ]


def name_source(sha256: str) -> str:
    """The id of a source: ``src-`` and the first 16 hex digits of its sha256."""
    return f"src-{sha256[:16]}"


def hash_file(path: Path) -> tuple[str, int]:
    """The sha256 and the size of a file, read piece by piece.

    Raises:
        OSError: the file is gone, cannot be opened, or is no file but a folder, a pipe, a socket or a device.
    """
    digest = hashlib.sha256()
    size = 0
    with open_regular(path) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def list_store(store: RawStore) -> Iterator[StoredFile]:
    """Every file below ``reports/`` in the order of its name; equal bytes are read once.

    Sidecars, further receipts and hidden files are not files of the store. A link that leads out of it is refused.
    """
    names = set(store.list_names(FOLDER))
    receipts: dict[str, list[str]] = {}
    for name in sorted(names):
        file = find_described(name, names)
        if file is not None:
            receipts.setdefault(file, []).append(name)
    seen: dict[str, str] = {}
    for name in sorted(names.difference(*receipts.values())):
        stored = _look_at(store, name, receipts.get(name, []))
        if stored.reject is None:
            original = seen.setdefault(stored.source.sha256, stored.source.file_name)
            if original != stored.source.file_name:
                detail = f"the same bytes as {original}, which is read"
                stored = StoredFile(stored.source, stored.path, _reject(stored.source, "duplicate_file", detail))
        yield stored


def _look_at(store: RawStore, name: str, receipts: list[str]) -> StoredFile:
    # without bytes there is no sha256: the name stands for it in the id
    shown = print_name(name)
    unknown = Source(name_source(hashlib.sha256(os.fsencode(name)).hexdigest()), shown, "", 0)
    path = Path(name)
    try:
        path = store.find_local(name)
        if isinstance(store, FolderStore) and not store.holds(path):
            return StoredFile(unknown, path, _reject(unknown, "file_unreadable", "a link that leads out of raw/"))
        sha256, size = hash_file(path)
    except StoreError:
        # the store does not answer: that is no fault of the file
        raise
    except FileNotFoundError:
        return StoredFile(unknown, path, _reject(unknown, "file_vanished", "the file was there when the run began"))
    except OSError as error:
        detail = f"the file cannot be opened: {error.strerror}"
        return StoredFile(unknown, path, _reject(unknown, "file_unreadable", detail))
    source = Source(name_source(sha256), shown, sha256, size)
    contents = store.read_many(receipts)
    own = f"{name}{SUFFIX}"
    unread = next((receipt for receipt in receipts if receipt not in contents), None)
    if unread is not None:
        detail = f"{print_name(unread.rsplit('/', 1)[-1])} cannot be read"
        return StoredFile(source, path, _reject(source, "sidecar_malformed", detail))
    try:
        sidecar = parse_sidecar(own, contents.get(own))
        others = [parse_sidecar(other, contents[other]) for other in receipts if other != own]
    except SidecarError as error:
        return StoredFile(source, path, _reject(source, error.reason, error.detail))
    described = _describe(source, sidecar, others)
    if (sidecar.sha256, sidecar.bytes) != (sha256, size):
        detail = f"the sidecar is of a file with sha256 {sidecar.sha256[:16]}… and {sidecar.bytes} bytes"
        return StoredFile(source, path, _reject(source, "sidecar_mismatch", detail))
    return StoredFile(described, path)


def _describe(source: Source, sidecar: Sidecar, others: list[Sidecar]) -> Source:
    sightings = sorted(
        Sighting(each.url, find_moment(each).isoformat()) for each in (sidecar, *others) if each.url is not None
    )
    # an address that became known later is known
    told = next((each for each in sorted((sidecar, *others), key=find_moment) if each.url is not None), sidecar)
    return Source(
        source_id=source.source_id,
        file_name=source.file_name,
        sha256=source.sha256,
        bytes=source.bytes,
        media_type=sidecar.media_type,
        how_obtained=sidecar.how_obtained,
        received=sidecar.received.isoformat(),
        rights_note=sidecar.rights_note,
        url=sidecar.url or told.url,
        archived_url=sidecar.archived_url or told.archived_url,
        declared_encoding=sidecar.encoding,
        sightings=tuple(sightings),
        supersedes=sidecar.supersedes,
    )


def _reject(source: Source, reason: RejectReason, detail: str) -> Reject:
    return Reject(source.source_id, source.file_name, "source", reason, detail)
