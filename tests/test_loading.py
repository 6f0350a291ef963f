"""Garbage is not looked for while a library is loaded, and what it made is not looked through again."""

from __future__ import annotations

import gc

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
