"""The member states that a text names, by every form of ``member_states.csv``.

Small and capital letters, accents, hamza, the straight and the curly apostrophe count as equal, and so do a blank and
a hyphen inside a name: old copies print ``COTE D'IVOIRE``, ``Guinea Bissau`` and الامارات. A vowel mark that stands in
a form must be printed: عُمان is Oman, while عمان may be Amman too and is no form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from babel import Locale

from oic_reports.language.particles import ARTICLE, LETTERS
from oic_reports.model import Language
from oic_reports.resources import load_vocabulary

_MARKS = "\u0300-\u036f\u064b-\u0652\u0670"
_MARK = re.compile(f"[{_MARKS}]")
_LETTERS_OF_ONE_SOUND = str.maketrans("ىیکةٱı‘’ʼʿʾ`´", "ييكها" + "i" + "'" * 7)
_GAP = r"(?:\s*[-‐‑–—]\s*|\s+)"
_GAPS = re.compile(_GAP)
# letters of a code (ISO 3166-1 alpha-2)
_ISO2_LENGTH = 2
# codes of the locale data that are of no state: unions, the United Nations, made-up regions
_NO_STATES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


class FoundState(NamedTuple):
    """A member state by its ISO 3166 code, and the half-open range of code points where its name stands."""

    iso2: str
    start: int
    end: int


def find_states(text: str, language: Language) -> list[FoundState]:
    """Every mention of an OIC member state by name in order, none inside another.

    The longest form at a place wins. A form inside a look-alike (``state_look_alikes.csv``: South Sudan, Papua New
    Guinea) is none. Arabic particles (و ف ب ل ك) may stand before a name and are not part of it.
    """
    folded = fold_name(text)
    plain = _flatten(folded)
    if not any(name in plain for name in _flat_names(language)):
        return []
    is_marked = bool(_MARK.search(folded))
    names, iso2_by_group = _names(language, is_marked=is_marked)
    others = [match.span() for match in _look_alikes(language, is_marked=is_marked).finditer(folded)]
    found = []
    for match in names.finditer(folded):
        start, end = match.span(match.lastgroup or 0)
        if not any(start < other_end and other_start < end for other_start, other_end in others):
            found.append(FoundState(iso2_by_group[match.lastgroup or ""], start, end))
    return found


def fold_name(text: str) -> str:
    """A text with each letter in its plain small form; as many code points as before, so that places stay."""
    return "".join(map(_fold, text)).translate(_LETTERS_OF_ONE_SOUND)


@cache
def _fold(character: str) -> str:
    small = unicodedata.normalize("NFD", character)[0].lower()
    return small if len(small) == 1 else character


def _to_pattern(form: str, language: Language, marks: str) -> str:
    """The regular expression of one form; where ل meets the article, ``الـ`` is printed ``لـ``: للسودان.

    ``marks`` is the expression of the marks that may stand behind any letter.
    """
    plain = fold_name(form)
    article = language == "ar" and plain.startswith(ARTICLE)
    pieces = re.split(r"([\s-]+)", plain[len(ARTICLE) :] if article else plain)
    letters = [rf"{re.escape(c)}" + (marks if c.isalpha() else "") for c in pieces[0]]
    for gap, word in zip(pieces[1::2], pieces[2::2], strict=True):
        letters.append(_GAP if gap else "")
        letters += [rf"{re.escape(c)}" + (marks if c.isalpha() else "") for c in word]
    body = "".join(letters)
    return rf"(?:ا{marks}|(?<=ل))ل{marks}{body}" if article else body


@cache
def _names(language: Language, *, is_marked: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all forms, and the state of each of its groups."""
    return _join(_list_states(language), language, is_marked=is_marked)


@cache
def _list_states(language: Language) -> dict[str, str]:
    """The codes of member states by folded form."""
    rows = (row for row in load_vocabulary("member_states") if row["language"] == language)
    return {fold_name(row["form"]): row["iso2"] for row in rows}


@cache
def _flat_names(language: Language) -> tuple[str, ...]:
    return _flatten_names(_list_states(language), language)


def _join(states: Mapping[str, str], language: Language, *, is_marked: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all forms, the longest first, and the state of each of its groups."""
    forms = sorted(states, key=lambda form: (-len(form), form))
    groups = {f"g{number}": states[form] for number, form in enumerate(forms)}
    marks = _find_marks(is_marked=is_marked)
    joined = "|".join(rf"(?P<g{number}>{_to_pattern(form, language, marks)})" for number, form in enumerate(forms))
    return _compile(joined, language, marks), groups


def _find_marks(*, is_marked: bool) -> str:
    """The expression of marks behind a letter; none for a text without: it takes most of the time of compiling."""
    return rf"[{_MARKS}]*" if is_marked else ""


@cache
def _look_alikes(language: Language, *, is_marked: bool) -> re.Pattern[str]:
    forms = [row["form"] for row in load_vocabulary("state_look_alikes") if row["language"] == language]
    marks = _find_marks(is_marked=is_marked)
    return _compile("|".join(_to_pattern(form, language, marks) for form in forms), language, marks)


def _compile(joined: str, language: Language, marks: str) -> re.Pattern[str]:
    particles = rf"(?:[{LETTERS}]{marks}){{0,2}}?" if language == "ar" else ""
    return re.compile(rf"(?<![\w{_MARKS}]){particles}(?:{joined})(?![\w{_MARKS}])")


def find_countries(text: str, language: Language) -> list[FoundState]:
    """Every mention of a country by name in order, none inside another.

    Member states by every form of theirs, others by the name of the Unicode locale data: a meeting may be held in
    Geneva, Switzerland.
    """
    found = find_states(text, language)
    folded = fold_name(text)
    plain = _flatten(folded)
    if not any(name in plain for name in _territory_names(language)):
        return found
    names, iso2_by_group = _territories(language, is_marked=bool(_MARK.search(folded)))
    for match in names.finditer(folded):
        start, end = match.span(match.lastgroup or 0)
        if not any(start < state.end and state.start < end for state in found):
            found.append(FoundState(iso2_by_group[match.lastgroup or ""], start, end))
    return sorted(found, key=lambda state: state.start)


def _flatten(folded: str) -> str:
    """A text without marks, its words one blank apart: what holds no name so is not searched for its pattern."""
    return _GAPS.sub(" ", _MARK.sub("", folded))


@cache
def _territory_names(language: Language) -> tuple[str, ...]:
    """The names of countries that are no member states."""
    return _flatten_names(_list_territories(language), language)


def _flatten_names(names: Iterable[str], language: Language) -> tuple[str, ...]:
    """Names as a flattened text has them, without the article, which may be cut."""
    flat = map(_flatten, names)
    return tuple(name.removeprefix(ARTICLE) if language == "ar" else name for name in flat)


@cache
def _territories(language: Language, *, is_marked: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    return _join(_list_territories(language), language, is_marked=is_marked)


@cache
def _list_territories(language: Language) -> dict[str, str]:
    """The codes of countries that are no member states, by folded name."""
    members = {row["iso2"] for row in load_vocabulary("member_states")}
    return {
        # ``Myanmar (Burma)``: a text has one of the two
        fold_name(name.partition(" (")[0]): iso2
        for iso2, name in Locale.parse(language).territories.items()
        if len(iso2) == _ISO2_LENGTH and iso2.isalpha() and iso2 not in members | _NO_STATES
    }
