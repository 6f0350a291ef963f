"""Whether every other file of a release is what this code makes of its tables: pages, and all formats of the rows.

Only the code that made a release can say so. Packed files are compared by what is in them where their bytes differ,
since other builds of the libraries may pack the same otherwise (``release.sameness``).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any

import pyarrow as pa

from oic_reports.checks.verdict import Verdict
from oic_reports.release.checksums import FILE, SIGNATURE, list_files
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.sameness import say_same
from oic_reports.release.write import write_release
from oic_reports.tables.schema import load_schema_version


def is_of_this_code(package: Mapping[str, Any]) -> bool:
    """Whether the code that is installed made the release."""
    of_package = package.get("codeVersion"), package["schemaVersion"]
    return of_package == (installed_version("oic-reports"), load_schema_version())


def check_remade(directory: Path, package: Mapping[str, Any], tables: Mapping[str, pa.Table]) -> Iterator[str]:
    """Files that differ from what is made anew of the tables and of ``validation.json``."""
    facts = ReleaseFacts(
        package["version"],
        package["created"][:10],
        package["schemaVersion"],
        str(package["codeVersion"]),
        tuple(map(str, package.get("without") or ())),
        package.get("previousVersion"),
    )
    try:
        verdict = Verdict.from_json((directory / "validation.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield f"validation.json cannot be used: {error}"
        return
    with tempfile.TemporaryDirectory() as folder:
        write_release(Path(folder), facts, tables, verdict)
        made = list_files(Path(folder))
        for name in list_files(directory):
            if name not in made and name != SIGNATURE:
                yield f"{name} is none of the files that code {facts.code_version} makes of the tables"
        for name, path in made.items():
            found = directory / name
            if name != FILE and not (found.is_file() and say_same(found, path)):
                yield f"{name} is not what code {facts.code_version} makes of the tables"
