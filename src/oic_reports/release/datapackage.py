"""``datapackage.json``: Data Package v2 (datapackage.org), each table as CSV and Parquet, from the declared schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from oic_reports.release.facts import DESCRIPTION, LICENCE, TITLE, ReleaseFacts
from oic_reports.release.fingerprint import digest_rows
from oic_reports.tables.schema import FieldSchema, TableSchema, load_published


def print_datapackage(facts: ReleaseFacts, tables: Mapping[str, pa.Table]) -> str:
    """The descriptor of a release as JSON."""
    resources = []
    for name, table in load_published().items():
        if name not in tables:
            continue
        schema = _describe_table(table)
        shared = {
            "title": table.meaning["en"],
            "schema": schema,
            "rowCount": tables[name].num_rows,
            "rowsSha256": digest_rows(tables[name]),
        }
        resources.append(
            {
                "name": name,
                "path": f"{name}.csv.gz",
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
                **shared,
            }
        )
        resources.append(
            {
                "name": f"{name}-parquet",
                "path": f"{name}.parquet",
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                **shared,
            }
        )
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "oic-reports",
        "id": f"oic-reports/{facts.version}",
        "title": TITLE,
        "description": DESCRIPTION,
        "version": facts.version,
        "created": f"{facts.released}T00:00:00Z",
        "schemaVersion": facts.schema_version,
        "codeVersion": facts.code_version,
        "previousVersion": facts.previous,
        "without": list(facts.without),
        "keywords": ["diplomacy", "Organisation of Islamic Cooperation", "Arabic", "English", "French", "corpus"],
        "licenses": [
            {
                "name": LICENCE,
                "title": "Creative Commons Attribution 4.0, for annotations and metadata; see LICENCES.md",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "contributors": [{"title": "The oic-reports maintainers", "roles": ["creator", "publisher"]}],
        "sources": [
            {"title": row["file_name"], **({"path": row["url"]} if row["url"] else {})}
            for row in tables["sources"].to_pylist()
            if row["outcome"] == "published"
        ],
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


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
    if constraints:
        described["constraints"] = constraints
    return described
