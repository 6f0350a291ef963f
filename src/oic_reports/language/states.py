"""The member states that a text names, by every form of ``member_states.csv``.

Small and capital letters, accents, hamza, the straight and the curly apostrophe count as equal, and so do a blank and
a hyphen inside a name: old copies print ``COTE D'IVOIRE``, ``Guinea Bissau`` and الامارات. A vowel mark that stands in
a form must be printed: عُمان is Oman, while عمان may be Amman too and is no form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.particles import ARTICLE, LETTERS
from oic_reports.language.territories import load_territories
from oic_reports.model import Language
from oic_reports.resources import load_vocabulary

_MARKS = "\u0300-\u036f\u064b-\u0652\u0670"
_MARK = compile_pattern(f"[{_MARKS}]")
_LETTERS_OF_ONE_SOUND = str.maketrans("ىیکةٱı‘’ʼʿʾ`´", "ييكها" + "i" + "'" * 7)
_GAP = r"(?:\s*[-‐‑–—]\s*|\s+)"
_GAPS = compile_pattern(_GAP)
# letters of a code (ISO 3166-1 alpha-2)
_ISO2_LENGTH = 2
# codes of the locale data that are of no state: unions, the United Nations, made-up regions
_NO_STATES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


class FoundState(NamedTuple):
    """A member state by its ISO 3166 code, and the half-open range of code points where its name stands."""

    iso2: str
    start: int
    end: int


class _Name(NamedTuple):
    """A name: its form, the state's code, and how a flattened text has it."""

    form: str
    iso2: str
    flat: str


def find_states(text: str, language: Language) -> list[FoundState]:
    """Every mention of an OIC member state by name in order, none inside another.

    The longest form at a place wins. A form inside a look-alike (``state_look_alikes.csv``: South Sudan, Papua New
    Guinea) is none. Arabic particles (و ف ب ل ك) may stand before a name and are not part of it.
    """
    folded = fold_name(text)
    plain = _flatten(folded)
    found = _find_names(folded, plain, _list_states(language), language)
    others = _find_names(folded, plain, _list_look_alikes(language), language) if found else []
    return [one for one in found if not any(one.start < other.end and other.start < one.end for other in others)]


def _find_names(folded: str, plain: str, names: Sequence[_Name], language: Language) -> list[FoundState]:
    """Where some names stand in a folded text, none inside another: of those at one place the first of the list.

    ``plain`` is the text flattened: only names that it holds are looked for, each by its own pattern. One pattern for
    all of them takes longer to compile than a whole report to be read.
    """
    is_marked = bool(_MARK.search(folded))
    matches = sorted(
        (match.start(), match.start("name") - match.start(), order, match.end(), name.iso2)
        for order, name in enumerate(names)
        if name.flat in plain
        for match in _to_pattern(name.form, language, is_marked=is_marked).finditer(folded)
    )
    found: list[FoundState] = []
    for start, particles, _, end, iso2 in matches:
        if not found or start >= found[-1].end:
            found.append(FoundState(iso2, start + particles, end))
    return found


def fold_name(text: str) -> str:
    """A text with each letter in its plain small form; as many code points as before, so that places stay."""
    return "".join(map(_fold, text)).translate(_LETTERS_OF_ONE_SOUND)


@cache
def _fold(character: str) -> str:
    small = unicodedata.normalize("NFD", character)[0].lower()
    return small if len(small) == 1 else character


@lru_cache(maxsize=4096)
def _to_pattern(form: str, language: Language, *, is_marked: bool) -> re.Pattern[str]:
    """The pattern of one form, with the particles before it; its own part is the group ``name``.

    Where ل meets the article, ``الـ`` is printed ``لـ``: للسودان. In a text with marks, any letter may have some.
    """
    marks = rf"[{_MARKS}]*" if is_marked else ""
    plain = fold_name(form)
    article = language == "ar" and plain.startswith(ARTICLE)
    pieces = re.split(r"([\s-]+)", plain[len(ARTICLE) :] if article else plain)
    letters = [rf"{re.escape(c)}" + (marks if c.isalpha() else "") for c in pieces[0]]
    for gap, word in zip(pieces[1::2], pieces[2::2], strict=True):
        letters.append(_GAP if gap else "")
        letters += [rf"{re.escape(c)}" + (marks if c.isalpha() else "") for c in word]
    body = "".join(letters)
    body = rf"(?:ا{marks}|(?<=ل))ل{marks}{body}" if article else body
    particles = rf"(?:[{LETTERS}]{marks}){{0,2}}?" if language == "ar" else ""
    return re.compile(rf"(?<![\w{_MARKS}]){particles}(?P<name>{body})(?![\w{_MARKS}])")


@cache
def _list_states(language: Language) -> tuple[_Name, ...]:
    rows = (row for row in load_vocabulary("member_states") if row["language"] == language)
    return _sort_names({fold_name(row["form"]): row["iso2"] for row in rows}, language)


@cache
def _list_look_alikes(language: Language) -> tuple[_Name, ...]:
    forms = [row["form"] for row in load_vocabulary("state_look_alikes") if row["language"] == language]
    return tuple(_Name(form, "", _flatten_name(fold_name(form), language)) for form in forms)


def _sort_names(states: Mapping[str, str], language: Language) -> tuple[_Name, ...]:
    """Names from folded forms and codes, the longest first."""
    forms = sorted(states, key=lambda form: (-len(form), form))
    return tuple(_Name(form, states[form], _flatten_name(form, language)) for form in forms)


def find_countries(text: str, language: Language) -> list[FoundState]:
    """Every mention of a country by name in order, none inside another.

    Member states by every form of theirs, others by the name of the Unicode locale data and those of
    ``country_forms.csv``: a meeting may be held in Geneva, Switzerland, or in New York, United States of America.
    """
    found = find_states(text, language)
    folded = fold_name(text)
    for country in _find_names(folded, _flatten(folded), _list_territories(language), language):
        if not any(country.start < state.end and state.start < country.end for state in found):
            found.append(country)
    return sorted(found, key=lambda state: state.start)


def _flatten(folded: str) -> str:
    """A text without marks, its words one blank apart: what holds no name so is not searched for its pattern."""
    return _GAPS.sub(" ", _MARK.sub("", folded))


def _flatten_name(folded: str, language: Language) -> str:
    """A name as a flattened text has it, without the article, which may be cut."""
    flat = _flatten(folded)
    return flat.removeprefix(ARTICLE) if language == "ar" else flat


def is_country(code: str) -> bool:
    """Whether letters are the code of a country (ISO 3166-1 alpha-2), a member state or another."""
    return code not in _NO_STATES and len(code) == _ISO2_LENGTH and code in load_territories("en")


@cache
def _list_territories(language: Language) -> tuple[_Name, ...]:
    """The countries that are no member states."""
    members = {row["iso2"] for row in load_vocabulary("member_states")}
    territories = {
        # ``Myanmar (Burma)``: a text has one of the two
        fold_name(name.partition(" (")[0]): iso2
        for iso2, name in load_territories(language).items()
        if len(iso2) == _ISO2_LENGTH and iso2.isalpha() and iso2 not in members | _NO_STATES
    }
    longer = (row for row in load_vocabulary("country_forms") if row["language"] == language)
    return _sort_names(territories | {fold_name(row["form"]): row["iso2"] for row in longer}, language)
