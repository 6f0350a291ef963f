"""Which way a document sets numbers in groups: ``9 800 000`` is seen so, or as ``000 800 9``.

In right-to-left text a blank parts two numbers, which change places (rule N1 of UAX #9), unless they were set from left
to right. ``905 731`` is a number either way; ``000 800 9`` and ``620 345 17`` are numbers only from the right, and a
document that has such ones sets the others likewise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from oic_reports.reading.pdf.glyphs import GlyphLayer, GlyphPage
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.lines import group_lines

# digits of each group but the first of a number that blanks group
GROUP = 3
# font sizes of a blank between two groups, and of one that parts two columns
_BLANK = 0.12
_LANE = 0.7
# numbers that are some only from the right, before those that are one either way are read so
_LEAST_TURNED = 2
_NUMBER = re.compile(r"(?<![^\s(«])\d{1,3}(?: \d{1,3})+(?![^\s)».،؛%٪])")


def are_groups_turned(pages: Sequence[GlyphPage]) -> bool:
    """Whether numbers in groups stand with their first group on the right in these pages, and none the other way."""
    kinds = [tell_order(match.group().split(" ")) for line in _show_lines(pages) for match in _NUMBER.finditer(line)]
    return kinds.count("turned") >= _LEAST_TURNED and "straight" not in kinds


def tell_order(groups: Sequence[str]) -> str:
    """In which order groups seen from left to right are a number: ``straight``, ``turned``, ``either`` or ``none``."""
    is_straight, is_turned = _is_number(groups), _is_number(groups[::-1])
    if is_straight and is_turned:
        return "either"
    return "straight" if is_straight else "turned" if is_turned else "none"


def _is_number(groups: Sequence[str]) -> bool:
    """Whether groups in this order are one number: no zero leads it, and all groups but the first are full."""
    return unicodedata.decimal(groups[0][0], 1) != 0 and all(len(group) == GROUP for group in groups[1:])


def _show_lines(pages: Sequence[GlyphPage]) -> Iterator[str]:
    """The lines of right-to-left pages that hold several digits, as they are seen from left to right."""
    for page in pages:
        for layer in page.layers:
            if sum(map(str.isdecimal, layer.texts)) > GROUP:
                yield from _show_layer(layer)


def _show_layer(layer: GlyphLayer) -> Iterator[str]:
    index = LayerIndex.of(layer)
    glyphs = np.flatnonzero(index.is_base)
    for group in group_lines(layer, glyphs, index.is_ink) if glyphs.size else ():
        order = group[np.argsort(layer.left[group], kind="stable")]
        if sum(layer.texts[glyph].isdecimal() for glyph in order.tolist()) > GROUP:
            gaps = (layer.left[order[1:]] - layer.right[order[:-1]]) / layer.size[order[1:]]
            yield "".join(_part(layer, order.tolist(), gaps.tolist()))


def _part(layer: GlyphLayer, order: Sequence[int], gaps: Iterable[float]) -> Iterator[str]:
    """The texts of a line, with a blank, or two, where it has gaps."""
    for glyph, gap in zip(order, (0.0, *gaps), strict=True):
        yield "  " if gap >= _LANE else " " if gap >= _BLANK else ""
        yield layer.texts[glyph]
