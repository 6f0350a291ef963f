"""``datacite.json``: DataCite 4.5, ready for a repository that gives a DOI; none is claimed here."""

from __future__ import annotations

import json
from typing import Any

from oic_reports.release.metadata.abstract import CREATOR, KEYWORDS, TITLE
from oic_reports.release.metadata.description import Description, name_urn
from oic_reports.release.metadata.rights import load_rights
from oic_reports.tables.schema import LANGUAGES


def print_datacite(described: Description) -> str:
    """The description as DataCite's JSON."""
    facts, rights, holdings = described.facts, load_rights(), described.holdings
    ours = rights.annotations
    described_as: dict[str, Any] = {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Corpus of paragraphs"},
        "creators": [{"name": CREATOR, "nameType": "Organizational"}],
        "publisher": {"name": CREATOR},
        "publicationYear": facts.released[:4],
        "titles": [
            {
                "title": TITLE[language],
                "lang": language,
                **({"titleType": "TranslatedTitle"} if language != "en" else {}),
            }
            for language in LANGUAGES
        ],
        "descriptions": [
            {"description": described.abstract[language], "descriptionType": "Abstract", "lang": language}
            for language in LANGUAGES
        ],
        "subjects": [{"subject": word, "lang": "en"} for word in KEYWORDS],
        "dates": [
            {"date": facts.released, "dateType": "Issued"},
            *(
                [
                    {
                        "date": f"{holdings.first}/{holdings.last}",
                        "dateType": "Other",
                        "dateInformation": "days of the reports",
                    }
                ]
                if holdings.first
                else []
            ),
        ],
        "version": facts.version,
        "alternateIdentifiers": [
            {"alternateIdentifier": described.id, "alternateIdentifierType": "name and version"},
            {"alternateIdentifier": described.urn, "alternateIdentifierType": "URN"},
        ],
        "relatedIdentifiers": [
            {"relatedIdentifier": name_urn(of), "relatedIdentifierType": "URN", "relationType": relation}
            for of, relation in (("", "IsVersionOf"), (facts.previous, "IsNewVersionOf"))
            if of is not None
        ],
        "rightsList": [
            {
                "rights": f"{ours.name['en']}. {ours.statement['en']}",
                "rightsUri": ours.page,
                "rightsIdentifier": ours.id,
                "rightsIdentifierScheme": "SPDX",
                "schemeUri": "https://spdx.org/licenses/",
                "lang": "en",
            },
            {"rights": f"{rights.texts.name['en']}. {rights.texts.statement['en']}", "lang": "en"},
        ],
        "formats": sorted({file.kind.media_type for file in described.files}),
        "sizes": [f"{holdings.documents} documents", f"{holdings.paragraphs} paragraphs"],
    }
    if len(holdings.languages) == 1:
        # the standard has room for one; the languages of more stand in the abstract
        described_as["language"] = holdings.languages[0][0]
    return json.dumps(described_as, ensure_ascii=False, indent=2) + "\n"
