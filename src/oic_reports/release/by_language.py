"""``by-language/<language>/``: the documents, paragraphs and corpus of one language, as Parquet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.files import find_part, list_paths
from oic_reports.release.parquet import write_parquet
from oic_reports.release.pieces import NOTHING_KEPT, Pieces
from oic_reports.tables.schema import load_published


def write_languages(
    folder: Path,
    facts: ReleaseFacts,
    tables: Mapping[str, pa.Table],
    pieces: Pieces = NOTHING_KEPT,  # noqa: ARG001  (as all parts)
) -> None:
    """Write the files of every language, those of a language without documents too: who reads them need not ask."""
    kind = find_part("languages")
    for path in list_paths(kind):
        places = kind.parse(path) or {}
        table = tables.get(places["table"])
        if table is None:
            # a view that the release is without
            continue
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_parquet(folder / path, load_published()[places["table"]], _select(table, places["language"]), facts)


def _select(table: pa.Table, language: str) -> pa.Table:
    """The rows of a language, which lie together: no row is copied."""
    places = pc.indices_nonzero(pc.equal(table["language"], language))
    return table.slice(places[0].as_py(), len(places)) if len(places) else table.slice(0, 0)
