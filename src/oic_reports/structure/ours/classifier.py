"""How much a text reads like one of the OIC's own, by its words: a second opinion beside its signs.

Logistic regression over the words and pairs of words with which a text begins, and over what the rules found in it.
The weights (``classifier.csv``) are learnt by ``benchmarks/classifier.py`` from specimens of ours alone; decision 0090
tells why, and what it is worth.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from oic_reports.model import Block, Header, Language
from oic_reports.structure.forms import fold_form
from oic_reports.structure.names.bodies import names_organisation
from oic_reports.structure.ours.owners import find_owner
from oic_reports.structure.ours.sign_kinds import Sign
from oic_reports.structure.page.banner import find_publisher, stands_under_about, stands_under_day
from oic_reports.structure.page.site import find_site
from oic_reports.structure.text_blocks import find_paragraphs

# code points from the first on: title, dateline, opening, the first paragraphs
REACH = 1500
# numbered paragraphs, and paragraphs, beyond which more say nothing more
_MOST_NUMBERED = 4
_MOST_PARAGRAPHS = 6
# weights stand in the file in thousandths
UNIT = 1000
# features that an estimate names
_NAMED = 4
_TOKEN = re.compile(r"[^\W_]+|[:«»\"“”()—–-]")
_DIGITS = re.compile(r"\d+")
# the constant term
BIAS = "(bias)"


class Estimate(NamedTuple):
    """How probable it is that a text is the OIC's own (0 to 1), and the words that say most for what is likelier."""

    probability: float
    words: tuple[str, ...]


def estimate(header: Header, blocks: Sequence[Block], signs: Iterable[Sign], language: Language) -> Estimate:
    """The probability that a text is the OIC's own.

    Args:
        header: the facts that were read of it.
        blocks: all of its blocks, cleaned, what its page shows around it too.
        signs: what the rules found in it (``signs.find_signs``).
        language: the language that it is read in.
    """
    weights = _load_weights()
    features = list_features(header, blocks, signs, language)
    known = {feature: weights[feature] for feature in features if feature in weights}
    # as in learning: a long text has no more votes than a short one
    share = 1 / math.sqrt(max(len(features), 1))
    # the same to the last bit in whatever order a set gives its features
    score = weights[BIAS] + share * math.fsum(known.values())
    telling = sorted((f for f in known if known[f] * score > 0 and " = " not in f), key=lambda f: (-abs(known[f]), f))
    return Estimate(1 / (1 + math.exp(-score)), tuple(telling[:_NAMED]))


def list_features(header: Header, blocks: Sequence[Block], signs: Iterable[Sign], language: Language) -> frozenset[str]:
    """What the classifier looks at, each once: words and pairs of words, and ``name = value`` for what rules found."""
    text = fold_form("\n".join(block.text for block in blocks)[:REACH], language)
    words = _TOKEN.findall(_DIGITS.sub("0", text))
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    body = find_paragraphs(blocks, language)
    numbered = sum(block.ordinal is not None for block in blocks)
    found: dict[str, object] = {
        "language": language,
        "type printed": header.document_type_source or "no",
        "body": header.body_id is not None,
        "symbol": header.symbol is not None,
        "title": header.title is not None,
        "numbered": min(numbered, _MOST_NUMBERED),
        "paragraphs": min(len(body), _MOST_PARAGRAPHS),
        "begins with": blocks[0].role if blocks else None,
        "site of the OIC": find_site(blocks) is not None,
    }
    if body:
        owner = find_owner(header, blocks, language)
        found |= {
            "owner": owner.standing if owner else None,
            "publisher": find_publisher(blocks, language) is not None,
            "under a day": stands_under_day(blocks, language),
            "under about": stands_under_about(blocks, language),
            "names the OIC first": names_organisation(body[0].text, language),
        }
    said = (f"sign = {sign.name}" for sign in signs)
    return frozenset({*words, *pairs, *said, *(f"{name} = {value}" for name, value in found.items())})


@cache
def _load_weights() -> dict[str, float]:
    text = (files("oic_reports.structure.ours") / "classifier.csv").read_text(encoding="utf-8")
    return {row["feature"]: int(row["weight"]) / UNIT for row in csv.DictReader(text.splitlines())}
