"""Whether what is said of a release is true of it: version, day, licence, counts, and its place in the list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from oic_reports.proof.dialects import LICENCE_PAGE, check_dialects, check_reuse
from oic_reports.release.checksums import FILE, hash_of
from oic_reports.release.fingerprint import fingerprint
from oic_reports.release.index import FILE as INDEX
from oic_reports.release.index import DamagedIndexError, Entry, load_index
from oic_reports.release.parquet import read_parquet
from oic_reports.release.version import parse_version
from oic_reports.tables.schema import load_schema_version, load_tables


def read_package(directory: Path) -> dict[str, Any]:
    """The descriptor of a release.

    Raises:
        ValueError: it is missing or damaged.
    """
    try:
        package = json.loads((directory / "datapackage.json").read_text(encoding="utf-8"))
        parse_version(package["version"])
        is_told = all(isinstance(package[name], str) for name in ("created", "schemaVersion"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"datapackage.json cannot be used: {error}"
        raise ValueError(msg) from error
    if not is_told:
        msg = "datapackage.json cannot be used: its day or schemaVersion is no text"
        raise ValueError(msg)
    return dict(package)


def check_metadata(directory: Path, package: dict[str, Any]) -> Iterator[str]:
    """What the pages of a release say otherwise than its descriptor."""
    version, day = package["version"], package["created"][:10]
    if re.fullmatch(r"20\d\d\.\d+\.\d+", directory.resolve().name) and directory.resolve().name != version:
        yield f"the folder is called {directory.resolve().name}, and datapackage.json says version {version}"
    if not (directory / "CITATION.cff").is_file():
        yield "CITATION.cff is missing"
    yield from check_dialects(directory, version, day)
    yield from check_reuse(directory / "REUSE.toml")
    yield from _check_page(directory / "LICENCES.md", (LICENCE_PAGE,))
    yield from _check_page(directory / "README.md", (f"Version {version}, {day}. Schema {package['schemaVersion']},",))


def _check_page(path: Path, wanted: tuple[str, ...]) -> Iterator[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        yield f"{path.name} cannot be read: {error}"
        return
    for words in wanted:
        if words not in text:
            yield f"{path.name} does not say {words!r}"


def check_index(directory: Path, package: dict[str, Any]) -> Iterator[str]:
    """What the list beside the folder says otherwise; a folder that was downloaded alone has none."""
    processed = directory.resolve().parent
    if not (processed / INDEX).is_file():
        return
    try:
        entries = load_index(processed)
    except DamagedIndexError as error:
        yield str(error)
        return
    places = {entry.version: place for place, entry in enumerate(entries)}
    version = directory.resolve().name
    if version not in places:
        yield f"{INDEX} does not list {version}: it is no release"
        return
    entry = entries[places[version]]
    before: list[str | None] = [each.version for each in entries[: places[version]]]
    if package.get("previousVersion", entry.previous) != entry.previous:
        yield f"{INDEX}: {version} is said to follow {entry.previous}, and says itself {package['previousVersion']}"
    if entry.previous not in (before or [None]):
        yield f"{INDEX}: {version} is said to follow {entry.previous}, which is no release before it"
    yield from _check_entry(entry, directory, package)


def _check_entry(entry: Entry, directory: Path, package: dict[str, Any]) -> Iterator[str]:
    told: dict[str, tuple[object, object]] = {
        "version": (entry.version, package["version"]),
        "released": (entry.released, package["created"][:10]),
        "schema_version": (entry.schema_version, package["schemaVersion"]),
        "code_version": (entry.code_version, package.get("codeVersion", entry.code_version)),
        "documents": (entry.documents, pq.read_metadata(directory / "documents.parquet").num_rows),
        "paragraphs": (entry.paragraphs, pq.read_metadata(directory / "paragraphs.parquet").num_rows),
    }
    if entry.sums_sha256 is not None:
        told["sums_sha256"] = (entry.sums_sha256, hash_of(directory / FILE))
        if entry.schema_version == load_schema_version():
            tables = {name: read_parquet(directory / f"{name}.parquet") for name in load_tables()}
            told["fingerprint"] = (entry.fingerprint, fingerprint(tables))
    for name, (said, found) in told.items():
        if said != found:
            yield f"{INDEX}: {name} of {entry.version} is {said}, and the release has {found}"
    if entry.status != "published":
        yield f"{INDEX}: {entry.version} is {entry.status}: {entry.reason}; {entry.replaced_by} has replaced it"
