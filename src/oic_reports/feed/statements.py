"""The questions of a comparison in SQL, written from the declared tables: which rows differ, and in what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from oic_reports.feed.causes import explain
from oic_reports.feed.shared_columns import Columns
from oic_reports.tables.schema import TableSchema, load_tables

FEED = "changes"
# the column that has columns of its own in the feed, by its table
TEXTS = {"paragraphs": "text"}

_DIFFERING = """
create or replace temp table differing as
with o as (select {keys}, hash({shared}) as mark from before_{table}),
     n as (select {keys}, hash({shared}) as mark, {has_fresh} as has_fresh from after_{table})
select {keys}, o.mark is null as is_added, n.mark is null as is_gone, o.mark is distinct from n.mark as has_changed,
       coalesce(n.has_fresh, false) as has_fresh
from o full join n using ({keys})
where o.mark is distinct from n.mark or n.has_fresh
"""
_ROWS = """
select {row_key} as row_key, {document_id} as document_id, {change} as change, {cause} as cause,
       case when not d.is_added and not d.is_gone then {names} end as changed_columns,
       case when not d.is_added then {old_text} end as old_text,
       case when not d.is_gone then {new_text} end as new_text,
       case when not d.is_added then {old_values} end as old_values,
       case when not d.is_gone then {new_values} end as new_values, {related} as related_ids
from chosen as d left join old_rows as o on {on_old} left join new_rows as n on {on_new}
{joins}
where d.has_changed
"""
_FRESH = """
union all
select {row_key}, {document_id}, 'changed', 'schema', {names}, null, null, null, {new_values}, null
from chosen as d join new_rows as n on {on_new}
where not d.is_added and d.has_fresh
"""
# a value of what was withdrawn is told nowhere
_TOLD = """
select row_key, document_id, change, cause, changed_columns,
       case when cause is distinct from 'withdrawal' then old_text end as old_text, new_text,
       case when cause is distinct from 'withdrawal' then old_values end as old_values, new_values, related_ids
from ({rows}) order by row_key, cause is not distinct from 'schema'
"""
# rows are joined some at a time: whole tables of texts do not fit into memory
_SOME = """
create or replace temp table numbered as
select *, row_number() over (order by {row_key}) as place from differing as d
"""
_NEXT = """
create or replace temp table chosen as select * from numbered where place > {first} and place <= {first} + {most};
create or replace temp table old_rows as select t.* from before_{table} as t semi join chosen using ({keys});
create or replace temp table new_rows as select t.* from after_{table} as t semi join chosen using ({keys})
"""
# of paragraphs, the history of ids tells more: what came of another one, and what is part of another one now
HISTORY = """
create or replace temp table related as
select id, came_from, replaced_by, first_version, retired_version from after_id_history
where came_from is not null or replaced_by is not null
"""
_HISTORY = "left join related as h on h.id = d.paragraph_id"
_CHANGE = "case when d.is_added then 'added' when d.is_gone then 'withdrawn' else 'changed' end"
_PARAGRAPH_CHANGE = """
    case when d.is_added then case when {is_split} then 'split' else 'added' end
         when d.is_gone then case when {is_merged} then 'merged' else 'withdrawn' end
         when o.ordinal is distinct from n.ordinal then 'renumbered' else 'changed' end
"""
_IS_SPLIT = "h.came_from is not null and h.first_version = '{version}'"
_IS_MERGED = "h.replaced_by is not null and h.retired_version = '{version}'"


def list_compared() -> list[TableSchema]:
    """The tables that a feed tells of: all but itself."""
    return [table for name, table in load_tables().items() if name != FEED]


def print_key(table: TableSchema, row: str) -> str:
    """The expression for the key of a row; its parts hold no space."""
    parts = [f'{row}."{name}"::varchar' for name in table.primary_key]
    return parts[0] if len(parts) == 1 else f"concat_ws(' ', {', '.join(parts)})"


def find_differing(table: TableSchema, columns: Columns) -> str:
    """Makes the table ``differing``: keys of the rows that differ, and how."""
    shared, fresh = columns.shared[table.name], columns.fresh[table.name]
    return _DIFFERING.format(
        table=table.name,
        keys=_join(_quote(name) for name in table.primary_key),
        shared=_join(map(_quote, shared)),
        has_fresh=" or ".join(f"{_quote(name)} is not null" for name in fresh) or "false",
    )


def number_differing(table: TableSchema) -> str:
    """Makes the table ``numbered``: the keys of ``differing`` in the order of the feed, with their places from 1."""
    return _SOME.format(row_key=print_key(table, "d"))


def take_some(table: TableSchema, first: int, most: int) -> str:
    """Makes the tables that ``print_rows`` asks, of the keys behind some first ones."""
    keys = _join(_quote(name) for name in table.primary_key)
    return _NEXT.format(table=table.name, keys=keys, first=first, most=most)


def has_relations(columns: Columns) -> bool:
    """Whether the later release tells what became of paragraphs."""
    return "came_from" in {*columns.shared["id_history"], *columns.fresh["id_history"]}


def print_rows(table: TableSchema, columns: Columns, version: str) -> str:
    """The rows of the feed for some rows of one table, by their keys, without what is the same in all of them."""
    shared, fresh = columns.shared[table.name], columns.fresh[table.name]
    text = TEXTS.get(table.name)
    told = [name for name in shared if name != text]
    joins, cause = explain(table, columns.shared)
    if table.name in columns.new_tables:
        joins, cause = "", "'schema'"
    change, related = _CHANGE, "null"
    if table.name == "paragraphs" and has_relations(columns):
        is_split, is_merged = _IS_SPLIT.format(version=version), _IS_MERGED.format(version=version)
        joins, change = f"{joins} {_HISTORY}", _PARAGRAPH_CHANGE.format(is_split=is_split, is_merged=is_merged)
        related = f"case when {is_split} then h.came_from when {is_merged} then h.replaced_by end"
    differ = {name: f"o.{_quote(name)} is distinct from n.{_quote(name)}" for name in shared}
    given = {name: f"n.{_quote(name)} is not null" for name in [*shared, *fresh]}
    held = {name: f"o.{_quote(name)} is not null" for name in shared}
    old = {name: f"case when d.is_gone then {held[name]} else {differ[name]} end" for name in told}
    new = {name: f"case when d.is_added then {given[name]} else {differ[name]} end" for name in told}
    new |= {name: f"d.is_added and {given[name]}" for name in fresh}
    shapes = {
        "table": table.name,
        "row_key": print_key(table, "d"),
        "on_old": _pair(table, "o"),
        "on_new": _pair(table, "n"),
        "joins": joins,
        "cause": cause,
        "change": change,
        "related": related,
        "document_id": find_document(table, "coalesce(n.{0}, o.{0})"),
        "names": _print_names(differ),
        "old_text": _print_text("o", text, differ),
        "new_text": _print_text("n", text, differ),
        "old_values": _print_values("o", old),
        "new_values": _print_values("n", new),
    }
    rows = _ROWS.format(**shapes)
    if fresh and table.name not in columns.new_tables:
        own = {name: given[name] for name in fresh}
        shapes |= {"names": _print_names(own), "new_values": _print_values("n", own)}
        rows += _FRESH.format(**{**shapes, "document_id": find_document(table, "n.{0}")})
    return _TOLD.format(rows=rows)


def find_document(table: TableSchema, value: str) -> str:
    """The expression for the document that a row belongs to, null where it belongs to none."""
    names = {field.name for field in table.fields}
    if table.name == "id_history":
        return "split_part(d.id, '/', 1)"
    if "document_id" in names:
        return value.format("document_id")
    return f"split_part({value.format('paragraph_id')}, '/', 1)" if "paragraph_id" in names else "null"


def _quote(name: str) -> str:
    return f'"{name}"'


def _join(parts: Any) -> str:  # noqa: ANN401  (any texts)
    return ", ".join(parts)


def _pair(table: TableSchema, row: str) -> str:
    return " and ".join(f"{row}.{_quote(name)} = d.{_quote(name)}" for name in table.primary_key)


def _print_names(conditions: Mapping[str, str]) -> str:
    """The names of the columns for which something holds, with spaces between them."""
    cases = _join(f"case when {condition} then '{name}' end" for name, condition in conditions.items())
    return f"concat_ws(' ', {cases})"


def _print_text(row: str, text: str | None, differ: Mapping[str, str]) -> str:
    return (
        "null" if text is None else f"case when d.is_added or d.is_gone or {differ[text]} then {row}.{_quote(text)} end"
    )


def _print_values(row: str, conditions: Mapping[str, str]) -> str:
    """A JSON object of the columns for which something holds; null where there is none."""
    cases = _join(
        f"""case when {condition} then '"{name}":' || coalesce(to_json({row}.{_quote(name)})::varchar, 'null') end"""
        for name, condition in conditions.items()
    )
    return f"'{{' || nullif(concat_ws(',', {cases}), '') || '}}'"
