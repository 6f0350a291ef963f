"""All files of a release into an empty folder: a pure function of tables, verdict and facts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from oic_reports.checks.verdict import Verdict
from oic_reports.release.checksums import write_checksums
from oic_reports.release.csv_files import write_csv, write_excel_csv
from oic_reports.release.datapackage import print_datapackage
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.pages import print_pages
from oic_reports.release.parquet import write_parquet
from oic_reports.tables.schema import load_tables


def write_release(folder: Path, facts: ReleaseFacts, tables: Mapping[str, pa.Table], verdict: Verdict) -> None:
    """Write every file of a release, ``SHA256SUMS`` last.

    Args:
        folder: an empty folder.
        facts: version, date, versions of schema and code.
        tables: every declared table, ``id_history`` too.
        verdict: what the checks said of these tables.
    """
    for name, table in load_tables().items():
        write_parquet(folder / f"{name}.parquet", table, tables[name])
        write_csv(folder / f"{name}.csv.gz", tables[name])
        write_excel_csv(folder / f"{name}.excel.csv", tables[name])
    pages = {"datapackage.json": print_datapackage(facts, tables), **print_pages(facts, tables, verdict)}
    for name, content in pages.items():
        (folder / name).write_bytes(content.encode())
    write_checksums(folder)
