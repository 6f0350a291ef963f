"""Letters that make no words: whether the map of a font may name a letter by another one.

Such damage shows no sign: each word looks whole. But a false letter stands in words that no list holds, in one form of
it (initial, medial, final, alone: each is a glyph of its own), and true ones of the same name in words that exist.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from oic_reports.reading.pdf.gate import is_known
from oic_reports.reading.pdf.glyph_text import UNJOINED, is_mark
from oic_reports.reading.pdf.ligatures import is_latin_word

_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}|[a-zà-öø-ÿœ]{4,}")
# the sign of a year is a heh drawn out; what stands behind it is a letter
_HIJRI = re.compile("[0-9٠-٩]{4}ه([\u0621-\u063a\u0641-\u064a])(?!\\w)")
# different unknown words that a letter stands in, and that do where nearly all of its words are; the share of its words
# that they are, and how many times the share of the words without the letter that is, or is at least
_SEVERAL = 4
_FEW = 3
_NEARLY_ALL = 0.75
_MANY = 0.1
_TIMES = 4
_TWICE = 2
# different words in which a letter stands twice instead of once
_DOUBLED = 2

Form = tuple[str, bool, bool]


def find_doubtful(texts: Iterable[str]) -> set[Form]:
    """The letters of some lines that stand in unknown words far more often than others.

    Each with whether it is joined to the letter before, and to that behind it; Latin letters have no forms. A letter is
    found too that stands twice in several such words which exist with one of the two, or behind the heh of a year: a
    font sets a bar between letters, and its map names that by one of them.
    """
    texts = list(texts)
    seen: Counter[Form] = Counter()
    unknown: Counter[Form] = Counter()
    words: Counter[str] = Counter()
    unknown_words: Counter[str] = Counter()
    doubled = Counter(letter for text in texts for letter in _HIJRI.findall(text))
    for word in {word for text in texts for word in _list_words(text)}:
        is_arabic = word > "\u0600"
        is_lost = not (is_known(word) if is_arabic else is_latin_word(word))
        forms = set(_list_forms(word)) if is_arabic else {(letter, False, False) for letter in word}
        # each word counts for its letters, and for all words
        letters = ["", *{letter for letter, _, _ in forms}]
        seen.update(forms)
        words.update(letters)
        if is_lost:
            unknown.update(forms)
            unknown_words.update(letters)
            doubled.update(_list_doubled(word) if is_arabic else ())
    found = set()
    for form, number in unknown.items():
        letter = form[0]
        # a letter that is false in all its forms makes many words unknown: those without it tell what is usual
        others = (unknown_words[""] - unknown_words[letter]) / max(words[""] - words[letter], 1)
        # names are unknown too: of a letter that is right in other words there must be more
        least = _FEW if number >= _NEARLY_ALL * seen[form] else _SEVERAL
        # of several false letters each makes the words of the others unknown
        share = max(min(max(_MANY, _TIMES * others), _NEARLY_ALL), _TWICE * others)
        if number >= least and number >= share * seen[form]:
            found.add(form)
    return found | {(letter, True, True) for letter, number in doubled.items() if number >= _DOUBLED}


def _list_words(text: str) -> Iterator[str]:
    """The words of a line that can be looked up: Arabic ones without signs, Latin ones without a capital (names)."""
    for word in text.split():
        bare = word.strip(".,;:،؛؟!()[]«»\"'")
        if not bare.isascii() and not _WORD.fullmatch(bare):
            bare = "".join(sign for sign in bare if not is_mark(sign) and sign != "\u0640")
        if _WORD.fullmatch(bare):
            yield bare


def _list_doubled(word: str) -> set[str]:
    """The joined letters that stand twice in an unknown word which exists with one of the two."""
    return {
        letter
        for place, (letter, follower) in enumerate(pairwise(word))
        if letter == follower and place and letter not in UNJOINED and is_known(word[:place] + word[place + 1 :])
    }


def _list_forms(word: str) -> Iterator[Form]:
    for place, letter in enumerate(word):
        is_joined = place > 0 and word[place - 1] not in UNJOINED
        yield letter, is_joined, letter not in UNJOINED and place + 1 < len(word)
