"""Articles whose text goes on behind their number, in one line: ``Article 3: The Council meets once a year.``."""

from __future__ import annotations

import re
from functools import cache

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.numerals import parse_roman
from oic_reports.model import Language
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.lines.numbering import ARTICLE, Candidate

# ``Article 3 ............ 5``: a row of a table of contents, whatever it begins with
LED_TO_PAGE = compile_pattern(r"(?:\.{3,}|…\.*)\s*\d{1,3}$")
# characters of the title of an article that ends with a colon: what is longer leads to items
_TITLE = 30


def find_label(line: str, language: Language) -> re.Match[str] | None:
    """The number of an article with the word that it counts and the mark behind it, where words follow; else None."""
    return None if LED_TO_PAGE.search(line) else load_pattern("article_label", language).match(line)


def heads_article(line: str, language: Language) -> bool:
    """Whether a line is the number of an article, with its title or alone, and no text of it."""
    if load_pattern("article_line", language).match(line) is None:
        return False
    label = find_label(line, language) if line.endswith(":") else None
    return label is None or len(line) - label.end() <= _TITLE


def find_article(line: str, language: Language) -> Candidate | None:
    """The number of an article at the start of its text; None for any other line.

    All articles of a text are of one shape, whatever marks stand behind their numbers.
    """
    label = find_label(line, language)
    if label is None:
        return None
    kind, value = _read(label.group("number"), language)
    return Candidate(label.group().strip(), kind, value, ARTICLE, line[label.end() :].strip()) if value else None


def read_number(number: str, language: Language) -> int | None:
    """The value of the number of an article as it is printed; None for no number."""
    return _read(number, language)[1]


def _read(number: str, language: Language) -> tuple[str, int | None]:
    """The kind of a printed number, and its value; ``premier`` stands above ``2`` and is of its kind."""
    if number.isdigit():
        return ("decimal" if number.isascii() else "arabic-indic"), int(number)
    value = _ordinals(language).get(" ".join(number.lower().split()))
    if value is not None:
        return ("decimal" if language == "fr" else "ordinal-word"), value
    return "roman-upper", parse_roman(number)


@cache
def _ordinals(language: Language) -> dict[str, int]:
    """Words that number articles, in small letters, to their values."""
    return {row["form"]: int(row["value"]) for row in load_vocabulary("ordinals") if row["language"] == language}
