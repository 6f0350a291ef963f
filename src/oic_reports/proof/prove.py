"""All that can be asked of a release, cheap questions first; damage is a line, never a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from oic_reports.checks.rules import check_rules
from oic_reports.checks.verdict import CheckResult, Verdict
from oic_reports.proof.kept_ids import check_history
from oic_reports.proof.metadata import check_index, check_metadata, read_package
from oic_reports.proof.remade import check_remade, is_of_this_code
from oic_reports.proof.replayed import check_feed, find_unasked
from oic_reports.proof.signature import SignatureError, check_signature
from oic_reports.release.checksums import FILE, SIGNATURE, check_checksums, hash_of
from oic_reports.release.parquet import read_parquet
from oic_reports.release.verify import check_tables
from oic_reports.tables.schema import load_schema_version, load_tables, load_views

_MOST = 3


@dataclass(frozen=True, slots=True)
class Proof:
    """What is wrong with a release, how it is vouched for (None: by nobody), and what could not be asked."""

    problems: tuple[str, ...]
    vouched: str | None
    not_asked: tuple[str, ...]


def prove(directory: Path, *, key: str | None = None, sums: str | None = None) -> Proof:
    """Ask all of a release.

    Args:
        directory: its folder.
        key: a public key of minisign that must have signed it, or the file of one.
        sums: the sha256 that its ``SHA256SUMS`` must have, as it became known another way.
    """
    if not directory.is_dir():
        return Proof((f"{directory} is no folder",), None, ())
    if not any((directory / name).exists() for name in (FILE, "datapackage.json")):
        return Proof((f"{directory} is no release: give the folder that holds its {FILE}",), None, ())
    problems, vouched = [], None
    if sums is not None:
        problems += _check_hash(directory, sums)
        vouched = "its sums have the hash that was given"
    if key is not None:
        try:
            comment = check_signature(directory / FILE, directory / SIGNATURE, key)
            vouched = f"its sums are signed by the key that was given, which says: {comment}"
        except (SignatureError, OSError) as error:
            problems.append(str(error))
    problems += find_problems(directory)
    return Proof(tuple(dict.fromkeys(problems)), vouched, tuple(_list_unasked(directory)))


def find_problems(directory: Path) -> Iterator[str]:
    """What is wrong with a release, cheap questions first; a later one is asked as far as the earlier ones allow."""
    yield from check_checksums(directory)
    found = list(check_tables(directory))
    yield from found
    try:
        package = read_package(directory)
    except ValueError as error:
        yield str(error)
        return
    yield from check_metadata(directory, package)
    if found:
        # tables that are damaged answer no further question
        return
    yield from check_index(directory, package)
    tables = {path.stem: read_parquet(path) for path in sorted(directory.glob("*.parquet"))}
    yield from check_history(tables, package["version"])
    yield from check_feed(directory, package, is_of_this_code=is_of_this_code(package))
    if is_of_this_code(package):
        yield from check_remade(directory, package, tables)
    if _is_of_this_schema(package):
        yield from _check_expectations(directory, {k: v for k, v in tables.items() if k not in load_views()})


def _check_hash(directory: Path, sums: str) -> list[str]:
    try:
        found = hash_of(directory / FILE)
    except OSError as error:
        return [f"{FILE} cannot be read: {error.strerror}"]
    return [] if found == sums.lower() else [f"{FILE} has the sha256 {found}, not the one that was given"]


def _check_expectations(directory: Path, tables: dict[str, pa.Table]) -> Iterator[str]:
    """What every expectation and rule finds, and whether ``validation.json`` says the same."""
    other_tables = sorted(set(tables) ^ set(load_tables()))
    if other_tables:
        yield f"these tables are declared and not there, or there and not declared: {', '.join(other_tables)}"
        return
    results: list[CheckResult] = []
    for found in _ask(tables):
        results += found
        for result in found:
            if not result.success:
                at = f" ({', '.join(result.keys[:_MOST])})" if result.keys else ""
                yield f"{result.name}: not so: {result.why}{at}"
    try:
        told = Verdict.from_json((directory / "validation.json").read_text(encoding="utf-8")).results
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield f"validation.json cannot be used: {error}"
        return
    said = {(r.name, r.table, r.blocks, r.success, r.evaluated, r.unexpected) for r in told}
    ours = {(r.name, r.table, r.blocks, r.success, r.evaluated, r.unexpected) for r in results}
    other = sorted({row[0] for row in said ^ ours})
    if other:
        yield f"validation.json says otherwise than the checks: {', '.join(other[:_MOST])}"


def _ask(tables: dict[str, pa.Table]) -> Iterator[list[CheckResult]]:
    """All checks; rules first, which are quick and find most."""
    from oic_reports.checks.suites import check_table  # noqa: PLC0415  (brings libraries that are slow to import)

    yield check_rules(tables, None)
    for name, table in load_tables().items():
        yield check_table(table, tables[name])


def _is_of_this_schema(package: dict[str, Any]) -> bool:
    return bool(package["schemaVersion"] == load_schema_version())


def _list_unasked(directory: Path) -> Iterator[str]:
    try:
        package = read_package(directory)
    except ValueError:
        return
    unasked = find_unasked(directory, package)
    if unasked is not None:
        yield unasked
    if not is_of_this_code(package):
        yield "whether its pages follow from its tables: that can only the code say that made it"
    if not _is_of_this_schema(package):
        yield f"the expectations: this code knows those of schema {load_schema_version()}"
