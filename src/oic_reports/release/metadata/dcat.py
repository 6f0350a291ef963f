"""``dcat.jsonld``: DCAT 3 in the profile DCAT-AP 3, for catalogues of open data."""

from __future__ import annotations

import json
from typing import Any

from oic_reports.release.metadata.abstract import CREATOR, KEYWORDS, TITLE
from oic_reports.release.metadata.description import NAME, Description, name_urn
from oic_reports.release.metadata.file_list import ReleaseFile
from oic_reports.release.metadata.rights import Licence, load_rights
from oic_reports.tables.schema import LANGUAGES

_EU = "http://publications.europa.eu/resource/authority"
_LANGUAGES = {"ar": "ARA", "en": "ENG", "fr": "FRA"}
_MEDIA = "https://www.iana.org/assignments/media-types/"
_IRI = {"@type": "@id"}
_CONTEXT: dict[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dct:language": _IRI,
    "dct:issued": {"@type": "xsd:date"},
    "dcat:startDate": {"@type": "xsd:date"},
    "dcat:endDate": {"@type": "xsd:date"},
    "dcat:byteSize": {"@type": "xsd:nonNegativeInteger"},
    "dcat:accessURL": _IRI,
    "dcat:downloadURL": _IRI,
    "dcat:mediaType": _IRI,
    "dcat:compressFormat": _IRI,
    "dcat:theme": _IRI,
    "spdx:algorithm": _IRI,
    "spdx:checksumValue": {"@type": "xsd:hexBinary"},
    "dcat:isVersionOf": _IRI,
    "dcat:previousVersion": _IRI,
}


def print_dcat(described: Description) -> str:
    """The description as JSON-LD: the dataset, what it is a version of, and each file as a distribution.

    Where a release is hosted, its files do not know: ``accessURL`` and ``downloadURL`` are paths, which a program
    resolves against the address that it had this file from.
    """
    facts, holdings = described.facts, described.holdings
    dataset: dict[str, Any] = {
        "@id": described.urn,
        "@type": "dcat:Dataset",
        "dct:title": _translate(TITLE),
        "dct:description": _translate(described.abstract),
        "dct:identifier": described.id,
        "dct:issued": facts.released,
        "dct:language": [f"{_EU}/language/{_LANGUAGES[value]}" for value, _ in holdings.languages],
        "dcat:version": facts.version,
        "dcat:isVersionOf": name_urn(""),
        "dcat:keyword": [{"@value": word, "@language": "en"} for word in KEYWORDS],
        "dcat:theme": [f"{_EU}/data-theme/INTR"],
        "dct:publisher": {"@id": name_urn("publisher"), "@type": "foaf:Agent", "foaf:name": CREATOR},
        "dct:creator": {"@id": name_urn("publisher")},
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC", "@type": "dct:RightsStatement"},
        "dcat:distribution": [_describe_file(described, file) for file in described.files],
    }
    if facts.previous:
        dataset["dcat:previousVersion"] = name_urn(facts.previous)
    if holdings.first:
        period = {"dcat:startDate": holdings.first, "dcat:endDate": holdings.last}
        dataset["dct:temporal"] = {"@type": "dct:PeriodOfTime", **period}
    series = {
        "@id": name_urn(""),
        "@type": "dcat:Dataset",
        "dct:title": _translate(TITLE),
        "dct:description": [{"@value": f"All releases of {NAME}.", "@language": "en"}],
    }
    graph = {"@context": _CONTEXT, "@graph": [dataset, series, *_describe_rights()]}
    return json.dumps(graph, ensure_ascii=False, indent=2) + "\n"


def _translate(words: Any) -> list[dict[str, str]]:  # noqa: ANN401  (a mapping by language)
    return [{"@value": words[language], "@language": language} for language in LANGUAGES]


def _describe_rights() -> list[dict[str, Any]]:
    """What a distribution refers to: the licence of ours, that it is not one of the texts, and whose those are."""
    rights = load_rights()
    both = {
        "@id": name_urn("licence of data"),
        "@type": "dct:LicenseDocument",
        "dct:identifier": rights.of_data,
        "dct:title": _translate({k: f"{rights.annotations.name[k]}. {rights.texts.name[k]}" for k in LANGUAGES}),
        "dct:description": _translate(
            {k: f"{rights.annotations.statement[k]} {rights.texts.statement[k]}" for k in LANGUAGES}
        ),
    }
    return [both, _describe_licence(rights.annotations), _describe_statement(rights.texts)]


def _describe_licence(licence: Licence) -> dict[str, Any]:
    return {
        "@id": str(licence.page),
        "@type": "dct:LicenseDocument",
        "dct:identifier": licence.id,
        "dct:title": _translate(licence.name),
    }


def _describe_statement(licence: Licence) -> dict[str, Any]:
    return {
        "@id": name_urn(licence.id),
        "@type": "dct:RightsStatement",
        "dct:title": _translate(licence.name),
        "dct:description": _translate(licence.statement),
    }


def _describe_file(described: Description, file: ReleaseFile) -> dict[str, Any]:
    rights = load_rights()
    distribution: dict[str, Any] = {
        "@id": name_urn(f"{described.facts.version}/{file.path}"),
        "@type": "dcat:Distribution",
        "dct:title": [{"@value": file.path, "@language": "en"}],
        "dct:description": _translate(file.title),
        "dcat:accessURL": file.path,
        "dcat:downloadURL": file.path,
        "dcat:mediaType": f"{_MEDIA}{file.kind.media_type}",
        "dcat:byteSize": file.bytes,
        "dct:license": {"@id": name_urn("licence of data") if not file.kind.is_ours else str(rights.annotations.page)},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
            "spdx:checksumValue": file.sha256,
        },
    }
    if not file.kind.is_ours:
        distribution["dct:rights"] = {"@id": name_urn(rights.texts.id)}
    if file.kind.compression:
        distribution["dcat:compressFormat"] = f"{_MEDIA}application/gzip"
    return distribution
