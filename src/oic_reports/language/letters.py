"""Which characters are Arabic letters, lost glyphs, or strangers inside a word."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from oic_reports.kept_patterns import compile_pattern

ARABIC_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
ARABIC_LETTER = f"[{ARABIC_LETTERS}]"
ARABIC_MARKS = "\u064b-\u0652\u0653-\u0655\u0670"
# every letter of the Arabic script, those of Persian and Urdu too; tatweel is none
SCRIPT_LETTERS = "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\u06ff"
LATIN_LETTER = "[A-Za-zÀ-ÖØ-öø-ÿŒœ’']"
# signs that stand where a font or a converter had no glyph: replacement character, boxes, private use
LOST = "\ufffd\u25a0\u25a1\u25ad\u25ae\u25af\u25fb\u25fc\u25fd\u25fe\u2b1a\u2b1b\u2b1c\ufffc\u2370\ue000-\uf8ff"
# a paragraph with more damaged places than this is not worth a guess
MOST_DAMAGE = 50
LOST_GLYPH = compile_pattern(f"[{LOST}]")
WORD_SIGNS = compile_pattern(r"[^\s\d!-/:-@\[-`{-~،؛؟«»“”‘’…–—]+")


@lru_cache(maxsize=4096)
def is_arabic(character: str) -> bool:
    """Whether a character is a letter or mark of the Arabic script."""
    return "\u0600" <= character <= "\u06ff" and unicodedata.category(character)[0] in "LM"


@lru_cache(maxsize=4096)
def is_stranger(character: str) -> bool:
    """Whether a character is a letter or mark of a script other than Arabic."""
    return (
        unicodedata.category(character)[0] in "LM"
        and not is_arabic(character)
        and unicodedata.name(character, "").split(" ")[0] not in {"COMBINING", "ARABIC"}
    )
