"""All files of a release into an empty folder: a pure function of tables, verdict and facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa

from oic_reports.checks.verdict import Verdict
from oic_reports.release.akoma_ntoso import write_akoma_ntoso
from oic_reports.release.bitext import write_bitext
from oic_reports.release.by_language import write_languages
from oic_reports.release.checksums import write_checksums
from oic_reports.release.csv_files import write_csv
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.jsonl import write_jsonl
from oic_reports.release.last_release import LastRelease
from oic_reports.release.markdown_documents import write_markdown
from oic_reports.release.metadata.description import describe
from oic_reports.release.metadata.every import print_metadata
from oic_reports.release.metadata.file_list import list_files
from oic_reports.release.pages import print_pages
from oic_reports.release.parquet import write_parquet
from oic_reports.release.sqlite_file import write_sqlite
from oic_reports.release.views import make_views
from oic_reports.release.workbook import write_workbook
from oic_reports.tables.schema import load_published

PartWriter = Callable[[Path, ReleaseFacts, Mapping[str, pa.Table], LastRelease | None], None]
"""Writes one part into the folder of a release, from its tables and views, and from what the last release has of it."""

# what a release may be without, but the views
PARTS: dict[str, PartWriter] = {
    "languages": write_languages,
    "jsonl": write_jsonl,
    "bitext": write_bitext,
    "sqlite": write_sqlite,
    "xlsx": write_workbook,
    "markdown": write_markdown,
    "akoma_ntoso": write_akoma_ntoso,
}


def write_release(
    folder: Path,
    facts: ReleaseFacts,
    tables: Mapping[str, pa.Table],
    verdict: Verdict,
    last: LastRelease | None = None,
    digests: Mapping[str, str] | None = None,
) -> None:
    """Write every file of a release, ``SHA256SUMS`` last.

    Args:
        folder: an empty folder.
        facts: version, date, versions of schema and code, what the release is without.
        tables: every declared table, ``id_history`` too.
        verdict: what the checks said of these tables.
        last: the last release, where the same code and libraries made it: what did not change is taken from there, with
            the same bytes.
        digests: those of the rows of tables (``fingerprint``), where they are known already.
    """
    with make_views(tables, facts.without) as views:
        published = {**tables, **views}
        for name, table in load_published().items():
            if name in published:
                write_parquet(folder / f"{name}.parquet", table, published[name], facts)
                write_csv(
                    folder / f"{name}.csv.gz", published[name], last.directory / f"{name}.csv.gz" if last else None
                )
        for part, write in PARTS.items():
            if part not in facts.without:
                write(folder, facts, published, last)
        described = describe(facts, published, tuple(list_files(folder)), digests)
        pages = {**print_metadata(described, published), **print_pages(described, published, verdict)}
    for name, content in pages.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content.encode())
    write_checksums(folder)
