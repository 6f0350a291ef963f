"""Forms of the vocabularies in a text: where one stands, whether a text begins with one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from oic_reports.joined_forms import Spelled, join_forms, spell
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.particles import ARTICLE, BEFORE_FORM, LI_ARTICLE
from oic_reports.model import Language
from oic_reports.resources import load_pattern, load_vocabulary, write_loosely

# types of which one meeting gives several
LISTED_TYPES = frozenset({"resolution", "decision"})
# what half of all Arabic sites print for these letters
_PLAIN = str.maketrans("أإآى", "اااي")
# the article of a word that begins with lam
_ARTICLE_AND_LAM = f"{ARTICLE}ل"


def fold_form(text: str, language: Language) -> str:
    """A form as it is looked up: small letters, no accents (capitals lack them), no hamza on alif, ``لل`` as ``ال``."""
    small = text.lower().replace("’", "'")
    if language == "ar":
        plain = small.translate(_PLAIN)
        return f"{ARTICLE}{plain.removeprefix(LI_ARTICLE)}" if plain.startswith(LI_ARTICLE) else plain
    return "".join(c for c in unicodedata.normalize("NFD", small) if not unicodedata.combining(c))


@cache
def load_forms(name: str, language: Language) -> Mapping[str, Mapping[str, str]]:
    """The rows of a vocabulary in a language by their folded ``form``; of two with one form the first."""
    found: dict[str, Mapping[str, str]] = {}
    for row in load_vocabulary(name):
        if row["language"] == language:
            found.setdefault(fold_form(row["form"], language), row)
            if row["form"].startswith(_ARTICLE_AND_LAM):
                # ``للجنة``: of three lams two are written
                found.setdefault(fold_form(f"{ARTICLE}{row['form'].removeprefix(_ARTICLE_AND_LAM)}", language), row)
    return found


def read_type(named: re.Match[str] | None, language: Language) -> str | None:
    """The type of document that a form of ``document_types`` names; None for no match, or a form that no row has."""
    row = load_forms("document_types", language).get(fold_form(named.group("form"), language)) if named else None
    return row["document_type"] if row else None


@cache
def _pattern(name: str, language: Language) -> re.Pattern[str]:
    forms = sorted((row["form"] for row in load_vocabulary(name) if row["language"] == language), key=len, reverse=True)
    flags = 0 if language == "ar" else re.IGNORECASE
    before = rf"(?<!\w)(?:{BEFORE_FORM})" if language == "ar" else r"(?<!\w)"
    joined = join_forms([spelled for form in forms for spelled in _spell(form, language)])
    if name == "cities":
        # a word that is a city's name behind a particle: ``باكرا`` (early) is not ``بأكرا``
        other = load_pattern("no_city", language).pattern
        before = rf"(?<!\w)(?!{other}){before}"
    return compile_pattern(rf"{before}(?P<form>{joined})(?!\w)", flags)


def _spell(form: str, language: Language) -> list[Spelled]:
    """A form as it may be printed: both apostrophes, accents that capitals lack, the article after the preposition."""
    if language != "ar":
        return [tuple(map(_list_letters, form))]
    whole, written = ARTICLE, (ARTICLE, LI_ARTICLE)
    if form.startswith(_ARTICLE_AND_LAM):
        # ``للجنة``: of three lams two are written
        whole, written = _ARTICLE_AND_LAM, (_ARTICLE_AND_LAM, LI_ARTICLE)
    bare = spell(write_loosely(re.escape(form.removeprefix(whole))))
    return [(*begun, *bare) for begun in written] if form.startswith(whole) else [bare]


@cache
def _list_letters(letter: str) -> str:
    if letter in "'’":
        return "'’"
    plain = unicodedata.normalize("NFD", letter)[0].lower()
    # small and capital letters are alike, and a small letter is a letter for each (of ``İ`` it would be two)
    return plain if len(letter.lower()) > 1 else "".join(dict.fromkeys((letter.lower(), plain)))


def find_form(name: str, text: str, language: Language) -> re.Match[str] | None:
    """The first form of a vocabulary (column ``form``) in a text, the longest at its place; group ``form`` holds it."""
    return _pattern(name, language).search(text)


def find_opening(name: str, text: str, language: Language) -> re.Match[str] | None:
    """The form of a vocabulary with which a text begins."""
    return _pattern(name, language).match(text.lstrip(" *_"))


def find_forms(name: str, text: str, language: Language) -> list[re.Match[str]]:
    """Every form of a vocabulary in a text, in order."""
    return list(_pattern(name, language).finditer(text))


def is_preambular(text: str, language: Language) -> bool:
    """Whether a paragraph is of a preamble by its form: a participle opens it, and a comma or semicolon ends it."""
    if find_opening("preambular_openings", text, language):
        return True
    if text.rstrip()[-1:] not in {",", ";", "،", "؛"} or load_pattern("act_opening", language).match(text):
        return False
    return bool(load_pattern("preambular_form", language).match(text))
