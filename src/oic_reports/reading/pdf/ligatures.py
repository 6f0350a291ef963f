"""Ligatures of Latin fonts that a character map names wrongly: ``brieAng`` for *briefing*, ``e@ect`` for *effect*.

In one file a code of a font always comes out as the same wrong sign. A code is a ligature where the words that it
stands in are none as they are, and are words with one ligature in its place, and with no other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from oic_reports.language.lexicon import EXISTS, find_share
from oic_reports.model import Language
from oic_reports.reading.pdf.arrays import Integers
from oic_reports.reading.pdf.glyphs import Code, GlyphLayer

Glyph = tuple[str, Code]
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "fj", "ft", "Th", "ti", "tt", "ct", "st")
_ODD_INSIDE = r"[a-zà-ÿ]{2}[A-Z][a-zà-ÿ]{2}|[A-Za-zà-ÿ][0-9!\"$%#&*+@\\^_`~|{}<>=\ufffd]+[a-zà-ÿ]"
_ODD_FIRST = r"[!$%#&*+^`~|<>=\ufffd][a-zà-ÿ]{2}"
_ODD = re.compile(f"{_ODD_INSIDE}|^{_ODD_FIRST}")
# no word of a text without any of these is odd: one search spares a look at each word
_MAY_BE_ODD = re.compile(f"{_ODD_INSIDE}|{_ODD_FIRST}")
# what ligatures and quotes come out as from a map whose bytes were laid over each other (``folded_bytes``)
_FOLDED_LETTERS = frozenset("ûüýþÿ")
_FOLDED_SIGN = re.compile("[ûüýþÿ]")
_FOLDED_LIGATURES = ("fi", "ff", "fl", "ffi", "ffl")
_FOLDED_QUOTES = re.compile(r"(?<![^\s(])<(?=\w)[^<>=]{1,400}[\w.,;!?]=(?![^\s.,;:)!?])")
_ADDRESS = re.compile(r"@.*\.|://|^www\.|/.*[./]|\d{2}")
_LETTER = re.compile("[^\\W\\d_]")
_EDGES = ".,;:()[]«»\"'“”‘’-–—!?/"
_OPENING = "([«»\"'“”‘’-–—/"
_LETTERS = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ"
_LATIN: tuple[Language, ...] = ("en", "fr")
# letters beyond two each that are evidence; rounds of learning
_LEAST_WEIGHT = 3
# different unknown words of a letter that may be another one, the share of its words that they are at least, and the
# share of them that exist with the other one
_MANY = 4
_HARDLY_KNOWN = 0.6
_NEARLY_ALL = 0.8
_SHORT = 2
_ROUNDS = 3


def find_odd_words(text: str) -> list[str]:
    """Words with a capital, a digit or a sign inside, of a text in Latin script; addresses and symbols are none."""
    if not _MAY_BE_ODD.search(text):
        return []
    words = (_strip(word) for word in text.split())
    return [word for word in words if _ODD.search(word) and not _ADDRESS.search(word)]


def has_folded(text: str) -> bool:
    """Whether a text has quotes, or ligatures in words, as maps name them whose bytes were laid over each other."""
    if _FOLDED_QUOTES.search(text):
        return True
    words = {_strip(word) for word in text.split()} if _FOLDED_SIGN.search(text) else set()
    return any(_is_folded(word) for word in words)


def _is_folded(word: str) -> bool:
    """Whether a word is none as it is, and is one with a ligature in the place of a letter."""
    lowered = word.lower()
    letters = _FOLDED_LETTERS.intersection(lowered)
    return bool(letters and not is_latin_word(lowered)) and any(
        is_latin_word(lowered.replace(letter, ligature)) for letter in sorted(letters) for ligature in _FOLDED_LIGATURES
    )


def _strip(word: str) -> str:
    """A word without the points at its edges; a mark of exclamation before a letter is none."""
    return word.lstrip(_OPENING).rstrip(_EDGES)


@cache
def is_latin_word(word: str) -> bool:
    """Whether English or French has a word, by a general list; elided and hyphenated ones by their parts."""
    parts = [part for part in re.split("[’'-]", word.lower()) if part]
    return bool(parts) and all(
        len(part) == 1 or any(find_share(part, language) >= EXISTS for language in _LATIN) for part in parts
    )


def learn_ligatures(words: Iterable[Sequence[Glyph]]) -> dict[Code, str]:
    """Ligatures by code, only where the words leave one choice.

    Args:
        words: words as sequences of glyphs (text and code), punctuation at their edges removed.
    """
    distinct = {tuple(word) for word in words}
    learnt: dict[Code, str] = {}
    for _ in range(_ROUNDS):
        # where some ligatures of a file are wrong, less evidence does for the others
        found = _learn_once(distinct, learnt, _LEAST_WEIGHT - bool(learnt))
        if not found:
            break
        learnt.update(found)
    return learnt


def _learn_once(words: Collection[tuple[Glyph, ...]], learnt: Mapping[Code, str], least: int) -> dict[Code, str]:
    raws = {code: printed for word in words for printed, code in word}
    apart = {font: _find_apart(words, font) for font in {code[0] for code in raws}}
    false_fonts = {code[0] for code in learnt if raws[code].isalpha() and not raws[code].isascii()}
    seen: dict[Code, list[bool]] = defaultdict(list)
    cases: dict[Code, list[str]] = defaultdict(list)
    for word in words:
        text = "".join(learnt.get(code, printed) for printed, code in word)
        is_known = is_latin_word(text)
        for code in {code for _, code in word if code not in learnt}:
            seen[code].append(is_known)
            if not is_known:
                pieces = ["\0" if known == code else learnt.get(known, printed) for printed, known in word]
                cases[code].append("".join(pieces))
    found = {}
    for code, patterns in sorted(cases.items()):
        letters = None
        # a letter that is a part of one unknown word may be right, and another one wrong; where another accented letter
        # of its font is a ligature, it is none
        is_told = len(patterns) > 1 or not raws[code].isalpha() or (not raws[code].isascii() and code[0] in false_fonts)
        if not any(seen[code]) and is_told:
            taken = {letters for known, letters in learnt.items() if known[0] == code[0]}
            letters = _choose(patterns, least, apart[code[0]] | taken)
        is_small = len(raws[code]) == 1 and raws[code].islower()
        if letters is None and is_small and len(patterns) >= max(_MANY, _HARDLY_KNOWN * len(seen[code])):
            letters = _choose_letter(patterns)
        if letters is not None:
            found[code] = letters
    return found


def _choose_letter(patterns: Sequence[str]) -> str | None:
    """The letter that makes words of nearly all patterns, where no other makes words of many."""
    solved = Counter({letter: sum(is_latin_word(p.replace("\0", letter)) for p in patterns) for letter in _LETTERS})
    (best, number), (_, second) = solved.most_common(2)
    return best if number >= _NEARLY_ALL * len(patterns) and number >= 2 * second else None


def _find_apart(words: Collection[tuple[Glyph, ...]], font: int) -> frozenset[str]:
    """The ligatures whose letters stand as glyphs of a font in some word: with a ligature it does not do without."""
    plain = " ".join(
        "".join(printed if len(printed) == 1 and code[0] == font else "\0" for printed, code in word) for word in words
    )
    return frozenset(letters for letters in _LIGATURES if letters in plain)


def _choose(patterns: Sequence[str], least: int, others: AbstractSet[str]) -> str | None:
    """The ligature that makes words of all patterns; of many it may leave a rare word out, if no other fits as well.

    Of several ligatures the one is taken that is not among ``others``, which the document or the font has already.
    """
    weight = sum(max(len(pattern) - _SHORT, 0) for pattern in patterns)
    solved = {letters: sum(is_latin_word(p.replace("\0", letters)) for p in patterns) for letters in _LIGATURES}
    wanted = len(patterns) if len(patterns) <= _MANY else _NEARLY_ALL * len(patterns)
    fits = [letters for letters, number in solved.items() if number >= wanted]
    if len(fits) > 1:
        fits = [letters for letters in fits if letters not in others]
    return fits[0] if len(fits) == 1 and weight >= least else None


def collect_latin_words(layer: GlyphLayer, lines: Iterable[tuple[Integers, list[bool]]]) -> Iterator[list[Glyph]]:
    """Words of a layer with their codes; ``lines`` are glyphs from the left, with whether a blank is before each."""
    for glyphs, spaces in lines:
        word: list[Glyph] = []
        for glyph, is_space in zip(glyphs.tolist(), spaces, strict=True):
            if is_space:
                yield from _trim(word)
                word = []
            word.append((layer.texts[glyph], layer.codes[glyph]))
        yield from _trim(word)


def _trim(word: list[Glyph]) -> Iterator[list[Glyph]]:
    while word and word[0][0] in _OPENING:
        word = word[1:]
    while word and word[-1][0] in _EDGES:
        word = word[:-1]
    if len(word) > _SHORT and sum(bool(_LETTER.match(text)) for text, _ in word) >= len(word) - 2:
        yield word
