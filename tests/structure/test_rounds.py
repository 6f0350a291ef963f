"""Pages of first-sight rounds, once their classes were mended: no fact, block or judgement is lost again.

``benchmarks/first_sight.csv`` tells in ``now`` what each page gave when its round was last recorded; ``first`` is what it
gave before anything was mended for it.
"""

import csv
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from first_sight import TABLE, judge_page

ROUNDS = Path(__file__).resolve().parents[1] / "specimens" / "structure" / "rounds"
TRUTHS = sorted(ROUNDS.glob("*/*.json"))


@pytest.fixture(scope="module")
def recorded():
    """Counts by round and page, as they were last recorded."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {
            (row["round"], row["page"]): {
                name: int(number) for name, number in (p.split("=") for p in row["now"].split())
            }
            for row in csv.DictReader(file)
        }


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_page_is_read_as_well_as_when_it_was_recorded(truth, recorded):
    (page,) = (path for path in truth.parent.glob(f"{truth.stem}.*") if path != truth)
    score = judge_page(page, json.loads(truth.read_text(encoding="utf-8")))
    before = recorded[truth.parent.name, truth.stem]
    told = "\n".join(score.differences)
    for name in ("judged_right", "printed_stated", "headers_right", "blocks_right", "bounds_right"):
        assert score.counts[name] >= before.get(name, 0), f"{name}\n{told}"
    for given, right in (("stated", "stated_true"), ("blocks_given", "bounds_right")):
        wrong = score.counts[given] - score.counts[right]
        assert wrong <= before.get(given, 0) - before.get(right, 0), f"{given}, but not {right}\n{told}"


@pytest.mark.parametrize(
    ("printed", "month", "is_right"),
    [("MAY 2011", "2011-05", True), ("3 MAY 2011", "2011-05", False), ("MAY 2011", "2011-06", False)],
)
def test_a_month_is_right_where_no_day_is_stated(tmp_path, printed, month, is_right):
    page = tmp_path / "page.txt"
    page.write_text(
        f"FINAL COMMUNIQUE OF THE OIC CONTACT GROUP ON MALI\n\nNIAMEY, NIGER, {printed}\n\n1. The Group noted the wells.\n\n"
        "2. The Group thanked the host.\n"
    )
    score = judge_page(page, {"ours": True, "document": {"date": month}, "blocks": []})
    assert score.counts["printed_stated"] == is_right, score.differences


def test_each_round_is_there_in_three_languages():
    assert len(TRUTHS) >= 90
    for folder in ROUNDS.iterdir():
        assert {path.name[:2] for path in folder.glob("*.json")} == {"ar", "en", "fr"}
