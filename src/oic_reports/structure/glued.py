"""A line that holds a page, or a whole report, parted into the lines that it was made of.

Viewers give each page of a file as one line, and some newspapers a text without line ends. What is parted is what
proves itself: numbers that follow one another, also from one page to the next; what stands between the end of a
sentence and a number that no sentence ends before, a heading; bullets behind a colon; the number of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.cuts import cut_line
from oic_reports.structure.marks import find_symbol
from oic_reports.structure.numbering import Candidate, find_candidates, is_number
from oic_reports.structure.printed_lines import PrintedLine

# characters of a line that holds more than a paragraph, and of one that may be a page
_GLUED = 250
_PAGE = 80
# numbers that are a list run together
_LEAST_RUN = 3
# characters of a heading, of what a page or an agency puts behind the last sentence, and of a label with its first word
_HEADING = 160
_BEHIND = 12
_REACH = 40
# pages that show that lines begin with their numbers
_LEAST_PAGES = 2
# bullets that are a list
_LEAST_BULLETS = 2

_TOKEN = re.compile(
    r"(?:(?<=\s)|^)(?=[(\[]?(?:\d{1,3}|[٠-٩]{1,3})\s?[.)\]/\-–:]|[\u0621-\u064a]+\s?[:\-–])"
    # where line ends were lost with their blanks: ``… in Baku.2. The``, ``Palestine3. The``
    r"|(?:(?<=[^\W\d_])|(?<=[^\W\d_][.;:!?؟؛])|(?<=[)»”\"][.;؛])|(?<=\d{4}[.;؛]))"
    r"(?=(?:\d{1,3}|[٠-٩]{1,3})\s?[.)\-–]\s?[^\W\d_])"
)
_SENTENCE_END = re.compile(r"[.;:!?؛؟][\"'»”’)\]]*\s*$")
_BETWEEN = re.compile(
    r"[.!?؟][\"'»”’)\]]*(?:\s+(?=[^\W\d_])"
    # where the blank was lost: ``means.Palestine``, ``resolution 302.Palestine``; ``REP.FINAL`` is a symbol
    r"|(?<=(?:[^\W\d_A-ZÀ-Þ]|\d)[.!?؟])(?=[\u0621-\u064aA-ZÀ-Þ]))"
)
_LAST_END = re.compile(r".*[.!?؟][\"'»”’)\]]*(?=\s)", re.DOTALL)
_FIRST_NUMBER = re.compile(r"(?P<number>\d{1,3})\s+(?=\S)")
# the number of a page behind the symbol of its head; a small letter goes on with a sentence about a document
_PAGE_HEAD = re.compile(r"\s+(?:(?P<number>\d{1,3})\s+)?(?=[^\Wa-zà-ÿ]|[«“\"])")
_BULLET = re.compile(r"\s+(?=(?P<mark>[-–•])\s+[^\W\d_])")
# a number that names a thing begins no paragraph: ``Resolution No. 3.``, ``Article 5.``
_NAMED = re.compile(
    r"(?:\b(?:No|Nos|n°|nr|item|point|article|paragraph|paragraphe|page|annexe?|resolution|résolution)\.?|رقم|البند|المادة|الفقرة)"
    r"\s*$",
    re.IGNORECASE,
)

_ABBREVIATED = re.compile(r"(?:\bnos?\.|n°|\bnr\.)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Token:
    """A number that may begin a paragraph inside a line; ``is_strong``: a sentence ends before it."""

    place: int
    candidate: Candidate
    is_strong: bool


def part_glued(lines: Sequence[PrintedLine], language: Language) -> list[PrintedLine]:
    """The lines, each that holds a page or a report parted; a line in which nothing proves itself stays whole."""
    paged = list(_part_page_numbers(_part_page_heads(lines)))
    last: dict[tuple[str, str], int] = {}
    parted: list[PrintedLine] = []
    is_page = False
    for line in paged:
        parted += _part(line, last, language, least=_PAGE if is_page else _GLUED)
        is_page = line.hint == "page_mark"
    return parted


def _part_page_heads(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines that hold a page below its head (``OIC/COMCEC/31-15/REP 12 The Committee …``), the head parted from it.

    A symbol is the head of a page where a line above began with it.
    """
    parted: list[PrintedLine] = []
    known: set[str] = set()
    for line in lines:
        symbol = find_symbol(line.text[:_REACH]) if line.hint is None else None
        symbol = symbol if symbol and line.text.startswith(symbol) else None
        behind = _PAGE_HEAD.match(line.text, len(symbol)) if symbol in known and symbol else None
        if symbol is None or behind is None or len(line.text) - behind.end() < _PAGE:
            parted.append(line)
        else:
            head, *rest = cut_at(line, [len(symbol), behind.end()] if behind["number"] else [len(symbol)])
            parted += [head, *((_hint(rest[0], "page_mark"), *rest[1:]) if behind["number"] and rest else rest)]
        known |= {symbol} if symbol else set()
    return parted


def _part_page_numbers(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Lines whose first words are the numbers of their pages, one after another: the number a line of its own.

    What stands above the first page and below the last is the viewer's.
    """
    numbers = {index: number for index, line in enumerate(lines) if (number := _find_page_number(line)) is not None}
    run = sorted({i for one, two in pairwise(numbers) if numbers[two] == numbers[one] + 1 for i in (one, two)})
    # a paragraph whose number has no mark looks alike, but holds no list of numbers
    holds_list = any(_find_chain(_find_tokens(lines[index].text), {}) for index in run)
    if len(run) < _LEAST_PAGES or not (holds_list or _hide_labels(lines, frozenset(run))):
        yield from lines
        return
    is_whole = holds_list and numbers[run[0]] == 1
    # a cover and an index have no numbers
    first = next((i for i, line in enumerate(lines[: run[0]]) if len(line.text) > _PAGE and line.symbol), run[0])
    for index, line in enumerate(lines):
        if is_whole and not first <= index <= run[-1]:
            yield _hint(line, "site")
        elif index in numbers and index in run:
            begins = _FIRST_NUMBER.match(line.text)
            page, *rest = cut_at(line, [begins.end()] if begins else [])
            yield _hint(page, "page_mark") if rest else page
            yield from rest
        else:
            yield line


def _hide_labels(lines: Sequence[PrintedLine], pages: frozenset[int]) -> bool:
    """Whether a page's number stands before the label that the paragraph above waits for: ``3 4. We call``."""
    last: int | None = None
    for index, line in enumerate(lines):
        number = _FIRST_NUMBER.match(line.text) if index in pages else None
        behind = _find_first(find_candidates(line.text[number.end() :])) if number else None
        if behind is not None and last is not None and behind.ordinal == last + 1:
            return True
        label = _find_first(line.candidates)
        last = label.ordinal if label else last
    return False


def _find_first(candidates: Sequence[Candidate]) -> Candidate | None:
    return candidates[0] if candidates and is_number(candidates[0]) else None


def _find_page_number(line: PrintedLine) -> int | None:
    number = _FIRST_NUMBER.match(line.text) if len(line.text) > _PAGE and line.hint is None else None
    return int(number.group("number")) if number else None


def _hint(line: PrintedLine, hint: str) -> PrintedLine:
    return PrintedLine(replace(line.line, hint=hint), line.after_gap, line.language)


def _part(line: PrintedLine, last: dict[tuple[str, str], int], language: Language, least: int) -> list[PrintedLine]:
    """The pieces of a line of ``least`` characters; ``last`` is the last number of each form so far."""
    text = line.text
    if len(text) < least or line.hint == "table":
        return [line]
    chain = _find_chain(_find_tokens(text), last)
    edges: list[int] = []
    begun = 0
    for token in chain:
        heading = None if token.is_strong else _find_heading(text, begun, token.place, language)
        edges += [heading, token.place] if heading is not None else [token.place]
        begun = token.place + len(token.candidate.label) + 1
    if not chain:
        return [line]
    form = chain[-1].candidate
    last[form.numbering, form.shape] = form.ordinal or 0
    closed = _LAST_END.match(text, edges[-1])
    has_rest = closed is not None and 0 < len(text[closed.end() :].strip()) <= _BEHIND
    if closed and has_rest:
        edges.append(closed.end())
    pieces = cut_at(line, [edge for edge in edges if edge])
    rest = pieces.pop() if has_rest and len(pieces) > 1 else None
    parts = [part for piece in pieces for part in cut_at(piece, _find_bullets(piece.text))]
    if rest is None:
        return parts
    # the number of the page, a mark of the end, or the name of an agency
    return [*parts, rest if rest.is_page_mark or rest.is_end_mark else _hint(rest, "site")]


def _find_tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        place = match.start()
        # as if the line began here; a label may hang behind a line, which no piece does
        candidates = [c for c in find_candidates(text[place : place + _REACH]) if is_number(c) and "<" not in c.shape]
        if not candidates or not candidates[0].rest:
            continue
        is_strong = place == 0 or _SENTENCE_END.search(text, max(0, place - _REACH), place) is not None
        begins = candidates[0].rest[0]
        if _ABBREVIATED.search(text[max(0, place - _REACH) : place]):
            continue
        if is_strong or (not begins.islower() and not _NAMED.search(text[max(0, place - _REACH) : place])):
            found.append(_Token(place, candidates[0], is_strong))
    return found


def _find_chain(tokens: Sequence[_Token], last: dict[tuple[str, str], int]) -> list[_Token]:
    """The longest run of numbers of one form: from one on, or on from the last number of the line before."""
    chains: dict[tuple[str, str], list[_Token]] = {}
    for token in tokens:
        form = token.candidate.numbering, token.candidate.shape
        chain = chains.setdefault(form, [])
        value = token.candidate.ordinal
        expected = {(chain[-1].candidate.ordinal or 0) + 1} if chain else {1, last.get(form, 0) + 1}
        if value in expected:
            chain.append(token)
        elif value == 1 and len(chain) == 1:
            # the first of them began nothing
            chains[form] = [token]
    sure = [
        chain
        for form, chain in chains.items()
        if len(chain) >= _LEAST_RUN or (chain and form in last and chain[0].candidate.ordinal == last[form] + 1)
    ]
    return max(sure, key=len, default=[])


def _find_heading(text: str, start: int, end: int, language: Language) -> int | None:
    """Where a heading begins that stands between ``start`` and a number at ``end``; None for none."""
    items = [match.start() for match in load_pattern("agenda_item", language).finditer(text, start, end)]
    ends = [match.end() for match in _BETWEEN.finditer(text, start, end)]
    place = max([*items[-1:], *ends[-1:]], default=start)
    begins_page = place == start == 0
    return place if (place > start or begins_page) and end - place <= _HEADING else None


def _find_bullets(text: str) -> list[int]:
    """Places of bullets of one form behind a colon; none where there are fewer than two."""
    colon = text.find(":")
    bullets = list(_BULLET.finditer(text, colon + 1)) if colon >= 0 else []
    if not bullets or bullets[0].start() != colon + 1:
        return []
    places = [bullet.end() for bullet in bullets if bullet.group("mark") == bullets[0].group("mark")]
    return places if len(places) >= _LEAST_BULLETS else []


def cut_at(line: PrintedLine, places: Sequence[int]) -> list[PrintedLine]:
    """The line cut before each of some places of its text; whole where something that was put right would be cut."""
    edges = [0, *places, len(line.text)]
    pieces = []
    for start, end in pairwise(edges):
        inner = line.text[start:end]
        first = start + len(inner) - len(inner.lstrip())
        piece = cut_line(line.line, first, first + len(inner.strip()))
        if piece is None:
            return [line]
        if piece.text:
            pieces.append(piece)
    return [
        PrintedLine(replace(piece, flow="starts" if place else line.flow), line.after_gap or place > 0, line.language)
        for place, piece in enumerate(pieces)
    ]
