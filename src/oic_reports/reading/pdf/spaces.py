"""Where words end on a line of glyphs: blanks that are painted, and gaps that are wide enough.

Producers paint blanks, or move to the next word, or both; justified lines stretch them, tight ones let letters overlap
them, and letter-spaced lines have gaps everywhere. So a gap counts beside the usual gap between letters of its line.
"""

from __future__ import annotations

import numpy as np

from oic_reports.reading.pdf.folding import is_rtl
from oic_reports.reading.pdf.glyphs import Booleans, Floats, GlyphLayer, Integers, find_level, find_middle

# in font sizes, if nothing else is said: gaps that a painted blank makes a space, a narrow one, none at all (points);
# the share of a blank that letters cover; how far letters may lie over a wide blank; gaps that are a space without a
# painted blank, and in a text that has none
_OPEN = 0.03
_FLAT = 0.12
_NOTHING = 0.05
_COVERED = 0.75
_OVERLAP = -0.3
_WIDE_BLANK = 0.12
_GAP = 0.2
_GAP_WITHOUT_BLANKS = 0.1
# gaps inside a lam-alef; how far off its line a part of a letter stands, and its width; moves for each painted blank
_LAM_ALEF = 0.45
_OFF = 0.1
_FEW_MOVES = 2
_PART = 0.6
# blanks between letters of a spaced line, the share of its gaps and of letters that it has, and how much wider those
# between its words are
_LEAST_SPACED = 6
_SPACED = 0.75
_WIDER = 1.6
_HAMZAS = frozenset("أإآ")


def find_spaces(layer: GlyphLayer, ink: Integers, blanks: Integers, size: float) -> list[bool]:
    """For each glyph of ``ink`` (sorted by place) whether a blank stands before it; the first has none.

    Args:
        layer: the glyphs.
        ink: the line's glyphs from left to right, without blanks.
        blanks: the line's blanks from left to right.
        size: the line's font size in points.
    """
    left, right = layer.left[ink], layer.right[ink]
    reach = np.maximum.accumulate(right)
    gaps = left[1:] - reach[:-1]
    painted = _sum_blanks(layer, ink, blanks, size)[1:]
    usual = _find_usual_gap(gaps[painted == 0], size)
    # a line of TeX may hold a blank or two and move on between all other words
    moves = np.count_nonzero((gaps > _GAP_WITHOUT_BLANKS * size + usual) & (painted == 0))
    has_blanks = blanks.size and moves <= _FEW_MOVES * np.count_nonzero(painted)
    enough = np.full(len(gaps), (_GAP if has_blanks else _GAP_WITHOUT_BLANKS) * size + usual)
    if 2 * np.count_nonzero((gaps > enough) & (painted == 0)) < np.count_nonzero(painted):
        enough[_find_lam_alefs(layer, ink)] = _LAM_ALEF * size
        # a glyph off the line is part of a letter whose body may have no character
        part = (np.abs(layer.baseline[ink] - find_level(layer, ink)) > _OFF * size) & (right - left < _PART * size)
        part[[place for place in np.flatnonzero(part).tolist() if not is_rtl(layer.texts[ink[place]])]] = False
        part &= 5 * np.count_nonzero(part) < len(part)
        enough[part[1:] | part[:-1]] = _LAM_ALEF * size
    is_space = (gaps > enough) | (painted > _NOTHING) & (gaps > _OPEN * size) | (painted > 0) & (gaps > _FLAT * size)
    is_space |= (painted > _WIDE_BLANK * size) & (gaps > _OVERLAP * size)
    if np.count_nonzero(is_space) >= max(_LEAST_SPACED, _SPACED * len(gaps)):
        is_space = _join_letters(layer, ink, gaps, is_space)
    return [False, *is_space.tolist()]


def _join_letters(layer: GlyphLayer, ink: Integers, gaps: Floats, is_space: Booleans) -> Booleans:
    """The blanks of a line on which they stand between all letters: only where they are wider than usual."""
    usual = find_middle(gaps[is_space])
    wide: Booleans = np.asarray(gaps > _WIDER * usual, np.bool_)
    letters = sum(layer.texts[glyph].isalpha() for glyph in ink.tolist())
    return wide if wide.any() and letters >= _SPACED * len(ink) else is_space


def _find_lam_alefs(layer: GlyphLayer, ink: Integers) -> list[int]:
    """Places of gaps between an alef and the lam right of it.

    Some fonts paint the alef's stem with a glyph that has no character, and its hamza alone carries the letter.
    """
    texts = [layer.texts[glyph] for glyph in ink.tolist()]
    return [i for i in range(len(texts) - 1) if texts[i][0] in _HAMZAS and texts[i + 1] == "ل"]


def _sum_blanks(layer: GlyphLayer, ink: Integers, blanks: Integers, size: float) -> Floats:
    """For each glyph the width of the blanks that are painted between it and the one before, by their middles.

    A blank that lies on a glyph is not between two: producers leave the blank at a line's end where the line ends.
    """
    widths = np.zeros(len(ink))
    if not blanks.size:
        return widths
    left, right = layer.left[ink], layer.right[ink]
    start, end = layer.left[blanks], layer.right[blanks]
    places = np.searchsorted(np.maximum.accumulate((left + right) / 2), (start + end) / 2, side="right")
    inside = (places < len(ink)) & (places > 0)
    places, start, end = places[inside], start[inside], end[inside]
    places = _settle_flat(places, end - start, left[1:] - np.maximum.accumulate(right)[:-1], size)
    covered = np.maximum(0.0, np.minimum(end, right[places]) - np.maximum(start, left[places]))
    covered = np.maximum(covered, np.minimum(end, right[places - 1]) - np.maximum(start, left[places - 1]))
    width = np.maximum(end - start, _NOTHING / 10)
    free = covered < _COVERED * width
    np.add.at(widths, places[free], width[free])
    return widths


def _settle_flat(places: Integers, widths: Floats, gaps: Floats, size: float) -> Integers:
    """The places of blanks; one without width that stands in no gap moves to the wider one beside it."""
    is_lost = (widths < _NOTHING) & (gaps[places - 1] < _FLAT * size)
    if not is_lost.any():
        return places
    beside = np.clip(np.stack([places - 1, places + 1]), 1, len(gaps))
    wider = np.argmax(gaps[beside - 1], axis=0)
    return np.where(is_lost, beside[wider, np.arange(len(places))], places)


def _find_usual_gap(gaps: Floats, size: float) -> float:
    """The gap between letters of a word on a letter-spaced line, 0 on others."""
    if gaps.size < 4:  # noqa: PLR2004
        return 0.0
    usual = find_middle(gaps)
    return usual if usual > _OPEN * size else 0.0
