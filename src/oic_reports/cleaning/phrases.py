"""A misread letter in a phrase that OIC documents use, in a document whose glyphs are known to be damaged.

The word must not exist, must differ from the phrase's word by one letter, and the difference must not be one of
spelling (hamza, alef, yeh, teh marbuta), which is the author's. In an undamaged document it is flagged, not repaired.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import Levenshtein

from oic_reports.cleaning.draft import Draft
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.attested import Evidence, load_formulas
from oic_reports.language.lexicon import without_particles
from oic_reports.language.particles import BEFORE_WORD
from oic_reports.model import Flag, Language

_WORD = compile_pattern(r"[^\W\d_]+")
_SPELLING = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ءًٌٍَُِّْ")
_PARTICLES = compile_pattern(BEFORE_WORD)
# characters of a phrase that tells
_SHORTEST = 4
RULE = "phrase.misread_letter"


def repair_misread(draft: Draft, evidence: Evidence) -> None:
    """Repair or flag each word that is one letter off in an otherwise exact phrase."""
    windows = _find_windows(_WORD.findall(draft.text), evidence.language)
    words = list(_WORD.finditer(draft.text)) if windows else []
    found: dict[tuple[int, int], set[str]] = {}
    for first, formula in windows:
        window = words[first : first + len(formula)]
        off = _find_off(window, formula)
        if off is not None:
            found.setdefault(window[off].span(), set()).add(formula[off])
    for (start, end), expected in sorted(found.items(), reverse=True):
        surface = draft.text[start:end]
        if len(expected) > 1 or evidence.is_word(surface):
            continue
        word = expected.pop()
        if evidence.is_damaged:
            draft.change(start, end, word, kind="glyph_misread", rule=RULE, confidence="high")
        else:
            draft.flag(start, end, Flag("suspect_word", RULE, expected=word))


@cache
def _index(language: Language) -> dict[str, tuple[tuple[int, tuple[str, ...], tuple[str, ...]], ...]]:
    """The two longest words of each phrase: where the word stands in it, the phrase, and the same in small letters.

    Only one word of a phrase may be off: one of any two is as the phrase has it, and long ones stand in few phrases.
    """
    places: dict[str, list[tuple[int, tuple[str, ...], tuple[str, ...]]]] = {}
    for formula in load_formulas(language):
        small = tuple(word.lower() for word in formula)
        for place in sorted(range(len(small)), key=lambda place: -len(small[place]))[:2]:
            places.setdefault(small[place], []).append((place, formula, small))
    return {word: tuple(found) for word, found in places.items()}


def _find_windows(words: Sequence[str], language: Language) -> set[tuple[int, tuple[str, ...]]]:
    """Where a phrase may stand with a word that is off: wherever all of its words but one do; only one may be."""
    index = _index(language)
    forms = [without_particles(word.lower(), language) for word in words]
    found: set[tuple[int, tuple[str, ...]]] = set()
    for number, own in enumerate(forms):
        for form in own:
            for place, formula, small in index.get(form, ()):
                first = number - place
                if 0 <= first <= len(words) - len(small) and _may_be_off(forms, first, small):
                    found.add((first, formula))
    return found


def _may_be_off(forms: Sequence[tuple[str, ...]], first: int, small: Sequence[str]) -> bool:
    """Whether all words of a phrase but one stand at a place, with or without particles, and not all as it has them.

    ``forms`` are those of each word, the first of them as it stands.
    """
    is_whole = True
    lacks = 0
    for place, word in enumerate(small, first):
        own = forms[place]
        if word == own[0]:
            continue
        is_whole = False
        lacks += word not in own
        if lacks > 1:
            return False
    return not is_whole


def _find_off(window: list[re.Match[str]], formula: tuple[str, ...]) -> int | None:
    """The one place where the words differ from the phrase, by one letter; None for any other case."""
    off: int | None = None
    for place, (match, word) in enumerate(zip(window, formula, strict=True)):
        surface = match.group()
        if surface.lower() == word.lower() or (place == 0 and _PARTICLES.fullmatch(surface.removesuffix(word))):
            continue
        if off is not None or len(surface) < _SHORTEST:
            return None
        is_spelling = surface.translate(_SPELLING) == word.translate(_SPELLING)
        if is_spelling or Levenshtein.distance(surface, word, score_cutoff=1) > 1:
            return None
        off = place
    return off
