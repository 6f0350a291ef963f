"""Numbers of resolutions (``15/38-POL``), and files that collect several: where each begins.

A number is ``N/SESSION-SUFFIX``; Arabic writers reverse the parts at the slash: the part that is the session of the
header is the session (seen in the 15th, 19th and 43rd sessions). The International Islamic Fiqh Academy counts its
resolutions through and prints session and item behind the number, in either order: ``137 (15/3)``. Lines of an index
look like titles of resolutions: no text stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from oic_reports.language.particles import ARTICLE
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_opening
from oic_reports.structure.headings import is_index_heading, opens_index
from oic_reports.structure.hosted import find_hosted_head
from oic_reports.structure.marks import is_origin_note
from oic_reports.structure.numbering import is_number
from oic_reports.structure.printed_lines import PrintedLine, normalise

# the fifty-first session of the ministers met in 2025
LATEST_SESSION = 60
_SUFFIX = (
    r"(?:S&T|[A-Z]{1,4})(?:\s?\([A-Z]{2}\))?(?!\w)|[\u0621-\u064a]{1,2}(?:\s?\.?\s?[\u0621-\u064a])?(?![\u0621-\u064a])"
)
_NUMBER = re.compile(
    rf"(?P<first>\d{{1,3}})\s?/\s?(?P<second>\d{{1,2}})(?:(?:\s?[-–—ـ]\s?|\s(?=[\u0621-\u064a]\s?\(ق))(?P<suffix>{_SUFFIX}|EX|CFM-\w+))?"
    r"(?:\s?\((?P<summit>I\.?\s?S|ق\s?\.?\s?[أإا])\s?\.?\))?"
)
_COUNTED = re.compile(r"(?P<number>\d{1,3})\s?\(\s?(?P<first>\d{1,2})\s?/\s?(?P<second>\d{1,2})\s?\)")
# a copy loses the degree sign: ``RÉSOLUTION N 1/36-POL``
_TITLE = re.compile(
    r"\W*(?:draft\s+|projet\s+de\s+|مشروع\s+)?"
    rf"(?P<word>r[eé]solution|r[eé]s\.|decision|d[eé]cision|(?:{ARTICLE})?قرار|(?:{ARTICLE})?مقرر)\s*"
    rf"(?:no\s?\.?|n\s?[°º]|n(?=\s\d)|num[eé]ro|(?:{ARTICLE})?رقم)?\s*[:.]?\s*(?=\(?\d)",
    re.IGNORECASE,
)
_PIECE = re.compile(r"(?m)^|[,،;؛:|–—]\s*|[-ـ]\s+|(?<=[\w)]\.)\s+|(?<=\))\s+")
# characters of a title of a resolution with its number, subject and page
_LONGEST = 200
_ENTRY = re.compile(
    r"(?:resolution|r[eé]solution|decision|d[eé]cision|قرار|مقرر)\b.{0,12}\d{1,3}\s?/\s?\d", re.IGNORECASE
)
_ROW_NUMBER = re.compile(
    r"\W*(?:\d{1,2}|[IVX]{1,4})\W*(?:resolution|r[eé]solution|decision|d[eé]cision|قرار|مقرر)\b", re.IGNORECASE
)
_PAGE_AT_END = re.compile(r"\s\.*\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?$")
# rows of an index; characters of a line that ends a sentence
_LEAST_ROWS = 2
_SENTENCE = 40
# rows of subjects without numbers, with nothing below them; lines and characters of one; what is none of it
_LEAST_SUBJECTS = 3
_SUBJECT_LINES = 4
_LONGEST_SUBJECT = 320
_OF_COVER = frozenset({"place_date", "symbol", "note"})
# share of the lines of an index that end with the number of a page: titles may be wrapped, with all numbers below them
_MOSTLY_ROWS = 0.3
# the mark of a revised draft behind a number: ``9/32-P/Rev.1``
_REVISED = re.compile(r"^\s?/?\s?rev\.?\s?\d*", re.IGNORECASE)
_NO_TITLE = frozenset({"table", "running_header", "page_mark"})
# endings of the words for several texts
PLURAL = ("s", "ات")


@dataclass(frozen=True, slots=True)
class ResolutionNumber:
    """A number as printed, its parts, and its normal form with the session behind the slash.

    ``counted`` holds the two numbers of the bracket in their printed order where a number is counted through all
    sessions; one of them is the session.
    """

    raw: str
    number: int
    session: int | None
    suffix: str | None
    counted: tuple[int, int] | None = None

    @property
    def normal(self) -> str:
        """``N/SESSION-SUFFIX``, as far as it is known; ``N (A/B)`` of a number counted through all sessions."""
        if self.counted:
            return f"{self.number} ({self.counted[0]}/{self.counted[1]})"
        session = f"/{self.session}" if self.session is not None else ""
        return f"{self.number}{session}{f'-{self.suffix}' if self.suffix else ''}"


def read_number(text: str, session: int | None = None) -> ResolutionNumber | None:
    """The number of a resolution in its title line; None where the line is no title of one.

    Args:
        text: one line.
        session: the session of the file, where it is known.
    """
    printed = _read_title(text, 0, session)
    return printed.number if printed else None


class PrintedNumber(NamedTuple):
    """The number of a resolution and the code points ``[start, end)`` where it is printed."""

    number: ResolutionNumber
    start: int
    end: int


def find_number(text: str, session: int | None = None) -> PrintedNumber | None:
    """The number of a resolution in a title that may hold more: behind a line's start, a comma, a dash or a bar.

    A resolution that is cited inside a phrase (``pursuant to Resolution 3/7-P``) is none.

    Args:
        text: a title, its lines parted by line ends.
        session: the session of the file, where it is known.
    """
    for begin in _PIECE.finditer(text):
        printed = _read_title(text, begin.end(), session)
        if printed:
            return printed
    return None


def _read_title(text: str, start: int, session: int | None = None) -> PrintedNumber | None:
    """The number of a title that begins at code point ``start``."""
    title = _TITLE.match(text, start)
    counted = _COUNTED.match(text, title.end()) if title else None
    if counted:
        return PrintedNumber(_interpret_counted(counted, session), counted.start(), counted.end())
    match = _NUMBER.match(text, title.end()) if title else None
    return PrintedNumber(_interpret(match, session), match.start(), match.end()) if match else None


def _interpret_counted(match: re.Match[str], session: int | None) -> ResolutionNumber:
    pair = int(match.group("first")), int(match.group("second"))
    return ResolutionNumber(
        match.group(), int(match.group("number")), session if session in pair else None, None, counted=pair
    )


def _interpret(match: re.Match[str], session: int | None) -> ResolutionNumber:
    first, second = int(match.group("first")), int(match.group("second"))
    suffix = re.sub(r"\s", "", match.group("suffix") or "") or None
    summit = match.group("summit")
    if suffix and summit:
        suffix = f"{suffix}({'IS' if summit.isascii() else summit.replace(' ', '')})"
    if (session is not None and first == session != second) or second > LATEST_SESSION >= first:
        first, second = second, first
    return ResolutionNumber(match.group().strip(), first, second, suffix)


def is_list(text: str) -> bool:
    """Whether a block holds the rows of an index: the numbers of several resolutions, in which others are cited."""
    return len({match.group().lower() for match in _ENTRY.finditer(text)}) >= _LEAST_ROWS and any(
        _ROW_NUMBER.match(line) for line in text.split("\n")
    )


def find_parts(lines: Sequence[PrintedLine]) -> list[int]:
    """Indexes of the lines at which the documents of a collection begin; empty where a file is one document.

    Two titles and more, each with a text below it, and with numbers that differ.
    """
    titles = [index for index, line in enumerate(lines) if _is_title(line) and not _is_inside(lines, index)]
    numbers = [_read_row(lines[index]) for index in titles]
    edges = pairwise([*titles, len(lines)])
    index_end = _find_end_of_index(numbers)
    starts = [
        one
        for place, (one, two) in enumerate(edges)
        # what stands below a row of an index, whose resolution comes further down, is its subject
        if (_has_act(lines[one + 1 : two]) if place < index_end else _has_text(lines, one, two))
    ]
    several = len({read_number(lines[index].text) for index in starts}) > 1
    is_collection = bool(starts) and (_has_index(lines, starts[0]) or _has_cover(lines[: starts[0]]))
    return starts if several or is_collection else []


def _find_end_of_index(numbers: Sequence[str | None]) -> int:
    """How many of the titles may be rows of an index: all above the place where one of them comes again.

    A file may end before the resolutions that the last rows name.
    """
    again = [place for place, number in enumerate(numbers) if number in numbers[:place]]
    repeated = [place for place, number in enumerate(numbers) if number in numbers[place + 1 :]]
    return max(again[0], repeated[-1] + 1) if again else 0


def _has_cover(above: Sequence[PrintedLine]) -> bool:
    """Whether the cover of a collection stands above its first document: its title, with a symbol of its own.

    A page that gives one resolution prints the title of them all too, but no symbol.
    """
    hosted = find_hosted_head(above)
    cover = [line for index, line in enumerate(above) if index not in hosted]
    titled = (find_opening("document_types", line.plain, line.language) for line in cover)
    has_title = any(
        form is not None and form["form"].lower().endswith(PLURAL) and read_number(form.string) is None
        for form in titled
    )
    return has_title and any(line.symbol for line in cover)


def _has_index(lines: Sequence[PrintedLine], start: int) -> bool:
    """Whether an index stands above the first document; one without a heading names that document too."""
    above = lines[:start]
    if find_index(above) is None:
        return False
    has_heading = any(opens_index(line) for line in above)
    return has_heading or any(_read_row(line) == _read_row(lines[start]) for line in above if _is_entry(line))


def _read_row(line: PrintedLine) -> str | None:
    """The number of a resolution in its title or in a row of an index, which may have a number of its own."""
    number = read_number(_drop_row_number(line))
    return number.normal if number else None


def _drop_row_number(line: PrintedLine) -> str:
    return line.candidates[0].rest if line.candidates and is_number(line.candidates[0]) else line.text


def _is_entry(line: PrintedLine) -> bool:
    """Whether a line is the title of a resolution, or a numbered row of an index that names one."""
    return _is_title(line) or (_is_title_text(_drop_row_number(line)) and line.hint not in _NO_TITLE)


def find_index(lines: Sequence[PrintedLine]) -> int | None:
    """The line at which an index begins; None where none does: the word alone is a link of the site."""
    index = next((i for i, line in enumerate(lines) if opens_index(line)), None)
    if index is None:
        bare = _find_bare_index(lines)
        subjects = find_subjects(lines) if bare is None else range(0)
        return subjects.start if subjects else bare
    rows = sum(_is_row(line) for line in lines[index:])
    return index if rows >= _LEAST_ROWS or (rows and not is_index_heading(lines[index].text)) else None


def find_contents(lines: Sequence[PrintedLine]) -> range:
    """The index that a report prints between its cover and its text: from its heading to where the title comes again.

    Else to its last page number above the first line that is of no index (``_ends_index``), or to the end of a file
    that ends with a row. Empty where there is none, or where nothing tells where it ends.
    """
    index = next((i for i, line in enumerate(lines) if opens_index(line)), None)
    if index is None:
        return _find_rows(lines) or find_subjects(lines)
    if not index or sum(_is_row(line) for line in lines[index:]) < _LEAST_ROWS:
        return range(0)
    titles = {line.normal for line in lines[:index] if line.names_type}
    # a row may be the title itself, with its page below
    again = (i for i in range(index + 1, len(lines)) if lines[i].normal in titles)
    end = next((i for i in again if i + 1 == len(lines) or not lines[i + 1].text.isdigit()), None)
    text = next((i for i in range(index + 1, len(lines)) if _ends_index(lines[i])), None)
    if end is not None and (text is None or end < text):
        # the number of the page below an index whose rows end with theirs
        has_mark = lines[end - 1].is_page_mark and _PAGE_AT_END.search(lines[end - 2].text) is not None
        return range(index, end - has_mark)
    if text is None and _is_row_of(lines, len(lines) - 1):
        text = len(lines)
    rows = [i for i in range(index + 1, text) if _is_row_of(lines, i)] if titles and text is not None else []
    if len(rows) < _LEAST_ROWS:
        return range(0)
    # labels may stand alone, their titles and pages below them
    alone = sum(_is_label_alone(line) for line in lines[index : rows[-1]])
    return range(index, rows[-1] + 1) if len(rows) + alone >= _MOSTLY_ROWS * (rows[-1] - index) else range(0)


def _is_row_of(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line is of a row; a number below a viewer's line is that of a page of the text."""
    is_page = lines[index].text.isdigit() and load_pattern("page_banner", "en").match(lines[index - 1].text)
    return _is_row(lines[index]) and not is_page


def _is_label_alone(line: PrintedLine) -> bool:
    return bool(line.candidates) and not line.candidates[0].rest


def _ends_index(line: PrintedLine) -> bool:
    """Whether a line below an index is of the cover or of the text: where it came from, who acts, a numbered act."""
    if is_origin_note(line.text) or line.participle or line.enacts:
        return True
    return _is_numbered_act(line)


def _is_numbered_act(line: PrintedLine) -> bool:
    """Whether a line is a numbered sentence in which a meeting acts, or that tells of it."""
    if (
        not line.candidates
        or not is_number(line.candidates[0])
        or line.hint == "table"
        or _PAGE_AT_END.search(line.text)
    ):
        return False
    rest = line.candidates[0].rest
    acts = len(rest) > _SENTENCE and load_pattern("act_opening", line.language).match(rest) is not None
    return line.tells_act or (acts and line.is_closed)


def _find_rows(lines: Sequence[PrintedLine]) -> range:
    """Rows of an index without a heading, above a text without a title: resolutions that no text parts."""
    rows = [i for i, line in enumerate(lines) if len(line.text) <= _LONGEST and _is_row_of_resolutions(line)]
    run = rows[:1]
    for one, two in pairwise(rows):
        if _has_text(lines, one, two):
            break
        run.append(two)
    if len(run) <= _LEAST_ROWS:
        return range(0)
    start, end = run[0], run[-1] + 1
    while end < len(lines) and _is_subject(lines[end]):
        end += 1
    below = next((line for line in lines[end:] if not line.is_rule), None)
    if below is None:
        return range(0)
    if below.names_type and start and lines[start - 1].normal == below.normal:
        # the report stands above its resolutions in the list, as it does below
        return range(start - 1, end)
    return range(start, end) if below.enacts else range(0)


def find_subjects(lines: Sequence[PrintedLine]) -> range:
    """Rows of an index that lost the numbers of its resolutions: each begins with what its resolution is about.

    They stand above who acts, or below the cover, above another title or the end. Empty where there are none.
    """
    start = next((i for i in range(len(lines)) if _find_subject_end(lines, i) is not None), None)
    if start is None:
        return range(0)
    rows, stop = 0, start
    while (end := _find_subject_end(lines, stop)) is not None:
        rows, stop = rows + 1, end
    below = lines[stop] if stop < len(lines) else None
    if below is not None and below.enacts:
        return range(start, stop) if rows >= _LEAST_ROWS else range(0)
    is_below = any(line.names_type for line in lines[:start])
    is_whole = below is None or (below.names_type and not below.is_closed)
    return range(start, stop) if is_below and is_whole and rows >= _LEAST_SUBJECTS else range(0)


def _find_subject_end(lines: Sequence[PrintedLine], start: int) -> int | None:
    """The line behind a row that says what a resolution is about; None where none begins at ``start``."""
    if start == len(lines) or not names_subject(lines[start]):
        return None
    end = start + 1
    while end < len(lines) and not lines[end - 1].is_closed and not _ends_subject(lines[end]):
        end += 1
    row = lines[start:end]
    text = " ".join(line.text for line in row)
    says = find_form("speakers", text, row[0].language) or find_form("opening_verbs", text, row[0].language)
    is_cover = any(line.front_kind in _OF_COVER for line in row)
    return None if len(row) > _SUBJECT_LINES or len(text) > _LONGEST_SUBJECT or says or is_cover else end


def _ends_subject(line: PrintedLine) -> bool:
    """Whether a line below what a resolution is about is not of it."""
    return names_subject(line) or line.enacts or bool(line.candidates) or (line.names_type and line.is_capital)


def _is_row_of_resolutions(line: PrintedLine) -> bool:
    return load_pattern("resolution_word", line.language).match(line.text) is not None


def _find_bare_index(lines: Sequence[PrintedLine]) -> int | None:
    """The first of several titles of resolutions that no text parts, below the title of a collection: its index."""
    titles = [index for index, line in enumerate(lines) if _is_entry(line)]
    entries = [one for one, two in pairwise([*titles, len(lines)]) if not _has_act(lines[one + 1 : two])]
    is_below = bool(entries) and any(line.names_type or line.names_body for line in lines[: entries[0]])
    numbers = {_read_row(lines[index]) for index in entries}
    if not is_below or len(numbers) < _LEAST_ROWS:
        return None
    # the number of the first row may stand above it
    return entries[0] - (lines[entries[0] - 1].text == "1")


def is_counted_through(number: str) -> bool:
    """Whether the normal form of a number is one that is counted through all sessions: other academies print it too."""
    return _COUNTED.fullmatch(number) is not None


def is_bare_number(text: str) -> bool:
    """Whether a line is the number of a resolution and no more."""
    printed = _read_title(text, 0)
    return printed is not None and not normalise(_REVISED.sub("", text[printed.end :]))


def names_summit(text: str) -> bool:
    """Whether a text holds the number of a resolution of an Islamic summit: ``27/8-E(IS)``."""
    return any(number["summit"] for number in _NUMBER.finditer(text))


def _is_row(line: PrintedLine) -> bool:
    return (
        line.hint == "table"
        or _ENTRY.search(line.text) is not None
        or line.text.isdigit()
        or (_PAGE_AT_END.search(line.text) is not None and not line.is_capital)
    )


def _is_inside(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line that begins with a number of a resolution is the next line of a sentence."""
    line = lines[index]
    if index == 0 or line.after_gap:
        return False
    return lines[index - 1].ends_open or (line.is_closed and len(line.text) > _SENTENCE)


def is_cover(lines: Sequence[PrintedLine]) -> bool:
    """Whether a file is the cover of a collection and its index, and no text follows."""
    index = find_index(lines)
    if index is None:
        return False
    rest = lines[index:]
    entries = sum(_ENTRY.search(line.text) is not None for line in rest)
    # the subject of a resolution may tell of a meeting
    sentences = sum(
        line.participle is not None or (line.is_closed and line.tells_of_meeting) or _is_numbered_act(line)
        for line in rest
        if read_number(line.text) is None
    )
    pages = [i for i, line in enumerate(rest) if _PAGE_AT_END.search(line.text) or line.text.isdigit()]
    # the last row may be cut off
    is_contents = opens_index(lines[index]) and len(pages) > _LEAST_ROWS and pages[-1] >= len(rest) - _LEAST_ROWS
    return sentences == 0 and (entries > 0 or is_contents or find_subjects(lines).stop == len(lines))


def _is_title(line: PrintedLine) -> bool:
    return line.hint not in _NO_TITLE and _is_title_text(line.text)


def _is_title_text(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    return read_number(text) is not None and not _PAGE_AT_END.search(text[_TITLE.match(text).end() + 6 :])  # type: ignore[union-attr]


def _has_text(lines: Sequence[PrintedLine], start: int, end: int) -> bool:
    """Whether a sentence stands between a title and the next: below an entry of an index there is none."""
    begin = start + 1
    if begin < end and is_bare_number(lines[start].text) and names_subject(lines[begin]):
        # ``On youth camps.`` below ``Resolution No. 3/6-C(IS)``
        begin += 1
    return any(
        len(line.text) > _SENTENCE and line.text[-1:] in ".,;:؛،" and not (line.is_capital or _is_subject(line))
        for line in lines[begin:end]
    )


def _has_act(lines: Sequence[PrintedLine]) -> bool:
    """Whether lines are of the text of a resolution: who enacts it, a participle of its preamble, a numbered act."""
    return any(line.enacts or line.participle or _is_numbered_act(line) for line in lines)


def names_subject(line: PrintedLine) -> bool:
    """Whether a line begins with the word before what a resolution is about: ``on``, ``relative à``, ``بشأن``."""
    return load_pattern("subject_line", line.language).match(line.text) is not None


def _is_subject(line: PrintedLine) -> bool:
    """Whether a line says what a resolution is about: ``on youth camps``, ``ON DAMS``; a paragraph begins otherwise."""
    return (line.is_small or line.is_capital) and names_subject(line)
