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
}
# font sizes between the baselines of an accent and of its letter
_NEAR = 0.6


def settle_accents(layer: GlyphLayer) -> None:
    """Turn each accent that stands over a letter into a combining mark. It changes ``layer``.

    An accent belongs to the letter whose advance holds its middle, where Unicode has the two as one.
    """
    if SPACING.keys().isdisjoint(layer.texts):
        return
    places = [place for place, text in enumerate(layer.texts) if text in SPACING]
    for place in places:
        middle = (layer.left[place] + layer.right[place]) / 2
        rows = np.abs(layer.baseline - layer.baseline[place]) < _NEAR * layer.size[place]
        over = np.flatnonzero(rows & (layer.left <= middle) & (middle <= layer.right))
        mark = SPACING[layer.texts[place]]
        if any(len(unicodedata.normalize("NFC", layer.texts[letter] + mark)) == 1 for letter in over.tolist()):
            layer.texts[place] = mark
