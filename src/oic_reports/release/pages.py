"""The pages of a release that people read: README, codebooks, citation, licences, validation report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from oic_reports.checks.verdict import CheckResult, Verdict
from oic_reports.release.files import load_file_kinds
from oic_reports.release.metadata.abstract import TITLE
from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.hugging_face import print_front_matter
from oic_reports.release.metadata.rights import list_text_columns, load_rights
from oic_reports.resources import load_vocabulary
from oic_reports.tables.schema import LANGUAGES, load_published

_CODEBOOK_WORDS = {
    "en": {
        "title": "Codebook", "field": "Field", "type": "Type", "null": "May be empty", "meaning": "Meaning",
        "example": "Example", "key": "Primary key", "sort": "Sorted by", "refers": "refers to", "yes": "yes",
        "no": "no", "values": "Allowed values", "unit": "unit",
    },
    "ar": {
        "title": "دليل الحقول", "field": "الحقل", "type": "النوع", "null": "يجوز خلوّه", "meaning": "المعنى",
        "example": "مثال", "key": "المفتاح الأساسي", "sort": "الترتيب", "refers": "يحيل إلى", "yes": "نعم", "no": "لا",
        "values": "القيم المسموح بها", "unit": "الوحدة",
    },
    "fr": {
        "title": "Guide des champs", "field": "Champ", "type": "Type", "null": "Peut être vide", "meaning": "Sens",
        "example": "Exemple", "key": "Clé primaire", "sort": "Tri", "refers": "renvoie à", "yes": "oui", "no": "non",
        "values": "Valeurs admises", "unit": "unité",
    },
}  # fmt: skip


def _escape_cell(value: object) -> str:
    """A value inside a cell of a Markdown table."""
    text = str(value).replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
    return " ".join(text.split())


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("oic_reports.release"),
        autoescape=select_autoescape(["html.jinja"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["cell"] = _escape_cell
    return environment


def print_pages(described: Description, tables: Mapping[str, pa.Table], verdict: Verdict) -> dict[str, str]:
    """File name to content of every page for people, and of the results of the checks."""
    facts = described.facts
    environment = _environment()
    declared = {name: table for name, table in load_published().items() if name in tables}
    kinds = [kind for kind in load_file_kinds() if kind.part not in facts.without]
    shared = {
        "facts": facts,
        "title": TITLE["en"],
        "description": described.abstract["en"],
        "counts": count_release(tables),
    }
    rights = {"rights": load_rights(), "columns": list_text_columns(described.schemas)}
    pages = {
        "README.md": (
            "README.md.jinja",
            {"declared": declared, "kinds": kinds, "tables": tables, "rejects": tables["rejects"].to_pylist()},
        ),
        "LICENCES.md": ("LICENCES.md.jinja", rights),
        "validation.html": ("validation.html.jinja", _describe_verdict(tables, verdict)),
    }
    printed = {
        name: environment.get_template(template).render(**shared, **more) for name, (template, more) in pages.items()
    }
    printed["README.md"] = f"{print_front_matter(described)}\n{printed['README.md']}"
    for language in LANGUAGES:
        name = "codebook.md" if language == "en" else f"codebook.{language}.md"
        vocabularies = sorted({f.vocabulary for table in declared.values() for f in table.fields if f.vocabulary})
        printed[name] = environment.get_template("codebook.md.jinja").render(
            **shared,
            declared=declared,
            language=language,
            words=_CODEBOOK_WORDS[language],
            vocabularies={vocabulary: load_vocabulary(vocabulary) for vocabulary in vocabularies},
        )
    return {**printed, "validation.json": verdict.to_json()}


def count_release(tables: Mapping[str, pa.Table]) -> dict[str, Any]:
    """What a release holds, in numbers, each grouping sorted."""
    documents = tables["documents"].to_pylist()
    roles = Counter(tables["paragraphs"].column("role").to_pylist())
    years = sorted(str(row["date"])[:4] for row in documents if row["date"])
    return {
        "documents": len(documents),
        "paragraphs": tables["paragraphs"].num_rows,
        "numbered": sum(row["operative_count"] for row in documents),
        "repairs": tables["repairs"].num_rows,
        "rejects": tables["rejects"].num_rows,
        "years": f"{years[0]} to {years[-1]}" if years else "unknown",
        "by_language": sorted(Counter(row["language"] for row in documents).items()),
        "by_type": sorted(Counter(row["document_type"] or "unknown" for row in documents).items()),
        "by_body": sorted(Counter(row["body"] or "unknown" for row in documents).items()),
        "by_role": sorted(roles.items(), key=lambda item: (-item[1], item[0])),
        "flags": sorted(
            Counter(tables["flags"].column("flag").to_pylist()).items(), key=lambda item: (-item[1], item[0])
        ),
        "repair_kinds": sorted(
            Counter(tables["repairs"].column("repair_kind").to_pylist()).items(), key=lambda item: (-item[1], item[0])
        ),
    }


def _describe_verdict(tables: Mapping[str, pa.Table], verdict: Verdict) -> dict[str, Any]:
    by_table: dict[str, list[CheckResult]] = {}
    for result in verdict.results:
        by_table.setdefault(result.table, []).append(result)
    repairs = [row for row in tables["repairs"].to_pylist() if row["repair_kind"] != "markup"]
    return {
        "by_table": by_table,
        "passed": sum(result.success for result in verdict.results),
        "failed": sum(not result.success for result in verdict.results),
        "rejects": tables["rejects"].to_pylist(),
        "documents": tables["documents"].to_pylist(),
        "shown_repairs": repairs[:200],
    }
