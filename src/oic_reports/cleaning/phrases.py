"""A misread letter in a phrase that OIC documents use, in a document whose glyphs are known to be damaged.

The word must not exist, must differ from the phrase's word by one letter, and the difference must not be one of
spelling (hamza, alef, yeh, teh marbuta), which is the author's. In an undamaged document it is flagged, not repaired.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from rapidfuzz.distance import Levenshtein

from oic_reports.cleaning.draft import Draft
from oic_reports.cleaning.evidence import Evidence, load_formulas, without_particles
from oic_reports.model import Flag, Language

_WORD = re.compile(r"[^\W\d_]+")
_SPELLING = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ءًٌٍَُِّْ")
_PARTICLES = re.compile("[وف]?[بلك]?")
# characters of a phrase that tells
_SHORTEST = 4
RULE = "phrase.misread_letter"


def repair_misread(draft: Draft, evidence: Evidence) -> None:
    """Repair or flag each word that is one letter off in an otherwise exact phrase."""
    words = list(_WORD.finditer(draft.text))
    found: dict[tuple[int, int], set[str]] = {}
    for first, formula in _find_windows(words, evidence.language):
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
def _index(language: Language) -> dict[str, tuple[tuple[int, int], ...]]:
    """Word to the phrases that hold it: the word's place in each, and its number."""
    places: dict[str, list[tuple[int, int]]] = {}
    for number, formula in enumerate(load_formulas(language)):
        for place, word in enumerate(formula):
            places.setdefault(word.lower(), []).append((place, number))
    return {word: tuple(found) for word, found in places.items()}


def _find_windows(words: list[re.Match[str]], language: Language) -> list[tuple[int, tuple[str, ...]]]:
    """Where a phrase may stand: wherever all of its words but one do, since only one of them may be off."""
    index = _index(language)
    formulas = load_formulas(language)
    windows: Counter[tuple[int, int]] = Counter(
        (number - place, formula)
        for number, match in enumerate(words)
        for form in without_particles(match.group().lower(), language)
        for place, formula in index.get(form, ())
    )
    found = [(first, formulas[formula], count) for (first, formula), count in windows.items()]
    return [
        (first, formula)
        for first, formula, count in found
        if count >= len(formula) - 1 and 0 <= first <= len(words) - len(formula)
    ]


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
