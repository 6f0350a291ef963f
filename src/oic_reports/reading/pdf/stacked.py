"""Letters that a font sets above their line, or paints as a body and its dots: on which line they stand.

In Ruqaa, Diwani and Nastaliq a word climbs from its end up to its beginning, often higher than half the distance to the
next line. Where such a letter belongs, its place alone does not tell, but what is painted before it and after it does.
"""

from __future__ import annotations

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers, find_median, number_tenths
from oic_reports.reading.pdf.glyph_text import is_mark, is_rtl
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer
from oic_reports.reading.pdf.numbered_texts import Kinds

# glyphs that make a height a line; font sizes between two lines, and off a line
_OWN_LINE = 3
_BETWEEN = 0.62
_SAME = 0.02
_LEVEL = 0.1
_FEWER = 0.2
# share of the letters, and their number, that stand off all lines where a font stacks them
_STACKED = 0.03
_SEVERAL = 4
# steps in the order of painting to a letter on a line; font sizes that it is off, and beside, at most
_STEPS = 8
_HIGH = 1.6
_BESIDE = 1.5
# steps between the parts of a letter; font sizes of the breadth of dots, and between the middles of dots and body
_PARTS = 3
_DOTS = 0.25
_OVER = 0.45
# font sizes by which a letter reaches over the one that is painted before it
_OVERHANG = 0.02
_STEP = 0.01
# letters with dots or a hamza, and signs that stand for bodies without a character
_DOTTED = frozenset("بتثجخذزشضظغفقنيةأإآؤئ")
_BODIES = frozenset((UNMAPPED, *"!\"#$%&'*+;<=>?@[\\]^_`{|}~§"))


def find_order(layer: GlyphLayer, member: Integers, ranks: Integers) -> Integers:
    """The glyphs in the order of painting, those of each text object from left to right.

    PDFium gives those of most objects in Arabic turned round: the steps from each to the next one tell. ``member`` is
    the object of each glyph, ``ranks`` tell when each object paints.
    """
    steps = np.zeros(len(ranks))
    same = np.flatnonzero(member[1:] == member[:-1]) if len(member) > 1 else np.zeros(0, np.int64)
    np.add.at(steps, member[same], np.sign(layer.left[same + 1] - layer.left[same]))
    turned = np.where(steps < 0, -1, 1)[member]
    return np.lexsort((np.arange(len(member)) * turned, ranks[member]))


def settle_stacked(layer: GlyphLayer, order: Integers) -> Integers:
    """Set letters off all lines on the line that they belong to; it changes ``layer``. Gives the glyphs that stay.

    Args:
        layer: the glyphs.
        order: their indexes in the order of painting, those of one text object from left to right.

    The dots of a letter that have its text are left out; a body that has none takes it from them.
    """
    kinds = Kinds.of(layer.texts)
    letters = kinds.tell(lambda text: (is_rtl(text) and not any(map(is_mark, text))) or text == UNMAPPED)
    everything = np.arange(len(layer.texts))
    levels = _find_levels(layer, letters, kinds.tell(lambda text: not is_mark(text)))
    is_vocalised = np.count_nonzero(kinds.tell(lambda text: any(map(is_mark, text)))) > _STACKED * len(layer.texts)
    if not levels.size or not letters.any() or is_vocalised:
        return everything
    nearest = levels[np.argmin(np.abs(layer.baseline[:, None] - levels[None, :]), axis=1)]
    off = letters & (np.abs(layer.baseline - nearest) > np.maximum(_SAME * layer.size, _LEVEL))
    off &= ~_run_on(layer, order)
    if np.count_nonzero(off) < max(_SEVERAL, _STACKED * np.count_nonzero(letters)):
        return everything
    heights = layer.baseline.copy()
    _set_on_lines(layer, order, off)
    return np.setdiff1d(everything, _find_dots(layer, order, heights, off), assume_unique=True)


def _find_levels(layer: GlyphLayer, letters: Booleans, counted: Booleans) -> Floats:
    """The baselines of lines: heights near which no other one has more glyphs.

    Close to a height with far more of them only signs (blanks, points, figures), which no font raises, make one.
    """
    heights, level, numbers = number_tenths(layer.baseline[counted])
    if not heights.size:
        return heights
    size = find_median(layer.size)
    apart = np.abs(heights[:, None] - heights[None, :])
    best = np.where(apart < _BETWEEN * size, numbers[None, :], 0).max(axis=1)
    most = np.where(apart < _HIGH * size, numbers[None, :], 0).max(axis=1)
    has_signs = np.bincount(level[~letters[counted]], minlength=len(heights)) > 0
    found: Floats = heights[(numbers >= best) & (numbers >= _OWN_LINE) & (has_signs | (numbers >= _FEWER * most))]
    return found


def _run_on(layer: GlyphLayer, order: Integers) -> Booleans:
    """Which glyphs are painted among several at one height: a line of a cell beside others, a small title."""
    baselines = layer.baseline[order]
    is_first = np.ones(len(order), np.bool_)
    is_first[1:] = np.abs(baselines[1:] - baselines[:-1]) > _LEVEL
    lengths = np.diff(np.flatnonzero(is_first), append=len(order))
    found = np.zeros(len(order), np.bool_)
    found[order] = np.repeat(lengths > _OWN_LINE, lengths)
    return found


def _set_on_lines(layer: GlyphLayer, order: Integers, off: Booleans) -> None:
    """Give the letters that are off the line of the nearest glyph in the order of painting that is on one."""
    baselines = layer.baseline.copy()
    for place in np.flatnonzero(off[order]).tolist():
        glyph = int(order[place])
        size = float(layer.size[glyph])
        for step in range(1, _STEPS + 1):
            beside = [order[other] for other in (place - step, place + step) if 0 <= other < len(order)]
            fits = [
                float(baselines[other])
                for other in beside
                if not off[other]
                and abs(baselines[other] - baselines[glyph]) < _HIGH * size
                and max(layer.left[other] - layer.right[glyph], layer.left[glyph] - layer.right[other]) < _BESIDE * size
            ]
            if fits:
                layer.baseline[glyph] = min(fits, key=lambda level: abs(level - float(baselines[glyph])))
                break


def _find_dots(layer: GlyphLayer, order: Integers, heights: Floats, off: Booleans) -> Integers:
    """The glyphs that are the dots or the hamza of the letter painted beside them.

    One without a character, or with a sign for one, takes their text.
    """
    is_dots = off & (layer.right - layer.left < _DOTS * layer.size)
    is_dots &= np.fromiter((text[0] in _DOTTED or text[-1] in _DOTTED for text in layer.texts), np.bool_, len(off))
    middles = (layer.left + layer.right) / 2
    found: set[int] = set()
    bodies: set[int] = set()
    for place in np.flatnonzero(is_dots[order]).tolist():
        dots = int(order[place])
        near = order[max(place - _PARTS, 0) : place + _PARTS + 1].tolist()
        size = float(layer.size[dots])
        fits = [
            other
            for other in near
            if other not in found | bodies | {dots}
            and abs(middles[other] - middles[dots]) < _OVER * size
            and abs(heights[other] - heights[dots]) > _SAME * size
            and _may_be_body(layer, other, dots)
        ]
        if fits and dots not in bodies:
            body = min(fits, key=lambda other: abs(middles[other] - middles[dots]))
            layer.texts[body] = layer.texts[dots]
            layer.baseline[body] = layer.baseline[dots]
            found.add(dots)
            bodies.add(body)
    return np.array(sorted(found), np.int64)


def _may_be_body(layer: GlyphLayer, glyph: int, dots: int) -> bool:
    """Whether a glyph has the text of some dots, or none and stands under or over them."""
    if layer.texts[glyph] not in _BODIES:
        return layer.texts[glyph] == layer.texts[dots]
    return bool(layer.left[glyph] <= (layer.left[dots] + layer.right[dots]) / 2 <= layer.right[glyph])


def find_starts(layer: GlyphLayer, order: Integers) -> Floats:
    """Where each glyph begins, from the left: behind what is painted before it on its line; empty where all do.

    The bow of a final letter may reach far under the next word, and a kaf over the letter behind it: by their left
    edges they would change places with those. ``order`` is that of painting.
    """
    if len(order) < 2:  # noqa: PLR2004  (one glyph has no order)
        return np.zeros(0)
    kinds = Kinds.of(layer.texts)
    letters, is_blank = kinds.tell(lambda text: is_rtl(text) and not is_mark(text)), kinds.tell(" ".__eq__)
    order = order[kinds.tell(lambda text: not is_mark(text), order)]
    first, second = order[:-1], order[1:]
    reach = _OVERHANG * layer.size[second]
    found = (letters | is_blank)[first] & letters[second]
    found &= np.abs(layer.baseline[first] - layer.baseline[second]) < reach
    found &= (layer.left[second] < layer.left[first] - reach) & (layer.right[second] > layer.right[first] + reach)
    if not found.any():
        return np.zeros(0)
    starts = layer.left.copy()
    for one, other in zip(first[found].tolist(), second[found].tolist(), strict=True):
        if layer.texts[one] in layer.texts[other]:
            # a part of a ligature is painted on it
            continue
        starts[other] = min(layer.right[one] if is_blank[one] else starts[one] + _STEP, layer.right[other])
    return starts
