"""Signs that only stretch words: kashidas whose character map names some other sign.

A sign that nearly always stands welded between two Arabic letters is none of the text, whatever it is mapped to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from oic_reports.reading.pdf.glyph_text import TATWEEL, is_rtl
from oic_reports.reading.pdf.glyphs import GlyphPage
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.lines import group_lines

# share of lines with drawn-out letters, below which these are no way to justify; glyphs of a line that can tell; font
# sizes between a filler and its neighbours; how many of a glyph, and which share of them, make it a filler
_FEW_LINES = 0.12
_LEAST_GLYPHS = 12
_WELDED = 0.06
_SEVERAL = 4
_MOST = 0.6


def are_kashidas_typed(pages: Sequence[GlyphPage]) -> bool:
    """Whether the kashidas of these pages are of the text: a justified text has them on a good part of its lines."""
    lines = stretched = 0
    for page in pages:
        for layer in page.layers:
            heights = np.round(layer.baseline).astype(np.int64)
            known, counts = np.unique(heights, return_counts=True)
            lines += int(np.count_nonzero(counts >= _LEAST_GLYPHS))
            places = [place for place, text in enumerate(layer.texts) if text == TATWEEL]
            stretched += len(set(heights[places].tolist()) & set(known.tolist()))
    return 0 < stretched < _FEW_LINES * lines


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
