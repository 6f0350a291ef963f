"""How like two texts are, whatever quotes, spelling or reader they came with: by their runs of words.

A text becomes the set of its runs of three folded words (without case, vowel signs, quotes, punctuation; forms of one
Arabic letter alike). The share of runs that both have (Jaccard) tells copies from other texts; which pairs are worth
comparing at all is found by MinHash and locality-sensitive hashing, so that the work grows with the number of texts
and not with its square (Broder 1997; Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, chapter 3).
"""

from __future__ import annotations

import operator
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from oic_reports.identity.compared_words import fold_words

# words of a run: one changed word changes three runs, and two texts of one field share few by chance
_RUN = 3
# hashes of a bucket, and buckets of a text: two texts with a share of 0.3 meet with 69 %, with 0.5 with 99.7 %, with
# 0.8 always
_ROWS = 3
_BANDS = 43
# texts of one bucket that a further one is compared with: copies of one text meet in many buckets
_MOST_MEETINGS = 20
# pairs that are looked at at once: some 17 MB of hashes
_AT_ONCE = 16_384
# an odd number that spreads bits, and how far they are moved before (the finaliser of SplitMix64)
_SPREAD = np.uint64(0x94D049BB133111EB)
_SHIFT = np.uint64(31)
# of each hash the upper half is kept
_KEPT_BITS = np.uint64(32)


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """A text as it is compared: how many words it has, and its runs (sorted hashes)."""

    words: int
    runs: NDArray[np.uint32]


def sketch(text: str) -> Sketch:
    """A text as it is compared."""
    words = fold_words(text)
    runs = {
        zlib.crc32(" ".join(words[place : place + _RUN]).encode()) for place in range(max(1, len(words) - _RUN + 1))
    }
    return Sketch(len(words), np.fromiter(sorted(runs), np.uint32, len(runs)))


def find_smallest(text: Sketch) -> tuple[int, ...]:
    """The MinHash of a text: its smallest hash under each of the permutations, which are products modulo 2^64."""
    factors, summands = _draw()
    mixed = text.runs.astype(np.uint64)[:, None] * factors + summands
    mixed = (mixed ^ (mixed >> _SHIFT)) * _SPREAD
    return tuple(int(number) for number in mixed.min(axis=0) >> _KEPT_BITS)


def find_share(one: Sketch, other: Sketch) -> float:
    """The share of their runs that both texts have, 0 to 1."""
    both = np.intersect1d(one.runs, other.runs, assume_unique=True).size
    return float(both / (one.runs.size + other.runs.size - both))


def find_contained(part: Sketch, whole: Sketch) -> float:
    """The share of the runs of a text that another one has too, 0 to 1."""
    return float(np.intersect1d(part.runs, whole.runs, assume_unique=True).size / part.runs.size)


def estimate_share(one: Sequence[int], other: Sequence[int]) -> float:
    """What the MinHash of two texts tells of the share of their runs; it is off by 0.04 on average."""
    return float(sum(map(operator.eq, one, other)) / len(one))


def find_pairs(
    hashes: Sequence[Sequence[int]],
    groups: Sequence[str],
    kinds: Sequence[object] | None = None,
    least: tuple[float, float] = (0.0, 0.0),
) -> Iterator[tuple[int, int]]:
    """Places of two texts of one group (a language, say) that may be alike, each pair once, the smaller place first.

    Args:
        hashes: the MinHash of each text.
        groups: the group of each.
        kinds: what makes two texts likelier to be one (a meeting, say); None where that is not known of a text.
        least: the share that their MinHash must promise of two texts of one kind, and of others (``estimate_share``).
    """
    numbers: dict[object, int] = {}
    known = [None if kinds is None else kinds[place] for place in range(len(hashes))]
    # what is not known is like nothing else
    codes = [-1 - place if kind is None else numbers.setdefault(kind, place) for place, kind in enumerate(known)]
    for group in sorted(set(groups)):
        places = [place for place, own in enumerate(groups) if own == group]
        own = np.array([hashes[place] for place in places], np.uint32)
        found = _find_meetings(own, np.array([codes[place] for place in places], np.int64), least)
        yield from ((places[one], places[other]) for one, other in found)


def _find_meetings(
    hashes: NDArray[np.uint32], codes: NDArray[np.int64], least: tuple[float, float]
) -> Iterator[tuple[int, int]]:
    """Rows that share a bucket, each pair once: buckets are found by sorting, since a table of them fills memory."""
    count = len(hashes)
    pairs: list[NDArray[np.int64]] = []
    for band in range(_BANDS):
        buckets = hashes[:, band * _ROWS : (band + 1) * _ROWS]
        # rows of one bucket stay in their order
        order = np.lexsort(buckets.T)
        is_first = np.ones(count, np.bool_)
        is_first[1:] = (buckets[order[1:]] != buckets[order[:-1]]).any(axis=1)
        begins = np.maximum.accumulate(np.where(is_first, np.arange(count), 0))
        depth = np.arange(count) - begins
        for place in range(min(_MOST_MEETINGS, int(depth.max(initial=0)))):
            later = np.flatnonzero(depth > place)
            pairs += _keep_likely(hashes, codes, least, order[begins[later] + place], order[later])
    for pair in np.unique(np.concatenate(pairs)) if pairs else ():
        yield divmod(int(pair), count)


def _keep_likely(
    hashes: NDArray[np.uint32],
    codes: NDArray[np.int64],
    least: tuple[float, float],
    ones: NDArray[np.int64],
    others: NDArray[np.int64],
) -> Iterator[NDArray[np.int64]]:
    """Pairs as one number each, those that promise enough: of texts of one field many meet, and few are alike."""
    for start in range(0, len(ones), _AT_ONCE):
        one, other = ones[start : start + _AT_ONCE], others[start : start + _AT_ONCE]
        share = (hashes[one] == hashes[other]).sum(axis=1) / hashes.shape[1]
        is_likely = share >= np.where(codes[one] == codes[other], *least)
        yield one[is_likely] * len(hashes) + other[is_likely]


@cache
def _draw() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Factors and summands of the permutations, the same in every run."""
    numbers = np.random.Generator(np.random.PCG64(0))
    factors = numbers.integers(0, 1 << 63, _ROWS * _BANDS, dtype=np.uint64)
    return factors * np.uint64(2) + np.uint64(1), numbers.integers(0, 1 << 63, _ROWS * _BANDS, dtype=np.uint64)
