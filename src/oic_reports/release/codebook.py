"""The codebook: every column with its meaning, unit, values and how often it is empty, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from jinja2 import Environment

from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.wording import find_label
from oic_reports.release.vocabularies import list_vocabularies
from oic_reports.resources import load_vocabulary
from oic_reports.tables.schema import LANGUAGES, TableSchema

_WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "title": "Codebook", "colon": ":", "rows": "Rows", "field": "Column", "type": "Type", "empty": "Empty",
        "never": "never", "meaning": "Meaning", "values": "Values", "example": "Example", "key": "Primary key",
        "sort": "Sorted by", "refers": "refers to", "unit": "unit", "warnings": "Warnings", "advice": "What to do",
        "rule": "Rule (SQL over the tables)", "vocabularies": "Vocabularies",
        "lead": (
            "What each table and column means. “Empty” is the share of rows of this release in which the column has no"
            " value: the fact is not printed, not sure, or does not apply. “never”: it always has one."
        ),
        "warnings_lead": (
            "Why to take care with a document or a paragraph. Which holds where stands in the table `warnings`, and"
            " follows from the other tables by these rules, which DuckDB runs as they are."
        ),
        "vocabularies_lead": (
            "What the values of a column are called; as data in the table `vocabularies`. Only in `body_id` may stand a"
            " value that its vocabulary does not have: a contact group on a subject that is new."
        ),
        "types": {
            "string": "text", "integer": "whole number", "number": "number", "boolean": "yes or no", "date": "day",
        },
    },
    "ar": {
        "title": "دليل الحقول", "colon": ":", "rows": "عدد الصفوف", "field": "العمود", "type": "النوع", "empty": "خالٍ",
        "never": "أبدًا", "meaning": "المعنى", "values": "القيم", "example": "مثال", "key": "المفتاح الأساسي",
        "sort": "الترتيب بحسب", "refers": "يحيل إلى", "unit": "الوحدة", "warnings": "تحذيرات", "advice": "ما العمل",
        "rule": "القاعدة (استعلام SQL على الجداول)", "vocabularies": "المفردات",
        "lead": (
            "معنى كل جدول وكل عمود. «خالٍ» هي نسبة صفوف هذا الإصدار التي لا قيمة فيها للعمود: إما أن البيان غير مطبوع"
            " أو غير مؤكد أو لا ينطبق. و«أبدًا» أي أن له قيمة دائمًا."
        ),
        "warnings_lead": (
            "أسباب الحيطة عند استعمال وثيقة أو فقرة. ويبيّن الجدول `warnings` أيها يصدق وأين، وهو ناتج عن الجداول الأخرى"
            " بهذه القواعد التي ينفذها DuckDB كما هي."
        ),
        "vocabularies_lead": (
            "أسماء القيم التي ترد في الأعمدة؛ وهي متاحة بيانات في الجدول `vocabularies`. ولا ترد قيمة من خارج المفردات"
            " إلا في `body_id`: فريق اتصال معني بموضوع جديد."
        ),
        "types": {
            "string": "نص", "integer": "عدد صحيح", "number": "عدد", "boolean": "نعم أو لا", "date": "تاريخ",
        },
    },
    "fr": {
        "title": "Guide des champs", "colon": " :", "rows": "Lignes", "field": "Colonne", "type": "Type",
        "empty": "Vide", "never": "jamais", "meaning": "Sens", "values": "Valeurs", "example": "Exemple",
        "sort": "Tri par", "key": "Clé primaire", "refers": "renvoie à", "unit": "unité", "warnings": "Avertissements",
        "advice": "Que faire",
        "rule": "Règle (SQL sur les tables)", "vocabularies": "Vocabulaires",
        "lead": (
            "Ce que signifient chaque table et chaque colonne. « Vide » est la part des lignes de cette version où la"
            " colonne n’a pas de valeur : la donnée n’est pas imprimée, n’est pas sûre ou ne s’applique pas. « jamais »"
            " : elle en a toujours une."
        ),
        "warnings_lead": (
            "Pourquoi user de prudence avec un document ou un paragraphe. Lequel vaut où figure dans la table"
            " `warnings` et découle des autres tables par ces règles, que DuckDB exécute telles quelles."
        ),
        "vocabularies_lead": (
            "Comment s’appellent les valeurs d’une colonne ; comme données dans la table `vocabularies`. Seul `body_id`"
            " peut contenir une valeur absente de son vocabulaire : un groupe de contact sur un sujet nouveau."
        ),
        "types": {
            "string": "texte", "integer": "nombre entier", "number": "nombre", "boolean": "oui ou non", "date": "jour",
        },
    },
}  # fmt: skip
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
            words=_WORDS[language],
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
