"""What one reading of a page is worth beside another: the measure that chooses between a layer and a recognised text.

Only what they do not share is weighed. A word that exists speaks for its reading by its letters, the more, the more
usual it is in the language of the page (``résolution`` more than ``resolution`` in French); one that does not speaks
against it. So a reading that leaves words out is worth less than one that has them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from oic_reports.language.lexicon import EXISTS, load_general_words, without_particles
from oic_reports.language.plausibility import share_stop_words
from oic_reports.model import Language
from oic_reports.reading.pdf.glyph_text import is_mark, is_rtl
from oic_reports.reading.pdf.glyphs import UNMAPPED

_EDGES = ".,;:،؛؟!()[]«»\"'“”‘’"
# letters that a number of a word or a label counts for: as much as a short word
_OF_NUMBER = 2


def compare_worth(texts: Sequence[str], other: Sequence[str]) -> float:
    """By how much the first of two readings (lines) is worth more than the other; below 0 where it is less."""
    shares = share_stop_words("\n".join([*texts, *other]))
    latin: Language = "fr" if shares["fr"] > shares["en"] else "en"
    words, other_words = _count_words(texts), _count_words(other)
    return _weigh(words - other_words, latin) - _weigh(other_words - words, latin)


def leave_lost(texts: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]]:
    """Two readings without the words of the first that show what they lack, and without what the other reads there."""
    words, other_words = " ".join(texts).split(), " ".join(other).split()
    lost = [word for word in words if UNMAPPED in word]
    patterns = {re.escape(word.strip(_EDGES)).replace(UNMAPPED, ".{1,3}") for word in lost}
    pattern = re.compile("|".join(sorted(patterns)) or "(?!)")
    return [word for word in words if UNMAPPED not in word], [
        word for word in other_words if not pattern.fullmatch(word.strip(_EDGES))
    ]


def _count_words(texts: Sequence[str]) -> Counter[str]:
    return Counter(bare for word in "\n".join(texts).split() if (bare := word.strip(_EDGES)))


def _weigh(words: Counter[str], latin: Language) -> float:
    return sum(number * weigh_word(word, latin) for word, number in words.items())


def weigh_word(word: str, latin: Language) -> float:
    """What a word speaks for its reading by; below 0 where it is none."""
    letters = sum(character.isalpha() for character in word)
    if not letters:
        return _OF_NUMBER if word.isdecimal() else 0.0
    usual = measure_usual(word, "ar" if any(map(is_rtl, word)) else latin)
    return letters * math.log10(usual / EXISTS) if usual > EXISTS else -letters


def measure_usual(word: str, language: Language) -> float:
    """The share of running words that a word is, 0 where no list knows it.

    Arabic without vowel signs and with particles; elided and hyphenated words by their rarest part.
    """
    general = load_general_words(language)
    if language == "ar":
        bare = "".join(character for character in word.strip(_EDGES) if not is_mark(character))
        return max((general.get(form) for form in without_particles(bare, "ar")), default=0.0)
    parts = [part for part in word.strip(_EDGES).lower().replace("’", "'").replace("-", "'").split("'") if part]
    return min((general.get(part) for part in parts if len(part) > 1 or len(parts) == 1), default=0.0)
