"""How much a text looks like Arabic, English or French prose: the measure behind encoding and language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_vocabulary

WORD = compile_pattern(r"[^\W\d_]+(?:[\u064b-\u065f\u0670][^\W\d_]*)*")
_ARABIC = compile_pattern(
    "[\u0621-\u063a\u0640-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\u06a4\ufb50-\ufdff\ufe70-\ufefc]"
)
_LATIN = compile_pattern("[A-Za-zÀ-ÖØ-öø-ÿŒœŸĀ-ſ]")
# what may be a letter of another script than Latin; punctuation beyond Latin is not
_NOT_LATIN = compile_pattern("[^\x00-©«-´¶-¹»-\u017f\u2000-\u206f]")
_UNUSUAL = compile_pattern(
    "[\ufffd\u0080-\u009f¤¥¦¨¬¯³¸¹¼½¾þÞðÐ×÷ØÃÂÅƒˆ˜†‡‰‹›™š¢£§¶µ\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]"
)


@cache
def load_stop_words() -> dict[str, frozenset[str]]:
    """Stop words by language code; besides our three, languages that a text must not be taken for."""
    words: dict[str, set[str]] = {}
    for row in load_vocabulary("stop_words"):
        words.setdefault(row["language"], set()).add(row["word"])
    return {language: frozenset(found) for language, found in words.items()}


def count_scripts(text: str) -> Counter[str]:
    """Letters by script: the first word of the character's Unicode name, e.g. ``ARABIC``, ``LATIN``, ``CYRILLIC``."""
    counts: Counter[str] = Counter()
    if not _NOT_LATIN.search(text):
        latin = sum(map(str.isalpha, text))
        return Counter(LATIN=latin) if latin else counts
    for character, number in Counter(text).items():
        if character.isalpha():
            counts[_name_script(character)] += number
    return counts


@lru_cache(maxsize=4096)
def _name_script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0]


@lru_cache(maxsize=8192)
def is_mostly_arabic(line: str) -> bool | None:
    """Whether more letters of a line are Arabic than Latin; None where it has none of either script."""
    if not _NOT_LATIN.search(line):
        return False if any(map(str.isalpha, line)) else None
    scripts = count_scripts(line)
    return scripts["ARABIC"] > scripts["LATIN"] if scripts["ARABIC"] or scripts["LATIN"] else None


class WordCount(NamedTuple):
    """How many words a text has, and how many of them are stop words of each language."""

    words: int
    stop_words: Mapping[str, int]

    def share(self, language: str) -> float:
        """The share of the words that are stop words of a language (0 to 1)."""
        return self.stop_words.get(language, 0) / (self.words or 1)


def count_words(text: str) -> WordCount:
    """The words of a text, and its stop words by language."""
    words = WORD.findall(text)
    languages = _index_stop_words()
    stop_words: dict[str, int] = {}
    for word in filter(languages.__contains__, map(str.lower, words)):
        for language in languages[word]:
            stop_words[language] = stop_words.get(language, 0) + 1
    return WordCount(len(words), stop_words)


# a line is asked for its words when its file is read, and again when documents in it are parted
count_words_of_line = lru_cache(maxsize=8192)(count_words)


def add_counts(lines: Iterable[str]) -> WordCount:
    """The words of several lines, and their stop words."""
    words = 0
    stop_words: Counter[str] = Counter()
    for line in lines:
        own = count_words_of_line(line)
        words += own.words
        stop_words.update(own.stop_words)
    return WordCount(words, stop_words)


def share_stop_words(text: str) -> dict[str, float]:
    """For each language of the vocabulary, the share of the text's words that are its stop words (0 to 1)."""
    count = count_words(text)
    return {language: count.share(language) for language in load_stop_words()}


@cache
def _index_stop_words() -> dict[str, list[str]]:
    """The languages of each stop word."""
    languages: dict[str, list[str]] = {}
    for language, words in load_stop_words().items():
        for word in words:
            languages.setdefault(word, []).append(language)
    return languages


def score_prose(text: str) -> float:
    """Above 0 for prose in a language of the vocabulary, below for text in a wrong encoding (at most 1, at least -2).

    The share of stop words, less twice the share of words that mix Arabic and Latin letters or hold signs that occur
    where an encoding was mistaken.
    """
    words = WORD.findall(text)
    if not words:
        return -1.0
    pieces = re.findall(r"\S+", text)
    bad = sum(1 for piece in pieces if _is_garbled(piece))
    return max(share_stop_words(text).values()) - 2 * bad / len(pieces)


def _is_garbled(piece: str) -> bool:
    letters = [c for c in piece if c.isalpha()]
    if not letters:
        return bool(re.search("[\u0080-\u009f]", piece))
    if _ARABIC.search(piece) and _LATIN.search(piece):
        # a particle or a suffix written to a name is no damage; letters of two scripts in turn are
        scripts = ["A" if _ARABIC.match(c) else "L" for c in letters]
        turns = sum(a != b for a, b in pairwise(scripts))
        return turns > 1 or not re.search("[A-Za-z]{2}", piece)
    return (
        bool(_UNUSUAL.search(piece)) and piece.strip("£§") not in {"", "µ"} and not re.fullmatch(r"[§£]\W*\d.*", piece)
    )
