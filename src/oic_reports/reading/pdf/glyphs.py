"""Glyphs of one page, whatever read them: the interface of the two sources.

Coordinates are PDF points from the top-left corner of the page as it is shown (crop box, turned by ``/Rotate``).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from oic_reports.reading.pdf.arrays import Floats, Integers

if TYPE_CHECKING:
    from oic_reports.reading.pdf.raster import Raster

# a font, by its place in the file, and a character code in it
Code = tuple[int, int]

UNMAPPED = "\ufffd"
# rules that put characters right: by the bytes of its map, by the font's program, by the order of its codes, by words,
# by recognising where a code is painted
SHIFTED = "pdf.map_bytes"
NAMED = "pdf.glyph_name"
NEIGHBOURS = "pdf.code_order"
LEARNT = "pdf.learnt_map"
RECOGNISED = "pdf.recognised_map"
LOST = "pdf.lost_sign"


@dataclass(slots=True)
class Label:
    """What a label (``labels``) stands for: font (by place in the file) and code, the map's text, and what it means.

    ``rule`` names what gave ``text``; it is empty where the map is believed.
    """

    code: Code
    raw: str
    text: str
    rule: str = ""


@dataclass(slots=True)
class GlyphLayer:
    """Upright glyphs in the order in which the page paints them; all arrays have the length of ``texts``.

    ``texts`` is what the font's character map says, presentation forms folded, several letters for a ligature, in
    logical order, ``UNMAPPED`` where it says nothing. ``left`` and ``right`` are origin and end of the advance,
    ``baseline`` and ``size`` (of the font) are vertical; ``turn`` is the clockwise angle (0, 90, 180, 270) by which the
    glyphs stand turned on the page: coordinates are those of the page turned back. ``tall`` are the glyphs without a
    character whose ink is too high for a kashida: letters that the character map lost; and those that the file
    says to be a letter with its sign.

    ``codes`` are, where the source knows them, the font (by number) and the character code in it. Where texts were put
    right (``mending``), ``raws`` are those that the character map gave, and ``rules`` name what put them right.
    ``starts`` are where glyphs begin that reach over others (``stacked``); empty where each begins at its left edge.
    """

    texts: list[str]
    left: Floats
    right: Floats
    baseline: Floats
    size: Floats
    turn: int = 0
    tall: frozenset[int] = frozenset()
    codes: list[Code] = field(default_factory=list)
    raws: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    starts: Floats = field(default_factory=lambda: np.zeros(0))

    def pick(self, kept: Integers) -> GlyphLayer:
        """A layer of some of the glyphs, in their order."""
        numbers = kept.tolist()
        picked = GlyphLayer(
            [self.texts[glyph] for glyph in numbers],
            self.left[kept],
            self.right[kept],
            self.baseline[kept],
            self.size[kept],
            self.turn,
            frozenset(place for place, glyph in enumerate(numbers) if glyph in self.tall),
        )
        picked.codes, picked.raws, picked.rules = (
            [column[glyph] for glyph in numbers] if column else [] for column in (self.codes, self.raws, self.rules)
        )
        picked.starts = self.starts[kept] if self.starts.size else self.starts
        return picked


@dataclass(slots=True)
class GlyphPage:
    """One page: 1-based number, width and height in points, its layers (one for each direction of writing).

    ``left_out`` counts glyphs that are not on the page or are not shown, by kind; ``hidden`` are the origins of the
    latter, ``raster`` is the page as it was rendered small, None where it was not. ``has_invisible`` says that the text
    is painted invisibly, as scanners lay recognised text over an image. ``ruled`` counts the paths that it paints,
    ``rules`` are the straight lines among them: rows of x0, top, x1, bottom.
    ``has_shapes`` says that signs of comparison are given as they are painted (``painted_signs``).
    """

    number: int
    width: float
    height: float
    layers: list[GlyphLayer]
    left_out: dict[str, int] = field(default_factory=dict)
    has_invisible: bool = False
    image_share: float = 0.0
    ruled: int = 0
    rules: Floats = field(default_factory=lambda: np.zeros((0, 4)))
    hidden: Floats = field(default_factory=lambda: np.zeros((0, 2)))
    raster: Raster | None = None
    has_shapes: bool = False


def find_middle(values: Floats) -> float:
    """The median of a few values (the upper one of two); numpy's own takes longer than the work is worth."""
    return float(np.sort(values)[len(values) // 2])


def find_level(layer: GlyphLayer, glyphs: Integers) -> float:
    """The baseline that most of some glyphs share, to a tenth of a point."""
    return float(Counter(np.round(layer.baseline[glyphs], 1).tolist()).most_common(1)[0][0])


def turn_back(points: Floats, turn: int, shown: tuple[float, float]) -> Floats:
    """Points of a page as they are when the page is turned so that its glyphs stand upright."""
    width, height = shown
    x, y = points[:, 0], points[:, 1]
    turned = {0: (x, y), 90: (y, width - x), 180: (width - x, height - y), 270: (height - y, x)}
    return np.column_stack(turned[turn])
