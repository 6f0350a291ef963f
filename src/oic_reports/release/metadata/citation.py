"""``CITATION.cff``: Citation File Format 1.2, from which programs make BibTeX and the like.

It says no ``license`` and no ``url``: a licence there would be one of the whole, texts too, and no address of a release
is known to its files. Whose what is, the abstract says.
"""

from __future__ import annotations

import yaml

from oic_reports.release.metadata.abstract import CREATOR, KEYWORDS, TITLE
from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.rights import load_rights


def print_citation(described: Description) -> str:
    """The file as YAML."""
    facts, rights = described.facts, load_rights()
    citation = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it with its version.",
        "type": "dataset",
        "title": TITLE["en"],
        "abstract": f"{described.abstract['en']} {rights.texts.name['en']}. {rights.annotations.name['en']}.",
        "authors": [{"name": CREATOR}],
        "version": facts.version,
        "date-released": facts.released,
        "identifiers": [
            {"type": "other", "value": described.id, "description": "name and version of the release"},
            {"type": "other", "value": described.urn, "description": "the same as a URN"},
        ],
        "keywords": list(KEYWORDS),
    }
    return str(yaml.safe_dump(citation, allow_unicode=True, sort_keys=False, width=120))
