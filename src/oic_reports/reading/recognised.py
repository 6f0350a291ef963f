"""Recognised and converted texts, kept beside what was received: ``<sha256>.json`` with the engine that made them.

An engine of another version reads otherwise. What was recognised or converted once is therefore read from here, so that
a release rebuilds to the same bytes on any machine; deleting the file makes the next run read its source again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from oic_reports.errors import UnreadableFileError
from oic_reports.model import Reading
from oic_reports.report_json import dump_reading, parse_reading

# version of the kept form; another one is not used
_FORMAT = 1


def load_recognised(folder: Path, sha256: str) -> Reading | None:
    """The kept reading of a file, or None where there is none of this format.

    Raises:
        UnreadableFileError: ``damaged_file``, if what was kept cannot be used.
    """
    path = folder / f"{sha256}.json"
    if not path.is_file():
        return None
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        is_ours = kept.get("format") == _FORMAT and kept.get("sha256") == sha256
        return parse_reading(kept["reading"]) if is_ours else None
    except (OSError, ValueError, KeyError, AttributeError, UnreadableFileError) as error:
        detail = f"the text that was recognised, {folder.name}/{path.name}, is damaged: restore it, or delete it"
        raise UnreadableFileError("damaged_file", detail) from error


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
