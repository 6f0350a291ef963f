"""How sure the edges and the role of a paragraph are, told by a reading that knows nothing of the rules.

The rules say what a paragraph is; the classifier of lines says how probable that is, from words and signs alone. Where
both agree, a page that nobody had seen is nearly always read rightly, where they do not, mostly not (decision 0121 has
the shares). How much each measure weighs (``confidence.csv``) is learnt by ``benchmarks/confidence.py`` from blocks as
they fell on such pages: never from what the rules make of a page that they were mended for.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from oic_reports.model import Block, Confidence, Flag, Role
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.learnt.line_classifier import Kind, estimate_line
from oic_reports.structure.learnt.line_features import list_line_features
from oic_reports.structure.learnt.settling import ASIDE

# the expected share of paragraphs whose edges and role are right: from HIGH on sure, below LOW to be looked at
HIGH = 0.9
LOW = 0.6
# the constant term
BIAS = "(bias)"
# probabilities are told as logarithms of odds, no nearer to certainty than this
_LEAST = 0.003

# the probability of each kind for a line
Likely = Mapping[Kind, float]


def rate_blocks(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> tuple[tuple[Block, ...], tuple[Flag, ...]]:
    """The blocks of a document with their ``structure_confidence``, and a flag if most of them are to be doubted.

    Nothing is said of what is put aside, nor where documents were put together, and blocks do not stand beside their
    paragraphs.
    """
    shares = _estimate_blocks(blocks, paragraphs)
    rated = [
        replace(block, structure_confidence=None if share is None else name_confidence(share))
        for block, share in zip(blocks, shares, strict=True)
    ]
    known = [share for share in shares if share is not None]
    mean = sum(known) / len(known) if known else 1
    note = f"expected to be right in edges and role: {mean:.0%} of {len(known)}"
    return tuple(rated), (Flag("structure_unsure", "structure.confidence", "warning", note=note),) if mean < LOW else ()


def _estimate_blocks(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> list[float | None]:
    shares: list[float | None] = [None] * len(blocks)
    if len(blocks) != len(paragraphs):
        return shares
    places = [place for place, paragraph in enumerate(paragraphs) if paragraph.role not in ASIDE]
    lines = [line for place in places for line in paragraphs[place].lines]
    likely = iter([estimate_line(features) for features in list_line_features(lines)])
    read = [[next(likely) for _ in paragraphs[place].lines] for place in places]
    for number, place in enumerate(places):
        block = blocks[place]
        if block.role not in ASIDE:
            below = read[number + 1][0] if number + 1 < len(read) else None
            shares[place] = estimate(measure(block.role, read[number], below, has_label=block.label is not None))
    return shares


def measure(role: Role, own: Sequence[Likely], below: Likely | None, *, has_label: bool) -> dict[str, float]:
    """What tells how sure a block is: how its lines, and the one below it, read to the classifier of lines.

    Args:
        role: what the rules call it.
        own: its lines.
        below: the line that begins the next block; None if nothing stands behind it.
        has_label: whether it is numbered.
    """
    first, *inner = own
    begins = 1 - first["goes on"] - first["aside"]
    ends = 1.0 if below is None else 1 - below["goes on"]
    measures = {
        BIAS: 1.0,
        "role": _tell_odds(next((share for kind, share in first.items() if kind == role), 0)),
        "begins": _tell_odds(begins),
        "goes on": _tell_odds(min((line["goes on"] for line in inner), default=1)),
        "ends": _tell_odds(ends),
        f"is {role}": 1.0,
    }
    if inner:
        measures["is wrapped"] = 1.0
    if has_label:
        measures["is labelled"] = 1.0
    return measures


def _tell_odds(probability: float) -> float:
    return math.log((probability + _LEAST) / (1 - probability + _LEAST))


def estimate(measures: Mapping[str, float]) -> float:
    """The share of blocks with such measures whose edges and role are right."""
    weights = _load_weights()
    return 1 / (1 + math.exp(-sum(weights.get(name, 0) * number for name, number in measures.items())))


def name_confidence(share: float) -> Confidence:
    """The name of an expected share of right blocks."""
    return "high" if share >= HIGH else "low" if share < LOW else "medium"


@cache
def _load_weights() -> Mapping[str, float]:
    return dict(_read_weights())


def _read_weights() -> Iterator[tuple[str, float]]:
    text = (files("oic_reports.structure.learnt") / "confidence.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    for measure_name, weight in rows:
        yield measure_name, float(weight)
