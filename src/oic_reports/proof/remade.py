"""Whether the pages of a release, and its files for spreadsheets, are what this code makes of its tables.

Only the code that made a release can say so; Parquet and packed files are compared by their rows, since other builds of
the libraries may pack the same rows otherwise.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any

import pyarrow as pa

from oic_reports.checks.verdict import Verdict
from oic_reports.release.checksums import FILE
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.write import write_release
from oic_reports.tables.schema import load_schema_version

_BY_ROWS = (".parquet", ".gz")


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
        package.get("previousVersion"),
    )
    try:
        verdict = Verdict.from_json((directory / "validation.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield f"validation.json cannot be used: {error}"
        return
    with tempfile.TemporaryDirectory() as folder:
        write_release(Path(folder), facts, tables, verdict)
        for path in sorted(Path(folder).iterdir()):
            if path.name == FILE or path.suffix in _BY_ROWS:
                continue
            found = directory / path.name
            if not found.is_file() or found.read_bytes() != path.read_bytes():
                yield f"{path.name} is not what code {facts.code_version} makes of the tables"
