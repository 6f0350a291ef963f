"""Tests of the two founding reports see nothing of what was added since."""

from __future__ import annotations

import shutil

import pytest
from founding import copy_founding


@pytest.fixture
def grown(tmp_path, root):
    """A checkout in which somebody has added reports and a correction, and left things in the inbox."""
    shutil.copytree(root / "raw" / "reports", tmp_path / "grown" / "raw" / "reports")
    shutil.copytree(root / "corrections", tmp_path / "grown" / "corrections")
    for name in (
        "raw/reports/2026/more-0123456789abcdef/more.txt",
        "raw/reports/oicun/other-0123456789abcdef/other.txt",
        "raw/inbox/waiting.txt",
        "raw/inbox/README.md",
        "raw/recognised/aa.json",
        "raw/runs/2026-12-01T000000Z.md",
        "raw/.fetch/state.json",
        "raw/proposals.csv",
        "raw/catalogue.csv",
        "corrections/2026-12.yaml",
    ):
        path = tmp_path / "grown" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("more")
    return tmp_path / "grown"


def test_what_was_added_changes_no_test(grown, tmp_path):
    home = copy_founding(tmp_path / "home", grown)
    files = sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())
    assert files == [
        "corrections/2026-11-mali.yaml",
        "raw/catalogue.csv",
        "raw/inbox/README.md",
        "raw/reports/000_9e80b411712b49da.txt",
        "raw/reports/000_9e80b411712b49da.txt.json",
        "raw/reports/004_a7ed7ae033aefd8a.txt",
        "raw/reports/004_a7ed7ae033aefd8a.txt.json",
    ]
