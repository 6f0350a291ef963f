"""A whole run is killed at some points: the next one completes, and what it publishes is what an undisturbed one does.

A point is a number of files that the run has made or removed, not a second: how fast a run is depends on who works
beside it, and a run that is over before it is killed proves nothing. At every commit there are four of them, one in
each quarter of a run; `make nightly` has a hundred.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from founding import copy_founding
from prepared_run import start_run

from oic_reports.jobs.build import build, list_files
from oic_reports.release.load import load_current
from oic_reports.release.verify import verify_files
from oic_reports.settings import Settings


def read_release(settings):
    directory = load_current(settings.processed).directory
    return {path.relative_to(directory): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def add_reports(home, root):
    """Some files more, so that leaves are made for a while."""
    from test_build import add

    for name in ("ar_decisions.txt", "en_kashmir.txt", "fr_somalia.txt", "en_resolution.txt", "ar_declaration.txt"):
        add(home, name, (root / "tests" / "specimens" / name).read_bytes())


@pytest.fixture(scope="module")
def undisturbed(root, tmp_path_factory):
    """The data home of a run that nobody disturbed, and how often what lies there was seen to change."""
    home = tmp_path_factory.mktemp("undisturbed")
    copy_founding(home)
    add_reports(home, root)
    process = start_run(home)
    changes = count_changes(home, process)
    process.join()
    assert process.exitcode == 0
    assert verify_files(load_current(Settings(data_home=home).processed).directory) == []
    return home, changes


def count_changes(home, process, most=None):
    """How often the files of ``processed`` change while a process runs, as far as one sees; at most so often."""
    found, seen = 0, None
    while process.is_alive() and (most is None or found < most):
        now = {name for _, folders, files in os.walk(home / "processed") for name in (*folders, *files)}
        found, seen = found + (now != seen), now
        time.sleep(0.005)
    return found


@pytest.mark.usefixtures("nursed")
def test_a_run_that_was_killed_harms_nothing(home, root, undisturbed, kills):
    done, changes = undisturbed
    release = read_release(Settings(data_home=done))
    add_reports(home, root)
    settings = Settings(data_home=home)
    draw, killed = random.Random(0), 0
    # one point in each of so many stretches of a run
    for place in range(kills):
        process = start_run(home)
        first = 1 + place * changes // kills
        count_changes(home, process, draw.randint(first, max(first, (place + 1) * changes // kills)))
        # somewhere between this change and the next
        time.sleep(draw.uniform(0, 0.05))
        killed += process.is_alive()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        # it may not have had a group yet
        process.kill()
        process.join()
        build(settings, datetime.now(UTC).date(), lambda _: None)
        current = load_current(settings.processed)
        assert read_release(settings) == release
        assert len(list_files(settings)) == 7
        # now and then from the beginning, now and then on from leaves that are there
        shutil.rmtree(settings.processed / current.entry.version)
        (settings.processed / "versions.json").unlink()
        if draw.random() < 0.5:
            shutil.rmtree(settings.leaves)
    assert killed


@pytest.mark.usefixtures("nursed")
def test_leaves_that_break_off_are_made_again(tmp_path, undisturbed):
    """A power cut may leave files that end anywhere: what is cut off counts for nothing, notes about a run too."""
    home = shutil.copytree(undisturbed[0], tmp_path / "home")
    settings = Settings(data_home=home)
    release = read_release(settings)
    draw = random.Random(1)
    kept = sorted(path for path in settings.leaves.rglob("*") if path.is_file() and path.name != ".used")
    assert len(kept) > 7
    for path in kept:
        os.truncate(path, draw.randrange(path.stat().st_size))
    shutil.rmtree(load_current(settings.processed).directory)
    (settings.processed / "versions.json").unlink()
    build(settings, datetime.now(UTC).date(), lambda _: None)
    assert read_release(settings) == release
