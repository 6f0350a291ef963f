"""The README in three languages: what a release holds, what to beware of, how to read and cite it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
from jinja2 import Environment

from oic_reports.release.accuracy_card import load_card
from oic_reports.release.files import load_file_kinds
from oic_reports.release.metadata.abstract import TITLE
from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.hugging_face import print_front_matter
from oic_reports.release.metadata.rights import load_rights
from oic_reports.release.metadata.wording import count, find_label
from oic_reports.resources import load_vocabulary
from oic_reports.tables.schema import LANGUAGES

# rejects, and bodies, that a page can hold before nobody reads it
_MOST_REJECTS = 50
_MOST_BODIES = 20


def print_readmes(environment: Environment, described: Description, tables: Mapping[str, pa.Table]) -> dict[str, str]:
    """File name to content in each language; the English one begins with the card of the dataset."""
    printed = {}
    for language in LANGUAGES:
        name = "README.md" if language == "en" else f"README.{language}.md"
        printed[name] = environment.get_template(f"{name}.jinja").render(**_gather(described, tables, language))
    printed["README.md"] = f"{print_front_matter(described)}\n{printed['README.md']}"
    return printed


def _gather(described: Description, tables: Mapping[str, pa.Table], language: str) -> dict[str, Any]:
    held = described.holdings
    return {
        "facts": described.facts,
        "title": TITLE[language],
        "abstract": described.abstract[language],
        "languages": _name(held.languages, "languages", language),
        "bodies": _name(held.bodies, "bodies", language),
        "types": _name(held.types, "document_type_values", language),
        "warnings": _count_warnings(tables, language),
        "accuracy": load_card(language),
        "kinds": [kind for kind in load_file_kinds() if kind.part not in described.facts.without],
        "declared": list(described.schemas.values()),
        "rows": described.rows,
        "rights": load_rights(),
        "rejected": held.rejects,
        "rejected_count": count("rejects", held.rejects, language),
        "rejects": [
            {**row, "label": find_label("reject_reasons", row["reason"], language)}
            for row in tables["rejects"].slice(0, _MOST_REJECTS).to_pylist()
        ],
    }


def _name(ranked: Sequence[tuple[str, int]], vocabulary: str, language: str) -> list[tuple[str, object]]:
    named: list[tuple[str, object]] = [
        (find_label(vocabulary, value, language), n) for value, n in ranked[:_MOST_BODIES]
    ]
    rest = ranked[_MOST_BODIES:]
    if rest:
        named.append((count("other_bodies", len(rest), language), sum(number for _, number in rest)))
    return named


def _count_warnings(tables: Mapping[str, pa.Table], language: str) -> list[dict[str, object]]:
    """The warnings that hold in the release, with the documents and paragraphs that each is of."""
    if "warnings" not in tables:
        # a release without the view does not tell them
        return []
    documents: dict[str, set[str]] = defaultdict(set)
    paragraphs: dict[str, set[str]] = defaultdict(set)
    for batch in tables["warnings"].to_batches():
        for row in batch.to_pylist():
            documents[row["warning"]].add(row["document_id"])
            if row["paragraph_id"]:
                paragraphs[row["warning"]].add(row["paragraph_id"])
    return [
        {
            "value": row["value"],
            "label": row[language],
            "advice": row[f"advice_{language}"],
            "documents": len(documents[row["value"]]),
            "paragraphs": len(paragraphs[row["value"]]),
        }
        for row in load_vocabulary("warnings")
        if row["value"] in documents
    ]
