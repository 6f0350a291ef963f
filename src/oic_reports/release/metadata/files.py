"""The files of a release as its descriptions name them: where, which format, how long, which hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from oic_reports.release.checksums import hash_of
from oic_reports.tables.schema import load_tables

_MEDIA_TYPES = {
    ".parquet": ("parquet", "application/vnd.apache.parquet"),
    ".gz": ("csv", "text/csv"),
    ".csv": ("csv", "text/csv"),
}


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """One file: ``path`` from the release's folder, ``bytes`` its length, ``table`` the table that it holds, if any."""

    path: str
    format: str
    media_type: str
    compression: str | None
    title: Mapping[str, str]
    bytes: int
    sha256: str
    table: str | None

    @property
    def is_text(self) -> bool:
        """Whether texts of the reports stand in it."""
        return self.table is not None


def list_files(folder: Path) -> tuple[ReleaseFile, ...]:
    """The files of data of a folder, by path."""
    listed = []
    for path in sorted(folder.iterdir()):
        name = path.name.split(".")[0]
        if name in load_tables() and path.suffix in _MEDIA_TYPES:
            form, media_type = _MEDIA_TYPES[path.suffix]
            listed.append(
                ReleaseFile(
                    path.name, form, media_type, "gz" if path.suffix == ".gz" else None, load_tables()[name].meaning,
                    path.stat().st_size, hash_of(path), name,
                )
            )  # fmt: skip
    return tuple(listed)
