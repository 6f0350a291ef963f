"""Whether every dialect says the same of a release as its descriptor: version, day, licence, hashes.

A release of other code is judged by this alone; one of this code is made anew besides (``remade``). A dialect that is
younger than the release is not there, and nothing is asked of it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from oic_reports.release.checksums import hash_of

# of annotations and metadata, by name and by address; texts stay whose they are
LICENCE = "CC-BY-4.0"
LICENCE_PAGE = "https://creativecommons.org/licenses/by/4.0/"
TEXTS = "LicenseRef-OIC-Texts"
_FAULTS = (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, StopIteration, yaml.YAMLError)


@dataclass(frozen=True, slots=True)
class Told:
    """What one dialect says; ``files`` are hash and length by path, None where it tells none."""

    version: str
    day: str
    licences: frozenset[str]
    files: Mapping[str, tuple[str, int]] | None = None


def check_dialects(directory: Path, version: str, day: str) -> Iterator[str]:
    """What a dialect says otherwise."""
    for name, (read, licences) in _DIALECTS.items():
        path = directory / name
        if not path.exists():
            continue
        try:
            told = read(path)
        except _FAULTS as error:
            yield f"{name} cannot be used: {' '.join(str(error).split())[:200]}"
            continue
        if (told.version, told.day) != (version, day):
            yield f"{name} says version {told.version} of {told.day}, not {version} of {day}"
        if told.licences not in licences:
            said = ", ".join(sorted(told.licences)) or "missing"
            yield f"{name}: the licence is {said}, not ours beside that of the texts"
        yield from _check_files(directory, name, told.files or {})


def _check_files(directory: Path, name: str, files: Mapping[str, tuple[str, int]]) -> Iterator[str]:
    for path, (digest, length) in files.items():
        found = directory / path
        if ".." in path.split("/") or not found.is_file():
            yield f"{name} names {path}, which is not there"
        elif (hash_of(found), found.stat().st_size) != (digest, length):
            yield f"{name}: {path} has another sha256 or length than it says"


def _read_schema_org(path: Path) -> Told:
    told = _load(path)
    files = {file["contentUrl"]: (file["sha256"], int(file["contentSize"].split()[0])) for file in told["distribution"]}
    return Told(told["version"], told["datePublished"], frozenset(told["license"]), files)


def _read_dcat(path: Path) -> Told:
    graph = _load(path)["@graph"]
    files = {
        file["dcat:downloadURL"]: (file["spdx:checksum"]["spdx:checksumValue"], int(file["dcat:byteSize"]))
        for file in graph[0]["dcat:distribution"]
    }
    named = {node["@id"]: node["dct:identifier"] for node in graph if node["@type"] == "dct:LicenseDocument"}
    used = frozenset(named[file["dct:license"]["@id"]] for file in graph[0]["dcat:distribution"])
    return Told(graph[0]["dcat:version"], graph[0]["dct:issued"], used, files)


def _read_datacite(path: Path) -> Told:
    told = _load(path)
    day = next(row["date"] for row in told["dates"] if row["dateType"] == "Issued")
    return Told(told["version"], day, frozenset(row.get("rightsIdentifier", TEXTS) for row in told["rightsList"]))


def _read_citation(path: Path) -> Told:
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    licence = told.get("license")
    return Told(str(told["version"]), str(told["date-released"]), frozenset([licence] if licence else ()))


def _read_package(path: Path) -> Told:
    told = _load(path)
    return Told(told["version"], told["created"][:10], frozenset(row["name"] for row in told["licenses"]))


def _load(path: Path) -> Any:  # noqa: ANN401  (any JSON)
    return json.loads(path.read_text(encoding="utf-8"))


def check_reuse(path: Path) -> Iterator[str]:
    """Whether the licences of files are ours, or ours and that of the texts."""
    if not path.exists():
        return
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["annotations"]
        said = [row["SPDX-License-Identifier"] for row in rows]
    except _FAULTS as error:
        yield f"{path.name} cannot be used: {error}"
        return
    if said != [LICENCE, f"{LICENCE} AND {TEXTS}"]:
        yield f"{path.name}: the licences are {', '.join(map(str, said))}"


_Reader = Callable[[Path], Told]
_BOTH = frozenset({LICENCE, TEXTS})
_OF_DATA = f"{LICENCE} AND {TEXTS}"
_PAGES = frozenset({LICENCE_PAGE, "LICENCES.md"})
# each dialect with its reader, and the sets of licences that it may tell
_DIALECTS: dict[str, tuple[_Reader, tuple[frozenset[str], ...]]] = {
    # before schema 2.3 the licence of ours stood alone
    "datapackage.json": (_read_package, (_BOTH, frozenset({LICENCE}))),
    "CITATION.cff": (_read_citation, (frozenset(), frozenset({LICENCE}))),
    "croissant.json": (_read_schema_org, (_PAGES,)),
    "schema-org.jsonld": (_read_schema_org, (_PAGES,)),
    "dcat.jsonld": (
        _read_dcat,
        (frozenset({_OF_DATA}), frozenset({LICENCE, _OF_DATA})),
    ),
    "datacite.json": (_read_datacite, (_BOTH,)),
}
