"""Lines of glyphs in one array, one line after the other, so that all lines of a page are looked at in one go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.glyphs import GlyphLayer


@dataclass(frozen=True, slots=True)
class GlyphRows:
    """Indexes of glyphs of a layer, line by line; a line may be empty.

    Line ``i`` is ``glyphs[bounds[i]:bounds[i + 1]]``, and ``line`` is the number of the line of each glyph. Values of
    glyphs that methods take stand in the order of ``glyphs``, those that they give have one place a line.
    """

    glyphs: Integers
    bounds: Integers
    line: Integers

    @classmethod
    def of(cls, lines: Sequence[Integers]) -> GlyphRows:
        """The rows of some lines."""
        lengths = [len(line) for line in lines]
        glyphs = np.concatenate(lines) if lines else np.zeros(0, np.int64)
        return cls.of_lengths(glyphs, np.array(lengths, np.int64))

    @classmethod
    def of_lengths(cls, glyphs: Integers, lengths: Integers) -> GlyphRows:
        """The rows of lines of some lengths, one after the other."""
        bounds = np.concatenate([[0], np.cumsum(lengths)])
        return cls(glyphs, bounds, np.repeat(np.arange(len(lengths)), lengths))

    @property
    def lengths(self) -> Integers:
        """How many glyphs each line has."""
        return self.bounds[1:] - self.bounds[:-1]

    @property
    def is_inner(self) -> Booleans:
        """Which glyphs have another one before them on their line."""
        inner = np.ones(len(self.glyphs), np.bool_)
        inner[self.bounds[:-1][self.lengths > 0]] = False
        return inner

    def __iter__(self) -> Iterator[Integers]:
        """The glyphs of each line."""
        return (self.glyphs[start:end] for start, end in pairwise(self.bounds.tolist()))

    def pick(self, kept: Booleans) -> GlyphRows:
        """The rows of some of the glyphs."""
        return self.of_lengths(self.glyphs[kept], self.count(kept))

    def sort(self, *keys: Floats | Integers) -> GlyphRows:
        """The rows with the glyphs of each line in order of the last key, then of those before it."""
        return GlyphRows(self.glyphs[np.lexsort((*keys, self.line))], self.bounds, self.line)

    def count(self, marked: Booleans) -> Integers:
        """How many glyphs of each line are marked."""
        return np.bincount(self.line[marked], minlength=len(self.bounds) - 1)

    def accumulate(self, values: Floats) -> Floats:
        """The greatest value so far, from the beginning of each line."""
        found = np.empty_like(values)
        for start, end in pairwise(self.bounds.tolist()):
            np.maximum.accumulate(values[start:end], out=found[start:end])
        return found

    def find_middles(self, values: Floats) -> Floats:
        """The median of the values of each line (the upper one of two), 0 for an empty line."""
        lengths = self.lengths
        if not len(self.glyphs):
            return np.zeros(len(lengths))
        firsts = values[np.minimum(self.bounds[:-1], len(values) - 1)]
        if (values == firsts[self.line]).all():
            # one size on each line
            return np.where(lengths > 0, firsts, 0.0)
        ordered = values[np.lexsort((values, self.line))]
        places = np.minimum(self.bounds[:-1] + lengths // 2, len(ordered) - 1)
        return np.where(lengths > 0, ordered[places], 0.0)

    def find_levels(self, layer: GlyphLayer) -> Floats:
        """The baseline that most glyphs of a line share, to a tenth of a point; lines may not be empty."""
        heights = np.round(layer.baseline[self.glyphs], 1)
        levels = heights[self.bounds[:-1]]
        uneven = self.count(heights != levels[self.line]) > 0
        for line in np.flatnonzero(uneven).tolist():
            own = heights[self.bounds[line] : self.bounds[line + 1]].tolist()
            levels[line] = Counter(own).most_common(1)[0][0]
        return levels
