"""Drop caps: a capital of several lines' height that begins a paragraph is set back into its first line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from oic_reports.reading.pdf.arrays import Integers
from oic_reports.reading.pdf.glyphs import GlyphLayer, find_middle

if TYPE_CHECKING:
    from oic_reports.reading.pdf.page_line import PageLine

# sizes of the text: a drop cap has as many at least, its neighbours no more than that; shares of its own size: how far
# to its right lines begin, how high it stands above its baseline, how far lines may stand below it
_LARGE = 1.8
_USUAL = 1.3
_REACH = 0.45
_HEIGHT = 0.78
_BELOW = 0.12
_LEAST_LINES = 2
# words that are one letter, and may stand as a drop cap before a word of its own
_WORDS = frozenset("AIYÀÔO")


@dataclass(frozen=True, slots=True)
class Initial:
    """A drop cap: its left and right edge, and the baselines of the lines beside it, in points."""

    left: float
    right: float
    baselines: tuple[float, ...]


def set_back_initials(layer: GlyphLayer) -> tuple[GlyphLayer, list[Initial]]:
    """A layer whose drop caps stand in the first of the lines beside them, at its size; and where they stood."""
    if not layer.texts:
        return layer, []
    usual = find_middle(layer.size)
    large = np.flatnonzero(layer.size > _LARGE * usual)
    capitals = [glyph for glyph in large.tolist() if len(layer.texts[glyph]) == 1 and layer.texts[glyph].isupper()]
    found: list[Initial] = []
    for glyph in capitals:
        beside = _find_beside(layer, glyph, usual)
        heights = np.unique(np.round(layer.baseline[beside], 1)).tolist()
        if len(heights) < _LEAST_LINES or not _is_alone(layer, glyph, large):
            continue
        if not found:
            layer = replace(layer, right=layer.right.copy(), baseline=layer.baseline.copy(), size=layer.size.copy())
        found.append(Initial(float(layer.left[glyph]), float(layer.right[glyph]), tuple(heights)))
        first = beside[np.round(layer.baseline[beside], 1) == heights[0]]
        following = int(first[np.argmin(layer.left[first])])
        layer.baseline[glyph], layer.size[glyph] = layer.baseline[following], layer.size[following]
        if not _is_word(layer, glyph, following):
            layer.right[glyph] = max(float(layer.left[following]), float(layer.left[glyph]))
    return layer, found


def _find_beside(layer: GlyphLayer, glyph: int, usual: float) -> Integers:
    """The letters that begin lines beside a large one."""
    size, baseline = layer.size[glyph], layer.baseline[glyph]
    near = (layer.left > layer.right[glyph] - _BELOW * size) & (layer.left < layer.right[glyph] + _REACH * size)
    height = (layer.baseline > baseline - _HEIGHT * size) & (layer.baseline < baseline + _BELOW * size)
    letters = np.flatnonzero(near & height & (layer.size < _USUAL * usual))
    return letters[[not layer.texts[letter].isspace() for letter in letters.tolist()]]


def _is_alone(layer: GlyphLayer, glyph: int, large: Integers) -> bool:
    """Whether no other letter of its size stands on its line: one of a large title does not."""
    others = large[large != glyph]
    return not bool((np.abs(layer.baseline[others] - layer.baseline[glyph]) < layer.size[glyph]).any())


def _is_word(layer: GlyphLayer, glyph: int, following: int) -> bool:
    """Whether a drop cap is a word of its own: what follows is a word without it, and none with it."""
    from oic_reports.reading.pdf.ligatures import is_latin_word  # noqa: PLC0415  (word lists, seldom needed)

    if layer.texts[glyph] not in _WORDS:
        return False
    on_line = np.flatnonzero(np.abs(layer.baseline - layer.baseline[following]) < _BELOW * layer.size[following])
    on_line = on_line[np.argsort(layer.left[on_line], kind="stable")]
    rest = on_line[layer.left[on_line] >= layer.left[following]].tolist()
    word, end = "", layer.left[following]
    for place in rest:
        if layer.texts[place].isspace() or layer.left[place] - end > _BELOW * layer.size[place]:
            break
        word, end = word + layer.texts[place], layer.right[place]
    word = word.strip(".,;:’'")
    return is_latin_word(word) and not is_latin_word(layer.texts[glyph] + word)


def widen_lines(lines: Sequence[PageLine], initials: Sequence[Initial]) -> None:
    """Let the lines beside a drop cap begin where it does: they are not indented."""
    for initial in initials:
        for line in lines:
            is_beside = any(abs(line.baseline - baseline) < 1.0 for baseline in initial.baselines)
            if is_beside and initial.left < line.left < initial.right + line.size:
                line.left = initial.left
