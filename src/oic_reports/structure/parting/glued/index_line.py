"""The rows of an index inside a line: resolutions whose numbers count on, and the letters that count what each holds.

Viewers run an index together and print its columns as they come: a page stands behind its row, before its last words,
or behind the number of the resolution; a row's number before it, behind it or nowhere. What is left of the order are
the numbers of the resolutions themselves. So a row begins where the next resolution does, at the label before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.numerals import parse_roman
from oic_reports.language.particles import ARTICLE
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.resolutions import ResolutionNumber, find_own_label, read_number

# characters of a resolution's number with the word before it, and of a label before that
_NAMED = 80
_LABEL = 24
# rows that nothing heads: with labels, and without
_LEAST_LABELLED = 2
_LEAST_ROWS = 3
# letters that count what a row holds; in a further row of the index one is enough
_LEAST_LETTERS = 2
_RESOLUTION = compile_pattern(
    rf"(?<![^\W\d_])(?:(?:draft|projet\s+de|مشروع)\s+)?(?:r[eé]solution|(?:{ARTICLE})?قرار)\s(?=.{{0,12}}\d)",
    re.IGNORECASE,
)
# what counts a row, right before its resolution
_COUNT = compile_pattern(r"(?:^|(?<=\s))(?:(?P<number>\d{1,3})\s?[.)\-–]?|(?P<roman>[IVX]{1,5})[.)]?)\s*$")
_OWN = compile_pattern(r"(?:^|(?<=\s))\d{1,3}\s?/\s?\d{1,2}\S*\s+$")
# the page of the row above, and what the columns have before a resolution
_PAGE_BEFORE = compile_pattern(
    r"(?<=\s)(?P<page>\d{1,3}\s+)(?:(?:Pages?|[IVX]{1,5}|\d{1,3}[.)]?|صفحة)\s+){0,4}$", re.IGNORECASE
)
_PAGE_AT_END = compile_pattern(r"\s\d{1,3}$")
# a resolution that is named among others, in a sentence
_AMONG_OTHERS = compile_pattern(r"(?:[,;،؛.(]|\b(?:and|et|of|to|in|la|le|the)|\bو)\s?$", re.IGNORECASE)
# a letter before what it counts: ``B Wells``, ``B) Wells``, ``BThe wells``; an initial has a name behind its stop
_LETTER = compile_pattern(
    r"(?:^|(?<=\s))(?P<letter>[A-Z])(?:[)\-–.]\s?(?=[^\W\d_])|\s+(?=[A-ZÀ-Þ«“\"])|(?=[A-ZÀ-Þ][a-zà-ÿ]))"
)
# rows that letters count, each with its page
_LETTERED = compile_pattern(r"(?P<letter>[A-Z])[.)\-–]?\s+[^\W\d_]\D*?\s(?P<page>\d{1,3})(?:\s+(?=[A-Z][.)\-–]?\s)|$)")
# the page of the last row, and the number of the page on which the index stands
_BOTH_PAGES = compile_pattern(r"\s(?P<page>\d{1,3})\s+(?P<own>\d{1,3})$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that names a resolution: where it begins, where its resolution stands, and the number of that."""

    place: int
    begins: int
    number: ResolutionNumber

    @property
    def is_labelled(self) -> bool:
        """Whether a label stands before the resolution."""
        return self.place < self.begins


@dataclass(slots=True)
class Count:
    """How far the rows of an index are counted: the last resolution, the last letter below it, if letters count."""

    resolution: int = 0
    letter: int = 0
    has_letters: bool = False
    session: int | None = None


def find_rows(text: str, language: Language, start: int = 0, count: Count | None = None) -> list[int]:
    """Where the rows of an index begin in a text; none where nothing proves that they are rows.

    Args:
        text: a line, or what stands behind the heading of an index at ``start``.
        language: the language of the line.
        start: where the heading ends; 0 for none.
        count: the rows above, where the index has a heading; they are counted on in it. None: nothing heads the line.
    """
    rows = _count_rows(text, language, start, count)
    if count is None:
        return [row.place for row in rows] if rows and _is_index(text, rows) else _find_lettered(text)
    edges = [row.place for row in rows]
    segments = list(pairwise([start, *(row.begins for row in rows), len(text)]))
    found = [
        _find_letters(text, begin, end, language, count.letter if not place else 0)
        for place, (begin, end) in enumerate(segments)
    ]
    count.has_letters |= any(len(letters) >= _LEAST_LETTERS for letters in found)
    for place, letters in enumerate(found):
        count.letter = count.letter if not place else 0
        if len(letters) >= _LEAST_LETTERS or count.has_letters:
            edges += letters
            count.letter += len(letters)
    if rows:
        count.resolution, count.session = rows[-1].number.number, rows[-1].number.session
    return sorted(edges)


def find_own_page(text: str) -> int | None:
    """Where the number of the page begins on which an index ends, behind the page of its last row and less than it."""
    both = _BOTH_PAGES.search(text)
    return both.start("own") if both and int(both["own"]) < int(both["page"]) else None


def _count_rows(text: str, language: Language, start: int, count: Count | None) -> list[Row]:
    """The resolutions of one session whose own numbers count on, from the last of ``count``; labelled if most are."""
    if not _may_name_resolution(text):
        return []
    named = [row for match in _RESOLUTION.finditer(text, start) if (row := _read_row(text, match.start(), start))]
    open_phrase = load_pattern("ends_open", language)
    rows: list[Row] = []
    above = count.resolution if count else 0
    session = count.session if count else None
    for index, row in enumerate(named):
        is_next = row.number.number == (rows[-1].number.number if rows else above) + 1
        # an index may go on from a page that is not there
        is_next |= not rows and not above and row.is_labelled
        is_one = session is None or row.number.session in {None, session}
        before = text[max(start, row.place - _LABEL) : row.place]
        is_cited = not row.is_labelled and (_AMONG_OTHERS.search(before) or open_phrase.search(before.rstrip()))
        # the subject of one may name the next
        is_again = any(other.is_labelled and other.number == row.number for other in named[index + 1 :])
        if is_next and is_one and not is_cited and (row.is_labelled or not is_again):
            rows.append(row)
            session = row.number.session
    if sum(row.is_labelled for row in rows) * 2 > len(rows):
        return rows
    # what stands before a few of them is a page, but for the first of the index
    first = rows[:1] if not above else []
    return [*first, *(Row(_find_place(text, start, row), row.begins, row.number) for row in rows[len(first) :])]


def _may_name_resolution(text: str) -> bool:
    """Whether a text holds the middle of the word for a resolution: few lines do, and to look for that is quick."""
    return "قرار" in text or "solut" in text.casefold()


def _find_place(text: str, start: int, row: Row) -> int:
    """Where a row without a label begins: behind the page of the row above."""
    page = _PAGE_BEFORE.search(text, start, row.begins)
    return page.end("page") if page else row.begins


def _read_row(text: str, begins: int, start: int) -> Row | None:
    """The resolution at a place, with the label before it that says its number, too; None where no number stands."""
    number = read_number(text[begins : begins + _NAMED])
    if number is None:
        return None
    before = text[max(start, begins - _LABEL) : begins]
    own = _OWN.search(before)
    if own and find_own_label(text[begins - len(before) + own.start() :]) is not None:
        return Row(begins - len(before) + own.start(), begins, number)
    label = _COUNT.search(before)
    value = (int(label["number"]) if label["number"] else parse_roman(label["roman"])) if label else None
    is_label = label is not None and value == number.number
    return Row(begins - len(before) + label.start() if is_label and label else begins, begins, number)


def _is_index(text: str, rows: Sequence[Row]) -> bool:
    """Whether resolutions that count on are rows though nothing heads them: by their labels, or by pages."""
    if all(row.is_labelled for row in rows):
        return len(rows) >= _LEAST_LABELLED and not text[: rows[0].place].strip()
    if len(rows) < _LEAST_ROWS or rows[0].number.number != 1:
        return False
    is_paged = all(_PAGE_BEFORE.search(text, 0, row.begins) for row in rows[1:])
    is_whole = not text[: rows[0].place].strip(" .)0123456789") and _PAGE_AT_END.search(text) is not None
    return is_paged or is_whole


def _find_letters(text: str, start: int, end: int, language: Language, above: int) -> list[int]:
    """Where the letters stand that count what a row holds: from A, or on from the last one in the line above."""
    open_phrase = load_pattern("ends_open", language)
    found: list[int] = []
    value = above
    for match in _LETTER.finditer(text, start, end):
        letter = ord(match["letter"]) - ord("A") + 1
        is_next = letter == value + 1 or (letter == 1 and not found)
        if is_next and not open_phrase.search(text[start : match.start()].rstrip()):
            found.append(match.start())
            value = letter
    return found


def _find_lettered(text: str) -> list[int]:
    """Where rows begin that count up from A, each with its page, which never falls: ``A) Wells 3 B) Dams 5``."""
    rows = list(_LETTERED.finditer(text)) if _LETTERED.match(text) else []
    letters = [ord(row["letter"]) - ord("A") for row in rows]
    pages = [int(row["page"]) for row in rows]
    is_index = len(rows) >= _LEAST_LETTERS and rows[-1].end() == len(text)
    is_counted = letters == list(range(len(rows))) and pages == sorted(pages)
    return [row.start() for row in rows] if is_index and is_counted else []
