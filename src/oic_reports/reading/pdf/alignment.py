"""What the codes of fonts stand for, learnt from words that were recognised where their glyphs stand.

Recognition mistakes a letter here and there; a code stands for the same letters wherever it is painted. So each word's
glyphs and letters are aligned, one after the other, and what most occurrences of a code say is its meaning
(expectation maximisation over monotone alignments, as for letters and sounds; a glyph stands for up to three letters).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from oic_reports.reading.pdf.glyphs import Code

Pair = tuple[tuple[Code, ...], str]
Shares = dict[Code, dict[str, float]]
# letters of a glyph, and how likely so many of them are before anything is known
_MOST_LETTERS = 3
_AT_FIRST = (0.08, 1.0, 0.12, 0.02)
# rounds of estimation; share of what was never seen; by how many places an alignment may leave the diagonal
_ROUNDS = 6
_UNSEEN = 0.0001
_BAND = 3


def align(pairs: Mapping[Pair, int]) -> Shares:
    """For each code how often it stands for which letters (expected counts; ``""`` where for none).

    Args:
        pairs: glyphs of a word in the order of reading with its recognised letters, and how often they occur.
    """
    chances: dict[Code, dict[str, float]] = {}
    counts: Shares = {}
    for _ in range(_ROUNDS):
        counts = defaultdict(lambda: defaultdict(float))
        for (codes, text), number in pairs.items():
            _count_word(codes, text, number, chances, counts)
        chances = {}
        for code, letters in counts.items():
            total = sum(letters.values())
            chances[code] = {text: count / total for text, count in letters.items()}
    return counts


def _count_word(
    codes: Sequence[Code], text: str, number: int, chances: Mapping[Code, Mapping[str, float]], counts: Shares
) -> None:
    """Add what one word tells (forward and backward sums over its alignments)."""
    length, letters = len(codes), len(text)
    slope = letters / length
    bands = [
        (max(0, int(place * slope) - _BAND), min(letters, int(place * slope) + _BAND)) for place in range(length + 1)
    ]
    bands[0], bands[-1] = (0, 0), (letters, letters)
    steps: list[list[tuple[int, int, str, float]]] = []
    for place, code in enumerate(codes):
        known = chances.get(code)
        step = []
        low, high = bands[place + 1]
        for start in range(bands[place][0], bands[place][1] + 1):
            for end in range(max(start, low), min(start + _MOST_LETTERS, high) + 1):
                part = text[start:end]
                chance = _AT_FIRST[end - start] if known is None else known.get(part, 0.0) + _UNSEEN
                step.append((start, end, part, chance))
        steps.append(step)
    forward = [[0.0] * (letters + 1) for _ in range(length + 1)]
    forward[0][0] = 1.0
    for place, step in enumerate(steps):
        before, after = forward[place], forward[place + 1]
        for start, end, _, chance in step:
            after[end] += before[start] * chance
    total = forward[length][letters]
    if not total:
        return
    behind = [0.0] * (letters + 1)
    behind[letters] = 1.0
    for place in range(length - 1, -1, -1):
        before, ahead = forward[place], [0.0] * (letters + 1)
        told = counts[codes[place]]
        for start, end, part, chance in steps[place]:
            share = chance * behind[end]
            if share:
                ahead[start] += share
                told[part] += number * before[start] * share / total
        behind = ahead
