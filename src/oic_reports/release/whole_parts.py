"""Parts of a release that each publishing makes whole: they ask nothing of the last one, nor of each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa

from oic_reports.release.bitext import write_bitext
from oic_reports.release.by_language import write_languages
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.sqlite_file import write_sqlite
from oic_reports.release.workbook import write_workbook

WholePartWriter = Callable[[Path, ReleaseFacts, Mapping[str, pa.Table]], None]
"""Writes one part into the folder of a release, from its tables and views."""

# those that take longest come first
WHOLE_PARTS: dict[str, WholePartWriter] = {
    "xlsx": write_workbook,
    "sqlite": write_sqlite,
    "languages": write_languages,
    "bitext": write_bitext,
}
