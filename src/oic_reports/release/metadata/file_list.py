"""The files of a release as its descriptions name them: where, which format, how long, which hash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from oic_reports.release import checksums
from oic_reports.release.files import FileKind, load_file_kinds


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """One file: ``path`` from the release's folder, ``bytes`` its length, ``table`` the table that it holds, if one."""

    path: str
    kind: FileKind
    bytes: int
    sha256: str
    table: str | None
    language: str | None

    @property
    def title(self) -> dict[str, str]:
        """What it is, keyed by language."""
        of = [name for name in (self.table, self.language) if name]
        return {language: f"{words} ({', '.join(of)})" if of else words for language, words in self.kind.title.items()}


def list_files(folder: Path) -> Iterator[ReleaseFile]:
    """The files of a folder that are declared, in the order of their kinds, then by path."""
    found = checksums.list_files(folder)
    for kind in load_file_kinds():
        for path in list(found):
            places = kind.parse(path)
            if places is None:
                continue
            place = found.pop(path)
            size, digest = place.stat().st_size, checksums.hash_of(place)
            yield ReleaseFile(path, kind, size, digest, places.get("table"), places.get("language"))
