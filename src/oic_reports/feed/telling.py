"""A feed document by document, with the texts of its paragraphs word by word; read as it is told, never held whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from rapidfuzz.distance import Indel

from oic_reports.feed.by_document import DocumentChange, list_documents
from oic_reports.feed.statements import FEED
from oic_reports.tables.query import open_database

_BATCH = 1000
_PARAGRAPHS = """
select row_key, change, cause, old_text, new_text, related_ids, document_id
from changes
where table_name = 'paragraphs' and cause is distinct from 'schema'
  and (old_text is not null or new_text is not null or change not in ('changed'))
order by document_id, change_seq
"""

Run = tuple[Literal["same", "old", "new"], str]
"""Some words: of both texts, of the old one alone, of the new one alone."""


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """One paragraph: its id, what happened, why ("" where not known), its words, and whether these are withheld."""

    paragraph_id: str
    change: str
    cause: str
    runs: tuple[Run, ...]
    related: str | None
    is_withheld: bool


def tell(feed: Any) -> Iterator[tuple[DocumentChange, Iterator[ParagraphChange]]]:  # noqa: ANN401  (a table or dataset)
    """Each document of a feed with its paragraphs, which must be taken before the next document is."""
    documents = list_documents(feed)
    with open_database({FEED: feed}) as connection:
        grouped = groupby(_fetch(connection.execute(_PARAGRAPHS)), key=lambda row: row[-1])
        waiting = next(grouped, None)
        for document in documents:
            while waiting is not None and waiting[0] < document.document_id:
                waiting = next(grouped, None)
            if waiting is not None and waiting[0] == document.document_id:
                yield document, map(_describe, waiting[1])
                waiting = next(grouped, None)
            else:
                yield document, iter(())


def _fetch(answer: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401  (a result of DuckDB)
    while rows := answer.fetchmany(_BATCH):
        yield from rows


def _describe(row: tuple[Any, ...]) -> ParagraphChange:
    paragraph_id, change, cause, old, new, related, _ = row
    return ParagraphChange(
        paragraph_id, change, cause or "", tuple(compare_words(old, new)), related, cause == "withdrawal"
    )


def compare_words(old: str | None, new: str | None) -> Iterator[Run]:
    """Two texts word by word; None is a text that is not there."""
    before, after = (old or "").split(" "), (new or "").split(" ")
    if old is None or new is None:
        kind: Literal["old", "new"] = "new" if old is None else "old"
        if old or new:
            yield kind, old or new or ""
        return
    for is_same, found in groupby(Indel.opcodes(before, after), key=lambda code: code.tag == "equal"):
        codes = list(found)
        old_words = before[codes[0].src_start : codes[-1].src_end]
        new_words = after[codes[0].dest_start : codes[-1].dest_end]
        if is_same:
            yield "same", " ".join(old_words)
            continue
        if old_words:
            yield "old", " ".join(old_words)
        if new_words:
            yield "new", " ".join(new_words)
