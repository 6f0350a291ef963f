"""Lines and words of layers whose glyphs have codes: what codes mean is learnt from them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from oic_reports.language.particles import BEFORE_WORD, EITHER_ARTICLE
from oic_reports.reading.pdf.arrays import Integers
from oic_reports.reading.pdf.glyph_rows import GlyphRows
from oic_reports.reading.pdf.glyph_text import TATWEEL, has_arabic, is_rtl
from oic_reports.reading.pdf.glyphs import UNMAPPED, Code, GlyphLayer
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.lines import group_lines
from oic_reports.reading.pdf.spaces import find_spaces

# glyphs of a line from left to right, and whether a blank stands before each
Lines = Sequence[tuple[Integers, list[bool]]]
CodedLayers = Sequence[tuple[GlyphLayer, Lines]]
# letters in logical order with their codes; None where the letter is sure
CodedWord = Sequence[tuple[str, Code | None]]
_EDGES = '().,،؛:«»﴾﴿"-[]/!؟'
# what is written to the first letter of a unit
_UNIT_SIGNS = frozenset("°%٪‰€£$")
# what is written to a Latin name: conjunction, preposition, article
_PARTICLE = re.compile(f"{BEFORE_WORD}{EITHER_ARTICLE}?")


def part_lines(layer: GlyphLayer) -> Iterator[tuple[Integers, list[bool]]]:
    """The lines of a layer: glyphs from left to right, and whether a blank stands before each."""
    index = LayerIndex.of(layer)
    glyphs = np.setdiff1d(np.flatnonzero(index.is_base | (index.is_ink == 0)), index.copies)
    if not glyphs.size or not index.is_base.any():
        return
    rows = GlyphRows.of(group_lines(layer, glyphs, index.is_ink))
    # an alef that is painted at the origin of its lam ends left of it
    rows = rows.sort(layer.right[rows.glyphs], np.round(layer.left[rows.glyphs], 2))
    is_ink = index.is_ink[rows.glyphs] > 0
    ink = rows.pick(is_ink)
    sizes = np.array([np.median(layer.size[line]) for line in ink])
    spaces = find_spaces(layer, index, ink, rows.pick(~is_ink), sizes)
    for line, (start, end) in zip(ink, pairwise(ink.bounds.tolist()), strict=True):
        yield line, spaces[start:end].tolist()


def collect_words(layer: GlyphLayer, lines: Lines) -> Iterator[CodedWord]:
    """Arabic words in logical order, with codes: runs of glyphs of a line that stand close together."""
    for ink, spaces in lines:
        for part in np.split(ink, [place for place, is_space in enumerate(spaces) if is_space]):
            glyphs = part.tolist()[::-1]
            if any(is_rtl(layer.texts[glyph]) for glyph in glyphs):
                word = [(layer.texts[glyph], layer.codes[glyph]) for glyph in glyphs]
                yield _strip([(text, code if code[0] >= 0 else None) for text, code in word if text != TATWEEL])


def count_inside(words: Sequence[CodedWord]) -> tuple[Counter[Code], Counter[Code]]:
    """How often each code stands between two Arabic letters, or others that may be some, and beside one.

    A Latin name that a particle is written to (``وB``) is beside none, nor is the sign of a unit before it (``°م``).
    """
    inside: Counter[Code] = Counter()
    attached: Counter[Code] = Counter()
    for word in words:
        if _is_name_with_particle([text for text, _ in word]):
            continue
        are_letters = [False, *(may_be_letter(text) for text, _ in word), False]
        for (text, code), before, after in zip(word, are_letters, are_letters[2:], strict=False):
            if code is not None:
                inside[code] += before and after
                attached[code] += before or (after and text not in _UNIT_SIGNS)
    return inside, attached


def _is_name_with_particle(texts: Sequence[str]) -> bool:
    """Whether a word is a particle, and behind it letters and digits of which the first is a Latin capital.

    The signs of the name stand as they are seen: from the right its last one comes first.
    """
    first = next((place for place, text in enumerate(texts) if not may_be_letter(text)), 0)
    name = "".join(texts[first:])
    is_name = first > 0 and name.isascii() and name.isalnum() and (name[0].isupper() or name[-1].isupper())
    return is_name and _PARTICLE.fullmatch("".join(texts[:first])) is not None


def _strip(word: list[tuple[str, Code | None]]) -> list[tuple[str, Code | None]]:
    """A word without punctuation at its edges, which is suspect inside a word only."""
    while word and word[0][0] in _EDGES:
        word = word[1:]
    while word and word[-1][0] in _EDGES:
        word = word[:-1]
    return word


def may_be_letter(text: str) -> bool:
    """Whether the text of a glyph is Arabic, or none, which may hide a letter."""
    return text == UNMAPPED or has_arabic(text)
