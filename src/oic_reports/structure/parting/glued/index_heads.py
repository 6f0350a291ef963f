"""The heading of an index inside a line, and where the rows behind it begin: counted, led by dots, or with pages."""

from __future__ import annotations

import re

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_forms, find_opening
from oic_reports.structure.lines.marks import find_symbol
from oic_reports.structure.parting.glued.contents_line import find_edges_of_contents
from oic_reports.structure.parting.glued.index_line import Count, find_rows

# characters of a symbol, and of the heading of an index
_SYMBOL = 80
# rows of an index, and characters from its heading to the first of them
_LEAST_ROWS = 2
_HEADS = 240
# characters in which the last row ends with its page
_PAGE = 5
_BLANKS = compile_pattern(r"\s*")
# dots, and the page that they lead to
_LEADER = compile_pattern(r"(?:\.{3,}|(?:\s?…){1,}\.*|(?:\s\.){3,}|_{3,})\s*\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?=\s|$)")
# the page of a row and the number of the next
_NEXT_ROW = compile_pattern(r"(?<=\s)(?P<page>\d{1,3})\s+(?=(?P<number>\d{1,3})[.)\-–]?\s+[^\W\d_])")
_LAST_PAGE = compile_pattern(r"\s\d{1,3}$")
_FIRST_ROW = compile_pattern(r"(?<=\s)(?=(?:(?P<number>\d{1,3})|[IVX]{1,5})[.)\-–]?\s+[^\W\d_])")


def end_symbol(text: str, place: int) -> int | None:
    """Where a symbol ends that stands at a place; None where none does."""
    symbol = find_symbol(text[place : place + _SYMBOL])
    return place + len(symbol) if symbol and text.startswith(symbol, place) else None


def skip_blanks(text: str, place: int) -> int:
    """The place behind the blanks that stand at a place."""
    blanks = _BLANKS.match(text, place)
    return blanks.end() if blanks else place


def find_headed_rows(text: str, place: int, language: Language) -> list[int]:
    """Where the rows of an index begin, and what stands behind them; none where no index is headed at a place."""
    heading = find_opening("index_words", text[place : place + _SYMBOL], language)
    columns = load_pattern("index_row", language).match(text[place : place + _SYMBOL])
    if (heading is None and columns is None) or (heading and not text.startswith(heading.group().strip(), place)):
        return find_edges_of_contents(text, 0, language) if place == 0 else []
    start = place + (heading.end() if heading else 0)
    is_listed = heading is not None and load_pattern("index_row", language).match(text[start:]) is None
    contents = find_edges_of_contents(text, start, language) if is_listed else []
    heads = skip_blanks(text, start)
    counted = find_rows(text, language, start, Count())
    if len(contents) > len(counted):
        return [place, heads, *contents]
    leaders = _find_led_rows(text, start)
    rows = counted if len(counted) >= max(_LEAST_ROWS, len(leaders)) else leaders
    if not rows or rows[0] - start > _HEADS:
        return []
    return [place, *([heads] if heading and heads < rows[0] else []), *rows]


def _find_led_rows(text: str, start: int) -> list[int]:
    """Where rows begin that end with dots and their page, or with a page before the next number."""
    first = _FIRST_ROW.search(text, start, start + _HEADS)
    if first is None:
        return []
    ends = [skip_blanks(text, leader.end()) for leader in _LEADER.finditer(text, first.end())] or _find_pages(
        text, first
    )
    is_index = len(ends) >= _LEAST_ROWS or (ends and _LAST_PAGE.search(text, len(text) - _PAGE) is not None)
    return [first.end(), *ends] if is_index else []


def find_index_at_end(text: str, language: Language) -> int | None:
    """Where the heading of an index stands at the end of a line, in capitals where the script has any."""
    if language != "ar" and not text[-1:].isupper():
        return None
    headings = list(find_forms("index_words", text[-_SYMBOL:], language))
    last = headings[-1].group().strip() if headings else ""
    is_end = " " in last and text.endswith(last) and len(text) > len(last)
    return len(text) - len(last) if is_end and (language == "ar" or last.isupper()) else None


def find_index_below_symbol(text: str, language: Language) -> list[int]:
    """Where the heading of an index and the heads of its columns stand behind a symbol, and nothing else in the line.

    ``OIC/36-CFM/… TABLE DES MATIERES N SUJET PAGE``; none where they do not.
    """
    symbol = end_symbol(text, 0)
    place = skip_blanks(text, symbol) if symbol else 0
    heading = find_opening("index_words", text[place:], language) if place else None
    if heading is None or not text.startswith(heading.group().strip(), place):
        return []
    columns = skip_blanks(text, place + heading.end())
    is_head = columns == len(text) or load_pattern("index_row", language).match(text[columns:]) is not None
    return [edge for edge in (place, columns) if is_head and edge < len(text)]


def ends_with_leader(text: str) -> bool:
    """Whether a line ends with dots and the page that they lead to."""
    leaders = list(_LEADER.finditer(text, max(0, len(text) - _SYMBOL)))
    return bool(leaders) and leaders[-1].end() == len(text)


def _find_pages(text: str, first: re.Match[str]) -> list[int]:
    """Where rows without dots end that count on: ``… 3 2 Resolution … 5 3 Resolution``; their pages never fall."""
    number = int(first["number"] or 0)
    page, ends = 0, []
    for row in _NEXT_ROW.finditer(text, first.end()):
        if int(row["number"]) == number + 1 and int(row["page"]) >= page:
            number, page = int(row["number"]), int(row["page"])
            ends.append(row.end())
    return ends if first["number"] else []
