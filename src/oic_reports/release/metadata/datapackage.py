"""``datapackage.json``: Data Package v2 (datapackage.org), each table as CSV and Parquet, from the declared schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from oic_reports.release.fingerprint import digest_rows
from oic_reports.release.metadata.abstract import CREATOR, KEYWORDS, TITLE
from oic_reports.release.metadata.description import NAME, Description
from oic_reports.release.metadata.rights import load_rights
from oic_reports.tables.schema import LANGUAGES, FieldSchema, TableSchema


def print_datapackage(described: Description, tables: Mapping[str, pa.Table]) -> str:
    """The descriptor of a release as JSON.

    Each table is one resource, its CSV; the other forms of the same rows are listed as ``alternates``, so that a
    program that loads every resource has each row once.
    """
    facts = described.facts
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "id": described.id,
        "title": TITLE["en"],
        "description": described.abstract["en"],
        **{f"title_{language}": TITLE[language] for language in LANGUAGES[1:]},
        **{f"description_{language}": described.abstract[language] for language in LANGUAGES[1:]},
        "version": facts.version,
        "created": f"{facts.released}T00:00:00Z",
        "schemaVersion": facts.schema_version,
        "codeVersion": facts.code_version,
        "previousVersion": facts.previous,
        "without": list(facts.without),
        "keywords": list(KEYWORDS),
        "licenses": _list_licences(),
        "contributors": [{"title": CREATOR, "roles": ["creator", "publisher"]}],
        "sources": [{"title": name, **({"path": url} if url else {})} for name, url in described.sources],
        "resources": [
            _describe_resource(described, schema, tables[name]) for name, schema in described.schemas.items()
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _list_licences() -> list[dict[str, str]]:
    """Ours by name; of the texts there is none, and their statement says so."""
    rights = load_rights()
    ours, texts = rights.annotations, rights.texts
    return [
        {"name": ours.id, "path": str(ours.page), "title": ours.name["en"]},
        {"name": texts.id, "path": "LICENCES.md", "title": texts.name["en"]},
    ]


def _describe_resource(described: Description, schema: TableSchema, table: pa.Table) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": schema.name,
        "path": f"{schema.name}.csv.gz",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "compression": "gz",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "title": schema.meaning["en"],
        "schema": _describe_table(schema),
        "rowCount": table.num_rows,
        "rowsSha256": described.digests.get(schema.name) or digest_rows(table),
    }
    alternate = described.find(schema.name, "parquet")
    if alternate is not None:
        resource["alternates"] = [
            {"path": alternate.path, "format": alternate.kind.format, "mediatype": alternate.kind.media_type}
        ]
    return resource


def _describe_table(table: TableSchema) -> dict[str, Any]:
    described: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_describe_field(field) for field in table.fields],
        "missingValues": [""],
        "primaryKey": list(table.primary_key),
    }
    if table.foreign_keys:
        described["foreignKeys"] = [
            {"fields": list(key.fields), "reference": {"resource": key.to_table, "fields": list(key.to_fields)}}
            for key in table.foreign_keys
        ]
    return described


def _describe_field(field: FieldSchema) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not field.nullable and not field.may_be_blank:
        constraints["required"] = True
    if field.values:
        constraints["enum"] = list(field.values)
    described: dict[str, Any] = {"name": field.name, "type": field.type, "description": field.meaning["en"]}
    described |= {f"description_{language}": field.meaning[language] for language in ("ar", "fr")}
    if field.example is not None:
        described["example"] = field.example
    if field.unit:
        described["unit"] = field.unit
    if field.vocabulary:
        described["vocabulary"] = field.vocabulary
    described["license"] = load_rights().texts.id if field.is_quoted else load_rights().annotations.id
    if constraints:
        described["constraints"] = constraints
    return described
