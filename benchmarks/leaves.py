"""A run whose files were all read before: what is left of it for so many reports, reading apart.

``python benchmarks/leaves.py 100000``: some reports are generated and read; then leaves of as many as asked for are
laid down as if each had been read, with paragraphs and a day of its own, small files lying in their place. Measured is
``oic-reports build`` over them, Parquet and CSV only: CPU and wall seconds, and the peak of its memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from generated import print_day, write_paragraph, write_reports
from rows import WITHOUT
from scale import measure

from oic_reports.isolation.extraction import extract_file
from oic_reports.jobs.build import list_files, open_leaves
from oic_reports.model import Block, Extraction, Header, Report
from oic_reports.settings import Settings
from oic_reports.sources.raw_store import StoredFile
from oic_reports.work.keys import make_key
from oic_reports.work.leaf import dump_leaf

# reports that are read: each language and body, as text and as a page
_BODIES = 6
_DAYS_A_BODY = 12_000
_READ = 6
# leaves that a process lays down at a time
_BATCH = 500
_FIRST_DAY = date(1990, 1, 1)


Part = TypeVar("Part", Header, Block)


@dataclass(frozen=True, slots=True)
class Model:
    """A report that was read, and the day on which it was."""

    extraction: Extraction
    day: date


def read_models(folder: Path) -> list[Model]:
    """Read one report of each language and body, twice."""
    settings = Settings(data_home=folder)
    models = []
    for body in range(_BODIES):
        write_reports(folder / "raw" / "reports", _READ, first=body * _DAYS_A_BODY)
    for stored in list_files(settings):
        place = int(stored.path.stem.rsplit("_", 1)[1])
        day = _FIRST_DAY + timedelta(days=place % _DAYS_A_BODY)
        models.append(Model(extract_file(stored.path, stored.source, settings), day))
    return models


def write_stubs(folder: Path, number: int) -> None:
    """Small files, each with its sidecar, where the reports would lie."""
    for place in range(number):
        path = folder / f"{place // 1000:03}" / f"stub_{place:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        content = f"{place}\n".encode()
        path.write_bytes(content)
        sidecar = {
            "url": None,
            "how_obtained": "generated",
            "received": "2026-11-24",
            "sha256": hashlib.sha256(content).hexdigest(),
            "bytes": len(content),
            "media_type": "text/plain",
            "rights_note": "generated for a benchmark",
        }
        path.with_name(f"{path.name}.json").write_text(json.dumps(sidecar), encoding="utf-8")


def lay_leaves(settings: Settings, models: list[Model], batch: list[StoredFile]) -> None:
    """The leaves of some stubs."""
    leaves = open_leaves(settings)
    for stored in batch:
        place = int(stored.path.stem.rsplit("_", 1)[1])
        model = models[place % len(models)]
        leaf = dump_leaf(_vary(model, stored, place), is_passing=False)
        leaves.put(make_key(stored.source, settings.recognised, leaves.code), leaf)


def _vary(model: Model, stored: StoredFile, place: int) -> Extraction:
    day = _FIRST_DAY + timedelta(days=place % _DAYS_A_BODY)
    (report,) = model.extraction.reports
    language = str(report.header.language)
    swaps = {print_day(language, model.day): print_day(language, day), model.day.isoformat(): day.isoformat()}
    draw = random.Random(place)  # noqa: S311  (no secret: the same report each time)
    varied = replace(report, header=_swap_all(report.header, swaps), blocks=tuple(_vary_blocks(report, swaps, draw)))
    return replace(model.extraction, source=stored.source, reports=(varied,))


def _vary_blocks(report: Report, swaps: dict[str, str], draw: random.Random) -> Iterator[Block]:
    for block in report.blocks:
        if block.ordinal is None:
            yield _swap_all(block, swaps)
        else:
            text = write_paragraph(str(report.header.language), draw)
            yield replace(block, text=text, text_raw=text, repairs=(), flags=(), line_ends=())


def _swap_all(part: Part, swaps: dict[str, str]) -> Part:
    found = {field.name: getattr(part, field.name) for field in fields(part)}
    return replace(part, **{name: _swap(text, swaps) for name, text in found.items() if type(text) is str})


def _swap(text: str, swaps: dict[str, str]) -> str:
    for old, new in swaps.items():
        text = text.replace(old, new)
    return text


def main() -> None:
    """Print one row a size."""
    print(f"{'leaves':>8} {'wall s':>8} {'CPU s':>8} {'anon MB':>8} {'RSS MB':>8}  last line")
    for size in map(int, sys.argv[1:]):
        with tempfile.TemporaryDirectory() as read, tempfile.TemporaryDirectory() as folder:
            models = read_models(Path(read))
            settings = Settings(data_home=Path(folder))
            (settings.data_home / "corrections").mkdir()
            write_stubs(settings.raw / "reports", size)
            files = list_files(settings)
            batches = [files[start : start + _BATCH] for start in range(0, size, _BATCH)]
            with ProcessPoolExecutor() as pool:
                list(pool.map(partial(lay_leaves, settings, models), batches))
            environment = {**os.environ, "OIC_REPORTS_DATA_HOME": folder, "OIC_REPORTS_RELEASE_WITHOUT": WITHOUT}
            command = [str(Path(sys.executable).parent / "oic-reports"), "build"]
            wall, cpu, anonymous, total, last = measure(command, environment)
            print(f"{size:>8} {wall:>8.1f} {cpu:>8.1f} {anonymous:>8.0f} {total:>8.0f}  {last}", flush=True)


if __name__ == "__main__":
    main()
