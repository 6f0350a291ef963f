"""Paragraphs without numbers that were run together: participles, articles, the formula of the signature."""

from __future__ import annotations

import re
from itertools import pairwise

from oic_reports.language.dates import find_dates
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening
from oic_reports.structure.marks import is_signature
from oic_reports.structure.numbering import find_candidates, is_number
from oic_reports.structure.printed_lines import PrintedLine

# Arabic: a sentence that begins so is a paragraph of a preamble, unless it is quoted
_OPENED_SENTENCE = re.compile(r"(?<=\.)\s*(?=وإذ\s)")
_SEPARATOR = re.compile(r"(?<=[;,؛،])\s+(?=\S)")
_SEMICOLON = re.compile(r"[;؛]\s+$")
# ``Article 2:`` behind the end of a sentence, at the end of a line
_ARTICLE = re.compile(
    r"(?<=[.;!؟؛»])(?P<gap>\s+)(?:article\s+(?:\d{1,3}|[ivxl]+|premier|first)"
    r"|المادة\s+(?:[\u0621-\u064a ]{3,24}|\(?\d{1,3}\)?))\s?[:.\-–]?$",
    re.IGNORECASE,
)
# a day without its year, at the end of a line
_BARE_DAY = re.compile(r"\b\d{1,2}\s+[^\W\d_]{3,}$")
SENTENCE = re.compile(r"[.;:!?؛؟]\s+(?=[^\W\d_])")
# participles behind who acts that are paragraphs of their own; characters of the shortest, and of the longest opening
_LEAST_PARTICIPLES = 2
_SHORT = 12
_REACH = 80
# characters of a line that leads to what is decided
_LONE = 40


def cut_second_label(line: PrintedLine) -> list[str] | None:
    """A number, and what stands behind it where that begins with a letter of its own: ``2. A. The …``."""
    if line.hint == "table" or not line.candidates or not is_number(line.candidates[0]):
        return None
    rest = line.candidates[0].rest
    is_first = any(candidate.ordinal == 1 and not is_number(candidate) for candidate in find_candidates(rest))
    return [line.text.removesuffix(rest).strip(), rest] if is_first and line.text.endswith(rest) else None


def cut_article(text: str) -> list[str] | None:
    """A paragraph, and the heading of the next article that was run together with it: ``… by law. Article 2:``."""
    heading = _ARTICLE.search(text)
    return [text[: heading.start()], text[heading.end("gap") :]] if heading else None


def cut_signature(line: PrintedLine) -> list[str] | None:
    """The last paragraph, and the formula of place and day run together with it: ``… welcome. Done at Banjul, …``."""
    for sentence in SENTENCE.finditer(line.text):
        formula = line.text[sentence.end() :]
        is_dated = is_signature(formula) and bool(find_dates(formula, line.language) or _BARE_DAY.search(formula))
        if is_dated and not SENTENCE.search(formula):
            return [line.text[: sentence.end()].rstrip(), formula]
    return None


def cut_participles(text: str, language: Language) -> list[str] | None:
    """The pieces of a line that holds several preambular paragraphs, each beginning with a participle.

    Who acts may stand before them, and the line that leads to what is decided behind them.
    """
    is_opened = find_opening("preambular_openings", text, language) is not None
    sentences = [
        match.end()
        for match in _OPENED_SENTENCE.finditer(text)
        if text.count("«", 0, match.start()) == text.count("»", 0, match.start())
    ]
    if len(sentences) >= _LEAST_PARTICIPLES:
        edges = [0, *sentences, len(text)]
        return [text[start:end].strip() for start, end in pairwise(edges)]
    if not is_opened and not load_pattern("enacting", language).match(text):
        return None
    separators = [match.end() for match in _SEPARATOR.finditer(text)]
    places = [
        place
        for place in separators
        if find_opening("preambular_openings", text[place : place + _REACH], language)
        and begins_paragraph(text[place : place + 1], language)
    ]
    decides = load_pattern("deciding_line", language)
    if places and len(text) - separators[-1] < _LONE and decides.match(text, separators[-1]):
        places.append(separators[-1])
    # who acts may hear a report in the same breath, behind a comma
    is_parted = any(_SEMICOLON.search(text[max(0, place - _SHORT) : place]) for place in places[:1])
    if not places or (not is_opened and not is_parted and len(places) < _LEAST_PARTICIPLES):
        return None
    edges = [0, *places, len(text)]
    pieces = [text[start:end].strip() for start, end in pairwise(edges)]
    return pieces if min(map(len, pieces)) >= _SHORT or text.endswith(":") else None


def begins_paragraph(text: str, language: Language) -> bool:
    """Whether a text begins as a paragraph does: with a capital, where the script has any."""
    return language == "ar" or text[:1].isupper()
