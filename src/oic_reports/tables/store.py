"""Tables in a folder as Parquet: how one step of a run hands them to the next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


def write_tables(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write each table to ``<folder>/<name>.parquet``; what stood there before is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.parquet"):
        path.unlink()
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")


def read_tables(folder: Path) -> dict[str, pa.Table]:
    """Every table of a folder.

    Raises:
        FileNotFoundError: the folder holds no table; the step that writes them has not run.
    """
    tables = {path.stem: pq.read_table(path) for path in sorted(folder.glob("*.parquet"))}
    if not tables:
        msg = f"{folder} holds no tables: run the step before this one first"
        raise FileNotFoundError(msg)
    return tables
