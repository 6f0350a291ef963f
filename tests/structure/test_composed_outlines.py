"""Outlines are read right, whatever their labels and their layout; ``benchmarks/outlines.py`` runs many more of them."""

import sys
from pathlib import Path

import pytest
from composed.outlines import LANGUAGES, SHAPES, list_outlines

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from outlines import judge_outlines

# a seed that no rule was written with
SEED = 90
# per cent of blocks that no change of a rule may lose, by shape
LEAST = dict.fromkeys(SHAPES, 95) | {"two levels, no numbers": 85, "numbered headings, no numbers": 93}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES)
def test_blocks_of_composed_outlines_are_right(tmp_path, language, shape):
    outlines = [
        outline
        for outline in list_outlines(SEED + 1)
        if (outline.seed, outline.language, outline.shape) == (SEED, language, shape)
    ]
    judged = judge_outlines(tmp_path, outlines)
    right, whole = (sum(score.counts[name] for _, _, score in judged) for name in ("blocks_right", "blocks"))
    differences = [f"{outline.name} {line}" for outline, _, score in judged for line in score.differences]
    assert 100 * right >= LEAST[shape] * whole, "\n".join(differences)
