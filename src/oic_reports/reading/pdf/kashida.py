"""Signs that only stretch words: kashidas whose character map names some other sign.

A sign that nearly always stands welded between two Arabic letters is none of the text, whatever it is mapped to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from oic_reports.reading.pdf.glyph_text import TATWEEL, is_rtl
from oic_reports.reading.pdf.glyphs import GlyphLayer, GlyphPage
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.lines import group_lines

# share of lines with drawn-out letters, below which these are no way to justify; glyphs of a line that can tell; share
# of the broadest line's breadth that a justified one has, and how many such lines are enough to tell; font sizes
# between a filler and its neighbours; how many of a glyph, and which share of them, make it a filler
_FEW_LINES = 0.12
_LEAST_GLYPHS = 12
_FULL = 0.9
_ENOUGH_FULL = 6
_WELDED = 0.06
_SEVERAL = 4
_MOST = 0.6


def are_kashidas_typed(pages: Sequence[GlyphPage]) -> bool:
    """Whether the kashidas of these pages are of the text: a justified text has them on a good part of its lines.

    Only lines over the whole breadth are justified. A title or heading with kashidas says nothing of those, where
    enough of them are there to tell.
    """
    lines: Counter[bool] = Counter()
    stretched: Counter[bool] = Counter()
    for page in pages:
        for layer in page.layers:
            for is_full, has_kashida in _look_at_lines(layer):
                lines[is_full] += 1
                stretched[is_full] += has_kashida
    if lines[True] >= _ENOUGH_FULL:
        return stretched.total() > 0 and stretched[True] < _FEW_LINES * lines[True]
    return 0 < stretched.total() < _FEW_LINES * lines.total()


def _look_at_lines(layer: GlyphLayer) -> Iterator[tuple[bool, bool]]:
    """Of each line of several glyphs of a layer, whether it is nearly as broad as the broadest, and has a kashida."""
    heights, line, counts = np.unique(
        np.round(layer.baseline).astype(np.int64), return_inverse=True, return_counts=True
    )
    if not heights.size:
        return
    left, right = np.full(heights.size, np.inf), np.full(heights.size, -np.inf)
    np.minimum.at(left, line, layer.left)
    np.maximum.at(right, line, layer.right)
    has_kashida = np.zeros(heights.size, np.bool_)
    has_kashida[line[[place for place, text in enumerate(layer.texts) if text == TATWEEL]]] = True
    known = counts >= _LEAST_GLYPHS
    is_full = right - left >= _FULL * (right - left)[known].max(initial=0.0)
    yield from zip(is_full[known].tolist(), has_kashida[known].tolist(), strict=True)


def find_fillers(pages: Sequence[GlyphPage]) -> frozenset[str]:
    """The signs (no letters, no digits) that stretch words in these pages."""
    seen: Counter[str] = Counter()
    welded: Counter[str] = Counter()
    for page in pages:
        for layer in page.layers:
            index = LayerIndex.of(layer)
            suspects = {
                text for text in set(layer.texts) if len(text) == 1 and "!" <= text < "\x7f" and not text.isalnum()
            }
            glyphs = np.flatnonzero(index.is_base)
            if not suspects or not glyphs.size:
                continue
            for group in group_lines(layer, glyphs, index.is_ink):
                order = group[np.argsort(layer.left[group], kind="stable")].tolist()
                texts = [layer.texts[glyph] for glyph in order]
                for place, text in enumerate(texts):
                    if text in suspects:
                        seen[text] += 1
                        welded[text] += _is_welded(
                            layer.left, layer.right, order, texts, place, layer.size[order[place]]
                        )
    return frozenset(text for text in welded if welded[text] >= _SEVERAL and welded[text] >= _MOST * seen[text])


def _is_welded(
    left: np.ndarray, right: np.ndarray, order: list[int], texts: list[str], place: int, size: float
) -> bool:
    before = place - 1
    while before >= 0 and texts[before] == texts[place]:
        before -= 1
    after = place + 1
    while after < len(texts) and texts[after] == texts[place]:
        after += 1
    if before < 0 or after >= len(texts) or not (is_rtl(texts[before]) and is_rtl(texts[after])):
        return False
    here = order[place]
    return bool(
        left[here] - right[order[place - 1]] < _WELDED * size and left[order[place + 1]] - right[here] < _WELDED * size
    )
