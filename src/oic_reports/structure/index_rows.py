"""Rows of an index: each is a block of its own, over however many lines it is printed.

A row is a number or letter, a title, and a page; viewers print each on a line of its own. The number is the row's
label where it counts the rows, with or without a mark behind it (``1. Wells``, ``II Dams``, ``IIDams``, ``A Canals``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.language.numerals import parse_roman
from oic_reports.language.particles import ARTICLE
from oic_reports.model import Role
from oic_reports.resources import load_pattern
from oic_reports.structure.glued.contents import PART
from oic_reports.structure.headings import is_index_heading, opens_index
from oic_reports.structure.numbering import Candidate
from oic_reports.structure.paragraphs import Paragraph
from oic_reports.structure.printed_lines import PrintedLine
from oic_reports.structure.resolutions import names_subject, read_number
from oic_reports.structure.sequence import Label

# a page, or the first and the last of several, at the end of a row
_PAGE_AT_END = re.compile(r"(?:^|[\s…]|(?<![Rr]ev)\.)\.*\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?$")
# the head of the column of pages
_PAGE_HEAD = re.compile(rf"\W*(?:pages?(?:\s+n[°º.o]*)?|(?:{ARTICLE})?صفحة)\W*", re.IGNORECASE)
_LONE_NUMBER = re.compile(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?")
_NUMBERED = re.compile(r"(?:\d{1,3}|[A-Z]|[IVX]{1,5})\s+[^\W\d_]")
# a number without a mark behind it, alone on its line, parted by a blank, or written to a word with a capital
_BARE = re.compile(r"(?P<number>\d{1,3}|[IVX]{1,6}?)(?:\s*$|\s+(?=[^\W\d_])|(?=[^\W\d_][^\W\d_A-Z]))")
# a letter without a mark: ``A Canals``, below a row with a number
_LETTER = re.compile(r"(?P<letter>[A-Z])\s+(?=[^\W\d_])")
_LABEL = re.compile(r"^\d{1,3}[.)]?\s+")
_BARE_SHAPE = "#"
# rows that numbers without a mark count
_LEAST_COUNTED = 2
# letters of a word that heads a part of an index
_LEAST_WORD = 4
_LETTERS = "alpha-latin-upper"


def make_rows(lines: Sequence[PrintedLine], rule: str, *, is_listed: bool = False) -> list[Paragraph]:
    """The lines of an index as its heading and its rows, in order; ``is_listed``: each line is one, without a page."""
    paragraphs: list[Paragraph] = []
    rows = [[line] for line in lines] if is_listed else group_rows(lines)
    for row, candidate in zip(rows, find_row_labels(rows), strict=True):
        is_head = (len(row) == 1 and is_index_heading(row[0].text)) or all(map(_heads_part, row))
        label = Label(candidate, 0) if candidate and not is_head else None
        texts = [label.candidate.rest if label else row[0].text, *(line.text for line in row[1:])]
        role: Role = "heading" if is_head else "table"
        paragraphs.append(Paragraph(role, list(row), texts, label=label, rules=[rule] * len(row)))
    return paragraphs


def find_row_labels(rows: Sequence[Sequence[PrintedLine]]) -> list[Candidate | None]:
    """The label of each row, None where it has none: labels of one form count up from one, anew in each part.

    Without a mark two rows at least must be counted, in one part of the index.
    """
    found: list[Candidate | None] = []
    last: dict[tuple[str, str], int] = {}
    runs: list[list[int]] = []
    run_of: dict[tuple[str, str], list[int]] = {}
    for place, row in enumerate(rows):
        candidates = [*(c for c in row[0].candidates if c.rest or len(row) > 1), *_read_bare(row)]
        label = next((c for c in candidates if c.ordinal in {1, last.get((c.numbering, c.shape), 0) + 1}), None)
        found.append(label)
        if label is None or label.ordinal is None:
            continue
        form = (label.numbering, label.shape)
        if label.ordinal == 1:
            run_of[form] = []
            runs.append(run_of[form])
        run_of[form].append(place)
        last[form] = label.ordinal
    counted = {label.numbering for run in runs if len(run) >= _LEAST_COUNTED and (label := found[run[0]]) is not None}
    for run in runs:
        first = found[run[0]]
        is_lone = len(run) < _LEAST_COUNTED and not (first and first.numbering == _LETTERS and _LETTERS in counted)
        if first is not None and first.shape == _BARE_SHAPE and is_lone:
            found[run[0]] = None
    return found


def _read_bare(row: Sequence[PrintedLine]) -> list[Candidate]:
    """The number or letter without a mark with which a row begins; a number alone on its line needs a title below."""
    text = row[0].text
    match = _BARE.match(text)
    found: list[Candidate] = []
    if match is not None and (match.end() < len(text) or len(row) > 1):
        number = match.group("number")
        ordinal = int(number) if number.isdigit() else parse_roman(number)
        numbering = "decimal" if number.isdigit() else "roman-upper"
        found += [] if ordinal is None else [Candidate(number, numbering, ordinal, _BARE_SHAPE, text[match.end() :])]
    letter = _LETTER.match(text)
    if letter is not None:
        ordinal = ord(letter["letter"]) - ord("A") + 1
        found.append(Candidate(letter["letter"], _LETTERS, ordinal, _BARE_SHAPE, text[letter.end() :]))
    return found


def group_rows(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines of an index, row by row."""
    rows: list[list[PrintedLine]] = []
    for line in lines:
        if rows and not _begins_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _begins_row(row: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a line is of another row than the one above."""
    last = row[-1]
    if all(opens_index(one) and not is_index_heading(one.text) for one in (last, line)):
        # the heads of the columns, one below the other
        return False
    if opens_index(last) and not is_index_heading(last.text) and _PAGE_HEAD.fullmatch(line.text):
        return False
    if _is_head(last) or _is_head(line) or _is_cut(last, line):
        return True
    if _PAGE_HEAD.fullmatch(last.text) and _LONE_NUMBER.fullmatch(line.text):
        # the first row below the heads of the columns
        return True
    if _LONE_NUMBER.fullmatch(line.text):
        # the page of the row above, or where it has one the number of the next
        return _ends_row(row)
    if _ends_row(row) or line.hint == "table" or _PAGE_HEAD.fullmatch(last.text):
        return True
    if names_subject(row[0]):
        # a row that lost its number
        return names_subject(line) and (row[0].is_small or not line.is_small or last.is_closed)
    if all(map(_heads_part, row)):
        # ``PART`` above ``ONE``
        return not _heads_part(line)
    is_alone = _LONE_NUMBER.fullmatch(last.text) is not None or (bool(last.candidates) and not last.candidates[0].rest)
    numbers = [read_number(_LABEL.sub("", other.text)) is not None for other in (*row, line)]
    is_document = row[0].names_type and not row[0].ends_open
    is_further = numbers[-1] and (any(numbers[:-1]) or last.is_closed or is_document)
    begins = bool(line.candidates) or _NUMBERED.match(line.text) is not None or is_further
    return not is_alone and begins


def _heads_part(line: PrintedLine) -> bool:
    """Whether a line heads a part of an index: a word in capitals without a page, ``ANNEXES``."""
    text = line.text
    return len(text) >= _LEAST_WORD and text.isalpha() and text.isupper() and parse_roman(text) is None


def _is_cut(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a printed line was cut between two pieces: one names a part of the index, or heads its pages."""
    is_one = line.flow == "starts" and line.line.number == last.line.number and line.line.page == last.line.page
    heads = any(head.fullmatch(piece.text) for piece in (last, line) for head in (_PAGE_HEAD, PART))
    return is_one and (heads or last.is_capital or line.is_capital)


def _ends_row(row: Sequence[PrintedLine]) -> bool:
    """Whether a row has its page."""
    text = row[-1].text
    if len(row) == 1:
        return _LONE_NUMBER.fullmatch(text) is None and _PAGE_AT_END.search(text) is not None
    return _PAGE_AT_END.search(text) is not None


def _is_head(line: PrintedLine) -> bool:
    return is_index_heading(line.text) or opens_index(line)


def ends_with_page(line: PrintedLine) -> bool:
    """Whether a line of an index ends with the number of a page, or is one."""
    return _PAGE_AT_END.search(line.text) is not None


def is_banner(line: PrintedLine) -> bool:
    """Whether a line is a viewer's: ``Page 2: TITLE``."""
    return load_pattern("page_banner", "en").match(line.text) is not None
