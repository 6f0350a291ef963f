"""Files that collect several documents: where each begins.

Rows of an index look like titles of resolutions: no text stands between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from oic_reports.structure.lines.headings import opens_index
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.lines.resolutions import is_counted_through, read_number
from oic_reports.structure.page.hosted import find_hosted_head
from oic_reports.structure.page.indexes import (
    find_index,
    has_act,
    has_text,
    is_entry,
    is_numbered_title,
    is_title_line,
    names_several,
    names_subject,
    read_row,
)

# characters of a line that ends a sentence
_SENTENCE = 40
# rows of an index
_LEAST_ROWS = 2


def find_parts(lines: Sequence[PrintedLine]) -> list[int]:
    """Indexes of the lines at which the documents of a collection begin; empty where a file is one document.

    Two titles and more, each with a text below it, and with numbers that differ.
    """
    titles = [index for index in range(len(lines)) if _is_title(lines, index) and not _is_inside(lines, index)]
    numbers = [read_row(lines[index]) for index in titles]
    rows = _count_rows(lines, titles)
    edges = list(pairwise([*titles, len(lines)]))
    starts = [
        one
        for place, (one, two) in enumerate(edges)
        # what stands below a row of an index, whose resolution comes further down, is its subject
        if place >= rows
        and (
            has_act(lines[one + 1 : two]) or (numbers[place] not in numbers[place + 1 :] and has_text(lines, one, two))
        )
    ]
    first = _find_report(lines, *edges[rows - 1]) if rows else None
    starts = [first, *starts] if first is not None else starts
    several = len({read_number(lines[index].text) for index in starts}) > 1
    is_collection = bool(starts) and (rows > 0 or _has_index(lines, starts[0]) or _has_cover(lines[: starts[0]]))
    return starts if several or is_collection else []


def _is_title(lines: Sequence[PrintedLine], index: int) -> bool:
    return is_title_line(lines[index]) or is_numbered_title(lines, index)


def _count_rows(lines: Sequence[PrintedLine], titles: Sequence[int]) -> int:
    """How many titles from the top are rows of an index: no text parts them, and the first comes again below.

    Below the heading of an index they are rows, though it does not. One number alone that comes again right below is
    that of the one resolution which a page gives.
    """
    edges = pairwise([*titles, len(lines)])
    run = next((place for place, (one, two) in enumerate(edges) if has_act(lines[one + 1 : two])), len(titles))
    numbers = [_read_plain(lines[index]) for index in titles]
    if run < len(titles) and len({*numbers[:run]}) >= _LEAST_ROWS and numbers[run] == numbers[0]:
        return run
    if run < len(titles) and run and numbers[0] in numbers[run + 1 :]:
        # a report of those who drafted them stands below the index
        return run + 1
    is_headed = bool(titles) and any(opens_index(line) for line in lines[: titles[0]])
    return run if is_headed and (run < len(titles) or run > 0) else 0


def _read_plain(line: PrintedLine) -> str | None:
    """The number of a resolution without the bracket for a summit, which is printed now and then: ``(IS)``."""
    number = read_row(line)
    return number.partition("(")[0] if number and not is_counted_through(number) else number


def _find_report(lines: Sequence[PrintedLine], row: int, end: int) -> int | None:
    """Where a text begins between the last row of an index and the first resolution; None where none does."""
    below = (
        i for i in range(row + 1, end) if lines[i].names_type and lines[i].is_capital and not names_subject(lines[i])
    )
    return next(below, None) if has_act(lines[row + 1 : end]) else None


def _has_cover(above: Sequence[PrintedLine]) -> bool:
    """Whether the cover of a collection stands above its first document: its title, with a symbol of its own.

    A page that gives one resolution prints the title of them all too, but no symbol.
    """
    hosted = find_hosted_head(above)
    cover = [line for index, line in enumerate(above) if index not in hosted]
    return any(map(names_several, cover)) and any(line.symbol for line in cover)


def _has_index(lines: Sequence[PrintedLine], start: int) -> bool:
    """Whether an index stands above the first document; one without a heading names that document too."""
    above = lines[:start]
    if find_index(above) is None:
        return False
    has_heading = any(opens_index(line) for line in above)
    return has_heading or any(read_row(line) == read_row(lines[start]) for line in above if is_entry(line))


def _is_inside(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line that begins with a number of a resolution is the next line of a sentence.

    The page may say so, and no title ends as a clause of a preamble does: ``Resolution No. 7/13-P(IS);``.
    """
    line = lines[index]
    if index == 0:
        return False
    if line.flow == "continues" or line.text.endswith((";", "؛")):
        return True
    if line.after_gap:
        return False
    return lines[index - 1].ends_open or (line.is_closed and len(line.text) > _SENTENCE)
