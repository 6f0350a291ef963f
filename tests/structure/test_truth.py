"""Every specimen against its truth: what differs is known, and each known difference is still one.

``benchmarks/structure.py --write-known`` writes the list anew; a line that it adds is a fault that somebody accepts.
"""

import csv

import pytest
from truth import KNOWN, SPECIMENS, judge_specimen, load_known

OPEN = sorted((SPECIMENS / "open").glob("*.json"))
HELD = sorted((SPECIMENS / "held").glob("*.json"))


@pytest.fixture(scope="module")
def known():
    return load_known()


@pytest.mark.parametrize("truth", OPEN, ids=lambda path: path.stem)
def test_an_open_specimen_differs_only_as_known(truth, known):
    assert set(judge_specimen(truth).differences) == known[f"open/{truth.stem}"]


@pytest.mark.parametrize("truth", HELD, ids=lambda path: path.stem)
def test_a_held_specimen_differs_no_more_than_before(truth, known):
    (before,) = known[f"held/{truth.stem}"]
    # only the number is compared: nobody is to read what differs
    assert len(judge_specimen(truth).differences) <= int(before)


def test_the_list_of_known_differences_is_short():
    """A difference in three specimens is the most that is accepted; the list names specimens that are there."""
    with KNOWN.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["specimen"].startswith("open/")]
    names = {f"open/{path.stem}" for path in OPEN}
    assert {row["specimen"] for row in rows} <= names
    assert len({row["specimen"] for row in rows}) < len(names) / 3
