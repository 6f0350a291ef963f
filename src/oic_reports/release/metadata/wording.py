"""Words for values and numbers in the three languages, from the vocabularies."""

from __future__ import annotations

from babel import Locale
from babel.lists import format_list

from oic_reports.resources import load_vocabulary, load_words


def find_label(vocabulary: str, value: str, language: str) -> str:
    """What a value of a vocabulary is called; the value itself where no vocabulary names it."""
    if value == "unknown":
        return load_words("release", language)["unknown"]
    for row in load_vocabulary(vocabulary):
        if row.get("value", row.get("body_id")) == value:
            return row.get(language) or row.get(f"name_{language}") or value
    return value


def count(noun: str, number: int, language: str) -> str:
    """A number with its noun, as the language counts: ``3 وثائق``, ``11 وثيقة``."""
    category = Locale(language).plural_form(number)
    forms = {
        row["category"]: row["form"]
        for row in load_vocabulary("counted_nouns")
        if (row["noun"], row["language"]) == (noun, language)
    }
    return forms[category].replace("{n}", str(number))


def join(words: list[str], language: str) -> str:
    """Words as a list in a sentence."""
    return str(format_list(words, locale=language))
