"""What kind each glyph of a layer is: letter, blank, mark, a copy of another one; each different text is asked once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers, number_tenths
from oic_reports.reading.pdf.glyph_text import is_mark, is_rtl
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer, find_middle
from oic_reports.reading.pdf.numbered_texts import Kinds

# font sizes: parts of one letter one above the other, slack
_APART = 0.03
_PARTS = 0.8
_SLACK = 0.02


@dataclass(slots=True)
class LayerIndex:
    """A layer's glyphs by kind, found once.

    ``kinds`` are the different texts. ``is_base`` are letters and signs, neither blanks nor
    marks; ``copies`` are those among them that only repeat another one.
    """

    kinds: Kinds
    is_base: Booleans
    is_ink: Floats
    marks: Integers
    rtl: Booleans
    unmapped: Booleans
    copies: Integers
    left_out: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, layer: GlyphLayer) -> LayerIndex:
        """Look at each different text once."""
        kinds = Kinds.of(layer.texts)
        is_marked, rtl, unmapped = kinds.tell(is_mark), kinds.tell(is_rtl), kinds.tell(UNMAPPED.__eq__)
        ink = kinds.tell(" ".__ne__).astype(np.float64)
        copies = _find_copies(layer, kinds.numbers, ~is_marked & (ink > 0))
        ink[copies] = 0.0
        is_base = ~is_marked & (ink > 0)
        index = cls(kinds, is_base, ink, np.flatnonzero(is_marked), rtl, unmapped, copies)
        index.left_out["double"] += len(copies)
        return index

    def tell(self, is_such: Callable[[str], bool], glyphs: Integers) -> Booleans:
        """Of which of some glyphs something is true, asked once for each different text."""
        return self.kinds.tell(is_such, glyphs)


def _find_copies(layer: GlyphLayer, kinds: Integers, is_base: Booleans) -> Integers:
    """Glyphs that repeat a letter painted at another height, over it or under it.

    Where a font paints a letter of several parts, some producers give the whole cluster's text to each of them.
    """
    letters = np.flatnonzero(is_base)
    off = _find_off_lines(layer, letters)
    if not off.size:
        return off
    middles = (layer.left + layer.right) / 2
    copies: list[int] = []
    by_kind = letters[np.argsort(kinds[letters], kind="stable")]
    starts = np.searchsorted(kinds[by_kind], kinds[off])
    ends = np.searchsorted(kinds[by_kind], kinds[off], side="right")
    for glyph, start, end in zip(off.tolist(), starts.tolist(), ends.tolist(), strict=True):
        alike = by_kind[start:end]
        height = np.abs(layer.baseline[alike] - layer.baseline[glyph])
        size = np.minimum(layer.size[alike], layer.size[glyph])
        alike = alike[(height > _APART * size) & (height < _PARTS * size)]
        slack = _SLACK * layer.size[glyph]
        over = (layer.left[alike] - slack <= middles[glyph]) & (middles[glyph] <= layer.right[alike] + slack)
        under = (layer.left[glyph] - slack <= middles[alike]) & (middles[alike] <= layer.right[glyph] + slack)
        for other in alike[over | under].tolist():
            is_narrower = layer.right[glyph] - layer.left[glyph] < layer.right[other] - layer.left[other]
            copies.append(glyph if is_narrower else other)
    return np.unique(np.array(copies, np.int64))


def _find_off_lines(layer: GlyphLayer, letters: Integers) -> Integers:
    """The letters at a height near which more others stand: parts of letters, superscripts."""
    heights, member, counts = number_tenths(layer.baseline[letters])
    if not letters.size:
        return letters
    size = find_middle(layer.size[letters])
    apart = np.abs(heights[:, None] - heights[None, :])
    near = (apart > _APART * size) & (apart < _PARTS * size)
    is_off: Booleans = np.asarray((near & (counts[None, :] > counts[:, None])).any(axis=1), np.bool_)
    return letters[is_off[member]]
