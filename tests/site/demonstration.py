"""A release made of our own texts in all three languages, with printed pages, a copy, a reject, and hostile words.

It is what the tests of the pages look at, and what pictures of them show.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from oic_reports.jobs.build import build
from oic_reports.settings import Settings

HERE = Path(__file__).resolve().parent
SPECIMENS = HERE.parent / "specimens"
# tells what of a page cannot be used by everybody
AXE = HERE / "npm" / "node_modules" / "axe-core" / "axe.min.js"
# a report in Arabic and one in English as printed
PRINTED = {
    "printed-ar.pdf": SPECIMENS / "pdf" / "lo_amiri_just" / "d1.pdf",
    "printed-en.pdf": SPECIMENS / "pdf" / "chromium" / "en1.pdf",
}


def make_release(home: Path) -> Path:
    """Make the release in a data home; its folder."""
    reports = home / "raw" / "reports"
    reports.mkdir(parents=True)
    (home / "corrections").mkdir()
    for path in sorted((HERE / "reports").iterdir()):
        _receive(reports, path.name, path, f"https://reports.example.org/{path.stem}.html")
    for name, path in PRINTED.items():
        _receive(reports, name, path, None)
    copied = HERE / "reports" / "somalia.en.txt"
    text = copied.read_text(encoding="utf-8").replace("urged Member States", "urged all Member States")
    (home / "copy.txt").write_text(text, encoding="utf-8")
    _receive(reports, "somalia-copy.en.txt", home / "copy.txt", "https://paper.example.org/somalia")
    published = build(Settings(data_home=home), date(2026, 11, 20), lambda _: None)
    assert published.directory is not None
    return published.directory


def find_raw(release: Path) -> Callable[[str], Path]:
    """Where a received file of the release is, by its name."""
    return lambda name: release.parents[1] / "raw" / name


def _receive(folder: Path, name: str, path: Path, url: str | None) -> None:
    shutil.copyfile(path, folder / name)
    content = path.read_bytes()
    sidecar = {
        "url": url,
        "archived_url": None,
        "symbol": None,
        "how_obtained": "written for the tests",
        "received": "2026-11-20",
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "media_type": "application/pdf" if name.endswith(".pdf") else "text/plain",
        "encoding": None,
        "rights_note": None,
        "note": None,
    }
    (folder / f"{name}.json").write_text(json.dumps(sidecar), encoding="utf-8")
