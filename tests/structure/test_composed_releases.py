"""Releases and speeches are read right, and texts of others that are like them refused; ``benchmarks/releases.py``."""

import sys
from pathlib import Path

import pytest
from composed.releases import LANGUAGES, list_releases, write_release

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))

from composed_pages import judge_pages, share_by

# a seed that no rule was written with; every third of its pages
SEED, STEP = 90, 3
# per cent that no change of a rule may lose: of stated facts those that are true, of headers those that are wholly
# right, of judgements those that are right
LEAST = {"stated_true": 95, "headers_right": 58, "judged_right": 85}
WHOLES = {"stated_true": "stated", "headers_right": "headers", "judged_right": "judged"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_composed_releases_are_judged_and_read_right(tmp_path, language):
    releases = [release for release in list_releases(1, SEED) if release.language == language][::STEP]
    judged = judge_pages(tmp_path, releases, write_release)
    sums = share_by(judged)["all"]
    differences = [f"{release.name} {line}" for release, score, _ in judged for line in score.differences]
    for part, least in LEAST.items():
        assert 100 * sums[part] >= least * sums[WHOLES[part]], "\n".join([part, *differences])
