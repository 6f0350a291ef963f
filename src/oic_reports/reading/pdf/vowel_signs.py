"""Which letter each vowel sign stands on.

Fonts place signs by offsets, so their origin may lie beside their letter; producers write a sign before or after its
letter, one way throughout a document. A vote by overlap tells which, and geometry checks each sign.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.glyph_text import HAMZAS
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer

_HAMZA_BELOW = "\u0655"
# one whose letter is lost may be any of them
_CARRIERS = frozenset(f"اأإآوؤىيئل\u0640{UNMAPPED}")
# font sizes of a row, and by which a hamza may lie on the other side of its line; how much nearer the letter of a mark
# is; points by which a direction is favoured; font sizes of a mark that is far, and alone
_ROWS = 1.4
_BEYOND = 0.35
_CLEAR = 1.25
_FAVOUR = 0.02
_FAR = 1.0
_ALONE = 0.1
# font sizes by which signs stand off that are set alike; signs that tell it, and the share of them that are
_ALIKE = 0.01
_ENOUGH = 8
_NEARLY_ALL = 0.9


def find_neighbours(is_base: Booleans, marks: Integers) -> tuple[Integers, Integers]:
    """For each mark the index of the letter before and of the one after it in the stream, -1 for none."""
    places = np.arange(len(is_base))
    before = np.maximum.accumulate(np.where(is_base, places, -1))
    after = np.minimum.accumulate(np.where(is_base, places, len(is_base))[::-1])[::-1]
    after = np.where(after == len(is_base), -1, after)
    return before[marks], after[marks]


def find_centres(layer: GlyphLayer, marks: Integers) -> Floats:
    """Where each mark stands: the middle of its ink, or its origin where the ink is not known."""
    return (layer.left[marks] + layer.right[marks]) / 2


def vote_direction(layer: GlyphLayer, is_base: Booleans, marks: Integers) -> tuple[float, float]:
    """How well the marks of a page sit on the letter before them, and how well on the letter after."""
    before, after = find_neighbours(is_base, marks)
    centres = find_centres(layer, marks)
    return _score(layer, marks, before, centres), _score(layer, marks, after, centres)


def _score(layer: GlyphLayer, marks: Integers, letters: Integers, centres: Floats) -> float:
    known = letters >= 0
    picked = letters[known]
    middle = (layer.left[picked] + layer.right[picked]) / 2
    distance = np.abs(centres[known] - middle) / (0.5 * layer.size[picked])
    rows = np.abs(layer.baseline[marks[known]] - layer.baseline[picked]) < _ROWS * layer.size[picked]
    return float(np.sum(np.maximum(0.0, 1.0 - distance) * rows))


def decide_direction(before: float, after: float) -> int:
    """-1 where marks follow their letter in the stream, 1 where they precede it, 0 where the votes are even."""
    if max(before, after) < _CLEAR * min(before, after) or before == after:
        return 0
    return -1 if before > after else 1


def measure_offsets(layer: GlyphLayer, is_base: Booleans, marks: Integers) -> dict[str, list[float]]:
    """For each sign, how far right of the left edge of the letter before it in the stream it begins, in font sizes."""
    before, _ = find_neighbours(is_base, marks)
    found: dict[str, list[float]] = {}
    for mark, letter in zip(marks.tolist(), before.tolist(), strict=True):
        # one that the file itself sets at its letter (``spans``) stands at its edge
        if letter >= 0 and layer.baseline[letter] == layer.baseline[mark] and layer.left[mark] != layer.left[letter]:
            found.setdefault(layer.texts[mark], []).append(
                float(layer.left[mark] - layer.left[letter]) / float(layer.size[mark])
            )
    return found


def are_set_alike(offsets: Mapping[str, Sequence[float]]) -> bool:
    """Whether a program sets each sign at one distance from its letter, whatever its breadth: places tell nothing."""
    told = [(offset, values) for values in offsets.values() if len(values) > 1 for offset in values]
    alike = sum(abs(offset - float(np.median(values))) < _ALIKE for offset, values in told)
    return len(told) >= _ENOUGH and alike >= _NEARLY_ALL * len(told)


def measure_bias(layer: GlyphLayer, is_base: Booleans, marks: Integers) -> dict[str, list[float]]:
    """For each sign, how far from the middle of its letter it stands, in widths of the letter.

    Only signs that stand over one letter and well away from others are measured; fonts set some signs to one side.
    """
    letters = np.flatnonzero(is_base)
    found: dict[str, list[float]] = {}
    if not letters.size:
        return found
    for mark, centre in zip(marks.tolist(), find_centres(layer, marks).tolist(), strict=True):
        size = layer.size[mark]
        row = letters[np.abs(layer.baseline[letters] - layer.baseline[mark]) < _ROWS * size]
        reach = _ALONE * size
        near = row[(layer.left[row] - reach < centre) & (centre < layer.right[row] + reach)]
        if near.size == 1 and layer.left[near[0]] <= centre <= layer.right[near[0]]:
            width = max(float(layer.right[near[0]] - layer.left[near[0]]), 0.1)
            middle = float(layer.left[near[0]] + layer.right[near[0]]) / 2
            found.setdefault(layer.texts[mark], []).append((centre - middle) / width)
    return found


def attach_marks(
    layer: GlyphLayer,
    is_base: Booleans,
    marks: Integers,
    direction: int,
    bias: Mapping[str, float],
    *,
    are_alike: bool = False,
) -> Integers:
    """For each mark the index of its letter, -1 where the page has no letter near it.

    The letters before and after it in the stream and the nearest one by place are weighed: how far beside the letter
    the mark stands, a quarter of how far from where its kind usually stands over a letter (``bias``, in widths of the
    letter), and something for a letter that is not on the voted side. Where signs are set alike
    (``are_set_alike``) each is of the letter before it.
    """
    before, after = find_neighbours(is_base, marks)
    if are_alike:
        return before
    centres = find_centres(layer, marks)
    letters = np.flatnonzero(is_base)
    usual = np.array([bias.get(layer.texts[mark], 0.0) for mark in marks.tolist()])
    is_hamza = np.array([layer.texts[mark] in HAMZAS for mark in marks.tolist()], np.bool_)
    nearest = np.array(
        [
            _find_nearest(layer, mark, centre, offset, letters[_can_carry(layer, mark, letters)] if is_one else letters)
            for mark, centre, offset, is_one in zip(
                marks.tolist(), centres.tolist(), usual.tolist(), is_hamza.tolist(), strict=True
            )
        ],
        np.int64,
    )
    penalties = (_FAVOUR if direction > 0 else 0.0, _FAVOUR if direction < 0 else 0.0, _FAVOUR)
    candidates = np.column_stack([before, after, nearest])
    costs = np.column_stack(
        [
            _measure_distance(layer, marks, column, centres)
            + _measure_offset(layer, column, centres, usual) / 4
            + penalty * layer.size[marks]
            for column, penalty in zip(candidates.T, penalties, strict=True)
        ]
    )
    for row in np.flatnonzero(is_hamza).tolist():
        costs[row, ~_can_carry(layer, int(marks[row]), candidates[row])] = np.inf
    chosen = candidates[np.arange(len(marks)), np.argmin(costs, axis=1)]
    return np.where(np.min(costs, axis=1) < _FAR * layer.size[marks], chosen, -1)


def _can_carry(layer: GlyphLayer, hamza: int, letters: Integers) -> Booleans:
    """Which letters may have a hamza: alef, waw, yeh, the lam of a ligature with alef, and what stretches one of them.

    It stands off its line on one side; the letters of the line on the other side may be nearer.
    """
    is_carrier = np.array([not _CARRIERS.isdisjoint(layer.texts[letter]) for letter in letters.tolist()], np.bool_)
    off = layer.baseline[letters] - layer.baseline[hamza]
    if layer.texts[hamza] == _HAMZA_BELOW:
        off = -off
    carried: Booleans = is_carrier & (off > -_BEYOND * layer.size[hamza])
    return carried


def _measure_distance(layer: GlyphLayer, marks: Integers, letters: Integers, centres: Floats) -> Floats:
    """How far beside its letter each mark stands, in points; infinite on another line or without a letter."""
    picked = np.where(letters >= 0, letters, 0)
    outside = np.maximum(0.0, np.maximum(layer.left[picked] - centres, centres - layer.right[picked]))
    rows = np.abs(layer.baseline[marks] - layer.baseline[picked]) < _ROWS * layer.size[picked]
    return np.where((letters >= 0) & rows, outside, np.inf)


def _measure_offset(layer: GlyphLayer, letters: Integers, centres: Floats, usual: Floats) -> Floats:
    picked = np.where(letters >= 0, letters, 0)
    left, right = layer.left[picked], layer.right[picked]
    return np.abs((left + right) / 2 + usual * (right - left) - centres)


def _find_nearest(layer: GlyphLayer, mark: int, centre: float, usual: float, letters: Integers) -> int:
    """The letter of the mark's line that it stands over, or the nearest to it; -1 for none."""
    near = letters[np.abs(layer.baseline[letters] - layer.baseline[mark]) < _ROWS * layer.size[letters]]
    if not near.size:
        return -1
    left, right = layer.left[near], layer.right[near]
    outside = np.maximum(0.0, np.maximum(left - centre, centre - right))
    offset = np.abs((left + right) / 2 + usual * (right - left) - centre)
    rows = np.abs(layer.baseline[near] - layer.baseline[mark])
    place = int(np.argmin(outside + offset / 4 + rows / 4))
    return int(near[place]) if outside[place] < layer.size[near[place]] else -1
