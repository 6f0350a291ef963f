"""Parts of a release that each publishing puts together anew: they ask nothing of the last one, nor of each other.

What is known of pieces of tables (``pieces``) they need not make again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa

from oic_reports.release.bitext import write_bitext
from oic_reports.release.by_language import write_languages
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.jsonl import write_jsonl
from oic_reports.release.pieces import Pieces
from oic_reports.release.sqlite_file import write_sqlite
from oic_reports.release.workbook import write_workbook

WholePartWriter = Callable[[Path, ReleaseFacts, Mapping[str, pa.Table], Pieces], None]
"""Writes one part into the folder of a release, from its tables and views, and what is known of their pieces."""

# those that take longest come first
WHOLE_PARTS: dict[str, WholePartWriter] = {
    "xlsx": write_workbook,
    "sqlite": write_sqlite,
    "jsonl": write_jsonl,
    "languages": write_languages,
    "bitext": write_bitext,
}
