"""A misread letter in a phrase that OIC documents use, in a document whose glyphs are known to be damaged.

The word must not exist, must differ from the phrase's word by one letter, and the difference must not be one of
spelling (hamza, alef, yeh, teh marbuta), which is the author's. In an undamaged document it is flagged, not repaired.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from oic_reports.cleaning.draft import Draft
from oic_reports.cleaning.evidence import Evidence, load_formulas
from oic_reports.model import Flag

_WORD = re.compile(r"[^\W\d_]+")
_SPELLING = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ءًٌٍَُِّْ")
_SHORTEST = 4
RULE = "phrase.misread_letter"


def repair_misread(draft: Draft, evidence: Evidence) -> None:
    """Repair or flag each word that is one letter off in an otherwise exact phrase."""
    words = list(_WORD.finditer(draft.text))
    found: dict[tuple[int, int], set[str]] = {}
    for formula in load_formulas(evidence.language):
        size = len(formula)
        for first in range(len(words) - size + 1):
            window = words[first : first + size]
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


def _find_off(window: list[re.Match[str]], formula: tuple[str, ...]) -> int | None:
    """The one place where the words differ from the phrase, by one letter; None for any other case."""
    off: int | None = None
    for place, (match, word) in enumerate(zip(window, formula, strict=True)):
        surface = match.group()
        if surface.lower() == word.lower() or (place == 0 and re.fullmatch(f"[وف]?[بلك]?{re.escape(word)}", surface)):
            continue
        if off is not None or len(surface) < _SHORTEST:
            return None
        is_spelling = surface.translate(_SPELLING) == word.translate(_SPELLING)
        if is_spelling or Levenshtein.distance(surface, word, score_cutoff=1) > 1:
            return None
        off = place
    return off
