"""Releases and speeches are read right, and texts of others that are like them refused; ``benchmarks/releases.py``."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from composed.releases import LANGUAGES, list_releases

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.append(str(BENCHMARKS))
# by its path: a module of the tests has the same name
_SPEC = spec_from_file_location("releases_benchmark", BENCHMARKS / "releases.py")
releases_benchmark = module_from_spec(_SPEC)
_SPEC.loader.exec_module(releases_benchmark)

# a seed that no rule was written with; every third of its pages
SEED, STEP = 90, 3
# per cent that no change of a rule may lose: of stated facts those that are true, of headers those that are wholly
# right, of judgements those that are right
LEAST = {"stated_true": 95, "headers_right": 58, "judged_right": 85}
WHOLES = {"stated_true": "stated", "headers_right": "headers", "judged_right": "judged"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_composed_releases_are_judged_and_read_right(tmp_path, language):
    releases = [release for release in list_releases(1, SEED) if release.language == language][::STEP]
    judged = releases_benchmark.judge_releases(tmp_path, releases)
    sums = releases_benchmark.share_by(judged)["all"]
    differences = [f"{release.name} {line}" for release, score in judged for line in score.differences]
    for part, least in LEAST.items():
        assert 100 * sums[part] >= least * sums[WHOLES[part]], "\n".join([part, *differences])
