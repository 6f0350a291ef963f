"""Every id that was ever published: minted once, never reused, a tombstone when it is gone (docs/id-policy.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from oic_reports.errors import ForeseenError
from oic_reports.identity.matching import mark_text
from oic_reports.identity.relations import find_relations
from oic_reports.identity.versions import VERSION_REASONS
from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.on_disk import TableWriter, find_table, read_table
from oic_reports.tables.query import open_database
from oic_reports.tables.schema import load_tables

if TYPE_CHECKING:
    import duckdb

# rows that are fetched at once
_BATCH = 1000
# rows of the history that are written at once
_WRITTEN = 16_384
_ASKED = ("documents", "paragraphs", "rejects")
_PRESENT = """
create temp table present as
select document_id as id, 'document' as id_kind, source_id from documents
union all
select p.paragraph_id, 'paragraph', d.source_id from paragraphs as p join documents as d using (document_id)
"""
# a document passes to another source with all its paragraphs, retired ones too: they need no right of their own
_REUSED = """
select p.id, k.source_id, p.source_id
from present as p join known as k using (id)
where p.id_kind = 'document' and k.source_id <> p.source_id
  and k.source_id not in (select source_id from rejects where list_contains(?, reason))
order by p.id
"""
_HISTORY = """
select
    coalesce(p.id, k.id) as id,
    coalesce(p.id_kind, k.id_kind) as id_kind,
    coalesce(p.source_id, k.source_id) as source_id,
    coalesce(k.first_version, $version) as first_version,
    case when p.id is null then coalesce(k.retired_version, $version) end as retired_version,
    coalesce(e.id_relation, k.id_relation) as id_relation,
    coalesce(e.came_from, k.came_from) as came_from,
    case when p.id is null then coalesce(e.replaced_by, k.replaced_by) end as replaced_by,
    case when p.id is null then coalesce(e.retired_text_sha256, k.retired_text_sha256) end as retired_text_sha256
from present as p full outer join known as k using (id) left join events as e on e.id = coalesce(p.id, k.id)
order by 1
"""

# paragraphs of documents in which some came or went, and those whose printed number is another one
_DIFFERING = """
create temp table differing as
select distinct document_id from (
    select o.document_id from published as o anti join paragraphs as n using (paragraph_id)
    union all
    select n.document_id from paragraphs as n anti join published as o using (paragraph_id))
where document_id in (select p.document_id from published as p)
"""
_TEXTS = """
select document_id, paragraph_id, o.text, n.text
from (select * from published where document_id in (select document_id from differing)) as o
full join (select * from paragraphs where document_id in (select document_id from differing)) as n
using (document_id, paragraph_id)
order by document_id, coalesce(o.seq, n.seq), paragraph_id
"""
_RENUMBERED = """
select paragraph_id, 'renumbered', null, null, null
from published as o join paragraphs as n using (paragraph_id) where o.ordinal <> n.ordinal
"""
_EVENTS = pa.schema(
    [pa.field(name, pa.string()) for name in ("id", "id_relation", "came_from", "replaced_by", "retired_text_sha256")]
)


class ReusedIdError(ForeseenError):
    """An id of one source was given to another: the registry was not asked."""


def extend_history(
    previous: pa.Table | None,
    tables: Mapping[str, pa.Table],
    version: str,
    published: pa.Table | None = None,
    into: Path | None = None,
) -> pa.Table:
    """The table ``id_history`` of a release.

    Args:
        previous: ``id_history`` of the release before, or of this very version when it is rebuilt: then the result is
            equal to it.
        tables: ``documents``, ``paragraphs`` and ``rejects`` of this release.
        version: the version of this release.
        published: ``paragraphs`` of the release before: what became of those that came or went is told by their texts.
        into: a folder for the table, so that memory does not hold it; None: it is held in memory.

    An id that is there keeps its first version; one that is gone gets this version as its retirement; one that was
    retired and is there again, of the same source, is in use again, since it names the same printed paragraph. A source
    that a newer version of the same address has superseded hands its ids over to it.

    Raises:
        ReusedIdError: an id belongs to another source, which was not superseded.
    """
    declared = to_arrow_schema(load_tables()["id_history"])
    known = _fill(previous, declared) if previous is not None else declared.empty_table()
    before = published if published is not None else tables["paragraphs"].slice(0, 0)
    with open_database({"known": known, "published": before, **{n: tables[n] for n in _ASKED}}) as connection:
        connection.execute(_PRESENT)
        connection.register("events", _find_events(connection))
        reused = connection.execute(_REUSED, [list(VERSION_REASONS)]).fetchone()
        if reused is not None:
            msg = "the id {} belongs to source {} and cannot be given to {}".format(*reused)
            raise ReusedIdError(msg)
        found = connection.sql(_HISTORY, params={"version": version}).to_arrow_reader(_WRITTEN)
        parts = (pa.Table.from_batches([batch]).cast(declared) for batch in found)
        if into is None:
            return pa.concat_tables([declared.empty_table(), *parts]).combine_chunks()
        writer = TableWriter(find_table(into, "id_history"), declared)
        try:
            for part in parts:
                writer.add(part)
        finally:
            writer.close()
    return read_table(find_table(into, "id_history"))


def _find_events(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """What became of paragraphs since the release before, a row each; one document is in memory at a time."""
    connection.execute(_DIFFERING)
    events: dict[str, tuple[str | None, ...]] = {
        name: (name, *facts) for name, *facts in connection.execute(_RENUMBERED).fetchall()
    }
    for document_id, rows in groupby(_fetch(connection.execute(_TEXTS)), key=itemgetter(0)):
        texts = [(paragraph_id.partition("/")[2], old, new) for _, paragraph_id, old, new in rows]
        before = {eid: old for eid, old, _ in texts if old is not None}
        after = {eid: new for eid, _, new in texts if new is not None}
        for eid in before.keys() - after.keys():
            events[f"{document_id}/{eid}"] = (f"{document_id}/{eid}", None, None, None, mark_text(before[eid]))
        for relation in find_relations(before, after) if after else ():
            other = f"{document_id}/{relation.other}"
            own = f"{document_id}/{relation.paragraph}"
            is_split = relation.kind == "split"
            mark = None if is_split else mark_text(before[relation.paragraph])
            events[own] = (own, relation.kind, other if is_split else None, None if is_split else other, mark)
    columns = zip(*events.values(), strict=True) if events else [()] * len(_EVENTS)
    return pa.table([pa.array(column, pa.string()) for column in columns], schema=_EVENTS)


def _fetch(answer: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401  (a result of DuckDB)
    while rows := answer.fetchmany(_BATCH):
        yield from rows


def _fill(history: pa.Table, declared: pa.Schema) -> pa.Table:
    """A history with the columns that releases before schema 2.3 do not have."""
    for field in declared:
        if field.name not in history.column_names:
            history = history.append_column(field, pa.nulls(history.num_rows, field.type))
    return history.select(declared.names)


def find_new_rows(previous: pa.Table | None, history: pa.Table) -> pa.Table:
    """The rows of a history that the one before does not have, in no order."""
    if previous is None or previous.column_names != history.column_names:
        return history
    with open_database({"known": previous, "present": history}) as connection:
        found: pa.Table = connection.sql("select * from present except all select * from known").to_arrow_table()
        return found.cast(history.schema)
