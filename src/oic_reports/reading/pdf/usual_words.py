"""How usual an Arabic word is: the evidence from which the meaning of codes is learnt."""

from __future__ import annotations

import re
from functools import lru_cache

from oic_reports.language.lexicon import USUAL, load_general_words
from oic_reports.language.particles import LETTERS

_SIGNS = re.compile("[\u064b-\u0652\u0640]")


@lru_cache(maxsize=100_000)
def measure_word(word: str) -> float:
    """How usual a word is, with or without a particle: its share of running words, 0 where it is not usual."""
    general = load_general_words("ar")
    plain = _SIGNS.sub("", word)
    forms = [plain, plain[1:]] if plain.startswith(tuple(LETTERS)) else [plain]
    share = max(general.get(form) if len(form) > 1 else 0.0 for form in forms)
    return share if share >= USUAL else 0.0
