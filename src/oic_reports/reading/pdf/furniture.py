"""Running headers, footers, page numbers, footnotes: told by place and repetition across pages, by form on one page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from statistics import median

from oic_reports.reading.pdf.page_line import PageLine
from oic_reports.reading.raised import RAISED, TO_LEVEL

# share of a height where furniture stands; points of one height; share of pages that repeat it
_EDGE = 0.14
_SAME_HEIGHT = 6.0
_REPEATED = 0.4
_NUMBER = re.compile(
    r"[\s\-–—(\[<]*(?:\w+\s)?(?!0{2,})[\d٠-٩۰-۹]{1,4}(?:\s*(?:/|of|de|sur|من)\s*[\d٠-٩۰-۹]{1,4})?[\s\-–—)\]>]*",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[\s\-–—(\[<]*(?:(?!0{2,})[\d٠-٩۰-۹]{1,4}|[ivxlc]{1,6})[\s\-–—)\]>]*")
_OF_PAGES = re.compile(r"(?:\w+\s)?(?P<page>[\d٠-٩۰-۹]{1,4})\s*(?:/|of|de|sur|من)\s*(?P<count>[\d٠-٩۰-۹]{1,4})")
_OWN_NUMBER = re.compile(r"[^\W\d_]+\s(?P<page>[\d٠-٩۰-۹]{1,4})")
_SYMBOL_LINE = re.compile(
    r"(?:(?P<before>[\d٠-٩۰-۹]{1,4})\s*)?(?=[^\s\d]*[A-Z])[^\s/]+(?:/[^\s/]+){2,}(?:\s+(?P<behind>[\d٠-٩۰-۹]{1,4}))?"
)
_DASHED = re.compile(r"[\-–—(\[<]\s*\w+\s*[\-–—)\]>]")
# what programs print at the edge of a page: an address, day and time of printing
_PRINTED = re.compile(
    r"(?:.*\s)?\(?(?:https?://|file:///|www\.)\S+(?:\s+\d+/\d+)?|\d+[/.-]\d+[/.-]\d+,?\s+\d+:\d+(?:\s?[AP]M)?\b.*"
)
_SENTENCE = re.compile(r"[.!?؟;؛:,،][\"'»”’)\]]*$")
_FIGURES = re.compile(r"[\d٠-٩۰-۹.,%\s]+")
_LABELLED = re.compile(r"(?P<number>[\d٠-٩]{1,3})\s?[.)\-–]\s*[^\W\d]")
_NOTE_NUMBER = re.compile(rf"[(\[]?(?P<number>[\d٠-٩]{{1,3}}|[{RAISED}]{{1,3}})")
_CALL = re.compile(rf"(?<=[^\W\d_])[(\[](?P<number>[\d٠-٩]{{1,2}})[)\]]|(?<=[^\s(])[(\[]?(?P<raised>[{RAISED}]{{1,2}})")
_DIGITS = re.compile(r"[\d٠-٩۰-۹]+")
_NOTE = re.compile(rf"[(\[]?(?:[\d٠-٩۰-۹]{{1,3}}(?![\d٠-٩۰-۹])|[{RAISED}]{{1,3}}|\*{{1,3}}|[†‡])[)\]]?[.\s]?\s*\S")
# share of the size of a footnote; line distances and font sizes above one; share of a height below which it stands;
# font sizes between lines of one row
_SMALL = 0.92
_APART = 1.7
_APART_SIZES = 2.2
_LOW = 0.5
_ONE_ROW = 0.5


def mark_furniture(pages: Sequence[Sequence[PageLine]]) -> None:
    """Give ``hint`` to the lines that are not of the text: ``page_mark``, ``running_header``, ``footnote``.

    What stands once is no running header, unless it is a small line above everything else, or small lines stand at its
    place on other pages too.
    """
    body = find_body_size(pages)
    upright = [_pick_upright(lines) for lines in pages]
    repeated = _find_repeated(upright)
    slots = _find_slots(upright, body)
    last_note = 0
    called: set[int] = set()
    for ordered in upright:
        _mark_number(ordered, len(pages))
        _mark_foot(ordered, body)
        _mark_symbol(ordered, body)
        called |= {int(number.translate(TO_LEVEL)) for line in ordered for number in _list_called(line.text)}
        first = _find_counted(ordered)
        for line in _find_edges(ordered):
            is_below = first is not None and first.baseline <= line.baseline < (1 - _EDGE) * line.height
            if line.hint is None and not is_below and _name(line) in repeated:
                line.hint = "page_mark" if _NUMBER.fullmatch(line.text) else "running_header"
        last_note = _mark_footnotes(ordered, body, last_note, called)
        _mark_by_form(ordered, body, slots)


def _pick_upright(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines of a page that stand as most of its text does, from the top: a page may be turned as a whole."""
    letters: Counter[int] = Counter()
    for line in lines:
        letters[line.turn] += len(line.text)
    turn = max(letters, key=lambda turn: (letters[turn], -turn), default=0)
    return sorted((line for line in lines if line.turn == turn), key=lambda line: line.baseline)


def find_body_size(pages: Sequence[Sequence[PageLine]]) -> float:
    """The font size in points in which most of the text is set; 0 for a text without lines.

    Tables are often set smaller: they tell only where there is nothing else.
    """
    weights: Counter[float] = Counter()
    prose = [line for lines in pages for line in lines if line.hint != "table"]
    for line in prose or (line for lines in pages for line in lines):
        weights[round(line.size * 2) / 2] += len(line.text)
    return max(weights, key=lambda size: (weights[size], size)) if weights else 0.0


def _name(line: PageLine) -> tuple[str, int]:
    """What repeated lines have in common: their text without numbers, and about the same height.

    A line of several figures and nothing else is a row of a table: its numbers are its text.
    """
    is_row = not _BARE_NUMBER.fullmatch(line.text) and _FIGURES.fullmatch(line.text)
    return line.text if is_row else _DIGITS.sub("#", line.text), _height(line)


def _height(line: PageLine) -> int:
    return round(line.baseline / _SAME_HEIGHT)


def _find_edges(ordered: Sequence[PageLine]) -> list[PageLine]:
    """The lines near the top or the bottom of a page: on a broad page as far from its edge as on an upright one."""
    found = []
    for line in ordered:
        edge = _EDGE * max(line.page_height, line.page_width)
        if not edge <= line.baseline <= line.height - edge:
            found.append(line)
    return found


def _find_counted(ordered: Sequence[PageLine]) -> PageLine | None:
    """The first line of a page that begins a numbered paragraph, if the next one has the number that follows."""
    counted = [(line, int(label["number"])) for line in ordered if (label := _LABELLED.match(line.text))]
    if len(counted) > 1 and counted[1][1] == counted[0][1] + 1 and counted[0][0].size >= counted[1][0].size:
        return counted[0][0]
    return None


def _find_repeated(pages: Sequence[Sequence[PageLine]]) -> set[tuple[str, int]]:
    """Names of edge lines that stand on many pages, at about the same height."""
    if len(pages) < 2:  # noqa: PLR2004
        return set()
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, lines in enumerate(pages):
        for line in lines:
            if not _EDGE * line.height <= line.baseline <= (1 - _EDGE) * line.height:
                text, height = _name(line)
                for near in (height - 1, height, height + 1):
                    seen[text, near].add(number)
    # left and right pages may differ, and the first has often none
    least = max(2, int(_REPEATED * len(pages)))
    return {name for name, numbers in seen.items() if len(numbers) >= least}


def _find_slots(pages: Sequence[Sequence[PageLine]], body: float) -> set[int]:
    """Heights at which the first or last line of several pages is small and stands apart: their text may change."""
    seen: dict[int, set[int]] = defaultdict(set)
    for number, ordered in enumerate(pages):
        for line, next_line in _find_outer(ordered):
            if line.size < _SMALL * body and _is_apart(ordered, line, next_line):
                for near in (-1, 0, 1):
                    seen[_height(line) + near].add(number)
    least = max(2, int(_REPEATED * len(pages)))
    return {height for height, numbers in seen.items() if len(numbers) >= least}


def _find_outer(ordered: Sequence[PageLine]) -> list[tuple[PageLine, PageLine]]:
    """The first and the last line of a page, each with the one beside it, where they stand at its edges."""
    plain = [line for line in ordered if line.hint in {None, "table"}]
    if len(plain) < 3:  # noqa: PLR2004
        return []
    outer = [pair for pair in ((plain[0], plain[1]), (plain[-1], plain[-2])) if pair[0].hint is None]
    return [pair for pair in outer if not _EDGE <= pair[0].baseline / pair[0].height <= 1 - _EDGE]


def _is_apart(ordered: Sequence[PageLine], line: PageLine, next_line: PageLine) -> bool:
    """Whether a line stands further from the next one than lines of the page do."""
    gaps = [b.baseline - a.baseline for a, b in pairwise(ordered) if b.baseline > a.baseline + 1]
    lead = median(gaps) if gaps else _APART_SIZES * line.size
    distance = abs(line.baseline - next_line.baseline)
    return distance > min(_APART * lead, _APART_SIZES * max(line.size, next_line.size))


def _mark_by_form(ordered: Sequence[PageLine], body: float, slots: set[int]) -> None:
    """The first and last line of a page: a page number or a browser's line by its form, a small one by its slot."""
    for line, next_line in _find_outer(ordered):
        apart = _is_apart(ordered, line, next_line)
        if _BARE_NUMBER.fullmatch(line.text):
            if apart or _DASHED.search(line.text) or _is_aside(line, next_line):
                line.hint = "page_mark"
        elif _PRINTED.fullmatch(line.text) and (line.size < _SMALL * body or (apart and _is_edge(ordered, line))):
            line.hint = "running_header"
        elif apart and line.size < _SMALL * body and not _SENTENCE.search(line.text):
            if _NUMBER.fullmatch(line.text):
                line.hint = "page_mark"
            elif line is ordered[0] or _height(line) in slots:
                line.hint = "running_header"


def _is_edge(ordered: Sequence[PageLine], line: PageLine) -> bool:
    """Whether nothing stands beyond a line of a page, or it holds one word only; a sentence ends in the text alone."""
    is_outermost = line in (ordered[0], ordered[-1]) or " " not in line.text
    return is_outermost and not _SENTENCE.search(line.text)


def _mark_number(ordered: Sequence[PageLine], page_count: int) -> None:
    """A number that stands by itself at the foot of a page is the page's, below notes too.

    So is one that is larger than the note above it, one that says of how many pages it is, and the page's own number
    behind a word.
    """
    for line, above in _find_outer(ordered):
        own = _OWN_NUMBER.fullmatch(line.text)
        is_last = line.baseline > above.baseline
        counted = _OF_PAGES.fullmatch(line.text)
        if counted and (int(counted["page"]), int(counted["count"])) == (line.page, page_count):
            line.hint = "page_mark"
        is_own = _is_apart(ordered, line, above) or above.size < _SMALL * line.size
        is_named = own is not None and int(own["page"]) == line.page and _is_apart(ordered, line, above)
        if is_last and is_own and (is_named or _BARE_NUMBER.fullmatch(line.text)):
            line.hint = "page_mark"


def _is_aside(line: PageLine, above: PageLine) -> bool:
    """Whether a number does not begin where the line above does: the last word of a paragraph would."""
    step = line.right - above.right if above.is_rtl else line.left - above.left
    return line.baseline > above.baseline and abs(step) > line.size


def _mark_foot(ordered: Sequence[PageLine], body: float) -> None:
    """A bare number in a row of small lines at the foot of a page, apart from the text, and what stands beside it."""
    plain = [line for line in ordered if line.hint in {None, "table"}]
    row = [line for line in plain if plain[-1].baseline - line.baseline < _ONE_ROW * line.size]
    above = plain[: len(plain) - len(row)]
    if len(row) < 2 or not above or any(line.size >= _SMALL * body or line.hint for line in row):  # noqa: PLR2004
        return
    numbers = [line for line in row if _BARE_NUMBER.fullmatch(line.text)]
    is_low = row[0].baseline > (1 - _EDGE) * row[0].height and _is_apart(ordered, row[0], above[-1])
    if len(numbers) == 1 and is_low and not any(_SENTENCE.search(line.text) for line in row):
        for line in row:
            line.hint = "page_mark" if line is numbers[0] else "running_header"


def _mark_symbol(ordered: Sequence[PageLine], body: float) -> None:
    """The symbol of a document in small print at the foot of a page, apart from the text and its notes.

    The number of the page may stand before it, or behind it: then its print may be as large as the text.
    """
    for line, above in _find_outer(ordered):
        found = _SYMBOL_LINE.fullmatch(line.text)
        if not found or line.baseline < above.baseline:
            continue
        before = [each.baseline for each in ordered if each.baseline < above.baseline - _ONE_ROW * above.size]
        # notes stand closer together than a page does
        is_below = bool(before) and line.baseline - above.baseline > _APART * (above.baseline - before[-1])
        if not is_below and not _is_apart(ordered, line, above):
            continue
        number = found["before"] or found["behind"]
        if int(number) == line.page if number else line.size < _SMALL * body:
            line.hint = "running_header"


def _list_called(text: str) -> list[str]:
    """The numbers of the notes that a line calls for: raised ones, and ones in brackets that touch a word."""
    return [call["raised"] or call["number"] for call in _CALL.finditer(text)]


def _mark_footnotes(ordered: Sequence[PageLine], body: float, last: int, called: AbstractSet[int]) -> int:
    """Small lines at the end of a page from one that begins with a number or an asterisk, each column by itself.

    They stand at the foot of the page, or, where a text has its notes behind it, are counted: the first one follows the
    last note before it (``last``), or another one follows it, or the text calls for it (``called``). The number of the
    last note is given back.
    """
    for region in {line.region for line in ordered}:
        lines = [line for line in ordered if line.region == region and line.hint is None]
        start = len(lines)
        while start and lines[start - 1].size < _SMALL * body:
            start -= 1
        notes = lines[start:]
        while notes and not _NOTE.match(notes[0].text):
            notes = notes[1:]
        numbers = [_read_note_number(line) for line in notes if _NOTE.match(line.text)]
        is_counted = numbers[:1] == [last + 1] and (last > 0 or numbers[1:2] == [2] or last + 1 in called)
        if not is_counted:
            while notes and not (_NOTE.match(notes[0].text) and notes[0].baseline > _LOW * notes[0].height):
                notes = notes[1:]
            if start == 0:
                continue
        for line in notes:
            line.hint = "footnote"
            line.flow = "starts" if _NOTE.match(line.text) else "continues"
        last = max([last, *(_read_note_number(line) for line in notes)])
    return last


def _read_note_number(line: PageLine) -> int:
    """The number with which a note begins; 0 for none."""
    match = _NOTE_NUMBER.match(line.text)
    return int(match["number"].translate(TO_LEVEL)) if match else 0
