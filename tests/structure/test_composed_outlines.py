"""Outlines are read right, whatever their labels and their layout; ``benchmarks/outlines.py`` runs many more of them.

Of the forms of real texts (``composed/outlines_real.py``) only the truths are held: no rule was written with them yet.
"""

import html
import json
import re
import sys
from pathlib import Path

import pytest
from composed.outlines import LANGUAGES, SHAPES, list_outlines
from composed.outlines_real import list_real_outlines, write_real_outline
from composed.real_forms import FORMS

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from first_sight import squeeze
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


@pytest.mark.parametrize("form", FORMS)
def test_truths_of_real_outlines_stand_on_their_pages_in_order(tmp_path, form):
    outlines = [outline for outline in list_real_outlines(1) if outline.shape == form]
    assert outlines
    for outline in outlines:
        page = write_real_outline(tmp_path, outline)
        printed = squeeze(html.unescape(re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8"))))
        place = 0
        for block in json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["blocks"]:
            for words in (block["label"] or "", block["begins"], block["ends"]):
                found = printed.find(squeeze(words), place)
                assert found >= 0, (outline.name, block)
            place = found + len(squeeze(block["ends"]))


def test_real_outlines_are_composed_alike_each_time(tmp_path):
    outline = list_real_outlines(1)[0]
    first = write_real_outline(tmp_path, outline).read_bytes()
    assert write_real_outline(tmp_path, outline).read_bytes() == first
