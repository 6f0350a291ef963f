"""The card of accuracy is what the benchmark makes of the recorded rounds and the gold reports; its intervals are right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from accuracy import CARD, find_interval, make_card, print_card  # noqa: E402  (a benchmark is no package)

from oic_reports.resources import load_vocabulary  # noqa: E402  (as above)


def test_the_card_is_up_to_date():
    assert CARD.read_text(encoding="utf-8") == print_card(make_card()), "run: python benchmarks/accuracy.py --write"


def test_every_stage_has_its_words():
    assert {row.stage for row in make_card()} <= {row["value"] for row in load_vocabulary("accuracy_stages")}


@pytest.mark.parametrize(
    ("counted", "low", "high"),
    [
        # Wilson's interval of 8 in 10, each case a page of its own: 0.490 to 0.943 (n is worth nine tenths of itself)
        ([(1, 1)] * 8 + [(0, 1)] * 2, 0.46, 0.95),
        # all right on ten pages of ten: as ten cases, not as a hundred
        ([(10, 10)] * 10, 0.722, 1.0),
        # the same share, from pages that are all right or all wrong, is worth no more than the pages
        ([(10, 10)] * 8 + [(0, 10)] * 2, 0.46, 0.95),
        # pages alike tell as much as their cases: 80 in 100
        ([(8, 10)] * 10, 0.711, 0.867),
    ],
)
def test_intervals(counted, low, high):
    assert find_interval(counted) == pytest.approx((low, high), abs=0.015)
