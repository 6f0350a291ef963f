"""The words of the pages in English, Arabic and French, and the names that vocabularies give to values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from babel.dates import format_date
from babel.numbers import format_decimal

from oic_reports.resources import load_vocabulary, load_words

DIRECTIONS = {"en": "ltr", "ar": "rtl", "fr": "ltr"}
# Babel's locales; Arabic with the digits that the reports and most of their readers use
_LOCALES = {"en": "en_GB", "ar": "ar", "fr": "fr"}
_UNITS = ("B", "kB", "MB", "GB")
_UNITS_OF = {"en": _UNITS, "ar": ("بايت", "ك.ب", "م.ب", "غ.ب"), "fr": ("o", "ko", "Mo", "Go")}
_STEP = 1000


class Words(Mapping[str, str]):
    """The words of one language, by key; an unknown key is an error, so that no page has a hole."""

    def __init__(self, language: str) -> None:
        """``language`` is one of ``LANGUAGES``."""
        self.language = language
        self.direction = DIRECTIONS[language]
        words = load_words("site", language)
        self._words = {key: bind_signs(text) for key, text in words.items()} if language == "fr" else words

    def __getitem__(self, key: str) -> str:
        """The words of a key."""
        return self._words[key]

    def __iter__(self) -> Iterator[str]:
        """The keys, in the order of the file."""
        return iter(self._words)

    def __len__(self) -> int:
        """The number of keys."""
        return len(self._words)

    def name(self, vocabulary: str, value: str | None) -> str:
        """What a vocabulary calls a value; the value itself where it does not know it."""
        if value is None:
            return ""
        return _name_values(vocabulary, self.language).get(value) or value

    def advice(self, vocabulary: str, value: str) -> str:
        """What a vocabulary advises about a value; empty where it says nothing."""
        return _name_values(vocabulary, f"advice_{self.language}").get(value, "")

    def question(self, vocabulary: str, value: str) -> str:
        """What is asked by a value of a vocabulary of measures; empty where it says nothing."""
        return _name_values(vocabulary, f"asked_{self.language}").get(value, "")

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return str(format_decimal(value, locale=_LOCALES[self.language]))

    def size(self, count: int) -> str:
        """A number of bytes in the unit that fits."""
        value, unit = float(count), 0
        while value >= _STEP and unit < len(_UNITS) - 1:
            value, unit = value / _STEP, unit + 1
        return f"{self.number(round(value, 1 if unit else 0))} {_UNITS_OF[self.language][unit]}"

    def day(self, value: date | None, precision: str | None = "day") -> str:
        """A date in words, as far as it is known; empty where nothing is."""
        if value is None:
            return ""
        pattern = {"year": "y", "month": "MMMM y"}.get(precision or "day", "d MMMM y")
        return str(format_date(value, pattern, locale=_LOCALES[self.language]))


def bind_signs(text: str) -> str:
    """French words whose blanks before and inside of signs do not part lines."""
    return re.sub(r" (?=[:;?!»%])|(?<=«) ", "\u00a0", text)


@cache
def _name_values(vocabulary: str, language: str) -> dict[str, str]:
    try:
        rows = load_vocabulary(vocabulary)
    except FileNotFoundError:
        # a release of a later code may use a vocabulary that this one does not have
        return {}
    return {row["value"]: row[language] for row in rows if row.get(language)}


@cache
def name_bodies(language: str) -> dict[str, str]:
    """Body id to its name in a language, English where it has none."""
    return {row["body_id"]: row[f"name_{language}"] or row["name_en"] for row in load_vocabulary("bodies")}
