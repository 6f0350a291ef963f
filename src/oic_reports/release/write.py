"""All files of a release into an empty folder: a pure function of tables, verdict and facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path

import pyarrow as pa

from oic_reports.checks.verdict import Verdict
from oic_reports.release.akoma_ntoso import write_akoma_ntoso
from oic_reports.release.beside import Beside
from oic_reports.release.checksums import write_checksums
from oic_reports.release.csv_files import write_csv
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.last_release import LastRelease
from oic_reports.release.markdown_documents import write_markdown
from oic_reports.release.metadata.description import describe
from oic_reports.release.metadata.every import print_metadata
from oic_reports.release.metadata.file_list import list_files
from oic_reports.release.pages import print_pages
from oic_reports.release.parquet import write_parquet
from oic_reports.release.pieces import NOTHING_KEPT, Pieces
from oic_reports.release.views import make_views
from oic_reports.release.whole_parts import WHOLE_PARTS
from oic_reports.tables.schema import load_published

KeptPartWriter = Callable[[Path, ReleaseFacts, Mapping[str, pa.Table], LastRelease | None], None]
"""Writes one part into the folder of a release, from its tables and views, and from what the last release has of it."""

# parts of files of single documents: of those that did not change, they are taken from the last release
KEPT_PARTS: dict[str, KeptPartWriter] = {
    "markdown": write_markdown,
    "akoma_ntoso": write_akoma_ntoso,
}
# what a release may be without, but the views
PARTS = (*WHOLE_PARTS, *KEPT_PARTS)


def write_release(folder: Path, facts: ReleaseFacts, tables: Mapping[str, pa.Table], verdict: Verdict) -> None:
    """Write every file of a release, ``SHA256SUMS`` last.

    Args:
        folder: an empty folder.
        facts: version, date, versions of schema and code, what the release is without.
        tables: every declared table, ``id_history`` too.
        verdict: what the checks said of these tables.
    """
    with make_views(tables, facts.without) as views:
        write_published(folder, facts, {**tables, **views}, verdict)


def write_published(
    folder: Path,
    facts: ReleaseFacts,
    published: Mapping[str, pa.Table],
    verdict: Verdict,
    last: LastRelease | None = None,
    digests: Mapping[str, str] | None = None,
    beside: Beside | None = None,
    pieces: Pieces = NOTHING_KEPT,
) -> None:
    """Write every file of a release as ``write_release`` does, the same bytes, with what is known of it.

    Args:
        folder: an empty folder.
        facts: as there.
        published: tables and views.
        verdict: as there.
        last: the last release, where the same code and libraries made it: what did not change is taken from there.
        digests: those of the rows of tables and views (``fingerprint``), where they are known already.
        beside: processes that write parts meanwhile; None: this one writes all.
        pieces: what is known of pieces of tables.
    """
    whole = [part for part in WHOLE_PARTS if part not in facts.without]
    with beside.write(folder, facts, whole, pieces) if beside else nullcontext():
        for name, table in load_published().items():
            if name in published:
                write_parquet(folder / f"{name}.parquet", table, published[name], facts)
                write_csv(folder / f"{name}.csv.gz", published[name], pieces)
        for part, write in KEPT_PARTS.items():
            if part not in facts.without:
                write(folder, facts, published, last)
        for part in () if beside else whole:
            WHOLE_PARTS[part](folder, facts, published, pieces)
    described = describe(facts, published, tuple(list_files(folder)), digests)
    pages = {**print_metadata(described, published), **print_pages(described, published, verdict)}
    for name, content in pages.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content.encode())
    write_checksums(folder)
