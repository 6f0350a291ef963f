"""What was received from where: the sidecars of the raw store, by address and by content.

A file has one sidecar ``<file>.json``. When the same bytes come once more (from another address, or again after other
ones) the file is not stored twice: a further receipt ``<file>.<8 hex digits>.json`` of the same form is put beside it.
Neither is ever changed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from pydantic import ValidationError

from oic_reports.sources.sidecar import Sidecar
from oic_reports.sources.sidecar_place import SUFFIX

_FURTHER = re.compile(r"\.[0-9a-f]{8}\.json$")


class Names(Protocol):
    """What is needed of a store to list its receipts (see ``folder`` and ``object_store``)."""

    def list_names(self, folder: str) -> Iterable[str]:
        """The names of all files below a folder."""

    def read_many(self, names: Iterable[str]) -> dict[str, bytes]:
        """The content of small files."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One receipt of a file: the moment is that of the answer, or the beginning of the day that a person wrote."""

    file_name: str
    moment: dt.datetime
    sidecar: Sidecar


@dataclass(slots=True)
class Receipts:
    """All receipts of a store."""

    _latest: dict[str, Receipt] = field(default_factory=dict)
    _files: dict[str, str] = field(default_factory=dict)

    def add(self, file_name: str, sidecar: Sidecar) -> None:
        """Take a receipt in."""
        receipt = Receipt(file_name, find_moment(sidecar), sidecar)
        self._files.setdefault(sidecar.sha256, file_name)
        if sidecar.url is None:
            return
        known = self._latest.get(sidecar.url)
        if known is None or known.moment <= receipt.moment:
            self._latest[sidecar.url] = receipt

    def find_latest(self, address: str) -> Receipt | None:
        """What was received last from an address."""
        return self._latest.get(address)

    def find_file(self, sha256: str) -> str | None:
        """The file with this content."""
        return self._files.get(sha256)


def find_moment(sidecar: Sidecar) -> dt.datetime:
    """When a file was received, in UTC."""
    moment = sidecar.fetched or dt.datetime.combine(sidecar.received, dt.time(), dt.UTC)
    return moment.astimezone(dt.UTC)


def name_further(file_name: str, sidecar: Sidecar) -> str:
    """The name of a further receipt: it follows from address and moment, so that it is written once."""
    mark = hashlib.sha256(f"{sidecar.url} {find_moment(sidecar).isoformat()}".encode()).hexdigest()[:8]
    return f"{file_name}.{mark}{SUFFIX}"


def find_described(name: str, names: frozenset[str] | set[str]) -> str | None:
    """The file that a sidecar or further receipt is of; None if ``name`` is that of no such thing."""
    for ending in (_FURTHER, re.compile(re.escape(SUFFIX) + "$")):
        described = ending.sub("", name)
        if described != name and described in names:
            return described
    return None


def load_receipts(store: Names, folder: str) -> Receipts:
    """All receipts of a store; malformed ones are left out here, and rejected with a reason where files are listed."""
    names = set(store.list_names(folder))
    described = {name: file for name in names if (file := find_described(name, names)) is not None}
    receipts = Receipts()
    for name, content in sorted(store.read_many(described).items()):
        try:
            sidecar = Sidecar.model_validate_json(content)
        except ValidationError:
            continue
        receipts.add(described[name], sidecar)
    return receipts
