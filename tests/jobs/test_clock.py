"""A clock that jumps, back or forth, between runs or within one: each run completes, and releases stay in order."""

from __future__ import annotations

import itertools
import shutil
import time
from dataclasses import replace
from datetime import date

import pytest
from test_build import DAY, SPECIMEN, add, check_rebuild, put_version, run

from oic_reports.jobs.build import settle_day
from oic_reports.release.index import load_index
from oic_reports.release.load import load_current
from oic_reports.release.verify import verify_files

BACK, FORTH = date(2001, 1, 1), date(2099, 1, 1)


def read_release(settings):
    directory = load_current(settings.processed).directory
    assert verify_files(directory) == []
    return {path.relative_to(directory): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("published")
def test_a_clock_that_jumped_back_names_no_earlier_release(settings):
    put_version(settings, lambda text: text.replace("welcomed", "also welcomed", 1))
    assert run(settings, BACK).version == "2026.11.1"
    # the day of the latest receipt: what is made anew knows of it
    assert load_index(settings.processed)[-1].released == "2026-11-28"
    assert check_rebuild(settings) == []


def test_a_clock_that_jumped_forth_is_not_taken_back(settings, home, root):
    assert run(settings, FORTH).version == "2099.1.0"
    add(home, SPECIMEN, (root / "tests" / "specimens" / SPECIMEN).read_bytes())
    assert run(settings, DAY).version == "2099.1.1"
    assert [entry.released for entry in load_index(settings.processed)] == ["2099-01-01", "2099-01-01"]
    assert check_rebuild(settings) == []


@pytest.mark.parametrize("jump", [-4e8, 4e8])
def test_a_clock_that_jumps_within_a_run_changes_nothing(published, tmp_path, home, monkeypatch, jump):
    shutil.copytree(home, tmp_path / "other", ignore=shutil.ignore_patterns("processed"))
    now, steps = time.time(), itertools.count()
    monkeypatch.setattr(time, "time", lambda: now + next(steps) % 2 * jump)
    other = replace(published, data_home=tmp_path / "other")
    run(other)
    assert read_release(published) == read_release(other)


def test_the_day_of_a_release_without_receipts_is_that_of_the_clock(settings):
    assert settle_day(BACK, [], settings.processed) == BACK
