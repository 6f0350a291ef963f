"""``bitext.tsv.gz``: the texts of ``translations`` side by side, as tools of translation take them.

UTF-8, one pair a line, a tab between columns, a first line with their names; tabs and line ends within a text are
blanks, and nothing is quoted.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.gzip_files import open_packed
from oic_reports.release.pieces import NOTHING_KEPT, Pieces

_COLUMNS = ("language", "other_language", "paragraph_id", "other_paragraph_id", "paired_by", "length_ratio")
# pairs whose texts are looked up at once
_PAIRS = 65_536


def write_bitext(
    folder: Path,
    facts: ReleaseFacts,  # noqa: ARG001  (as all parts)
    tables: Mapping[str, pa.Table],
    pieces: Pieces = NOTHING_KEPT,  # noqa: ARG001  (as all parts)
) -> None:
    """Write the file, unless the release is without ``translations``."""
    pairs, paragraphs = tables.get("translations"), tables["paragraphs"]
    if pairs is None:
        return
    known = paragraphs["paragraph_id"].combine_chunks() if pairs.num_rows else pa.array([], pa.string())
    with open_packed(folder / "bitext.tsv.gz") as file:
        file.write("\t".join((*_COLUMNS, "text", "other_text")).encode() + b"\n")
        for start in range(0, pairs.num_rows, _PAIRS):
            rows = pairs.slice(start, _PAIRS)
            columns = [rows[name].to_pylist() for name in _COLUMNS]
            places = [pc.index_in(rows[name], known) for name in ("paragraph_id", "other_paragraph_id")]
            columns += [paragraphs["text"].take(place).to_pylist() for place in places]
            for row in zip(*columns, strict=True):
                file.write("\t".join(map(_print_cell, row)).encode() + b"\n")


def _print_cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
