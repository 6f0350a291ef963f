"""Every id that was ever published: minted once, never reused, a tombstone when it is gone (docs/id-policy.md)."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from oic_reports.errors import ForeseenError
from oic_reports.identity.versions import VERSION_REASONS
from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.query import open_database
from oic_reports.tables.schema import load_tables

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
    k.id_relation as id_relation,
    k.came_from as came_from,
    case when p.id is null then k.replaced_by end as replaced_by,
    case when p.id is null then k.retired_text_sha256 end as retired_text_sha256
from present as p full outer join known as k using (id)
order by 1
"""


class ReusedIdError(ForeseenError):
    """An id of one source was given to another: the registry was not asked."""


def extend_history(previous: pa.Table | None, tables: Mapping[str, pa.Table], version: str) -> pa.Table:
    """The table ``id_history`` of a release.

    Args:
        previous: ``id_history`` of the release before, or of this very version when it is rebuilt: then the result is
            equal to it.
        tables: ``documents``, ``paragraphs`` and ``rejects`` of this release.
        version: the version of this release.

    An id that is there keeps its first version; one that is gone gets this version as its retirement; one that was
    retired and is there again, of the same source, is in use again, since it names the same printed paragraph. A source
    that a newer version of the same address has superseded hands its ids over to it.

    Raises:
        ReusedIdError: an id belongs to another source, which was not superseded.
    """
    declared = to_arrow_schema(load_tables()["id_history"])
    known = _fill(previous, declared) if previous is not None else declared.empty_table()
    with open_database({"known": known, **{name: tables[name] for name in _ASKED}}) as connection:
        connection.execute(_PRESENT)
        reused = connection.execute(_REUSED, [list(VERSION_REASONS)]).fetchone()
        if reused is not None:
            msg = "the id {} belongs to source {} and cannot be given to {}".format(*reused)
            raise ReusedIdError(msg)
        history: pa.Table = connection.sql(_HISTORY, params={"version": version}).to_arrow_table()
        return history.cast(declared)


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
