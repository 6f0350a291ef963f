"""Recognised and converted texts, kept beside what was received: ``<sha256>.json`` with the engine that made them.

An engine of another version reads otherwise. What was recognised or converted once is therefore read from here, so that
a release rebuilds to the same bytes on any machine; deleting the file makes the next run read its source again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from oic_reports.model import Reading
from oic_reports.reading.wire import dump_reading, parse_reading

_FORMAT = 1


def load_recognised(folder: Path, sha256: str) -> Reading | None:
    """The kept reading of a file, or None where there is none of this format."""
    path = folder / f"{sha256}.json"
    if not path.is_file():
        return None
    kept = json.loads(path.read_text(encoding="utf-8"))
    return parse_reading(kept["reading"]) if kept.get("format") == _FORMAT and kept.get("sha256") == sha256 else None


def keep_recognised(folder: Path, sha256: str, reading: Reading) -> None:
    """Write a reading aside, then put it in its place."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {
        "format": _FORMAT,
        "sha256": sha256,
        "engine": reading.ocr_engine or reading.converter,
        "reading": dump_reading(reading),
    }
    aside = folder / f".{sha256}.{os.getpid()}.json"
    aside.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    aside.replace(folder / f"{sha256}.json")
