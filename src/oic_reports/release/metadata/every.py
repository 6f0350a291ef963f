"""Every description of a release, by path: made when all its data are written."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from oic_reports.release.metadata.citation import print_citation
from oic_reports.release.metadata.croissant import print_croissant
from oic_reports.release.metadata.datacite import print_datacite
from oic_reports.release.metadata.datapackage import print_datapackage
from oic_reports.release.metadata.dcat import print_dcat
from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.reuse import print_reuse
from oic_reports.release.metadata.schema_org import print_schema_org


def print_metadata(described: Description, tables: Mapping[str, pa.Table]) -> dict[str, str]:
    """Path to content of each description for programs; the card of ``README.md`` is printed with that page."""
    return {
        "datapackage.json": print_datapackage(described, tables),
        "croissant.json": print_croissant(described),
        "schema-org.jsonld": print_schema_org(described),
        "dcat.jsonld": print_dcat(described),
        "datacite.json": print_datacite(described),
        "CITATION.cff": print_citation(described),
        **print_reuse(described),
    }
