"""What a run remembers of an address for the next one: when it was asked, what came, and since when it fails.

One small file an address, and one a site that asked for a rest, below ``.fetch/`` in the raw store. All of it may be
deleted: the next run then asks without conditions, and counts failures anew.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

_FOLDER = ".fetch/visits"
_SITES = ".fetch/sites"


class Visit(BaseModel):
    """The last visit of an address; moments are in UTC.

    ``asked`` is None for an address that no run came to. ``etag`` and ``last_modified`` are of the content ``sha256``.
    ``failing_since`` is the first of the visits in a row that brought nothing; ``told`` says that a report has named
    them, ``moved_to`` which new address one has named. ``doubted`` is the sha256 of a content that may be cut short.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    address: str
    asked: AwareDatetime | None
    outcome: str
    reason: str | None = None
    sha256: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    failing_since: AwareDatetime | None = None
    told: bool = False
    moved_to: str | None = None
    doubted: str | None = None


class SiteVisit(BaseModel):
    """What a site asked for: no request before a moment."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    not_before: AwareDatetime


class Files(Protocol):
    """What is needed of a store (see ``folder`` and ``object_store``)."""

    def read_many(self, names: Iterable[str]) -> dict[str, bytes]:
        """The content of small files."""

    def write(self, name: str, content: bytes) -> None:
        """Write a small file."""


@dataclass(frozen=True, slots=True)
class Visits:
    """The visits of all addresses of a run."""

    _store: Files
    _known: Mapping[str, Visit]

    @classmethod
    def load(cls, store: Files, addresses: Iterable[str]) -> Visits:
        """Read what is remembered of these addresses; what cannot be read is forgotten."""
        known = {}
        for content in store.read_many([name_visit(address) for address in addresses]).values():
            try:
                visit = Visit.model_validate_json(content)
            except ValidationError:
                continue
            known[visit.address] = visit
        return cls(store, known)

    def find(self, address: str) -> Visit | None:
        """The last visit of an address before this run."""
        return self._known.get(address)

    def keep(self, visit: Visit) -> None:
        """Remember a visit."""
        self._store.write(name_visit(visit.address), visit.model_dump_json().encode())

    def find_rests(self, sites: Iterable[str]) -> dict[str, SiteVisit]:
        """What sites asked for in earlier runs, by site."""
        names = {f"{_SITES}/{site}.json": site for site in sites}
        found = {}
        for name, content in self._store.read_many(names).items():
            try:
                found[names[name]] = SiteVisit.model_validate_json(content)
            except ValidationError:
                continue
        return found

    def keep_rest(self, site: str, rest: SiteVisit) -> None:
        """Remember what a site asked for."""
        self._store.write(f"{_SITES}/{site}.json", rest.model_dump_json().encode())


def name_visit(address: str) -> str:
    """The name of the small file for an address."""
    host = re.sub(r"[^a-z0-9.-]", "_", address.split("/")[2])
    return f"{_FOLDER}/{host}/{hashlib.sha256(address.encode()).hexdigest()[:16]}.json"
