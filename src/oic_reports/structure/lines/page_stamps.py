"""The stamp of a page: the day on which a host took a file in and the file's name, printed above every page.

``8/18/2019 Statute of the Institute``, alone or behind a bullet, with the number of the page behind it or below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.structure.lines.printed_lines import PrintedLine

# pages from which on a stamp is known, and code points of a page between two of them at least
_LEAST = 2
_PAGE = 150
# the number of the page behind the name, and how many there are, is no part of what comes again
_STAMP = compile_pattern(r"\W*\d{1,2}/\d{1,2}/(?:19|20)\d\d\s+(?P<name>[^\W\d].{2,200}?)(?:\s+\d{1,3}\s?/\s?\d{1,3})?")


def mark_stamps(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, those marked as running headers that are the stamp of a page: all of one day and one name.

    Rows of a list (``12/03/2015 Ratified``) have several days or names, or stand nearer to each other than pages do.
    """
    stamps = {place: stamp for place, line in enumerate(lines) if (stamp := _STAMP.fullmatch(line.text))}
    names = {stamp.group()[: stamp.end("name")] for stamp in stamps.values()}
    between = (sum(len(line.text) for line in lines[one + 1 : other]) for one, other in pairwise(stamps))
    if len(names) != 1 or len(stamps) < _LEAST or min(between) < _PAGE:
        return list(lines)
    return [
        PrintedLine(replace(line.line, hint="running_header"), line.after_gap, line.language)
        if place in stamps
        else line
        for place, line in enumerate(lines)
    ]
