"""Texts in a spelling that the vocabularies do not know, read as these spell their words.

French is typed without accents (``Reunion tenue a Djeddah``); Arabic with a hā' where a tā' marbūṭa ends a word
(``الدوره العاديه``), or with a hamza on an alef that has none (``إجتماع``); readers of scans print such words too. One
letter stands for one, so that all places stay. The text that is published stays as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product, takewhile

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.lexicon import COMMON, EXISTS, find_share
from oic_reports.language.particles import BEFORE_WORD, TO_ARTICLE
from oic_reports.model import Block, Language

# words of a French text from which it can be told, and the share of them with an accent below which it has none: each
# sixth word of a text with accents has one
LEAST_WORDS = 40
FEW_ACCENTED = 0.01
# different Arabic words with an article that end in hā', from which a text prints it for tā' marbūṭa: no pronoun stands
# behind an article
LEAST_ENDINGS = 3
# times as usual as a word without an article that ends in hā', from which tā' is meant in a text that prints both
MORE_USUAL = 10
# letters of a word that may each have an accent: a word with more is left
_MOST_PLACES = 6
# letters of an abbreviation in capitals
_LONGEST_ABBREVIATION = 4
_ACCENTS = {"e": "eéèêë", "a": "aâà", "i": "iîï", "o": "oô", "u": "uûù", "c": "cç"}
_ACCENTED = frozenset("".join(_ACCENTS.values())) - frozenset(_ACCENTS)
_LATIN_WORD = compile_pattern(
    r"(?<![\w’'@./-])[^\W\d_]{3,}(?![\w@/]|\.\w)|(?<=[dlnsjmtcDLNSJMTC][’'])[^\W\d_]{3,}(?![\w@/])"
)
# the verb ``a`` stands before a participle, the preposition before what has an article, a name or a number
_PREPOSITION = compile_pattern(
    r"(?<![\w’'])[aA](?=\s+(?:l[ae]\s|l['’]|leurs?\s|s[ao]n?\s|ses\s|cett?e?\s|ces\s|tou[st]\s|partir\s|travers\s|\d|[A-ZÀ-Þ]))"
)
# a participle behind its verb: ``s'est retrouve``, ``ont ete remises``
_PARTICIPLE = compile_pattern(
    r"(?P<verb>(?<![\w’'])(?:[aA]|ont|avai(?:en)?t|avons|ayant|aura|(?:[sS]['’])?est|(?:[sS]e\s)?sont|etai(?:en)?t|ete|fut)"
    r"\s(?:(?:ete|aussi|egalement|ensuite|jadis|enfin|[a-z]+ment)\s)?)(?P<word>[a-z]{3,}e{1,2}s?)(?!\w)"
)
_WORD = compile_pattern(r"\w+")
_ARABIC_WORD = compile_pattern("[\u0621-\u064a]+")
_HA_AT_END = compile_pattern("[\u0621-\u064a]{2,}\u0647(?![\u0621-\u065f])")
_TA_AT_END = compile_pattern("[\u0621-\u064a]{2,}\u0629(?![\u0621-\u065f])")
_HAMZA = compile_pattern(rf"(?<![\u0621-\u065f])(?P<before>{TO_ARTICLE}|{BEFORE_WORD})إ[\u0621-\u064a]{{3,}}")
_WITH_ARTICLE = compile_pattern(TO_ARTICLE)
_PARTICLE = compile_pattern(rf"(?:{TO_ARTICLE}|{BEFORE_WORD})(?=[\u0621-\u064a]{{3}})")

Spellings = Mapping[str, str]


def find_spellings(blocks: Sequence[Block], language: Language) -> Spellings:
    """The words of a text that are spelt as the vocabularies do not know them, each to the word that is meant."""
    texts = [block.text for block in blocks if block.role != "boilerplate"]
    if language == "fr":
        return dict(_find_without_accents(texts))
    return dict(_find_arabic(texts)) if language == "ar" else {}


def spell_as_known(blocks: Sequence[Block], spellings: Spellings, language: Language) -> tuple[Block, ...]:
    """The blocks with the words that are meant, letter for letter."""
    if not spellings:
        return tuple(blocks)
    words = _LATIN_WORD if language == "fr" else _ARABIC_WORD

    def spell(word: re.Match[str]) -> str:
        return spellings.get(word.group(), word.group())

    def spell_text(text: str) -> str:
        if language == "fr":
            text = _PARTICIPLE.sub(lambda found: found["verb"] + _put_participle(found["word"]), text)
            text = _PREPOSITION.sub(lambda a: "À" if a.group() == "A" else "à", text)
        return words.sub(spell, text)

    return tuple(replace(block, text=spell_text(block.text)) for block in blocks)


def quote_as_printed(words: str, known: Sequence[Block], printed: Sequence[Block], seq: int | None = None) -> str:
    """Words of the known spelling as they stand in the printed text, at the same place.

    ``seq`` is the block that they are quoted of (1-based), where one is named: another may spell them otherwise. What
    was put together of several blocks is quoted in runs of words, each where the longest one stands.
    """
    own = slice(seq - 1, seq) if seq else slice(0)
    for one, other in zip([*known[own], *known], [*printed[own], *printed], strict=True):
        place = " ".join(one.text.split()).find(words)
        if place >= 0:
            return " ".join(other.text.split())[place : place + len(words)]
    spelt: list[str] = [match for block in known for match in _WORD.findall(block.text)]
    stands: list[str] = [match for block in printed for match in _WORD.findall(block.text)]
    asked: list[str] = _WORD.findall(words)
    quoted: list[str] = []
    while len(quoted) < len(asked):
        rest = asked[len(quoted) :]
        starts = [place for place, word in enumerate(spelt) if word == rest[0]]
        runs = [(place, _count_alike(spelt[place : place + len(rest)], rest)) for place in starts]
        place, length = max(runs, key=lambda run: run[1], default=(0, 0))
        quoted += stands[place : place + length] or rest[:1]
    found = iter(quoted)
    return _WORD.sub(lambda _: next(found), words)


def _count_alike(some: Sequence[str], others: Sequence[str]) -> int:
    """With how many words two sequences begin alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))


def _find_without_accents(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    words = [word for text in texts for word in _LATIN_WORD.findall(text)]
    # capitals are printed without accents in any text, and names (``José``) with those that they have
    small = [word for word in words if not word.isupper()]
    accented = sum(word[0].islower() and not _ACCENTED.isdisjoint(word) for word in small)
    if len(small) < LEAST_WORDS or accented > FEW_ACCENTED * len(small):
        return
    yield from _find_known(words, _put_accents)


def _find_known(words: Iterable[str], spell: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    for word in dict.fromkeys(words):
        known = spell(word)
        if known != word:
            yield word, known


@lru_cache(maxsize=1 << 14)
def _put_accents(word: str) -> str:
    """A French word with the accents with which it is more usual than without.

    An abbreviation is none, nor is a word that has an accent; ``İstanbul`` is longer in small letters.
    """
    if not word.isascii() or (word.isupper() and len(word) <= _LONGEST_ABBREVIATION):
        return word
    small = word.lower()
    found = _find_usual_accents(small, small, max(find_share(small, "fr"), COMMON))
    return "".join(letter.upper() if old.isupper() else letter for letter, old in zip(found, word, strict=True))


@lru_cache(maxsize=1 << 14)
def _put_participle(word: str) -> str:
    """A word with the accents of the most usual participle that it may be (``retrouve``, ``adoptees``); or as it is."""
    end = len(word.rstrip("s").rstrip("e")) + 1
    return _find_usual_accents(word, f"{word[: end - 1]}é{word[end:]}", EXISTS, is_participle=True)


def _find_usual_accents(word: str, form: str, share: float, *, is_participle: bool = False) -> str:
    """The word in the most usual of the spellings of a form, if it is more usual than ``share``; else the word."""
    places = [place for place, letter in enumerate(form) if letter in _ACCENTS]
    if len(places) > _MOST_PLACES:
        return word
    best = word
    for letters in product(*(_ACCENTS[form[place]] for place in places)):
        spelt = list(form)
        for place, letter in zip(places, letters, strict=True):
            spelt[place] = letter
        other = "".join(spelt)
        if (is_participle or other != word) and (usual := find_share(other, "fr")) > share:
            best, share = other, usual
    return best


def _find_arabic(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    ends = [word for text in texts for word in _HA_AT_END.findall(text)]
    # no pronoun stands behind an article
    sure = {word for word in ends if _WITH_ARTICLE.match(word) and _put_ta(word) != word}
    if len(sure) >= LEAST_ENDINGS:
        has_none = len(ends) > sum(len(_TA_AT_END.findall(text)) for text in texts)
        yield from _find_known(ends if has_none else sure, _put_ta)
        yield from _find_known(ends, _put_usual_ta)
    yield from _find_known((match.group() for text in texts for match in _HAMZA.finditer(text)), _drop_hamza)


@lru_cache(maxsize=1 << 14)
def _put_ta(word: str, times: int = 1) -> str:
    """An Arabic word with the tā' marbūṭa with which it is ``times`` as usual as with its hā'; else the word."""
    known = f"{word[:-1]}ة"
    return known if _find_usual(known) > max(times * _find_usual(word), COMMON) else word


def _put_usual_ta(word: str) -> str:
    """The same where a pronoun may be meant: ``دوره`` is ``his part``, and ``دورة`` a session."""
    return _put_ta(word, MORE_USUAL)


@lru_cache(maxsize=1 << 14)
def _drop_hamza(word: str) -> str:
    """An Arabic word with the bare alef with which it is more usual (``اجتماع``) than with its hamza."""
    known = word.replace("إ", "ا", 1)
    return known if _find_usual(known) > max(_find_usual(word), COMMON) else word


def _find_usual(word: str) -> float:
    """How usual an Arabic word is, with the particles written to it or without."""
    match = _PARTICLE.match(word)
    return max(find_share(word, "ar"), find_share(word[match.end() :], "ar") if match else 0.0)
