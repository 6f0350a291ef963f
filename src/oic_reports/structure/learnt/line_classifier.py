"""How probable it is that a line begins a paragraph, and of which role: multinomial logistic regression over features.

The weights (``line_classifier.csv``: one row a feature, its weight for each of ``KINDS``, in hundredths) are learnt by
``benchmarks/line_classifier.py`` from pages whose blocks are known; decision 0120 tells why, and what they are worth.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, get_args

# a line that begins a paragraph, by its role; one that goes on with the line above; one that is not of the text
Kind = Literal[
    "title",
    "header",
    "heading",
    "preamble",
    "operative",
    "list_item",
    "table",
    "annex",
    "closing",
    "signature",
    "goes on",
    "aside",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
# weights stand in the file in hundredths
UNIT = 100
# the constant term
BIAS = "(bias)"
# rows of weights that are kept as numbers once they were asked for
_KEPT = 20_000

Weights = Sequence[float]


def estimate_line(features: Iterable[str]) -> dict[Kind, float]:
    """The probability of each kind for a line with these features (``line_features``); they sum to 1."""
    return weigh([row for feature in (BIAS, *features) if (row := _load_row(feature)) is not None])


def weigh(rows: Sequence[Weights]) -> dict[Kind, float]:
    """The probabilities that rows of weights give together."""
    scores = [sum(column) / UNIT for column in zip(*rows, strict=True)]
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    whole = sum(powers)
    return {kind: power / whole for kind, power in zip(KINDS, powers, strict=True)}


@lru_cache(_KEPT)
def _load_row(feature: str) -> tuple[int, ...] | None:
    row = _load_rows().get(feature)
    return tuple(map(int, row.split())) if row is not None else None


@cache
def _load_rows() -> dict[str, str]:
    """The weights of each feature as they stand in the file: most texts ask for few of them."""
    text = (files("oic_reports.structure.learnt") / "line_classifier.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    return {row[0]: row[1] for row in rows}
