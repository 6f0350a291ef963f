"""The machine's clock jumps back and forth between runs of the whole flow (``apt install faketime``)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from prefect_world import ROOT
from test_build import add

from oic_reports.jobs.build import check_rebuild
from oic_reports.operations.summary import find_last_good
from oic_reports.settings import Settings

pytestmark = pytest.mark.skipif(shutil.which("faketime") is None, reason="faketime is not installed")
# years that the clock is wrong, and the report that has come since the run before
RUNS = ((0, None), (5, "en_kashmir.txt"), (5, None), (-20, "fr_somalia.txt"), (0, "ar_decisions.txt"), (0, None))


def run_pipeline(home, place, years):
    environment = {
        **os.environ,
        "OIC_REPORTS_DATA_HOME": str(home),
        "PREFECT_HOME": str(place / "prefect"),
        # files keep the days that they have
        "NO_FAKE_STAT": "1",
    }
    wrong = ["faketime", "-f", f"{years * 365:+}d"] if years else []
    command = [*wrong, sys.executable, "-m", "flows.pipeline"]
    answer = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, (years, answer.stderr[-3000:])
    return answer.stdout


def list_releases(home):
    return json.loads((home / "processed" / "versions.json").read_text())["releases"]


def test_a_clock_that_jumps_between_runs(home, tmp_path):
    settings = Settings(data_home=home)
    for years, name in RUNS:
        before = len(list_releases(home)) if settings.processed.exists() else 0
        if name:
            add(home, name, (ROOT / "tests" / "specimens" / name).read_bytes())
        said = run_pipeline(home, tmp_path, years)
        is_new = bool(name) or not before
        assert ("published version" if is_new else "nothing has changed") in said
        assert len(list_releases(home)) == before + is_new
        assert check_rebuild(settings) == []
    releases = list_releases(home)
    numbers = [tuple(map(int, row["version"].split("."))) for row in releases]
    assert numbers == sorted(numbers)
    days = [row["released"] for row in releases]
    assert days == sorted(days)
    # what ran ahead of time does not hide what runs now
    assert find_last_good(settings.runs, datetime.now(UTC)).began[:4] == str(datetime.now(UTC).year)
