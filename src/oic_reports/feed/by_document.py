"""The feed document by document: what came, went or changed in each, counted, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from oic_reports.feed.causes import COUNTS
from oic_reports.feed.statements import FEED
from oic_reports.tables.query import open_database

Kind = Literal["new", "changed", "gone"]
_KINDS: dict[str | None, Kind] = {"added": "new", "withdrawn": "gone"}
_COUNTED = ("added", "removed", "altered", "split", "merged", "renumbered", "texts")
# rows of other tables (ids, sources) follow from these, or are no document's own
_OWN = ("documents", "paragraphs", "repairs", "flags", "boxes")

_BY_DOCUMENT = """
select document_id,
       max(change) filter (table_name = 'documents' and change <> 'changed') as kind,
       count(*) filter (table_name = 'paragraphs' and change in ('added', 'split')) as added,
       count(*) filter (table_name = 'paragraphs' and change in ('withdrawn', 'merged')) as removed,
       count(*) filter (table_name = 'paragraphs' and change in ('changed', 'renumbered')) as altered,
       count(*) filter (change = 'split') as split, count(*) filter (change = 'merged') as merged,
       count(*) filter (change = 'renumbered') as renumbered,
       count(*) filter (list_contains(string_split(changed_columns, ' '), 'text')) as texts,
       max(changed_columns) filter (table_name = 'documents') as facts,
       list_sort(list(distinct coalesce(cause, ''))) as causes,
       bool_or(table_name <> 'documents') as has_rows
from changes where table_name in {own} and cause is distinct from 'schema' and document_id is not null
group by document_id order by document_id
"""


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One document that comes, goes or changes.

    ``added``, ``removed`` and ``altered`` count its paragraphs; of these, ``split`` were part of another one,
    ``merged`` are part of another one, ``renumbered`` have another printed number, ``texts`` another text. ``facts``
    are the columns of its header that differ, ``causes`` those of all its rows ("" where one is not known).
    """

    document_id: str
    kind: Kind
    added: int
    removed: int
    altered: int
    split: int = 0
    merged: int = 0
    renumbered: int = 0
    texts: int = 0
    facts: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()


def list_documents(feed: Any) -> list[DocumentChange]:  # noqa: ANN401  (a table or dataset of Arrow)
    """The documents of a feed by their ids; what only a new column of the schema changed is left out."""
    with open_database({FEED: feed}) as connection:
        rows = connection.execute(_BY_DOCUMENT.format(own=_OWN)).fetchall()
    changes = []
    for name, kind, *counts, facts, causes, has_rows in rows:
        told = tuple(sorted(set((facts or "").split()) - set(COUNTS)))
        if kind is None and not told and not has_rows:
            # counts follow from rows that are no document's own
            continue
        counted = dict(zip(_COUNTED, counts, strict=True))
        changes.append(DocumentChange(name, _KINDS.get(kind, "changed"), facts=told, causes=tuple(causes), **counted))
    return changes


def count_changes(feed: Any) -> Mapping[str, Mapping[str, int]]:  # noqa: ANN401  (as above)
    """Table to kind of change to number of rows, tables as the feed has them; ``schema`` is a kind of its own."""
    query = """
    select table_name, case when cause = 'schema' then 'schema' else change end as kind, count(*)
    from changes group by all order by min(change_seq)
    """
    counts: dict[str, dict[str, int]] = {}
    with open_database({FEED: feed}) as connection:
        for table, kind, number in connection.execute(query).fetchall():
            counts.setdefault(table, {})[kind] = number
    return counts
