"""Lam-alefs that a font paints as two glyphs, a lam and an alef of their own, neither of which has a character.

Words tell one unknown letter at a time, and here two stand side by side wherever they stand. The first of them is
followed by an unknown glyph each time, and the words exist with a lam and an alef for the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from oic_reports.reading.pdf.coded_words import CodedWord
from oic_reports.reading.pdf.glyph_text import LAM
from oic_reports.reading.pdf.glyphs import UNMAPPED, Code
from oic_reports.reading.pdf.usual_words import measure_word

_ALEFS = ("ا", "أ", "إ", "آ")
# letters beside the pair that are evidence of one, and the share of them in words that exist
_LEAST_WEIGHT = 8
_CONVINCING = 0.6


def find_lam_alefs(words: Sequence[CodedWord], learnt: Mapping[Code, str]) -> dict[Code, str]:
    """The codes without a character that are the lam, or the alef, of such a pair.

    A word may hold two pairs, one joined to the letter before it and one that is not: what is found tells more words.

    Args:
        words: words in logical order, letters with their codes.
        learnt: what other codes are known to mean.
    """
    found: dict[Code, str] = {}
    while more := _find_once(words, {**learnt, **found}):
        found |= more
    return found


def _find_once(words: Iterable[CodedWord], learnt: Mapping[Code, str]) -> dict[Code, str]:
    """What the words tell with what is known of other codes."""
    spelled = {tuple((learnt.get(code, text) if code else text, code) for text, code in word) for word in words}
    pairs: dict[Code, dict[Code, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
    broken: set[Code] = set()
    for word in spelled:
        lost = [place for place, (text, _) in enumerate(word) if text == UNMAPPED]
        taken: set[int] = set()
        for first, second in pairwise(lost):
            lam, alef = word[first][1], word[second][1]
            if second == first + 1 and first not in taken and lam is not None and alef is not None:
                texts = [text for text, _ in word]
                pairs[lam][alef].add(("".join(texts[:first]), "".join(texts[second + 1 :])))
                taken |= {first, second}
        broken |= {code for place in lost if place not in taken and (code := word[place][1]) is not None}
    found: dict[Code, str] = {}
    for lam, alefs in pairs.items():
        if lam not in broken and broken.isdisjoint(alefs):
            found |= _tell(lam, alefs)
    return found


def _tell(lam: Code, alefs: Mapping[Code, set[tuple[str, str]]]) -> dict[Code, str]:
    """The alefs that stand behind a lam, by the words that exist with them; none where these are too few."""
    known = total = 0
    found: dict[Code, str] = {}
    for alef, cases in alefs.items():
        usual = {
            letter: sum(measure_word(f"{before}{LAM}{letter}{behind}") for before, behind in cases) for letter in _ALEFS
        }
        letter = max(_ALEFS, key=lambda letter: usual[letter])
        for before, behind in cases:
            weight = len(before) + len(behind)
            total += weight
            known += weight * any(measure_word(f"{before}{LAM}{each}{behind}") > 0 for each in _ALEFS)
        if usual[letter] > 0:
            found[alef] = letter
    is_convincing = known >= max(_LEAST_WEIGHT, _CONVINCING * total)
    return {lam: LAM, **found} if is_convincing and lam not in found else {}
