"""What `pip install` would bring: the package with all that it reads, and no other top-level name."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as held:
        return set(held.namelist())


def test_one_package_is_brought_and_no_other_name(wheel):
    assert {name.split("/")[0] for name in wheel if ".dist-info/" not in name} == {"oic_reports"}


def test_what_the_package_reads_is_in_it(wheel):
    for folder in ("schemas", "expectations"):
        declared = {f"oic_reports/{path.relative_to(ROOT)}" for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert declared
        assert declared <= wheel
    assert "oic_reports/py.typed" in wheel


def test_templates_and_every_module_are_in_it(wheel):
    kept = {
        f"oic_reports/{path.relative_to(ROOT / 'src' / 'oic_reports')}"
        for path in (ROOT / "src" / "oic_reports").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert kept <= wheel
