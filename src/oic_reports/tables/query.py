"""Questions over tables in SQL: a DuckDB that sees nothing but them, holds little in memory, and spills the rest."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    import duckdb

# what a question may take of memory; more goes to the disk
_MEMORY = "256MB"


@contextmanager
def open_database(tables: Mapping[str, pa.Table]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of tables by name; one thread, so that answers come in one order, and no file or network in reach."""
    import duckdb  # noqa: PLC0415  (slow to import, and not needed by most who import this)

    with (
        tempfile.TemporaryDirectory() as spill,
        duckdb.connect(config={"threads": 1, "memory_limit": _MEMORY, "temp_directory": spill}) as connection,
    ):
        # said last: it fixes the folder for what does not fit into memory, too
        connection.execute("SET enable_external_access = false")
        for name, table in tables.items():
            connection.register(name, table)
        yield connection
