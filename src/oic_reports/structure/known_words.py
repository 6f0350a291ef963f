"""Blocks in words that the vocabularies know: without signs of vowels, with what they lost, in the usual spelling.

Facts are read of them; the text that is published stays as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from oic_reports.cleaning.lost_accents import RULE as LOST_ACCENT
from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Language
from oic_reports.resources import load_vocabulary
from oic_reports.structure.front.cover import gather_cover
from oic_reports.structure.lost_apostrophes import find_lost_mark, put_apostrophes_back
from oic_reports.structure.spelling import find_spellings, spell_as_known

# marks of short vowels, of doubled letters and of letters without a vowel
_SIGNS = compile_pattern("[\u064b-\u0652\u0670]")
_PLACES = ("cities", "state_look_alikes")
_SIGNED = compile_pattern("[\u0621-\u064a]+[\u064b-\u0652\u0670][\u0621-\u0652\u0670]*")


def drop_vowel_signs(blocks: Sequence[Block], language: Language) -> Sequence[Block]:
    """Arabic blocks as the vocabularies know words, without signs of vowels (``عُقِدَت``); others as they are."""
    if language != "ar" or not any(_SIGNS.search(block.text) for block in blocks):
        return blocks
    return tuple(
        replace(block, text=_SIGNED.sub(_drop_signs, block.text)) if _SIGNS.search(block.text) else block
        for block in blocks
    )


def _drop_signs(word: re.Match[str]) -> str:
    """The word without its signs, but for a place that only a sign tells from another: ``عمّان``, ``عُمان``."""
    printed = word.group()
    return printed if any(printed.endswith(form) for form in _signed_places()) else _SIGNS.sub("", printed)


@cache
def _signed_places() -> tuple[str, ...]:
    names = [row["form"].split()[-1] for name in _PLACES for row in load_vocabulary(name) if row["language"] == "ar"]
    return tuple({name for name in names if _SIGNS.search(name)})


def put_accents_back(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks as the vocabularies know words: those that lost a letter with an accent with it (``confrence``).

    The text that is published stays as it is printed; its flags say what each word may have been.
    """
    if not any(flag.rule == LOST_ACCENT for block in blocks for flag in block.flags):
        return blocks
    return tuple(replace(block, text=_fill_words(block)) for block in blocks)


def _fill_words(block: Block) -> str:
    text = block.text
    for flag in sorted(block.flags, key=lambda one: one.start or 0, reverse=True):
        if flag.rule == LOST_ACCENT and flag.expected and flag.start is not None and flag.end is not None:
            text = text[: flag.start] + match_case(flag.expected, text[flag.start : flag.end]) + text[flag.end :]
    return text


def match_case(word: str, printed: str) -> str:
    """A word with the capitals of the one that is printed."""
    if printed.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if printed[0].isupper() else word


def make_plain(blocks: Sequence[Block], language: Language) -> Sequence[Block]:
    """Blocks as they are judged: those of a cover gathered, in words that the vocabularies know."""
    mark = find_lost_mark(blocks, language)
    whole = put_apostrophes_back(blocks, mark) if mark else blocks
    whole = spell_as_known(whole, find_spellings(whole, language), language)
    return drop_vowel_signs(gather_cover(whole)[0], language)
