"""The feed played upon the release that it begins at: it gives the later one, row for row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from oic_reports.feed.statements import FEED, TEXTS, list_compared, print_key
from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.query import open_database
from oic_reports.tables.schema import TableSchema, load_tables

if TYPE_CHECKING:
    import duckdb

_TYPES = {
    pa.string(): "varchar", pa.int64(): "bigint", pa.float64(): "double", pa.bool_(): "boolean", pa.date32(): "date"
}  # fmt: skip
# keys that a message names
_MOST = 3

# a row has one operation; one that a new column changes, too, has two, on different columns
_OPERATIONS = """
create or replace temp table operations as
select row_key, bool_or(change in ('withdrawn', 'merged')) as is_gone,
       bool_or(change in ('added', 'split')) as is_added,
       string_split(string_agg(changed_columns, ' '), ' ') as names, max(new_text) as new_text,
       '{{' || string_agg(new_values[2:-2], ',') filter (new_values <> '{{}}') || '}}' as new_values
from changes where table_name = '{table}' group by row_key
"""
_REPLAYED = """
create or replace temp view replayed as
select {kept} from before_{table} as o left join operations as u on u.row_key = {key}
where not coalesce(u.is_gone, false)
union all
select {added} from operations as u where u.is_added
"""
_DIFFERENT = """
with ours as ({ours}), theirs as ({theirs})
select row_key from ours full join theirs using (row_key) where ours.mark is distinct from theirs.mark
order by row_key limit {most}
"""
_MARKED = """
    select row_key, hash(marked.mark, count(*)) as mark
    from (select {key} as row_key, hash({columns}) as mark from {relation} as r) as marked group by row_key, marked.mark
"""
_TEXTS = """
select row_key from changes left join before_paragraphs as o on o.paragraph_id = row_key
where table_name = 'paragraphs' and old_text is not null and old_text is distinct from o.text
order by row_key limit {most}
"""


def replay_table(name: str, before: Mapping[str, Any], feed: pa.Table, schema: pa.Schema | None = None) -> pa.Table:
    """One table of the later release, in its declared order; rows that it leaves open are in that of their keys.

    Args:
        name: which.
        before: the tables of the earlier release, those that it has.
        feed: the table ``changes`` of the later one.
        schema: the columns of that table there; as declared where not given.
    """
    table = load_tables()[name]
    with _open(before, {}, feed) as connection:
        _play(connection, table, before, schema or to_arrow_schema(table))
        order = ", ".join(f'"{column}" nulls first' for column in dict.fromkeys((*table.sort, *table.primary_key)))
        rows: pa.Table = connection.sql(f"select * from replayed order by {order}").to_arrow_table()  # noqa: S608  (names of the schema)
    return rows.cast(schema or to_arrow_schema(table))


def check_replay(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Where the feed of a release does not lead to it, and where it tells an old text that was another one.

    Args:
        before: the tables of the release that the feed begins at.
        after: the tables of the release, ``changes`` among them.
    """
    with _open(before, after, after[FEED]) as connection:
        for table in list_compared():
            if table.name not in after:
                continue
            schema = after[table.name].schema
            _play(connection, table, before, schema)
            columns = ", ".join(f'"{column}"' for column in schema.names)
            marked = {
                side: _MARKED.format(key=print_key(table, "r"), columns=columns, relation=relation)
                for side, relation in (("ours", "replayed"), ("theirs", f"after_{table.name}"))
            }
            wrong = connection.execute(_DIFFERENT.format(**marked, most=_MOST)).fetchall()
            if wrong:
                yield f"{FEED}: replayed, it gives other rows of {table.name}: {_name(wrong)}"
        wrong = connection.execute(_TEXTS.format(most=_MOST)).fetchall()
        if wrong:
            yield f"{FEED}: the release before has another text of {_name(wrong)}"


def _name(rows: Sequence[tuple[Any, ...]]) -> str:
    return ", ".join(str(key) for (key,) in rows)


def _open(
    before: Mapping[str, Any], after: Mapping[str, Any], feed: pa.Table
) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
    sides: dict[str, Any] = {FEED: feed}
    for name, table in load_tables().items():
        sides[f"before_{name}"] = before.get(name, to_arrow_schema(table).empty_table())
    return open_database(sides | {f"after_{name}": table for name, table in after.items()})


def _play(
    connection: duckdb.DuckDBPyConnection, table: TableSchema, before: Mapping[str, Any], schema: pa.Schema
) -> None:
    """Make the view ``replayed``: one table of the later release."""
    old = before[table.name].schema if table.name in before else to_arrow_schema(table)
    new_values = {field.name: _read_value(table.name, field) for field in schema}
    shared = {field.name for field in schema if field.name in old.names and old.field(field.name).type == field.type}
    own = {name: f'o."{name}"' if name in shared else "null" for name in new_values}
    kept = (
        f"""case when list_contains(u.names, '{name}') then {value} else {own[name]} end as "{name}\""""
        for name, value in new_values.items()
    )
    added = (f'{value} as "{name}"' for name, value in new_values.items())
    connection.execute(_OPERATIONS.format(table=table.name))
    connection.execute(
        _REPLAYED.format(table=table.name, key=print_key(table, "o"), kept=", ".join(kept), added=", ".join(added))
    )


def _read_value(table: str, field: pa.Field) -> str:
    """The expression for the new value of a column."""
    if TEXTS.get(table) == field.name:
        return "u.new_text"
    return f"""json_extract_string(u.new_values, '$."{field.name}"')::{_TYPES[field.type]}"""
