"""``croissant.json``: Croissant 1.1 (mlcommons.org), each table a record set over its Parquet file.

Foreign keys are told by ``datapackage.json`` alone: the library that reads the format joins what refers to another
record set, and those joins fail.
"""

from __future__ import annotations

import json
from typing import Any

from oic_reports.release.metadata.abstract import CREATOR, TITLE
from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.schema_org import describe_dataset
from oic_reports.tables.schema import FieldSchema, TableSchema

_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
# the terms of Croissant 1.1, those that are not used here too: its validator wants the whole list
_TERMS = (
    "citeAs", "column", "equivalentProperty", "extract", "field", "fileObject", "fileProperty", "fileSet", "format",
    "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex",
    "repeated", "replace", "samplingRate", "sdVersion", "separator", "source", "subField", "transform",
)  # fmt: skip
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{term: f"cr:{term}" for term in _TERMS},
}


def print_croissant(described: Description) -> str:
    """The description as JSON-LD."""
    dataset = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        **describe_dataset(described),
        # the name of a dataset is an identifier here
        "name": "oic-reports",
        "isLiveDataset": False,
        "sdVersion": described.facts.version,
        "citeAs": f"{CREATOR}. {TITLE['en']}. Version {described.facts.version}, {described.facts.released}.",
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": file.path,
                "name": file.path,
                "description": file.title["en"],
                "contentUrl": file.path,
                "encodingFormat": "application/x-parquet" if file.kind.format == "parquet" else file.kind.media_type,
                "contentSize": f"{file.bytes} B",
                "sha256": file.sha256,
            }
            for file in described.files
        ],
        "recordSet": [_describe_table(described, schema) for schema in described.schemas.values()],
    }
    return json.dumps(dataset, ensure_ascii=False, indent=2) + "\n"


def _describe_table(described: Description, schema: TableSchema) -> dict[str, Any]:
    file = described.find(schema.name, "parquet")
    path = file.path if file else f"{schema.name}.parquet"
    return {
        "@type": "cr:RecordSet",
        "@id": schema.name,
        "name": schema.name,
        "description": schema.meaning["en"],
        "key": [{"@id": f"{schema.name}/{name}"} for name in schema.primary_key],
        "field": [_describe_field(schema, field, path) for field in schema.fields],
    }


def _describe_field(schema: TableSchema, field: FieldSchema, path: str) -> dict[str, Any]:
    unit = f" Unit: {field.unit}." if field.unit else ""
    return {
        "@type": "cr:Field",
        "@id": f"{schema.name}/{field.name}",
        "name": field.name,
        "description": f"{field.meaning['en']}{unit}",
        "dataType": _TYPES[field.type],
        "source": {"fileObject": {"@id": path}, "extract": {"column": field.name}},
    }
