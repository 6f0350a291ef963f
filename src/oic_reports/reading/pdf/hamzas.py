"""Hamzas and maddas that a font paints apart from their letters: which letter they belong to, and on which line."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

import numpy as np

from oic_reports.reading.pdf.doubles import TWIN, Sign
from oic_reports.reading.pdf.glyph_text import is_rtl
from oic_reports.reading.pdf.glyphs import Booleans, Floats, GlyphLayer

HAMZAS = frozenset("\u0653\u0654\u0655")
_LAM = "ل"
_ALEF = "ا"
_HAMZA_BELOW = "إ"
# font sizes by which a part stands off its line, and to a letter beside it; the height of the ink of a part
_OFF_LINE = (0.3, 1.3)
_BESIDE = 0.5
_FLAT = 0.4
# letters at one height that are a line
_OWN_LINE = 3


@cache
def has_hamza(text: str) -> bool:
    """Whether a text is one letter that is written with a hamza or a madda."""
    return len(text) == 1 and not HAMZAS.isdisjoint(unicodedata.normalize("NFD", text)[1:])


def find_lifted(layer: GlyphLayer) -> tuple[list[int], Floats]:
    """The letters with a hamza that stand off the nearest line of letters beside them, and that line's baseline.

    Where a file says what the glyphs of a letter mean together (``ActualText``), PDFium gives the letter at the place
    of the glyph that is painted first, which may be the hamza. Hamzas stand over their line, but for those of ``إ``.
    """
    lettered = np.array([has_hamza(text) for text in layer.texts], np.bool_)
    if not lettered.any():
        return [], np.zeros(0)
    others = np.flatnonzero(np.array([not has_hamza(text) and is_rtl(text) for text in layer.texts], np.bool_))
    usual = Counter(np.round(layer.baseline[others], 1).tolist())
    found: list[int] = []
    lines: list[float] = []
    for place in np.flatnonzero(lettered).tolist():
        if usual[float(np.round(layer.baseline[place], 1))] >= _OWN_LINE:
            continue
        size = float(layer.size[place])
        below = layer.baseline[others] - layer.baseline[place]
        off = -below if layer.texts[place] == _HAMZA_BELOW else below
        gap = np.maximum(layer.left[others] - layer.right[place], layer.left[place] - layer.right[others])
        near = (_OFF_LINE[0] * size < off) & (off < _OFF_LINE[1] * size) & (gap < _BESIDE * size)
        if near.any():
            found.append(place)
            lines.append(float(layer.baseline[others[near]][np.argmin(off[near])]))
    return found, np.array(lines)


def set_on_line(layer: GlyphLayer, lifted: list[int], levels: Floats, heights: Floats) -> None:
    """Set lifted letters whose ink is only that of a part (heights in points) on their line."""
    for place, level, height in zip(lifted, levels.tolist(), heights.tolist(), strict=True):
        if height < _FLAT * layer.size[place]:
            layer.baseline[place] = level


def pass_to_alefs(layer: GlyphLayer, is_base: Booleans, attached: dict[int, list[Sign]]) -> None:
    """Give the hamzas that stand on a lam to the alef of its ligature; it changes ``attached``.

    No lam has a hamza. The alef may be a glyph without width at the lam's end, or lost: then it is added.
    """
    for lam in [letter for letter in attached if letter >= 0 and layer.texts[letter] == _LAM]:
        hamzas = [sign for sign in attached[lam] if sign[0] in HAMZAS]
        if not hamzas:
            continue
        reach = TWIN * float(layer.size[lam])
        near = np.abs(layer.left - layer.left[lam]) < reach
        near &= is_base & (np.abs(layer.baseline - layer.baseline[lam]) < reach)
        alefs = [place for place in np.flatnonzero(near).tolist() if layer.texts[place] == _ALEF]
        attached[lam] = [sign for sign in attached[lam] if sign not in hamzas]
        if alefs:
            attached.setdefault(alefs[0], []).extend(hamzas)
        else:
            attached[lam] += [(_ALEF + sign, middle) for sign, middle in hamzas]
