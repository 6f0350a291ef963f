"""Two releases compared row by row: the table ``changes``, made by DuckDB over the tables as they lie.

One row tells of one row of a table, and one cause; of a row that a new column of the schema changes as well, there are
two. Rows are paired by the primary key of their table; which differ is found by hashes, so that texts are looked at
only where they do. What a new release has and the old one has not stands in the feed whole: the old release and the
feed give the new one (``replay``). Where the cause is a withdrawal, the feed holds no value of what is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from oic_reports.feed.causes import find_causes
from oic_reports.feed.shared_columns import Columns
from oic_reports.feed.statements import (
    FEED,
    HISTORY,
    find_differing,
    has_relations,
    list_compared,
    number_differing,
    print_rows,
    take_some,
)
from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.document_rows import OF_ONE_DOCUMENT, drop_documents
from oic_reports.tables.on_disk import TableWriter, find_table, read_table
from oic_reports.tables.query import open_database
from oic_reports.tables.schema import load_tables

if TYPE_CHECKING:
    import duckdb

# rows that are fetched at once, and keys whose rows are joined at once: some 50 MB of texts
_BATCH = 4096
_SOME = 20_000
# tables whose rows follow from one document; meetings and causes ask for the documents themselves
_OF_DOCUMENTS = tuple(name for name in OF_ONE_DOCUMENT if name != "documents")
_DOCUMENT_ROWS = """
insert into document_rows select document_id, cause from printed where cause is distinct from 'schema'
"""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The release that a feed begins at: its version and its tables as they lie, those that it has."""

    version: str
    tables: Mapping[str, Any]


def make_feed(
    earlier: Earlier | None,
    tables: Mapping[str, Any],
    version: str,
    into: Path | None = None,
    same: Collection[str] = (),
) -> pa.Table:
    """The table ``changes`` of a release; empty where it follows none.

    Args:
        earlier: the release that it follows.
        tables: its own tables, ``id_history`` too.
        version: its version.
        into: a folder for the table, so that memory does not hold it; None: it is held in memory.
        same: documents in both releases whose rows are known to be the same in all tables that follow from one
            document: these rows are not compared.
    """
    if earlier is not None and same:
        earlier, tables = replace(earlier, tables=_leave_out(earlier.tables, same)), _leave_out(tables, same)
    schema = to_arrow_schema(load_tables()[FEED])
    parts: Iterator[pa.Table] = iter(()) if earlier is None else _list_parts(earlier, tables, version, schema)
    if into is None:
        return pa.concat_tables([schema.empty_table(), *parts]).combine_chunks()
    writer = TableWriter(find_table(into, FEED), schema)
    try:
        for part in parts:
            writer.add(part)
    finally:
        writer.close()
    return read_table(find_table(into, FEED))


def _leave_out(tables: Mapping[str, Any], documents: Collection[str]) -> dict[str, Any]:
    """Tables without the rows of some documents; which documents there are stays told."""
    left = {name: drop_documents(tables[name], documents) for name in _OF_DOCUMENTS if name in tables}
    return {**tables, **left}


def _list_parts(earlier: Earlier, tables: Mapping[str, Any], version: str, schema: pa.Schema) -> Iterator[pa.Table]:
    """The rows, a table after the other and by their keys, some at a time."""
    columns = Columns.of(earlier.tables, tables)
    first = 1
    with open_both(earlier.tables, tables) as connection:
        find_causes(connection, columns)
        if has_relations(columns):
            connection.execute(HISTORY)
        connection.execute("create temp table document_rows (document_id varchar, cause varchar)")
        for table in list_compared():
            connection.execute(find_differing(table, columns))
            connection.execute(number_differing(table))
            query = print_rows(table, columns, version)
            for place in range(0, _count(connection, "differing"), _SOME):
                connection.execute(take_some(table, place, _SOME))
                # to plan the question takes longer than to answer it: it is asked once
                connection.execute(f"create or replace temp table printed as {query}")
                if table.name == "documents":
                    # meetings change with their documents
                    connection.execute(_DOCUMENT_ROWS)
                for batch in connection.sql("from printed").to_arrow_reader(_BATCH):
                    yield _fill(pa.Table.from_batches([batch]), schema, earlier.version, version, table.name, first)
                    first += batch.num_rows


def _fill(part: pa.Table, schema: pa.Schema, old: str, new: str, table: str, first: int) -> pa.Table:
    """Rows of one table with what is the same for all of them, and their numbers."""
    said = {"from_version": old, "to_version": new, "table_name": table}
    filled = {name: pa.repeat(pa.scalar(value), part.num_rows) for name, value in said.items()}
    filled["change_seq"] = pa.array(range(first, first + part.num_rows), pa.int64())
    return pa.table(
        [filled[name] if name in filled else part.column(name).cast(pa.string()) for name in schema.names],
        schema=schema,
    )


def _count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    ((count,),) = connection.execute(f"select count(*) from {name}").fetchall()  # noqa: S608  (our own name)
    return int(count)


def open_both(before: Mapping[str, Any], after: Mapping[str, Any]) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
    """A database with the tables of two releases, ``before_…`` and ``after_…``; one that is missing is empty."""
    sides: dict[str, Any] = {}
    for name, table in load_tables().items():
        empty = to_arrow_schema(table).empty_table()
        sides[f"before_{name}"] = before.get(name, empty)
        sides[f"after_{name}"] = after.get(name, empty)
    return _plan_as_written(open_database(sides))


@contextmanager
def _plan_as_written(
    database: AbstractContextManager[duckdb.DuckDBPyConnection],
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that holds the right side of each join, as questions are written: it cannot know which is small."""
    with database as connection:
        connection.execute("set disabled_optimizers = 'join_order,build_side_probe_side'")
        yield connection
