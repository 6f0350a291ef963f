"""Rows of a page in pieces: glyphs of one row with no wide gap between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from oic_reports.reading.pdf.arrays import Floats, Integers
from oic_reports.reading.pdf.glyphs import GlyphLayer, find_middle

# font sizes of a gap between columns, and of a narrow one; font sizes of a row
CUT = 0.9
NARROW_CUT = 0.5
_ROW = 0.45


@dataclass(slots=True)
class Piece:
    """Glyphs of one row with no wide gap between them; ``height`` is their middle baseline, all in points."""

    left: float
    right: float
    height: float
    glyphs: Integers


def find_rows(layer: GlyphLayer, ink: Integers, cut: float = CUT) -> list[list[Piece]]:
    """Rows of some glyphs from the top, each of pieces from the left, ``cut`` font sizes and more apart."""
    return SortedRows.of(layer, ink).cut(cut)


@dataclass(frozen=True, slots=True)
class SortedRows:
    """Glyphs of a layer by row from the top, each from the left; values stand in that order.

    ``rows`` are the numbers of their rows, ``gaps`` how far each glyph stands off those before it on its row (points,
    endless for the first one); ``size`` is the middle size of the font.
    """

    layer: GlyphLayer
    glyphs: Integers
    rows: Integers
    gaps: Floats
    size: float

    @classmethod
    def of(cls, layer: GlyphLayer, ink: Integers) -> SortedRows:
        """Some glyphs of a layer."""
        if not ink.size:
            return cls(layer, ink, ink, np.zeros(0), 0.0)
        size = find_middle(layer.size[ink])
        order = ink[np.argsort(layer.baseline[ink], kind="stable")]
        rows = np.concatenate([[0], np.cumsum(np.diff(layer.baseline[order]) > _ROW * size)])
        order = order[np.lexsort((layer.left[order], rows))]
        left, right = layer.left[order], layer.right[order]
        # how far each row reaches so far: rows are kept apart by more than any page is wide
        apart = rows * (2 * float(np.abs(right).max()) + 1.0)
        reach = np.maximum.accumulate(right + apart) - apart
        gaps = np.full(len(order), np.inf)
        gaps[1:] = np.where(np.diff(rows) > 0, np.inf, left[1:] - reach[:-1])
        return cls(layer, order, rows, gaps, size)

    def cut(self, cut: float) -> list[list[Piece]]:
        """The rows in pieces, ``cut`` font sizes and more apart."""
        if not self.glyphs.size:
            return []
        is_first = np.isinf(self.gaps) | (self.gaps > cut * self.size)
        starts = np.flatnonzero(is_first)
        ends = np.append(starts[1:], len(self.glyphs))
        baselines = self.layer.baseline[self.glyphs]
        heights = baselines[np.lexsort((baselines, np.cumsum(is_first)))[(starts + ends) // 2]]
        lefts, rights = self.layer.left[self.glyphs[starts]], np.maximum.reduceat(self.layer.right[self.glyphs], starts)
        found: list[list[Piece]] = [[] for _ in range(int(self.rows[-1]) + 1)]
        for row, start, end, left, right, height in zip(
            self.rows[starts].tolist(), starts.tolist(), ends.tolist(),
            lefts.tolist(), rights.tolist(), heights.tolist(), strict=True,
        ):  # fmt: skip
            found[row].append(Piece(left, right, height, self.glyphs[start:end]))
        return found
