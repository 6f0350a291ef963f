"""The files of a release as ``schemas/files.yaml`` declares them: where each is, in which format, what for.

What is said of files elsewhere (README, metadata, pages) is made of this, so that no list of them is kept twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from oic_reports.resources import find_declared, load_vocabulary
from oic_reports.tables.schema import load_published, load_views

_PLACE = re.compile(r"\{(\w+)\}")
# what stands for a place in a path; a document's id has no slash
_ANY = {
    "table": r"(?P<table>[a-z_]+)",
    "language": r"(?P<language>[a-z]+)",
    "document_id": r"(?P<document_id>[^/]+)",
    "licence": r"(?P<licence>[A-Za-z0-9.-]+)",
}


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: ``path`` from the release's folder, with ``{table}``, ``{language}``, ``{document_id}``.

    ``title`` and ``purpose`` are keyed by language. ``part`` is the name by which it can be left out, None where it is
    always there; ``tables`` limits ``{table}``, None where it is any; ``packed`` is the archive that holds all files of
    the kind where there are too many for a folder; ``is_ours`` says that no text of a report stands in it.
    """

    path: str
    format: str
    media_type: str
    title: Mapping[str, str]
    purpose: Mapping[str, str]
    compression: str | None = None
    part: str | None = None
    tables: tuple[str, ...] | None = None
    packed: str | None = None
    is_ours: bool = False

    @property
    def each(self) -> tuple[str, ...]:
        """What there is one file for each of: names of places in the path."""
        return tuple(_PLACE.findall(self.path))

    def parse(self, path: str) -> dict[str, str] | None:
        """What stands in the places of a path of this kind; None where it is of another kind."""
        if path == self.packed:
            return {}
        # names of places stand between what is written out
        parts = _PLACE.split(self.path)
        pattern = "".join(_ANY[part] if place % 2 else re.escape(part) for place, part in enumerate(parts))
        match = re.fullmatch(pattern, path)
        if match is None or ("table" in self.each and match["table"] not in (self.tables or load_published())):
            return None
        return match.groupdict()


@cache
def load_file_kinds() -> tuple[FileKind, ...]:
    """Every kind of file of a release, in the order in which they are told."""
    declared = yaml.safe_load((find_declared("schemas") / "files.yaml").read_text(encoding="utf-8"))["files"]
    return tuple(FileKind(**{**row, "tables": tuple(row["tables"]) if "tables" in row else None}) for row in declared)


def list_parts() -> tuple[str, ...]:
    """The names of what a release can be without: the views, and what is made of all tables."""
    return (*load_views(), *dict.fromkeys(kind.part for kind in load_file_kinds() if kind.part))


def find_part(part: str) -> FileKind:
    """The kind of file that a part is made of.

    Raises:
        StopIteration: there is no such part.
    """
    return next(kind for kind in load_file_kinds() if kind.part == part)


def find_kind(path: str) -> FileKind | None:
    """The kind of a file, by its path from the release's folder; None where no kind is declared for it."""
    return next((kind for kind in load_file_kinds() if kind.parse(path) is not None), None)


def list_paths(kind: FileKind) -> Iterable[str]:
    """The paths of a kind, ``{document_id}`` as it stands: which documents there are, a release alone knows."""
    tables = kind.tables or tuple(load_published())
    languages = tuple(row["value"] for row in load_vocabulary("languages"))
    paths: Iterable[str] = (kind.path,)
    for place, values in (("language", languages), ("table", tables)):
        if place in kind.each:
            paths = [path.replace(f"{{{place}}}", value) for path in paths for value in values]
    return paths
