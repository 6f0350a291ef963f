"""Accents that are drawn as signs of their own over their letters: old typesetters have no glyph for ``é``."""

from __future__ import annotations

import unicodedata

import numpy as np

from oic_reports.reading.pdf.glyphs import GlyphLayer

# spacing accents and the marks that they are over a letter
SPACING = {
    "\u00b4": "\u0301",
    "`": "\u0300",
    "\u02cb": "\u0300",
    "\u02ca": "\u0301",
    "^": "\u0302",
    "\u02c6": "\u0302",
    "\u00a8": "\u0308",
    "\u02dc": "\u0303",
    "~": "\u0303",
    "\u00b8": "\u0327",
    "\u02da": "\u030a",
    "\u00af": "\u0304",
    "\u02c9": "\u0304",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u02c7": "\u030c",
    "\u02dd": "\u030b",
    "\u02db": "\u0328",
}
# letters that are painted without their dot under an accent, and what they are with one
_DOTLESS = {"\u0131": "i", "\u0237": "j"}
# font sizes between the baselines of an accent and of its letter
_NEAR = 0.6


def settle_accents(layer: GlyphLayer) -> None:
    """Turn each accent that stands over a letter into a combining mark. It changes ``layer``.

    An accent belongs to the letter whose advance holds its middle, where Unicode has the two as one. A letter without
    its dot is the usual one under an accent.
    """
    if SPACING.keys().isdisjoint(layer.texts):
        return
    places = [place for place, text in enumerate(layer.texts) if text in SPACING]
    for place in places:
        middle = (layer.left[place] + layer.right[place]) / 2
        rows = np.abs(layer.baseline - layer.baseline[place]) < _NEAR * layer.size[place]
        over = np.flatnonzero(rows & (layer.left <= middle) & (middle <= layer.right))
        mark = SPACING[layer.texts[place]]
        for letter in over.tolist():
            text = _DOTLESS.get(layer.texts[letter], layer.texts[letter])
            if len(unicodedata.normalize("NFC", text + mark)) == 1:
                layer.texts[letter], layer.texts[place] = text, mark
                break
