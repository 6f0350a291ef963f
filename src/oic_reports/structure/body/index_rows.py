"""Rows of an index: each is a block of its own, over however many lines it is printed.

A row is a number or letter, a title, and a page; viewers print each on a line of its own. The number is the row's
label where it counts the rows, with or without a mark behind it (``1. Wells``, ``II Dams``, ``IIDams``, ``A Canals``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.numerals import parse_roman
from oic_reports.language.particles import ARTICLE
from oic_reports.model import Role
from oic_reports.resources import load_pattern
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.lines.headings import is_index_heading, opens_index
from oic_reports.structure.lines.number_rows import end_of_labels
from oic_reports.structure.lines.numbering import Candidate
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.lines.resolutions import find_own_label, is_bare_number, read_number
from oic_reports.structure.lines.sequence import Label
from oic_reports.structure.page.indexes import begins_subject, is_column, leads_to_rows

# a page, or the first and the last of several, at the end of a row
_PAGE_AT_END = compile_pattern(r"(?:^|[\s…]|(?<![Rr]ev)\.)\.*\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?$")
# the head of the column of pages
_PAGE_HEAD = compile_pattern(rf"\W*(?:pages?(?:\s+n[°º.o]*)?|(?:{ARTICLE})?صفحة)\W*", re.IGNORECASE)
_LONE_NUMBER = compile_pattern(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?")
_NUMBERED = compile_pattern(r"(?:\d{1,3}|[A-Z]|[IVX]{1,5})\s+[^\W\d_]")
# a number without a mark behind it, alone on its line, parted by a blank, or written to a word with a capital
_BARE = compile_pattern(r"(?P<number>\d{1,3}|[IVX]{1,6}?)(?:\s*$|\s+(?=[^\W\d_])|(?=[^\W\d_][^\W\d_A-Z]))")
# a letter that counts what a row holds: ``B Wells``, ``BThe wells``
_LETTER = compile_pattern(r"(?P<letter>[A-Z])(?:\s*$|\s+(?=[^\W\d_])|(?=[A-ZÀ-Þ][a-zà-ÿ]))")
_LABEL = compile_pattern(r"^\d{1,3}[.)]?\s+")
_BARE_SHAPE = "#"
_OWN_SHAPE = "#/#"
_LETTERS = "alpha-latin-upper"
# rows that numbers without a mark count
_LEAST_COUNTED = 2
# lines over which the name of a part of an index may be broken, a letter on each perhaps
_PART_LINES = 12
# letters of a word that heads a part of an index
_LEAST_WORD = 4


def make_rows(lines: Sequence[PrintedLine], rule: str, *, is_listed: bool = False) -> list[Paragraph]:
    """The lines of an index as its heading and its rows, in order; ``is_listed``: each line is one, without a page."""
    paragraphs: list[Paragraph] = []
    above: int | None = None
    rows = [[line] for line in lines] if is_listed else group_rows(lines)
    for row, candidate in zip(rows, find_row_labels(rows), strict=True):
        is_head = _heads_part(row) or (len(row) == 1 and (is_index_heading(row[0].text) or leads_to_rows(row[0])))
        label = Label(candidate, 0) if candidate and not is_head else None
        texts = [label.candidate.rest if label else row[0].text, *(line.text for line in row[1:])]
        role: Role = "heading" if is_head else "table"
        # the page of the index itself, at its foot or head, is less than that of the row above
        page = read_page(row[0]) if len(row) == 1 and _LONE_NUMBER.fullmatch(row[0].text) else None
        is_own = page is not None and above is not None and page < above
        subrole = "page_mark" if is_own else None
        role = "page_mark" if is_own else role
        paragraphs.append(Paragraph(role, list(row), texts, subrole=subrole, label=label, rules=[rule] * len(row)))
        above = above if is_own or is_head else read_page(row[-1])
    return paragraphs


def find_row_labels(rows: Sequence[Sequence[PrintedLine]]) -> list[Candidate | None]:
    """The label of each row, None where it has none: labels of one form count up from one, anew in each part.

    Without a mark two rows at least must be counted, in one part of the index.
    """
    found: list[Candidate | None] = []
    last: dict[tuple[str, str], int] = {}
    runs: list[list[int]] = []
    run_of: dict[tuple[str, str], list[int]] = {}
    counted: int | None = None
    for place, row in enumerate(rows):
        candidates = [*(c for c in row[0].candidates if c.rest or len(row) > 1), *_read_bare(row)]
        candidates = [] if _is_labels(row) else candidates
        label = next((c for c in candidates if c.ordinal in {1, last.get((c.numbering, c.shape), 0) + 1}), None)
        # a row of a file that lost some of its rows
        label = label or next((c for c in candidates if _goes_beyond(c, row, last, run_of)), None)
        # the resolution that it names says its number again
        label = label or next((c for c in candidates if _names_again(c)), None)
        if label is None and counted is not None:
            # a mark may be lost behind one number, or stand behind one alone
            label = next((c for c in candidates if c.numbering == "decimal" and c.ordinal == counted + 1), None)
        found.append(label)
        if label is None or label.ordinal is None:
            continue
        form = (label.numbering, label.shape)
        counted = label.ordinal if label.numbering == "decimal" else counted
        before = next((run_of[other] for other in reversed(run_of) if other[0] == "decimal"), None)
        if label.ordinal != 1 and form not in run_of and before is not None:
            run_of[form] = before
        if label.ordinal == 1 or form not in run_of:
            run_of[form] = []
            runs.append(run_of[form])
        run_of[form].append(place)
        last[form] = label.ordinal
    forms = {_find_form(found[run[0]]) for run in runs if len(run) >= _LEAST_COUNTED}
    for run in runs:
        first = found[run[0]]
        # a part with one row is counted as the others are
        is_counted = len(run) >= _LEAST_COUNTED or (_is_letter(first) and _find_form(first) in forms)
        if first is not None and first.shape == _BARE_SHAPE and not is_counted:
            found[run[0]] = None
    return found


def _goes_beyond(
    candidate: Candidate,
    row: Sequence[PrintedLine],
    last: Mapping[tuple[str, str], int],
    run_of: Mapping[tuple[str, str], Sequence[int]],
) -> bool:
    """Whether a label counts on where rows are missing: it has its mark and its page, and those above count as it does.

    ``IX. Dams 24`` below ``VI. Wells 14`` and ``VII. Canals 16``.
    """
    form = (candidate.numbering, candidate.shape)
    is_counted = len(run_of.get(form, ())) >= _LEAST_COUNTED and candidate.shape != _BARE_SHAPE
    is_further = candidate.ordinal is not None and candidate.ordinal > last.get(form, 0)
    return is_counted and is_further and any(map(ends_with_page, row))


def _names_again(candidate: Candidate) -> bool:
    """Whether the number of a row stands again in the resolution that it names: ``6. Resolution No. 6/45-C``."""
    number = read_number(candidate.rest)
    return number is not None and number.number == candidate.ordinal


def _is_letter(candidate: Candidate | None) -> bool:
    return candidate is not None and candidate.numbering == _LETTERS


def _find_form(candidate: Candidate | None) -> tuple[str, str] | None:
    return (candidate.numbering, candidate.shape) if candidate else None


def _read_bare(row: Sequence[PrintedLine]) -> list[Candidate]:
    """The number or letter without a mark with which a row begins; on a line of its own it needs a title below."""
    text = row[0].text
    own = find_own_label(text)
    if own is not None:
        # the number of the resolution itself, which counts in its own way
        return [Candidate(own, "decimal", int(own.partition("/")[0]), _OWN_SHAPE, text[len(own) :].lstrip())]
    letter = _LETTER.match(text)
    letters: list[Candidate] = []
    if letter is not None and (letter.end() < len(text) or len(row) > 1):
        ordinal = ord(letter["letter"]) - ord("A") + 1
        letters = [Candidate(letter["letter"], _LETTERS, ordinal, _BARE_SHAPE, text[letter.end() :])]
    match = _BARE.match(text)
    if match is None or (match.end() == len(text) and len(row) == 1):
        return letters
    number, rest = match.group("number"), text[match.end() :]
    value = int(number) if number.isdigit() else parse_roman(number)
    numbering = "decimal" if number.isdigit() else "roman-upper"
    numbers = [] if value is None else [Candidate(number, numbering, value, _BARE_SHAPE, rest)]
    return [*numbers, *letters]


def group_rows(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines of an index, row by row."""
    rows: list[list[PrintedLine]] = []
    # a column of labels that was read apart from its rows
    is_column_of_labels = False
    for place, line in enumerate(lines, 1):
        is_page = place == len(lines) and bool(rows) and _is_page_left(rows[-1], line)
        is_label = (is_column_of_labels or (bool(rows) and len(rows[-1]) == 1)) and _is_labels([*rows[-1], line])
        begins = bool(rows) and (is_column_of_labels or _begins_row(rows[-1], line))
        if rows and (is_page or is_label or not begins):
            rows[-1].append(line)
            is_column_of_labels = is_label
        else:
            rows.append([line])
            is_column_of_labels = _is_labels([line])
    return rows


def _is_page_left(row: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a number alone below the last row is its page: the one at the row's end counts it.

    ``Resolution No. 3/42-W on Wells 3`` above ``7``, where the columns were run together.
    """
    number = read_number(row[0].text)
    is_counted = number is not None and len(row) == 1 and read_page(row[0]) == number.number
    return is_counted and _LONE_NUMBER.fullmatch(line.text) is not None and read_page(line) != read_page(row[0])


def _begins_row(row: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a line is of another row than the one above."""
    last = row[-1]
    if all(is_column(one) or (opens_index(one) and not is_index_heading(one.text)) for one in (last, line)):
        # the heads of the columns, one below the other
        return False
    if all(map(is_column, row)) and len(row) > 1:
        return True
    if opens_index(last) and not is_index_heading(last.text) and _PAGE_HEAD.fullmatch(line.text):
        return False
    if _names_part([last, line]) and not _names_part([last]) and not _names_part(row):
        # ``PREMIÈRE`` above ``PARTIE``, ``PART`` above ``ONE``; no numeral of a row below ``DEUXIÈME / PARTIE``
        return False
    heads_part = _heads_part([line]) and not last.ends_open and not _goes_on_in_capitals(row, line)
    if _is_head(last) or _is_head(line) or _heads_part(row) or heads_part or _is_cut(last, line):
        return True
    if any(_PAGE_HEAD.fullmatch(one.text) for one in (last, line)):
        return True
    if _holds_own_number(row) and (line.is_small or row[-2].ends_open):
        return False
    if _LONE_NUMBER.fullmatch(line.text):
        # the page of the row above, or where it has one the number of the next
        return _ends_row(row)
    if _ends_row(row) or line.hint == "table":
        return True
    if len(row) == 1 and last.is_capital and len(last.text.split()) == 1:
        # the heading of a part of the index: ``ANNEXES``
        return True
    is_alone = _LONE_NUMBER.fullmatch(last.text) is not None or (bool(last.candidates) and not last.candidates[0].rest)
    goes_on = last.ends_open and (line.is_small or line.is_capital)
    if begins_subject(row[0]) and begins_subject(line) and not goes_on:
        # what each resolution is about, without its number
        return True
    if len(row) == 1 and _counts_again(last, line):
        return False
    is_numbered = (_is_numbered(other.text) for other in row)
    is_document = row[0].names_type and not row[0].ends_open
    is_parted = line.after_gap and is_bare_number(line.text) and not last.ends_open
    is_further = _is_numbered(line.text) and (last.is_closed or is_document or is_parted or any(is_numbered))
    is_counted = _NUMBERED.match(line.text) is not None or _counts_letter(row[0], line) or _begins_anew(last, line)
    begins = bool(line.candidates) or is_counted or is_further
    return not is_alone and begins


@lru_cache(maxsize=4096)
def _is_numbered(text: str) -> bool:
    """Whether a line of an index holds the number of a resolution behind its label."""
    return read_number(_LABEL.sub("", text)) is not None


def _goes_on_in_capitals(row: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a word in capitals ends the heading above it, which has no page: ``… DU COMITÉ`` above ``PERMANENT``."""
    last = row[-1]
    is_word = not _names_part([line])
    return is_word and last.is_capital and not line.after_gap and len(last.text.split()) > 1 and not _ends_row(row)


def _is_labels(row: Sequence[PrintedLine]) -> bool:
    """Whether lines are labels of rows, one behind the other, and no more: ``I.`` above ``II.``, ``I. II. III.``."""
    text = " ".join(line.text for line in row)
    return end_of_labels(text) == len(text)


def _counts_again(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line says what the resolution above it is about, with its number once more as that of the row.

    ``Resolution No. 2/14-C`` above ``2 On wells``, where the numbers of rows stand in the middle of them.
    """
    number = read_number(last.text) if is_bare_number(last.text) else None
    counted = _BARE.match(line.text)
    if number is None or counted is None or counted["number"] != str(number.number):
        return False
    return load_pattern("subject_line", line.language).match(line.text[counted.end() :]) is not None


def _holds_own_number(row: Sequence[PrintedLine]) -> bool:
    """Whether a row ends with the number of its resolution once more, that of the row, which stands in its middle."""
    number = read_number(row[0].text) if is_bare_number(row[0].text) else None
    return number is not None and len(row) > 2 and row[-1].text == str(number.number)  # noqa: PLR2004


def _is_cut(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a printed line was cut between two pieces of which one is in capitals, above rows."""
    return _is_of_line(last, line) and (last.is_capital or line.is_capital)


def _counts_letter(first: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line begins with the letter behind that of the row above, written to its first word: ``CThe wells``."""
    letters = [match["letter"] for one in (first, line) if (match := _LETTER.match(one.text))]
    return len(letters) == len((first, line)) and ord(letters[1]) == ord(letters[0]) + 1


def _is_of_line(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line was cut from the printed line of the one above it."""
    return line.flow == "starts" and line.line.number == last.line.number and line.line.page == last.line.page


def _begins_anew(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line begins with a resolution behind which the printed line was cut, or with its number twice."""
    is_named = _is_of_line(last, line) and read_number(line.text) is not None
    return is_named or find_own_label(line.text) is not None


def _ends_row(row: Sequence[PrintedLine]) -> bool:
    """Whether a row has its page."""
    text = row[-1].text
    if is_bare_number(text):
        # ``Resolution No. 3/20-E/Rev.1``
        return False
    page = _PAGE_AT_END.search(text)
    if page and load_pattern("ends_open", row[-1].language).search(text[: page.start()]):
        # the column of pages was printed into the title: ``Resolution No. 3/20-E on 5`` above ``Wells``
        return False
    if len(row) == 1:
        return _LONE_NUMBER.fullmatch(text) is None and page is not None
    return page is not None


def _heads_part(row: Sequence[PrintedLine]) -> bool:
    """Whether lines head a part of an index: by its name, or a word in capitals, ``STATEMENTS``."""
    text = row[0].text
    is_word = len(text) >= _LEAST_WORD and text.isalpha() and text.isupper() and parse_roman(text) is None
    return (is_word and len(row) == 1) or _names_part(row)


def _names_part(row: Sequence[PrintedLine]) -> bool:
    """Whether lines name a part of an index: ``PART ONE``, ``P A R T II``, ``ANNEXES``, ``الجزء الأول``."""
    if len(row) > _PART_LINES:
        return False
    text = " ".join(line.text for line in row)
    return load_pattern("contents_part", row[0].language).fullmatch(text) is not None


def _is_head(line: PrintedLine) -> bool:
    return opens_index(line) or leads_to_rows(line)


def ends_with_page(line: PrintedLine) -> bool:
    """Whether a line of an index ends with the number of a page, or is one."""
    return _PAGE_AT_END.search(line.text) is not None


def read_page(line: PrintedLine) -> int | None:
    """The page of a row at the end of its line, or alone on it."""
    page = _PAGE_AT_END.search(line.text)
    return int(re.findall(r"\d+", page.group())[-1]) if page else None


def is_banner(line: PrintedLine) -> bool:
    """Whether a line is a viewer's: ``Page 2: TITLE``."""
    return load_pattern("page_banner", "en").match(line.text) is not None
