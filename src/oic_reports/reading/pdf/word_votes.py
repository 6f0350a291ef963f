"""Letters that recognition named, checked with the words that they make.

A figure of a script that the engine does not know, or a rare form of a letter, is named alike wherever it stands, and
wrongly. So a letter stays only where it makes words, and of those that were named for a code the one that makes most.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from oic_reports.language.lexicon import EXISTS, is_word
from oic_reports.reading.pdf.alignment import Pair, Shares
from oic_reports.reading.pdf.glyph_text import LAM, is_mark, is_rtl
from oic_reports.reading.pdf.glyphs import UNMAPPED, Code
from oic_reports.reading.pdf.ligatures import is_latin_word

# what recognition takes for one another; a lam may be the ligature that it begins
_ALIKE = ("أإآا", "يىئ", "ةه", "وؤ")
_WITH_LAM = ("لا", "لأ", "لإ", "لآ")
# share of the votes of letters that are tried; letters of a word that tells; share of the words of a letter that exist;
# votes of a letter, nearly all of them for it, that stays without a word: that of names
_TRIED = 0.1
_SHORT = 3
_KNOWN = 0.4
_MANY = 5
_ROUNDS = 2


def check_by_words(pairs: Mapping[Pair, int], counts: Shares, decided: Mapping[Code, str]) -> dict[Code, str]:
    """The decided letters, each replaced by the named one that makes most words; ``UNMAPPED`` where none makes some."""
    found = dict(decided)
    places: dict[Code, set[tuple[Code, ...]]] = defaultdict(set)
    for codes, _ in pairs:
        for code in set(codes):
            places[code].add(codes)
    for _ in range(_ROUNDS):
        for code, letters in found.items():
            if letters and all(sign.isalpha() or is_mark(sign) for sign in letters) and letters != "\u0640":
                found[code] = _choose(code, letters, counts.get(code, {}), places[code], found)
    return found


def _choose(
    code: Code, letters: str, votes: Mapping[str, float], words: set[tuple[Code, ...]], decided: Mapping[Code, str]
) -> str:
    total = sum(votes.values())
    named = {text: number for text, number in votes.items() if text.isalpha() and number >= _TRIED * total}
    candidates = {letters, *named}
    for text in tuple(candidates):
        candidates |= {other for group in _ALIKE if text in group for other in group}
    if LAM in candidates:
        candidates.update(_WITH_LAM)
    known: Counter[str] = Counter()
    tried = 0
    for word in words:
        patterns = {
            text: _bare("".join(text if each == code else decided.get(each, UNMAPPED) for each in word))
            for text in candidates
        }
        if UNMAPPED in patterns[letters] or len(patterns[letters]) < _SHORT or not patterns[letters].isalpha():
            continue
        tried += 1
        for text, pattern in patterns.items():
            known[text] += _exists(pattern)
    best = max(candidates, key=lambda text: (known[text], named.get(text, 0.0), text == letters))
    if known[letters] == known[best]:
        best = letters
    if not tried:
        # short words and names: only what was named alike each time
        is_sure = total >= _MANY and votes.get(letters, 0.0) > (1 - _TRIED) * total
        return letters if is_sure or all(map(is_mark, letters)) else UNMAPPED
    return best if known[best] >= _KNOWN * tried or all(map(is_mark, best)) else UNMAPPED


def _bare(text: str) -> str:
    """A word without signs over it and points at its edges."""
    plain = "".join(sign for sign in text if not is_mark(sign) and sign != "\u0640")
    return plain.strip("".join(sign for sign in set(plain) if unicodedata.category(sign)[0] in "PSNZ"))


@cache
def _exists(word: str) -> bool:
    return is_word(word, "ar", EXISTS) if is_rtl(word) else is_latin_word(word)
