"""Which glyphs stand on one line: baselines by population, raised groups pulled into the line that they belong to."""

from __future__ import annotations

import numpy as np

from oic_reports.reading.pdf.arrays import Floats, Integers, number_tenths
from oic_reports.reading.pdf.glyphs import GlyphLayer

# font sizes to a line that a glyph is of, and that is surely the same; share of its glyphs that may collide; points by
# which they touch; font sizes of a narrow glyph
_REACH = 0.62
_SAME = 0.15
_MOST_COLLISIONS = 0.34
_TOUCH = 0.1
_NARROW = 0.35
# share of a line's size of small print, and how much further a line above counts for it
_SMALL = 0.85
_LOWERED = 1.5


def group_lines(layer: GlyphLayer, glyphs: Integers, is_ink: Floats) -> list[Integers]:
    """The lines of one region, from the top, each as indexes of its glyphs (blanks too), unsorted.

    Args:
        layer: the glyphs.
        glyphs: indexes of the region's glyphs, marks not among them.
        is_ink: for each glyph of the layer 1.0, or 0.0 for a blank.

    A group of glyphs at one height belongs to a line less than 0.62 em away, unless more than a third of it stand above
    or below that line's own glyphs (narrow ones do not count): superscripts and the stacked letters of calligraphic
    fonts do not collide.
    """
    heights, member, counts = number_tenths(layer.baseline[glyphs])
    order = np.argsort(member, kind="stable")
    bounds = [0, *np.cumsum(counts).tolist()]
    groups = [glyphs[order[bounds[i] : bounds[i + 1]]] for i in range(len(heights))]
    weights = [float(np.sum((layer.right[g] - layer.left[g]) * is_ink[g])) for g in groups]
    lines: list[_Growing] = []
    for place in sorted(range(len(groups)), key=lambda i: (-weights[i], heights[i])):
        group = groups[place]
        ink = group[is_ink[group] > 0]
        if not ink.size:
            ink = group[:0]
        size = float(layer.size[group].max())
        best = _find_line(layer, lines, ink, float(heights[place]), size)
        if best is None:
            lines.append(_Growing(float(heights[place]), size, [group], layer.left[ink], layer.right[ink]))
        else:
            best.add(group, layer.left[ink], layer.right[ink])
    lines.sort(key=lambda line: line.height)
    found = [np.concatenate(line.groups) for line in lines]
    return [line for line in found if is_ink[line].any()]


class _Growing:
    """A line while its groups are gathered: height and size are those of its first, most populous group."""

    __slots__ = ("groups", "height", "left", "right", "size")

    def __init__(self, height: float, size: float, groups: list[Integers], left: Floats, right: Floats) -> None:
        self.height = height
        self.size = size
        self.groups = groups
        self.left = left
        self.right = right

    def add(self, group: Integers, left: Floats, right: Floats) -> None:
        self.groups.append(group)
        self.left = np.concatenate([self.left, left])
        self.right = np.concatenate([self.right, right])

    def count_collisions(self, centres: Floats) -> int:
        inside = (self.left[:, None] + _TOUCH < centres) & (centres < self.right[:, None] - _TOUCH)
        return int(np.count_nonzero(inside.any(axis=0)))


def _find_line(layer: GlyphLayer, lines: list[_Growing], ink: Integers, height: float, size: float) -> _Growing | None:
    best: _Growing | None = None
    nearest = 0.0
    centres = (layer.left[ink] + layer.right[ink]) / 2
    for line in lines:
        distance = abs(line.height - height)
        reach = max(size, line.size)
        # marks of notes stand high over their line, closer to the one above; what is set low stands close to its own
        is_low = height > line.height and size < _SMALL * line.size
        weighed = distance * _LOWERED if is_low else distance
        if distance >= _REACH * reach or (best is not None and weighed >= nearest):
            continue
        is_letter = layer.right[ink] - layer.left[ink] > _NARROW * size
        collisions = line.count_collisions(centres[is_letter]) if distance > _SAME * size else 0
        if collisions > _MOST_COLLISIONS * max(len(ink), 1):
            continue
        best, nearest = line, weighed
    return best
