"""Which of two columns of a right-to-left page is read first, where their paragraphs are numbered.

Right-to-left columns begin on the right. A word processor whose section is not marked as one from right to left fills
the left one first, with Arabic text: the page shows it by numbers that go on from the left column to the right one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from oic_reports.reading.pdf.arrays import Integers
from oic_reports.reading.pdf.glyphs import GlyphLayer

# font sizes of a gap that parts a label from its text; signs of a label; labels of the column that begins
_BLANK = 0.12
_LONGEST = 5
_LEAST_LABELS = 2
_LABEL = re.compile(r"\(?\d{1,3}\)|[.-]\d{1,3}|\d{1,3}[.-]|\(\d{1,3}")


def goes_on_rightwards(layer: GlyphLayer, left: Sequence[Integers], right: Sequence[Integers]) -> bool:
    """Whether the numbers of the right column go on from those of the left one.

    ``left`` and ``right`` are the glyphs of the columns' rows, from the top, each from the left.
    """
    first, second = ([number for row in rows if (number := _read_label(layer, row))] for rows in (left, right))
    if len(first) < _LEAST_LABELS or not second:
        return False
    return all(after == before + 1 for before, after in pairwise([*first, *second]))


def _read_label(layer: GlyphLayer, row: Integers) -> int | None:
    """The number that a row begins with on the right, None where it begins with none."""
    token = ""
    for place in range(len(row) - 1, max(len(row) - _LONGEST - 1, -1), -1):
        glyph = row[place]
        if token and layer.left[row[place + 1]] - layer.right[glyph] > _BLANK * layer.size[glyph]:
            return int("".join(filter(str.isdecimal, token))) if _LABEL.fullmatch(token) else None
        token = layer.texts[glyph] + token
    return None
