"""``schema-org.jsonld``: schema.org ``Dataset``, as search engines read it; a page embeds it as it is."""

from __future__ import annotations

import json
from typing import Any

from oic_reports.release.metadata.abstract import CREATOR, KEYWORDS, TITLE
from oic_reports.release.metadata.description import Description, name_urn
from oic_reports.release.metadata.file_list import ReleaseFile
from oic_reports.release.metadata.rights import load_rights
from oic_reports.tables.schema import LANGUAGES

_SERIES = (
    "All releases of oic-reports; each is a dataset of its own that never changes, named by its version, and lists what"
    " has changed since the one before it."
)


def print_schema_org(described: Description) -> str:
    """The description as JSON-LD."""
    rights = load_rights()
    dataset = {
        "@context": {"@vocab": "https://schema.org/"},
        "@type": "Dataset",
        "@id": described.urn,
        **describe_dataset(described),
        "distribution": [_describe_file(file) for file in described.files],
        "isPartOf": {"@type": "Dataset", "@id": name_urn(""), "name": TITLE["en"], "description": _SERIES},
        "isBasedOn": {
            "@type": "SoftwareSourceCode",
            "name": "oic-reports",
            "version": described.facts.code_version,
            "license": rights.code.page,
        },
    }
    return json.dumps(dataset, ensure_ascii=False, indent=2) + "\n"


def describe_dataset(described: Description) -> dict[str, Any]:
    """The properties that Croissant shares: they are those of schema.org."""
    rights, holdings = load_rights(), described.holdings
    whole: dict[str, Any] = {
        "name": TITLE["en"],
        "alternateName": ["oic-reports", TITLE["ar"], TITLE["fr"]],
        "description": " ".join(described.abstract[language] for language in LANGUAGES),
        "version": described.facts.version,
        "datePublished": described.facts.released,
        "identifier": described.id,
        "inLanguage": [value for value, _ in holdings.languages],
        "keywords": list(KEYWORDS),
        "license": [rights.annotations.page, "LICENCES.md"],
        "usageInfo": " ".join(part.statement["en"] for part in (rights.texts, rights.annotations, rights.code)),
        "creator": {"@type": "Organization", "name": CREATOR},
        "publisher": {"@type": "Organization", "name": CREATOR},
        "isAccessibleForFree": True,
    }
    if holdings.first and holdings.last:
        whole["temporalCoverage"] = f"{holdings.first}/{holdings.last}"
    return whole


def _describe_file(file: ReleaseFile) -> dict[str, Any]:
    rights = load_rights()
    described: dict[str, Any] = {
        "@type": "DataDownload",
        "name": file.path,
        "description": file.title["en"],
        "contentUrl": file.path,
        "encodingFormat": file.kind.media_type,
        "contentSize": f"{file.bytes} B",
        "sha256": file.sha256,
        "license": [rights.annotations.page, "LICENCES.md"] if not file.kind.is_ours else rights.annotations.page,
    }
    return described
