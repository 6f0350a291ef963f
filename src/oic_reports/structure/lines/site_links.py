"""Words of links and widgets that sites print around a text, and where a line holds them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_vocabulary

# per cent of likeness of two spellings of a word
_ALIKE = 85
# letters: two shorter words are alike by chance
_SHORT_WORD = 5
_WORD = compile_pattern(r"[^\W_]+(?:[’'-][^\W_]+)*")


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first letter, longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for row in load_vocabulary("site_residue"):
        words = tuple(row["phrase"].lower().split())
        found.setdefault(words[0][0], set()).add(words)
    order = {letter: sorted(phrases, key=lambda words: (-len(words), words)) for letter, phrases in found.items()}
    return {letter: tuple(phrases) for letter, phrases in order.items()}


@cache
def write_links(*kinds: str) -> str:
    """The words of links as alternatives, longest first; accents and hyphens may be left out in all of them."""
    forms = {row["form"] for row in load_vocabulary("site_links") if row["kind"] in kinds}
    written = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return written.replace("é", "[eé]").replace("à", "[aà]").replace(r"\-", "[- ]")


@cache
def home() -> re.Pattern[str]:
    """The link to the first page of a site."""
    return compile_pattern(rf"(?<!\w)(?:{write_links('home')})\b", re.IGNORECASE)


@cache
def about() -> re.Pattern[str]:
    """What a site says of itself, the first link where it has none home."""
    return compile_pattern(rf"(?<!\w)(?:{write_links('about')})(?!\w)", re.IGNORECASE)


@cache
def switch() -> re.Pattern[str]:
    """The names of the languages that a site has, two and more at the end of a line: ``en | fr | ar``."""
    tongue = rf"(?<!\w)(?:{write_links('tongue')})(?!\w)"
    return compile_pattern(rf"\W*{tongue}(?:[\s|/·•,-]+{tongue})+\W*$", re.IGNORECASE)


def match_phrase(words: Sequence[str], place: int) -> int:
    """How many words in small letters from ``place`` on are a phrase of the vocabulary; 0 for none."""
    for phrase in _phrases().get(words[place][0], ()):
        if not _is_alike(words[place], phrase[0]) or place + len(phrase) > len(words):
            continue
        if all(map(_is_alike, words[place + 1 : place + len(phrase)], phrase[1:])):
            return len(phrase)
    return 0


def _is_alike(word: str, expected: str) -> bool:
    if word == expected:
        return True
    return min(len(word), len(expected)) >= _SHORT_WORD and fuzz.ratio(word, expected) >= _ALIKE


def read_entries(line: str) -> list[tuple[str, bool]]:
    """The known links of a line, each whole, and its other words, in their order: each with whether it is known."""
    entries: list[tuple[str, bool]] = []
    place = 0
    for told in about().finditer(line):
        entries += [*_read_words(line[place : told.start()]), (told.group(), True)]
        place = told.end()
    return entries + _read_words(line[place:])


def _read_words(text: str) -> list[tuple[str, bool]]:
    words = _WORD.findall(text)
    small = [word.lower() for word in words]
    read: list[tuple[str, bool]] = []
    place = 0
    while place < len(words):
        size = match_phrase(small, place)
        read.append((" ".join(words[place : place + max(size, 1)]), size > 0))
        place += max(size, 1)
    return read
