"""The two reports that the project began with, in a data home of a test: what else ``raw/`` holds changes no test.

Who adds a report, or a correction of it, commits both (docs/adding-a-report.md), and passes the same tests.
"""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# of what lies beside them: the two reports lie flat in ``raw/reports``, all others in folders
_CORRECTIONS = ("2026-11-mali.yaml",)
_INBOX = ("README.md",)
# what runs and recognisers leave in ``raw``
_LEFT = ("runs", "recognised", "proposals.csv")


def copy_founding(home: Path, root: Path = ROOT) -> Path:
    """Copy their files, the catalogue and their corrections into a data home; the home."""
    shutil.copytree(root / "raw", home / "raw", ignore=_find_other(root / "raw"))
    (home / "corrections").mkdir()
    for name in _CORRECTIONS:
        shutil.copy2(root / "corrections" / name, home / "corrections")
    return home


def _find_other(raw: Path):
    def find(folder: str, names: list[str]) -> set[str]:
        place = Path(folder)
        if place == raw / "inbox":
            return set(names).difference(_INBOX)
        if place == raw / "reports":
            return {name for name in names if (place / name).is_dir()}
        return {name for name in names if name in _LEFT or name.startswith(".")} if place == raw else set()

    return find
