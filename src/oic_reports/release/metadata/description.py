"""What every dialect is made of: facts, schema, counts, files and sources of one release."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.metadata.abstract import print_abstract
from oic_reports.release.metadata.file_list import ReleaseFile
from oic_reports.release.metadata.holdings import Holdings, count_holdings
from oic_reports.tables.schema import LANGUAGES, TableSchema, load_published

NAME = "oic-reports"
_SPACE = uuid.uuid5(uuid.NAMESPACE_OID, NAME)


@dataclass(frozen=True, slots=True)
class Description:
    """One release. ``abstract`` is keyed by language; ``rows`` are counts by table; ``sources`` name and address.

    ``digests`` are those of the rows of tables (``fingerprint``), where they are known already.
    """

    facts: ReleaseFacts
    schemas: Mapping[str, TableSchema]
    rows: Mapping[str, int]
    holdings: Holdings
    abstract: Mapping[str, str]
    files: Sequence[ReleaseFile]
    sources: Sequence[tuple[str, str | None]]
    digests: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The name of the release: the dataset's and its version."""
        return f"{NAME}/{self.facts.version}"

    @property
    def urn(self) -> str:
        """The same as an IRI. No address is told: where a release is hosted, its files do not know."""
        return name_urn(self.facts.version)

    def find(self, table: str, form: str) -> ReleaseFile | None:
        """The file of a whole table in a format: all languages of it."""
        named = (file for file in self.files if (file.table, file.language) == (table, None))
        return next((file for file in named if file.kind.format == form), None)


def name_urn(of: str) -> str:
    """An IRI for a thing of the dataset (a version, a file), always the same; empty: the dataset itself."""
    return uuid.uuid5(_SPACE, of).urn if of else _SPACE.urn


def describe(
    facts: ReleaseFacts,
    tables: Mapping[str, pa.Table],
    files: Sequence[ReleaseFile],
    digests: Mapping[str, str] | None = None,
) -> Description:
    """Describe a release by its tables and by the files that are already written; ``digests`` of tables, if known."""
    holdings = count_holdings(tables)
    published = tables["sources"].select(["file_name", "url", "outcome"]).to_pylist()
    return Description(
        facts=facts,
        schemas={name: schema for name, schema in load_published().items() if name in tables},
        rows={name: table.num_rows for name, table in tables.items()},
        holdings=holdings,
        abstract={language: print_abstract(holdings, language) for language in LANGUAGES},
        files=files,
        sources=[(row["file_name"], row["url"]) for row in published if row["outcome"] == "published"],
        digests=digests or {},
    )
