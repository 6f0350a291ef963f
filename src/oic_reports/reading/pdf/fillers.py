"""Glyphs without a character that only stretch a word: told by the word that is left without them.

A stretching piece of a calligraphic font may be as high as a letter, so that its ink does not tell it from one that the
character map lost. The words do: without a filler the word exists, and no letter in its place makes another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oic_reports.language.lexicon import COMMON, EXISTS, is_word
from oic_reports.model import Decoded
from oic_reports.reading.pdf.glyphs import UNMAPPED

FILLER = "pdf.filler"
_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
_LIGATURES = ("لا", "لأ", "لإ", "لآ", "لم", "لح", "لج", "في", "تم", "نم", "يم", "بم", "لي", "لى", "الله", "لله")
_HAMZATED = ("أ", "إ", "آ")
_WORD = re.compile(rf"[\u0621-\u0652\u0670{UNMAPPED}]+")
_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670]")
_INSIDE = re.compile(rf"(?<=[\u0621-\u0652\u0670]){UNMAPPED}+(?=[\u0621-\u0652\u0670])")
# letters of a word that tells
_LEAST = 4


def drop_fillers(text: str) -> tuple[str, tuple[Decoded, ...]]:
    """A line without the fillers of its Arabic words, and what was dropped: changes of no code points to ``UNMAPPED``.

    A glyph stays where the word without it does not exist, or where a letter or ligature in its place makes one.
    """
    if UNMAPPED not in text:
        return text, ()
    pieces: list[str] = []
    found: list[Decoded] = []
    place = length = 0
    for match in _WORD.finditer(text):
        word = match.group()
        gaps = list(_INSIDE.finditer(word))
        if not gaps or word.count(UNMAPPED) != sum(len(gap.group()) for gap in gaps) or not _is_filled(word):
            continue
        before = text[place : match.start()]
        pieces.append(before)
        length += len(before)
        start = 0
        for gap in gaps:
            part = word[start : gap.start()]
            pieces.append(part)
            length += len(part)
            found.append(Decoded(length, length, gap.group(), FILLER))
            start = gap.end()
        pieces.append(word[start:])
        length += len(word) - start
        place = match.end()
    return "".join(pieces) + text[place:], tuple(found)


@cache
def _is_filled(word: str) -> bool:
    bare = _SIGNS.sub("", word)
    without = bare.replace(UNMAPPED, "")
    if len(without) < _LEAST or not is_word(without, "ar", COMMON):
        return False
    parts = re.split(f"{UNMAPPED}+", bare)
    return not any(
        is_word(before + letter + behind, "ar", EXISTS)
        for place in range(1, len(parts))
        for before, letter, behind in _fill("".join(parts[:place]), "".join(parts[place:]))
    )


def _fill(before: str, behind: str) -> Iterator[tuple[str, str, str]]:
    """What may stand between two parts of a word: letters and ligatures.

    The hamza of a lam-alef that is lost stands on the alef before it, if the font paints it apart.
    """
    for letter in (*_LETTERS, *_LIGATURES):
        yield before, letter, behind
    if before[-1:] in _HAMZATED:
        yield before[:-1] + "ا", "ل" + before[-1], behind
