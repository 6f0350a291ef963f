"""Whether the lines that were read account for the print on a page: what looks like text and has no line is unread.

The page as it was rendered small is looked at in strips as wide as a few words. Print of a line of text is a band as
high as type, with light above and below it: rules are lower, pictures higher. A scan below a text that was typed over
it, a text drawn as shapes, a picture of a table: all of them show such bands where no line stands.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from oic_reports.model import Box
from oic_reports.reading.pdf.arrays import Booleans, Floats
from oic_reports.reading.pdf.raster import Raster

# points: a strip's width, around a line what is of it, the least and the greatest height of a band
STRIP = 72.0
_AROUND = 3.0
_LOWEST = 5.0
_HIGHEST = 30.0
# greys of 255 between print and paper; shares of a strip's width that have edges in a row of a band, and in a row of
# the light between two
_CONTRAST = 56
_DENSE = 0.2
_LIGHT = 0.08
# bands of one strip that are text: a signature or an emblem has fewer
_BANDS = 3
# unread pieces of lines on a page below which nothing is said
FEW_UNREAD = 6


def count_unread(raster: Raster, boxes: Sequence[Box]) -> int:
    """How many pieces of lines, a strip wide each, look like text and stand in none of the boxes (points)."""
    edges = _find_edges(raster)
    scale = raster.scale
    for box in boxes:
        top, bottom = int((box.top - _AROUND) * scale), int((box.bottom + _AROUND) * scale) + 1
        left, right = int((box.x0 - _AROUND) * scale), int((box.x1 + _AROUND) * scale) + 1
        edges[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)] = False
    if not edges.any():
        return 0
    width = max(1, round(STRIP * scale))
    count = edges.shape[1] // width
    if not count:
        return 0
    shares = np.count_nonzero(edges[:, : count * width].reshape(len(edges), count, width), axis=2) / width
    bands = [_count_bands(shares[:, strip], scale) for strip in range(count)]
    return sum(found for found in bands if found >= _BANDS)


def measure_read(boxes: Sequence[Box]) -> float:
    """The pieces of lines, a strip wide each, that were read."""
    return sum(box.x1 - box.x0 for box in boxes) / STRIP


def stands_in(box: Box, others: Sequence[Box]) -> bool:
    """Whether the middle of a box lies in one of the others."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return any(other.x0 <= x <= other.x1 and other.top <= y <= other.bottom for other in others)


def _find_edges(raster: Raster) -> Booleans:
    greys = raster.greys
    here, beside = greys[:, :-1], greys[:, 1:]
    edges: Booleans = np.maximum(here, beside) - np.minimum(here, beside) >= _CONTRAST
    return edges


def _count_bands(shares: Floats, scale: float) -> int:
    """Bands of print among the rows of a strip."""
    dense = shares >= _DENSE
    if not dense.any():
        return 0
    light = shares <= _LIGHT
    starts = np.flatnonzero(np.diff(dense.astype(np.int8), prepend=0, append=0))
    tops, bottoms = starts[::2].tolist(), starts[1::2].tolist()
    bands = 0
    place = 0
    while place < len(tops):
        top, bottom = tops[place], bottoms[place]
        # rows between two dense ones that are not light are of the same band
        while place + 1 < len(tops) and not light[bottom : tops[place + 1]].any():
            place += 1
            bottom = bottoms[place]
        bands += _LOWEST <= (bottom - top + 1) / scale <= _HIGHEST
        place += 1
    return bands
