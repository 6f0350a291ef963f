"""What attests a word of a document: its own undamaged words, the vocabularies, and the general list (``lexicon``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain, pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.letters import LOST_GLYPH
from oic_reports.language.lexicon import (
    ATTESTING,
    EXISTS,
    MOST_LETTERS,
    USUAL,
    WORDS,
    find_share,
    is_word,
    load_attested_words,
    load_rare_words,
    without_particles,
)
from oic_reports.language.particles import TO_ARTICLE
from oic_reports.language.plausibility import load_stop_words
from oic_reports.model import Language
from oic_reports.resources import load_vocabulary

# how many times more usual the one choice is
_FAR_MORE = 20
_COMPOUNDS = compile_pattern(r"(?<![^\W_-])[^\W\d_]++(?:-[^\W\d_]++)+(?![^\W_])")
# a word in two parts, the second behind a blank: divided at the end of a line
_HALVES = compile_pattern(r"(?<![^\W_-])([^\W\d_]{2,20})- ([^\W\d_A-Z]{2,20})(?![^\W_-])")
# divided words that are enough to say that a program divides them
_SEVERAL = 3
PERSIAN = compile_pattern("[\u06a9\u06cc]")
_ARABIC_ONLY = compile_pattern(f"{TO_ARTICLE}|.*ة$")


@cache
def load_formulas(language: Language) -> tuple[tuple[str, ...], ...]:
    """Phrases of two words and more that OIC documents use, as tuples of words, longest first."""
    phrases = {
        tuple(row[column].split())
        for name, column in (("formulas", "phrase"), ("venues", "form"), ("body_names", "form"))
        for row in load_vocabulary(name)
        if row["language"] == language
    }
    return tuple(sorted((p for p in phrases if len(p) > 1), key=lambda p: (-len(p), p)))


@cache
def load_compounds() -> frozenset[str]:
    """Every pair of words that a vocabulary writes with a hyphen: ``guinea-bissau``; a name is one in any language."""
    rows = chain.from_iterable(load_vocabulary(name) for name in (*ATTESTING, "institutions"))
    return frozenset(chain.from_iterable(find_compounds(row.get("form") or row.get("phrase") or "") for row in rows))


def find_compounds(text: str) -> Iterator[str]:
    """The words with a hyphen in a text, in small letters, two and two: ``court-et``, ``et-moyen``."""
    for piece in text.split() if "-" in text else ():
        # few have one, and no compound holds a blank
        for chained in _COMPOUNDS.findall(piece) if "-" in piece else ():
            yield from map("-".join, pairwise(chained.lower().split("-")))


class Evidence:
    """What attests words of one document."""

    def __init__(self, language: Language, texts: Iterable[str]) -> None:
        """Take the words of the document's own texts; words at a lost glyph or with strangers do not attest."""
        self.language = language
        given = list(texts)
        # a sign before a blank at the start of a line may be a bullet
        sound = [text for text in given if not LOST_GLYPH.search(text, 1 if text[1:2] == " " else 0)]
        self.is_damaged = len(sound) < len(given)
        self._sound = "\n".join(sound)
        self._words: dict[str, bool] = {}

    @cached_property
    def _own(self) -> Counter[str]:
        return Counter(map(str.lower, WORDS.findall(self._sound)))

    @cached_property
    def _compounds(self) -> frozenset[str]:
        return frozenset(find_compounds(self._sound))

    @cached_property
    def divides_words(self) -> bool:
        """Whether words are divided at the ends of lines: several halves that are none make words together."""
        halves = set(_HALVES.findall(self._sound))
        sure = (self._is_divided(head.lower(), tail) for head, tail in halves)
        return sum(sure) >= _SEVERAL

    def _is_divided(self, head: str, tail: str) -> bool:
        are_words = self.is_usual_elsewhere(head) and self.is_usual_elsewhere(tail)
        return not are_words and self.is_usual_elsewhere(head + tail)

    @property
    def own_words(self) -> Mapping[str, int]:
        """The document's own words in small letters, and how often it has each."""
        return self._own

    @cached_property
    def writes_persian_letters(self) -> bool:
        """Whether an Arabic text has Persian keheh and yeh for kaf and yeh, as its words that are no names show.

        A word that no name is: one of the stop words, or one with the article or a teh marbuta that exists.
        """
        return any(self.is_arabic_in_persian_letters(word) for word in self._own if PERSIAN.search(word))

    def is_arabic_in_persian_letters(self, word: str) -> bool:
        """Whether a word with Persian keheh or yeh is certainly an Arabic word, no name of a Persian or Pakistani."""
        forms = read_persian(word)
        stop_words = load_stop_words()["ar"]
        # ``علی`` is a preposition or a name; ``فى`` is only another spelling of ``في``
        if forms[0] not in stop_words and len(forms) > 1 and all(self.is_usual_elsewhere(form) for form in forms):
            return False
        return any(form in stop_words or (_ARABIC_ONLY.match(form) and self.is_word(form)) for form in forms)

    def is_word(self, word: str) -> bool:
        """Whether a word exists in general or in the vocabularies, with or without the particles written to it."""
        known = self._words.get(word)
        if known is None:
            forms = without_particles(word.lower(), self.language) if len(word) <= MOST_LETTERS else ()
            known = self._words[word] = any(map(self._is_known, forms))
        return known

    def _is_known(self, small: str) -> bool:
        return small in load_attested_words(self.language) or find_share(small, self.language) >= EXISTS

    def measure(self, word: str) -> float:
        """How frequent a word is in general, rare words (misspellings mostly) too; with its particles or without."""
        if len(word) > MOST_LETTERS:
            return 0.0
        words = load_rare_words(self.language)
        return max(words.get(form) for form in without_particles(word.lower(), self.language))

    def count(self, word: str) -> int:
        """How often the document has a word."""
        return self._own[word.lower()]

    def is_common(self, word: str, least: float) -> bool:
        """Whether a word as it stands is of a vocabulary, or stands at least ``least`` times in a word of text."""
        small = word.lower()
        return small in load_attested_words(self.language) or find_share(small, self.language) >= least

    def is_usual(self, word: str) -> bool:
        """Whether a word is attested by the document, by the vocabularies, or as a usual word of the language."""
        return self._own[word.lower()] > 0 or self.is_usual_elsewhere(word)

    def is_usual_elsewhere(self, word: str) -> bool:
        """Whether a word is attested without this document, whose own words may be halves of divided ones."""
        small = word.lower()
        if len(small) > MOST_LETTERS:
            return False
        return small in load_attested_words(self.language) or is_word(small, self.language, USUAL)

    def is_compound(self, word: str) -> bool:
        """Whether the document, inside a line, or a vocabulary writes a word with this hyphen."""
        small = word.lower()
        return small in self._compounds or small in load_compounds()

    def choose(self, candidates: Iterable[str]) -> str | None:
        """The one candidate that the document itself, the vocabularies or the word list attest.

        A word that is attested as it stands goes before one that is only without the particles written to it. None
        where no candidate fits, or more than one: then there is nothing to choose by.
        """
        distinct = list(dict.fromkeys(candidates))
        known = [c for c in distinct if self._own[c.lower()] or self._is_known(c.lower())]
        known = known or [c for c in distinct if self.is_word(c)]
        return known[0] if len(known) == 1 else None

    def choose_usual(self, candidates: Iterable[str]) -> str | None:
        """The candidate that is far more frequent than all others: for spellings of one word, not for other words."""
        general = load_rare_words(self.language)
        ranked = sorted(((general.get(c.lower()), c) for c in dict.fromkeys(candidates)), reverse=True)
        if not ranked or ranked[0][0] < EXISTS:
            return self.choose(candidates)
        rival = ranked[1][0] if len(ranked) > 1 else 0.0
        return ranked[0][1] if ranked[0][0] >= _FAR_MORE * rival else None


def read_persian(word: str) -> tuple[str, ...]:
    """The Arabic forms of a word with Persian letters: a yeh at its end may be an alef maksura."""
    inner = word.replace("\u06a9", "ك")
    head, last = inner[:-1].replace("\u06cc", "ي"), inner[-1]
    return (head + "ي", head + "ى") if last == "\u06cc" else (head + last,)
