"""The codebook: every column with its meaning, unit, values and how often it is empty, in three languages."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
from jinja2 import Environment

from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.wording import find_label
from oic_reports.release.vocabularies import list_vocabularies
from oic_reports.resources import load_vocabulary, load_words
from oic_reports.tables.schema import LANGUAGES, TableSchema

_ALL = 100


def print_codebooks(environment: Environment, described: Description, tables: Mapping[str, pa.Table]) -> dict[str, str]:
    """File name to content of the codebook in each language."""
    declared = list(described.schemas.values())
    printed = {}
    for language in LANGUAGES:
        name = "codebook.md" if language == "en" else f"codebook.{language}.md"
        units = {field.unit for table in declared for field in table.fields if field.unit}
        printed[name] = environment.get_template("codebook.md.jinja").render(
            facts=described.facts,
            language=language,
            words={key.removeprefix("codebook_"): text for key, text in load_words("release", language).items()},
            declared=declared,
            rows=described.rows,
            empty={table.name: _count_empty(table, tables[table.name]) for table in declared},
            units={unit: find_label("unit_names", unit, language) for unit in units},
            warnings=load_vocabulary("warnings"),
            vocabularies={name: _list_values(name) for name in list_vocabularies()},
        )
    return printed


def _count_empty(table: TableSchema, content: pa.Table) -> dict[str, str]:
    """By column, the share of rows without a value, as one reads it: ``0 %``, ``< 1 %``, ``37 %``, ``> 99 %``."""
    rows = content.num_rows
    return {field.name: _print_share(content.column(field.name).null_count, rows) for field in table.fields}


def _print_share(part: int, whole: int) -> str:
    if not whole:
        return "–"
    percent = _ALL * part / whole
    if 0 < percent < 1:
        return "&lt; 1 %"
    if _ALL - 1 < percent < _ALL:
        return "&gt; 99 %"
    return f"{percent:.0f} %"


def _list_values(name: str) -> list[dict[str, str]]:
    """Values of a vocabulary with their labels by language."""
    return [
        {
            "value": row.get("value") or row["body_id"],
            **{language: row.get(language) or row.get(f"name_{language}", "") for language in LANGUAGES},
        }
        for row in load_vocabulary(name)
    ]
