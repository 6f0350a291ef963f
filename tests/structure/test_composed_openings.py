"""Composed openings are read right; ``benchmarks/openings.py`` runs many more of them."""

import json
import sys
from collections import Counter
from pathlib import Path

import pytest
from composed.facts import say_ordinal, write_ordinal
from composed.pages import write_page
from composed.run_in import write_run_in_page

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from first_sight import judge_page

# pages of each language, and of others' texts; the numbers below are what no change of a rule may lose
OURS, OTHERS, SEED = 20, 8, 70_000


def _judge(folder, language, *, ours, run_in=False):
    total, differences = Counter(), []
    for number in range(OURS if ours else OTHERS):
        seed = SEED + number
        page = write_run_in_page(folder, language, seed) if run_in else write_page(folder, language, seed, ours=ours)
        score = judge_page(page, json.loads(page.with_suffix(".json").read_text(encoding="utf-8")))
        total.update(score.counts)
        differences += [f"{page.name} {line}" for line in score.differences]
    return total, "\n".join(differences)


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_composed_openings_are_read_right(tmp_path, language):
    total, differences = _judge(tmp_path, language, ours=True)
    assert total["judged_right"] == total["judged"], differences
    assert total["stated_true"] == total["stated"], differences
    assert total["printed_stated"] >= 0.98 * total["printed"], differences
    assert total["blocks_right"] >= 0.95 * total["blocks"], differences
    assert 2 * total["bounds_right"] >= 0.95 * (total["blocks"] + total["blocks_given"]), differences


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_composed_pages_whose_lines_were_run_together_are_read_right(tmp_path, language):
    total, differences = _judge(tmp_path, language, ours=True, run_in=True)
    assert total["judged_right"] == total["judged"], differences
    assert total["stated_true"] == total["stated"], differences
    assert total["printed_stated"] >= 0.98 * total["printed"], differences
    assert total["blocks_right"] >= 0.95 * total["blocks"], differences
    assert 2 * total["bounds_right"] >= 0.95 * (total["blocks"] + total["blocks_given"]), differences


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_composed_texts_of_others_are_refused(tmp_path, language):
    total, differences = _judge(tmp_path, language, ours=False)
    assert total["judged_right"] == total["judged"], differences


@pytest.mark.parametrize("write", [write_page, write_run_in_page])
def test_a_seed_gives_one_page(tmp_path, write):
    texts = {write(tmp_path, "en", 5).read_text(encoding="utf-8") for _ in range(2)}
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("number", "language", "spelled", "written"),
    [
        (1, "fr", "première", "1ère"),
        (21, "en", "Twenty-first", "21st"),
        (21, "fr", "vingt et unième", "21ème"),
        (12, "ar", "الثانية عشرة", "الـ12"),
        (31, "ar", "الحادية والثلاثين", "الـ31"),
        (40, "en", "Fortieth", "40th"),
    ],
)
def test_ordinals(number, language, spelled, written):
    assert (say_ordinal(number, language), write_ordinal(number, language)) == (spelled, written)
