"""Where the declared files (``schemas/``, ``expectations/``) are: package data in a wheel, the checkout otherwise."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern

_CHECKOUT = Path(__file__).resolve().parents[2]


def find_declared(folder: str) -> Traversable:
    """The folder ``schemas`` or ``expectations``.

    Raises:
        FileNotFoundError: neither the wheel nor a checkout holds it.
    """
    packaged = files("oic_reports") / folder
    if packaged.is_dir():
        return packaged
    beside = _CHECKOUT / folder
    if beside.is_dir():
        return beside
    msg = f"the folder {folder}/ is missing from this installation: install oic-reports again"
    raise FileNotFoundError(msg)


@cache
def load_vocabulary(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``schemas/vocabularies/<name>.csv``, each a dict of strings, in file order.

    Raises:
        FileNotFoundError: there is no such vocabulary.
    """
    text = (find_declared("schemas") / "vocabularies" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def load_words(room: str, language: str) -> dict[str, str]:
    """Key to words: what a room says to people in one language, from its ``words.csv``.

    Raises:
        FileNotFoundError: the room has no words.
        KeyError: it does not speak the language.
    """
    text = (files("oic_reports") / room / "words.csv").read_text(encoding="utf-8")
    return {row["key"]: row[language] for row in csv.DictReader(text.splitlines())}


# a letter of a pattern, and what is printed for it as well; never the other way round: who writes a hamza means it
_LOOSE = {"أ": "أا", "إ": "إا", "آ": "آا", "ى": "ىيی", "ي": "يىی", "ك": "كک"}
# inside a word: some keyboards give the Persian letter for the Arabic one
_LOOSE_WITHIN = {"ي": "يی", "ى": "ى"}


def write_loosely(pattern: str) -> str:
    """An Arabic pattern that also takes letters without their hamza, and ``ى`` for a final ``ي`` (``امس``, ``فى``).

    Letters of Persian keyboards (``ی``, ``ک``) are taken too.
    """
    written = []
    in_class = False
    for place, letter in enumerate(pattern):
        before, after = pattern[place - 1 : place], pattern[place + 1 : place + 2]
        if letter in "[]" and before != "\\":
            in_class = letter == "["
        loose = _LOOSE.get(letter, letter)
        if letter in "يى" and (in_class or after.isalpha()):
            # within a word the two are two letters
            loose = _LOOSE_WITHIN[letter]
        if in_class and "-" in {before, after}:
            # the end of a range
            loose = letter
        written.append(loose if in_class or len(loose) == 1 else f"[{loose}]")
    return "".join(written)


@cache
def load_pattern(name: PatternName, language: str) -> re.Pattern[str]:
    """A pattern of ``schemas/vocabularies/patterns.csv``; small and capital letters are alike.

    An Arabic one takes the letters as half of all sites write them too: an alif without its hamza, a dotless final yā'.

    Raises:
        KeyError: there is no such pattern in that language.
    """
    for row in load_vocabulary("patterns"):
        if (row["name"], row["language"]) == (name, language):
            written = write_loosely(row["pattern"]) if language == "ar" else row["pattern"]
            return compile_pattern(written, re.IGNORECASE)
    msg = f"patterns.csv has no pattern {name!r} in language {language!r}"
    raise KeyError(msg)
