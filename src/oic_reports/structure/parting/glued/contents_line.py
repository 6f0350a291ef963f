"""The contents of a document inside a line that holds a page: where their parts, their headings and their rows begin.

A row has no form but that it ends with its page, and pages never fall. So the line is read from the heading of its
contents on: the heading of a part (``PART ONE``), what stands in capitals above its rows, a row to its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.number_rows import end_of_labels
from oic_reports.structure.parting.glued.chains import names_number

# characters of a row; rows that are contents
_ROW = 420
_LEAST_ROWS = 2
_BLANKS = compile_pattern(r"\s*")
# the page of a row: behind dots or a word, before the end or what begins a row; ``3-5`` are two
_PAGE = compile_pattern(
    r"(?:(?:\s?\.){2,}|\s?…[\s.…]*|_{3,}|\s)\s*(?P<page>\d{1,3})(?:\s?[-–]\s?\d{1,3})?"
    r"(?=$|\s+(?:[^\Wa-zà-ÿ_]|[«“\"(\[]))"
)
# the page's own number, and the head of the column of pages, before what stands below them
_OWN = compile_pattern(
    r"\d{1,3}\s+(?=[Pp]ages?\b|[A-ZÀ-Þ](?:\s?[A-ZÀ-Þ]){5})|[Pp](?:ages?|AGES?)(?:\s+[Nn][°º.o]*)?\s+"
)
_COLUMN = compile_pattern(r"\s+pages?\W*$", re.IGNORECASE)
# words in capitals up to a label or the first word that has small letters
_CAPITALS = compile_pattern(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ’'.()-]*,?\s+){3,}?(?=(?:[IVX]{1,4}|\d{1,2}|[A-Z])[.)]\s|[A-ZÀ-Þ]?[’']?[A-ZÀ-Þ]?[a-zà-ÿ])"
)


def find_edges_of_contents(text: str, start: int, language: Language, above: int | None = None) -> list[int]:
    """Where each piece begins behind the heading of contents that ends at a place; none where they are no contents.

    At 0 the line itself begins with the heading of a part, which is known by its own form: one row is enough. ``above``
    is the last page of the rows in the lines above, where the heading stands there.
    """
    if start == 0 and above is None and not _heads_part(text, language):
        return []
    edges: list[int] = []
    rows, last = 0, above or 0
    place = _skip(text, start)
    while place < len(text):
        head = _end_of_head(text, place, language)
        if head is None:
            row = next((match for match in _list_pages(text, place, language) if int(match["page"]) >= last), None)
            if row is None:
                break
            rows, last = rows + 1, int(row["page"])
            head = row.end()
        place = _skip(text, head)
        edges.append(place)
    least = 1 if start == 0 and above is None else _LEAST_ROWS
    return [edge for edge in edges if edge < len(text)] if rows >= least else []


def find_last_page(text: str, above: int, language: Language) -> int:
    """The page with which the last row of a line ends; that of the rows above where it ends with none."""
    pages = (int(page["page"]) for page in _list_pages(text, 0, language) if page.end() == len(text))
    return max(above, *pages, above)


def _heads_part(text: str, language: Language) -> bool:
    """Whether a line begins with the heading of a part of contents, the number of its page before it."""
    own = _OWN.match(text)
    place = own.end() if own else 0
    return _match_part(text, place, language) is not None


def _match_part(text: str, place: int, language: Language) -> re.Match[str] | None:
    """The heading of a part at a place; a small letter behind it goes on with a sentence (``Part one of …``)."""
    part = load_pattern("contents_part", language).match(text, place)
    return part if part and not text[part.end() : part.end() + 1].islower() else None


def _skip(text: str, place: int) -> int:
    blanks = _BLANKS.match(text, place)
    return blanks.end() if blanks else place


def _end_of_head(text: str, place: int, language: Language) -> int | None:
    """Where what stands above rows ends: the heading of a part, the head of a column, their labels, a page's number."""
    labels = end_of_labels(text, place)
    if labels is not None:
        return labels
    own = _OWN.match(text, place)
    for match in (_match_part(text, place, language), own, _CAPITALS.match(text, place)):
        column = _COLUMN.search(text, place, match.end()) if match and match is not own else None
        if column:
            return column.start()
        if match and match.end() > place and (match.end() == len(text) or not text[match.end() - 1].isalpha()):
            return match.end()
        if match and text[match.end() : match.end() + 1].isspace():
            return match.end()
    return None


def _list_pages(text: str, place: int, language: Language) -> Iterator[re.Match[str]]:
    """What may be the page at the end of a row that begins at a place, in order."""
    window = text[: place + _ROW]
    days = [(place + day.start, place + day.end) for day in find_dates(window[place:], language)]
    for match in _PAGE.finditer(window, place + 1):
        is_day = any(start <= match.start("page") < end for start, end in days)
        if not is_day and not names_number(text[place : match.start("page")]):
            yield match
