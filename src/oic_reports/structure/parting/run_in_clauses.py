"""Paragraphs without numbers that were run together: participles, articles, the formula of the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening
from oic_reports.structure.lines.marks import is_signature
from oic_reports.structure.lines.numbering import ARTICLE, find_candidates, is_number
from oic_reports.structure.lines.printed_lines import PrintedLine

# Arabic: a sentence that begins so is a paragraph of a preamble, unless it is quoted
_OPENED_SENTENCE = compile_pattern(r"(?<=\.)\s*(?=و?[إا]ذ\s)")
_SEPARATOR = compile_pattern(r"(?<=[;,؛،])\s+(?=\S)")
_SEMICOLON = compile_pattern(r"[;؛]\s+$")
# ``Article 2:`` behind the end of a sentence, at the end of a line
_ARTICLE = compile_pattern(
    r"(?<=[.;!؟؛»])(?P<gap>\s+)(?:article\s+(?:\d{1,3}|[ivxl]+|premier|first)"
    r"|المادة\s+(?:[\u0621-\u064a ]{3,24}|\(?\d{1,3}\)?))\s?[:.\-–]?$",
    re.IGNORECASE,
)
# a day without its year, at the end of a line
_BARE_DAY = compile_pattern(r"\b\d{1,2}\s+[^\W\d_]{3,}$")
SENTENCE = compile_pattern(r"[.;:!?؛؟]\s+(?=[^\W\d_])")
# participles behind who acts that are paragraphs of their own; characters of the shortest, and of the longest opening
_LEAST_PARTICIPLES = 2
_SHORT = 12
_REACH = 80
# a verb in the past
_TOLD = compile_pattern(r"(?:\w+ly\s)?\w+(?:ed|ée?s?)\b")
# what begins a paragraph of a resolution: a participle that no vocabulary knows, an act
_CLAUSES: tuple[PatternName, ...] = ("preambular_form", "act_opening")
# characters of a line that leads to what is decided
_LONE = 40
# paragraphs behind semicolons that show that these part a line
_LEAST_PARTED = 2
# what stands before a participle that a vocabulary knows: ``Also recalling``
_LEAD = compile_pattern(r"(?:Also|Further|Again|Equally|[A-Z]\w+ly)\s+(?=\w+ing\b)")


def cut_second_label(line: PrintedLine) -> list[str] | None:
    """A number, and what stands behind it where that begins with a letter of its own: ``2. A. The …``.

    Joined by a stroke (``1/أ: …``) number and letter are one label; an article is not parted from its text.
    """
    if line.hint == "table" or not line.candidates or not is_number(line.candidates[0]):
        return None
    if line.candidates[0].shape == ARTICLE:
        return None
    rest = line.candidates[0].rest
    if line.text.endswith(f"/{rest}"):
        return None
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
    """The pieces of a line that holds several paragraphs of a resolution: participles, and what is decided.

    Who acts may stand before them, and the line that leads to what is decided behind them. Behind a semicolon a capital
    begins a paragraph where a participle or an act stands there, known to a vocabulary or not.
    """
    is_opened = _opens_clause(text, language)
    sentences = [
        match.end()
        for match in (_OPENED_SENTENCE.finditer(text) if "ذ" in text else ())
        if text.count("«", 0, match.start()) == text.count("»", 0, match.start())
    ]
    if len(sentences) >= _LEAST_PARTICIPLES:
        edges = [0, *sentences, len(text)]
        return [text[start:end].strip() for start, end in pairwise(edges)]
    if not is_opened and not load_pattern("enacting", language).match(text):
        return None
    separators = [match.end() for match in _SEPARATOR.finditer(text)]
    places = _find_clauses(text, separators, language, is_opened=is_opened)
    decides = load_pattern("deciding_line", language)
    last = separators[-1] if separators else len(text)
    if places and places[-1] < last and len(text) - last < _LONE and decides.match(text, last):
        places.append(last)
    # who acts may hear a report in the same breath, behind a comma
    is_parted = any(_is_behind_semicolon(text, place) for place in places[:1])
    if not places or (not is_opened and not is_parted and len(places) < _LEAST_PARTICIPLES):
        return None
    edges = [0, *places, len(text)]
    pieces = [text[start:end].strip() for start, end in pairwise(edges)]
    return pieces if min(map(len, pieces)) >= _SHORT or text.endswith(":") else None


def _opens_clause(text: str, language: Language) -> bool:
    """Whether a line begins as a paragraph of a resolution that has no number, and goes on behind a semicolon.

    What a meeting is told to have done (``Stressed that …; Praised …``) is prose, which may have semicolons.
    """
    if find_opening("preambular_openings", text, language):
        return True
    if language == "ar" or not text[:1].isupper() or ";" not in text:
        return False
    return any(load_pattern(name, language).match(text) for name in _CLAUSES) and not _TOLD.match(text)


def _find_clauses(text: str, separators: Sequence[int], language: Language, *, is_opened: bool) -> list[int]:
    """The separators behind which paragraphs begin.

    Where semicolons part them, a small letter may begin one, and in Arabic, which has no capitals, a comma parts none
    but the first from who acts (``is_opened``: none does).
    """
    places = [place for place in separators if _parts_clause(text, place, language)]
    parted = [place for place in places if _is_behind_semicolon(text, place)]
    if len(parted) < _LEAST_PARTED:
        return places
    if language == "ar":
        return parted if is_opened else sorted({*places[:1], *parted})
    small = [place for place in separators if text[place].islower() and _is_behind_semicolon(text, place)]
    known = [place for place in small if find_opening("preambular_openings", text[place : place + _REACH], language)]
    return sorted({*places, *known})


def _is_behind_semicolon(text: str, place: int) -> bool:
    return _SEMICOLON.search(text[max(0, place - _SHORT) : place]) is not None


def _parts_clause(text: str, place: int, language: Language) -> bool:
    """Whether a paragraph of a resolution begins behind the separator that ends at a place."""
    if not begins_paragraph(text[place : place + 1], language):
        return False
    lead = _LEAD.match(text, place) if language == "en" else None
    opens = lead.end() if lead else place
    if find_opening("preambular_openings", text[opens : opens + _REACH], language):
        return True
    # letters tell of a paragraph only where there are capitals, and in no bracket
    is_parted = language != "ar" and _is_behind_semicolon(text, place)
    is_inside = text.count("(", 0, place) > text.count(")", 0, place)
    return is_parted and not is_inside and any(load_pattern(name, language).match(text, place) for name in _CLAUSES)


def begins_paragraph(text: str, language: Language) -> bool:
    """Whether a text begins as a paragraph does: with a capital, where the script has any."""
    return language == "ar" or text[:1].isupper()
