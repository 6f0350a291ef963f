"""Single glyphs for recognition: one code, several times, in a row by itself.

In a word of Arabic a figure or a Latin letter is read badly; six of them in a row are read well. A dot and a hyphen are
told by their measures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from oic_reports.reading.pdf.glyphs import Code, GlyphLayer
from oic_reports.reading.pdf.scan import DARK

# pictures of a code that are kept, and how often one stands in a row
_KEPT = 3
_IN_A_ROW = 6
# em: above and below the line that is cut out, between two pictures, around the row
_ABOVE = 0.95
_BELOW = 0.35
_BETWEEN = 0.3
_AROUND = 0.3
# em: widest and highest dot, how far it may lie from the line; highest hyphen, its least width and height over the line
_DOT = 0.24
_NEAR_LINE = 0.08
_THIN = 0.14
_WIDE = 0.18
_RAISED = 0.1

Pixels = NDArray[np.uint8]


class Strips:
    """Pictures of single glyphs by code."""

    def __init__(self) -> None:
        """Begin without pictures."""
        self._pictures: dict[Code, list[Pixels]] = defaultdict(list)
        self._shapes: dict[Code, Counter[str]] = defaultdict(Counter)

    def add_page(self, layer: GlyphLayer, image: Image.Image, scale: float) -> None:
        """Keep some glyphs of a page that touch no other; ``image`` has ``scale`` pixels a point."""
        pixels = np.asarray(image)
        for glyph, code in enumerate(layer.codes):
            if len(self._pictures[code]) < _KEPT:
                size, baseline = float(layer.size[glyph]), float(layer.baseline[glyph])
                rows = slice(max(int((baseline - _ABOVE * size) * scale), 0), int((baseline + _BELOW * size) * scale))
                left, right = int(layer.left[glyph] * scale) - 1, int(layer.right[glyph] * scale) + 2
                picture = pixels[rows, max(left, 0) : right]
                if picture.size and _stands_alone(picture):
                    self._pictures[code].append(picture)
                    self._shapes[code][_tell_shape(picture, (_ABOVE * size) * scale, size * scale)] += 1

    def tell_shape(self, code: Code) -> str:
        """A dot on the line or a hyphen, where the pictures of a code are all of that shape; else empty."""
        shapes = self._shapes[code]
        return next(iter(shapes)) if len(shapes) == 1 else ""

    def draw(self, codes: Iterable[Code]) -> dict[Code, Image.Image]:
        """A row of its pictures for each code that has some."""
        return {code: _put_in_row(self._pictures[code]) for code in codes if self._pictures[code]}


def _stands_alone(picture: Pixels) -> bool:
    """Whether a picture has ink, and none at its sides."""
    is_dark = picture < DARK
    return picture.shape[1] > 2 and bool(is_dark.any()) and not is_dark[:, [0, -1]].any()  # noqa: PLR2004


def _tell_shape(picture: Pixels, line: float, em: float) -> str:
    rows, columns = (np.flatnonzero((picture < DARK).any(axis=axis)) for axis in (1, 0))
    height, width = (float(edges[-1] - edges[0] + 1) for edges in (rows, columns))
    over_line = line - float(rows[-1]) - 1
    is_dot = max(height, width) <= _DOT * em and max(height, width) < 2 * min(height, width)
    if is_dot and abs(over_line) <= _NEAR_LINE * em:
        return "."
    if height <= _THIN * em and width >= max(_WIDE * em, 2 * height) and over_line >= _RAISED * em:
        return "-"
    return ""


def _put_in_row(pictures: list[Pixels]) -> Image.Image:
    height = max(picture.shape[0] for picture in pictures)
    around = int(_AROUND * height)
    between = int(_BETWEEN * height)
    chosen = (pictures * _IN_A_ROW)[:_IN_A_ROW]
    width = sum(picture.shape[1] + between for picture in chosen) + 2 * around
    row = np.full((height + 2 * around, width), 255, np.uint8)
    left = around
    for picture in chosen:
        row[around : around + picture.shape[0], left : left + picture.shape[1]] = picture
        left += picture.shape[1] + between
    return Image.fromarray(row)
