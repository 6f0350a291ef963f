"""What kind of line each line is, before anything is said of paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from oic_reports.model import Language, Line
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.dates import find_dates
from oic_reports.structure.marks import find_annex, find_symbol, is_origin_note

_CLOSED = re.compile(r"[.!?؟:;؛…][\"'»”’)\]*]*$")
# marks of vowels are no letters either
_NO_LETTERS = re.compile(r"[\W_]+")
_WRAPPED_WIDTH = 130
_LEAST_LINES = 8
_SHORT = 20
_PLACE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line that is not blank, with whether a blank line stood before it, or its page shows that one begins."""

    line: Line
    after_gap: bool

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text


def drop_blank(lines: Sequence[Line]) -> list[PrintedLine]:
    """The lines with text; the first counts as standing after a gap."""
    printed: list[PrintedLine] = []
    gap = True
    for line in lines:
        if not line.text:
            gap = True
            continue
        printed.append(PrintedLine(line, gap or line.flow == "starts"))
        gap = False
    return printed


def is_closed(text: str) -> bool:
    """Whether a text ends with closing punctuation."""
    return bool(_CLOSED.search(text))


def find_width(lines: Sequence[PrintedLine]) -> int | None:
    """The width of a hard-wrapped text in characters, or None where each line is a paragraph.

    A text is hard-wrapped where most lines come near the longest one, and that one is no longer than a page is wide.
    """
    lengths = sorted(len(line.text) for line in lines if len(line.text) > _SHORT)
    if len(lengths) < _LEAST_LINES:
        return None
    width = lengths[int(len(lengths) * 0.95)]
    near = sum(length >= 0.75 * width for length in lengths)
    return width if width <= _WRAPPED_WIDTH and near > len(lengths) / 2 else None


def normalise(text: str) -> str:
    """A text as it is compared with others: letters and digits only, in small letters."""
    return _NO_LETTERS.sub("", text.lower())


def fold_form(text: str, language: Language) -> str:
    """A form as it is looked up: small letters, no accents (capitals lack them), ``لل`` as ``ال``."""
    small = text.lower().replace("’", "'")
    if language == "ar":
        return f"ال{small[2:]}" if small.startswith("لل") else small
    return "".join(c for c in unicodedata.normalize("NFD", small) if not unicodedata.combining(c))


@cache
def load_forms(name: str, language: Language) -> Mapping[str, Mapping[str, str]]:
    """The rows of a vocabulary in a language by their folded ``form``; of two with one form the first."""
    found: dict[str, Mapping[str, str]] = {}
    for row in load_vocabulary(name):
        if row["language"] == language:
            found.setdefault(fold_form(row["form"], language), row)
    return found


@cache
def _pattern(name: str, language: Language) -> re.Pattern[str]:
    forms = sorted((row["form"] for row in load_vocabulary(name) if row["language"] == language), key=len, reverse=True)
    flags = 0 if language == "ar" else re.IGNORECASE
    before = r"(?<!\w)(?:[وفبلك]{0,2})" if language == "ar" else r"(?<!\w)"
    joined = "|".join(_write_form(form, language) for form in forms)
    return re.compile(rf"{before}(?P<form>{joined})(?!\w)", flags)


def _write_form(form: str, language: Language) -> str:
    """A form as a pattern: both apostrophes, accents that capitals lack, the article after the preposition ``لـ``."""
    if language == "ar":
        return rf"(?:ال|لل){re.escape(form[2:])}" if form.startswith("ال") else re.escape(form)
    written = ""
    for letter in form:
        plain = unicodedata.normalize("NFD", letter)[0]
        written += "['’]" if letter in "'’" else rf"[{letter}{plain}]" if plain != letter else re.escape(letter)
    return written


def find_form(name: str, text: str, language: Language) -> re.Match[str] | None:
    """The first form of a vocabulary (column ``form``) in a text, the longest at its place; group ``form`` holds it."""
    return _pattern(name, language).search(text)


def find_opening(name: str, text: str, language: Language) -> re.Match[str] | None:
    """The form of a vocabulary with which a text begins."""
    return _pattern(name, language).match(text.lstrip(" *_"))


def find_forms(name: str, text: str, language: Language) -> list[re.Match[str]]:
    """Every form of a vocabulary in a text, in order."""
    return list(_pattern(name, language).finditer(text))


@cache
def _institutions() -> frozenset[str]:
    return frozenset(normalise(row["phrase"]) for row in load_vocabulary("formulas") if row["kind"] == "institution")


def is_organisation(text: str, language: Language) -> bool:
    """Whether a line is the name of an organisation and nothing else."""
    names = _institutions()
    plain = normalise(text)
    return (
        plain in names or plain.removeprefix("the") in names or (language == "fr" and plain.removeprefix("l") in names)
    )


def kind_of_front_line(text: str, language: Language) -> str:
    """What a line before the body is: ``symbol`` (or annex), ``place_date``, ``organisation``, ``title``."""
    if (find_symbol(text) and len(text) < 120) or find_annex(text) or is_origin_note(text):  # noqa: PLR2004
        return "symbol"
    if is_organisation(text, language):
        return "organisation"
    dates = find_dates(text, language)
    rest = len(normalise(text)) - sum(len(normalise(found.raw)) for found in dates)
    if find_form("document_types", text, language) or find_form("body_names", text, language):
        return "title"
    places = [*find_forms("venues", text, language), *find_forms("cities", text, language)]
    rest -= sum(len(normalise(match.group("form"))) for match in places)
    begins_with_place = (
        any(match.start() == 0 for match in places) and len(text) < _PLACE_LENGTH and not is_closed(text)
    )
    if (dates and rest <= max(12, 0.5 * len(text))) or (places and rest <= 12) or begins_with_place:  # noqa: PLR2004
        return "place_date"
    return "title"


def is_preambular(text: str, language: Language) -> bool:
    """Whether a paragraph is of a preamble by its form: a participle opens it, and a comma or semicolon ends it."""
    if find_opening("preambular_openings", text, language):
        return True
    return text.rstrip()[-1:] in {",", ";", "،", "؛"} and bool(load_pattern("preambular_form", language).match(text))
