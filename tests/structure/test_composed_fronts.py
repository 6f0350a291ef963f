"""Fronts are read right, whatever their types, orders, breaks and sites; ``benchmarks/fronts.py`` runs many more of them."""

import sys
from pathlib import Path

import pytest
from composed.fronts import LANGUAGES, list_fronts, write_front

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))

from composed_pages import judge_pages, share_by

# a seed that no rule was written with; every third of its pages
SEED, STEP = 90, 3
# per cent that no change of a rule may lose: of stated facts those that are true, of headers those that are wholly right
LEAST = {"stated_true": 99, "headers_right": 80}
WHOLES = {"stated_true": "stated", "headers_right": "headers"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_of_composed_fronts_are_right(tmp_path, language):
    fronts = [front for front in list_fronts(1, SEED) if front.language == language][::STEP]
    judged = judge_pages(tmp_path, fronts, write_front)
    sums = share_by(judged)["all"]
    differences = [f"{front.name} {line}" for front, score, _ in judged for line in score.differences]
    for part, least in LEAST.items():
        assert 100 * sums[part] >= least * sums[WHOLES[part]], "\n".join([part, *differences])
