"""How much a text reads like one of the OIC's own, by its words: a second opinion beside its signs.

Logistic regression over kinds of features (``Kind``): the words with which a text begins, those above its first
paragraph, each word with the role of its block, the first words of the blocks, phrases that say the same in three
languages, and what the rules found. Each kind has its share of the sum, however many features of it a text has. The
weights (``classifier.csv``) are learnt by ``benchmarks/classifier.py`` from specimens of ours alone; decisions 0090,
0099 and 0113 tell why, and what it is worth.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise, takewhile
from typing import Literal, NamedTuple, get_args

from oic_reports.codes import PatternName
from oic_reports.model import Block, Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import fold_form
from oic_reports.structure.names.bodies import names_organisation
from oic_reports.structure.ours.owners import find_owner
from oic_reports.structure.ours.sign_kinds import Sign
from oic_reports.structure.page.banner import find_publisher, stands_under_about, stands_under_day
from oic_reports.structure.page.site import find_site
from oic_reports.structure.text_blocks import find_paragraphs, is_body

Kind = Literal["word", "above", "role", "start", "phrase", "found"]
KINDS: tuple[Kind, ...] = get_args(Kind)
# the votes of each kind, against those of the words with which a text begins
SHARES: Mapping[Kind, float] = {
    "word": 1,
    "above": 0.3,
    "role": 0.5,
    "start": 0.3,
    "phrase": 0.5,
    "found": 0.3,
}
# code points from the first on: title, dateline, opening, the first paragraphs
REACH = 1500
# code points in front of the first paragraph: covers, lines of a site, the title
REACH_ABOVE = 500
# first blocks of which the words are looked at with their role, and code points of each; words with which one begins
_BLOCKS = 20
_REACH_OF_BLOCK = 400
_START = 3
# numbered paragraphs, and paragraphs, beyond which more say nothing more
_MOST_NUMBERED = 4
_MOST_PARAGRAPHS = 6
# weights stand in the file in thousandths
UNIT = 1000
# features that an estimate names
_NAMED = 4
# patterns that weighed most when all were learnt, without those that take longest: what a text in one language says is
# learnt for the others too
_PHRASES: tuple[PatternName, ...] = (
    "about_session",
    "aim_word",
    "before_actor",
    "behind_speaker",
    "belongs_to",
    "body_cfm",
    "chair_office",
    "clause_act",
    "clause_away",
    "decision_word",
    "governing_organ",
    "group_place",
    "index_column",
    "joined_by_and",
    "meeting_acts",
    "meeting_noun",
    "mention",
    "named_by_city",
    "newspaper_day",
    "office",
    "office_of",
    "officer",
    "oic_states",
    "organisation",
    "own_office",
    "own_voice",
    "person_name",
    "place_preposition",
    "place_words",
    "secretariat_line",
    "speaks",
    "state_title",
    "states_speak",
    "status_word",
    "subject_of_title",
    "subject_opening",
    "theme_inside",
    "title_byline",
    "title_continues",
)
_TOKEN = re.compile(r"[^\W_]+|[:«»\"“”()—–-]")
_DIGITS = re.compile(r"\d+")
# the constant term, which is of no kind
BIAS = "(bias)"

Features = Mapping[Kind, frozenset[str]]
Weights = Mapping[Kind, Mapping[str, float]]


class Estimate(NamedTuple):
    """How probable it is that a text is the OIC's own (0 to 1), and the words that say most for what is likelier."""

    probability: float
    words: tuple[str, ...]


class Learnt(NamedTuple):
    """The constant term, and the weights of features by their kind."""

    bias: float
    weights: Weights


def estimate(header: Header, blocks: Sequence[Block], signs: Iterable[Sign], language: Language) -> Estimate:
    """The probability that a text is the OIC's own.

    Args:
        header: the facts that were read of it.
        blocks: all of its blocks, cleaned, what its page shows around it too.
        signs: what the rules found in it (``signs.find_signs``).
        language: the language that it is read in.
    """
    learnt = _load_learnt()
    features = list_features(header, blocks, signs, language)
    score = rate(features, learnt)
    words = {word: learnt.weights["word"].get(word, 0) * score for word in features["word"]}
    telling = sorted((word for word, said in words.items() if said > 0), key=lambda word: (-words[word], word))
    return Estimate(1 / (1 + math.exp(-score)), tuple(telling[:_NAMED]))


def rate(features: Features, learnt: Learnt) -> float:
    """The score of a text, of which the logistic function is its probability: above 0 where it is likelier ours."""
    votes = []
    for kind, found in features.items():
        # as in learning: a long text has no more votes than a short one
        share = weigh_one(kind, len(found))
        weights = learnt.weights[kind]
        votes += [share * weights[feature] for feature in found if feature in weights]
    # the same to the last bit in whatever order a set gives its features
    return learnt.bias + math.fsum(votes)


def weigh_one(kind: Kind, count: int) -> float:
    """What one feature of a kind counts in a text that has so many of that kind."""
    return math.sqrt(SHARES[kind] / max(count, 1))


def list_features(header: Header, blocks: Sequence[Block], signs: Iterable[Sign], language: Language) -> Features:
    """What the classifier looks at, by kind, each once; ``found`` are pairs ``name = value`` of what rules found."""
    above = "\n".join(block.text for block in takewhile(lambda block: not is_body(block), blocks))
    begun = [(block.role, _split(fold_form(block.text[:_REACH_OF_BLOCK], language))) for block in blocks[:_BLOCKS]]
    starts = (" ".join((role, *words[:count])) for role, words in begun for count in range(1, len(words[:_START]) + 1))
    return {
        "word": _pair(fold_form("\n".join(block.text for block in blocks)[:REACH], language)),
        "above": _pair(fold_form(above[-REACH_ABOVE:], language)),
        "role": frozenset(f"{role} {word}" for role, words in begun for word in words),
        "start": frozenset(starts),
        "phrase": frozenset(_find_phrases(blocks[:_BLOCKS], language)),
        "found": frozenset(_describe(header, blocks, signs, language)),
    }


def _split(text: str) -> list[str]:
    """The words of a text, and marks that say something of who writes; a number is ``0``."""
    return _TOKEN.findall(_DIGITS.sub("0", text))


def _pair(text: str) -> frozenset[str]:
    """The words of a text, and its pairs of words."""
    words = _split(text)
    return frozenset({*words, *(f"{one} {other}" for one, other in pairwise(words))})


def _find_phrases(blocks: Iterable[Block], language: Language) -> Iterator[str]:
    """Names of the patterns that stand in blocks, alone, with the role of the block, and marked where they begin it."""
    for block in blocks:
        text = block.text[:_REACH_OF_BLOCK]
        for name in _PHRASES:
            if found := load_pattern(name, language).search(text):
                yield name
                yield f"{block.role} {name}"
                if found.start() == 0:
                    yield f"{block.role} ^{name}"


def _describe(header: Header, blocks: Sequence[Block], signs: Iterable[Sign], language: Language) -> Iterable[str]:
    """What rules found in a text, as ``name = value``."""
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
    yield from (f"{name} = {value}" for name, value in found.items())
    yield from (f"sign = {sign.name}" for sign in signs)


@cache
def _load_learnt() -> Learnt:
    text = (files("oic_reports.structure.ours") / "classifier.csv").read_text(encoding="utf-8")
    rows = [(row["kind"], row["feature"], int(row["weight"]) / UNIT) for row in csv.DictReader(text.splitlines())]
    (bias,) = (weight for _, feature, weight in rows if feature == BIAS)
    return Learnt(bias, {kind: {feature: weight for of, feature, weight in rows if of == kind} for kind in KINDS})
