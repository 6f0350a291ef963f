"""Sheets on which two pages stand side by side: each half is read by itself, however little stands on it.

White lanes tell columns by the text on both sides; a cover has too little. What tells a sheet is that what each page
has at its edge stands at the same place of both halves: the same running header, or numbers that follow each other.
"""

from __future__ import annotations

import numpy as np

from oic_reports.reading.pdf.arrays import Integers
from oic_reports.reading.pdf.glyphs import GlyphLayer
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.row_pieces import Piece, find_rows

# heights of a sheet that it is wide at least; signs of a header; points within which places are one
_WIDE = 1.2
_LEAST_SIGNS = 6
_SAME = 2.0


def part_sheet(layer: GlyphLayer, index: LayerIndex, size: tuple[float, float], *, is_rtl: bool) -> list[Integers]:
    """The glyphs of each page of a sheet in reading order; all of them in one where it is a page.

    ``size`` are the width and the height of the sheet, turned as the layer is.
    """
    everything = np.arange(len(layer.texts))
    width, height = size
    ink = np.flatnonzero(index.is_base)
    if width < _WIDE * height or not ink.size:
        return [everything]
    middle = width / 2
    pieces = [piece for row in find_rows(layer, ink) for piece in row]
    crosses = any(piece.left < middle - _SAME and piece.right > middle + _SAME for piece in pieces)
    is_left = layer.left < middle
    halves = [ink[is_left[ink]], ink[~is_left[ink]]]
    if crosses or not all(half.size for half in halves) or not _have_same_edge(layer, halves, middle):
        return [everything]
    parts = [everything[is_left], everything[~is_left]]
    return parts[::-1] if is_rtl else parts


def _have_same_edge(layer: GlyphLayer, halves: list[Integers], middle: float) -> bool:
    """Whether a line of one half stands at the same place of the other: a header, or a number that follows."""
    left, right = ([piece for row in find_rows(layer, half) for piece in row] for half in halves)
    return any(
        abs(a.height - b.height) < _SAME and _stand_alike(a, b, middle) and _are_of_pages(layer, a, b)
        for a in left
        for b in right
    )


def _stand_alike(first: Piece, second: Piece, apart: float) -> bool:
    """Whether two pieces begin, end or stand centred as far apart as the halves are."""
    edges = (
        (first.left, second.left),
        (first.right, second.right),
        ((first.left + first.right) / 2, (second.left + second.right) / 2),
    )
    return any(abs(b - a - apart) < _SAME for a, b in edges)


def _are_of_pages(layer: GlyphLayer, first: Piece, second: Piece) -> bool:
    texts = ["".join(layer.texts[glyph] for glyph in piece.glyphs.tolist()) for piece in (first, second)]
    if all(text.isdecimal() for text in texts):
        return abs(int(texts[0]) - int(texts[1])) == 1
    return texts[0] == texts[1] and len(texts[0]) >= _LEAST_SIGNS
