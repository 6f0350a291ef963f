"""A part of ``benchmarks/ids.py``: ids survive other readings of specimens, and never move to another text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from ids import measure

# of texts that are the same, how many keep their ids at least
_KEPT = 0.999


@pytest.fixture(scope="module")
def tallies():
    return measure(20, 1, with_pdf=False)


def test_a_text_that_is_the_same_keeps_its_id(tallies):
    same, kept = (sum(getattr(tally, name) for tally in tallies.values()) for name in ("same", "kept"))
    assert same > 1000
    assert kept >= _KEPT * same


def test_no_id_moves_to_another_text(tallies):
    assert {name: tally.moved for name, tally in tallies.items() if tally.moved} == {}


def test_each_disturbance_disturbs(tallies):
    """What changes nothing would measure nothing."""
    unchanged = tallies["nothing"]
    assert unchanged.same == unchanged.kept == unchanged.ids
    seen = {name: (tally.same, tally.ids) for name, tally in tallies.items()}
    for name in ("noise", "numbers misread", "lines lost", "texts rewritten", "joined"):
        assert seen[name] != seen["nothing"], name
