"""``notes.md``: what is not as it was in the release before, document by document, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from jinja2 import Environment

from oic_reports.feed.by_document import count_changes, list_documents
from oic_reports.feed.statements import FEED
from oic_reports.feed.words import list_sections, load_kinds, say_what, say_why
from oic_reports.release.metadata.description import Description
from oic_reports.resources import load_words

# documents that a section of the notes names; the table names all
_MOST = 500


@dataclass(frozen=True, slots=True)
class _Told:
    """A document that changed, in words."""

    document_id: str
    what: str
    why: str


def print_notes(environment: Environment, described: Description, tables: Mapping[str, pa.Table]) -> str:
    """The page."""
    template = environment.get_template("notes.md.jinja")
    return template.render(facts=described.facts, counts=described.holdings, **_describe_changes(tables))


def _describe_changes(tables: Mapping[str, pa.Table]) -> dict[str, Any]:
    """What the notes tell: rows by table and kind, and document by document what and why."""
    found = list_documents(tables[FEED])
    rows = count_changes(tables[FEED])
    given = {kind for counts in rows.values() for kind in counts}
    named = {change.document_id for change in found}
    documents = tables["documents"].select(["document_id", "title"])
    titles = {
        row["document_id"]: row["title"] for row in documents.to_pylist() if named and row["document_id"] in named
    }
    sections = [
        (kind, [_Told(each.document_id, say_what(each, "en"), say_why(each, "en")) for each in listed])
        for kind, listed in list_sections(found)
    ]
    meanings = load_kinds("en")
    kinds = [kind for kind in meanings if kind in given]
    shown = {"rows": rows, "kinds": kinds, "meanings": meanings, "sections": sections, "titles": titles}
    return {**shown, "words": load_words("feed", "en"), "most": _MOST}
