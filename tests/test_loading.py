"""Garbage is not looked for while a library is loaded, and what it made is not looked through again."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from oic_reports.loading import load_at_once


@pytest.fixture(autouse=True)
def thawed():
    yield
    gc.enable()
    gc.unfreeze()


def test_nothing_is_collected_in_the_block_and_what_was_made_there_is_kept_apart():
    before = gc.get_freeze_count()
    with load_at_once():
        assert not gc.isenabled()
        made = [[] for _ in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(made)


def test_what_goes_wrong_leaves_the_collector_at_work():
    with pytest.raises(ImportError), load_at_once():
        raise ImportError
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    with load_at_once():
        pass
    assert not gc.isenabled()


def test_at_the_end_of_the_process_nothing_is_kept_apart():
    # what is registered first is asked last
    code = (
        "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count()))\n"
        "from oic_reports.loading import load_at_once\n"
        "with load_at_once(): pass\n"
        "print(gc.get_freeze_count() > 0)\n"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["True", "0"]
