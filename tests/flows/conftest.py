"""A home of Prefect whose database is laid out, which takes a server of its own seconds."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

LAID_OUT = Path(__file__).resolve().parents[2] / ".prefect" / "prefect.db"


@pytest.fixture
def prefect_home(tmp_path):
    """A folder with the database that ``make setup`` lays out; from nothing one is laid out in ``test_operations``."""
    home = tmp_path / "prefect"
    home.mkdir()
    if not LAID_OUT.exists():
        command = [str(Path(sys.executable).parent / "prefect"), "server", "database", "upgrade", "--yes"]
        subprocess.run(command, env={**os.environ, "PREFECT_HOME": str(home)}, capture_output=True, check=True)
        return home
    # a run may be at work in it: this copy is whole all the same
    with closing(sqlite3.connect(LAID_OUT)) as source, closing(sqlite3.connect(home / LAID_OUT.name)) as copy:
        source.backup(copy)
    return home
