"""The stamp of a page: the day on which a host took a file in and the file's name, printed above every page.

``8/18/2019 Statute of the Institute``, alone or behind a bullet, with the number of the page behind it or below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from oic_reports.kept_patterns import compile_pattern
from oic_reports.structure.lines.printed_lines import PrintedLine

# pages from which on a stamp is known
_LEAST = 2
# the number of the page behind the name, and how many there are, is no part of what comes again
_STAMP = compile_pattern(r"\W*\d{1,2}/\d{1,2}/(?:19|20)\d\d\s+(?P<name>[^\W\d].{2,200}?)(?:\s+\d{1,3}\s?/\s?\d{1,3})?")


def mark_stamps(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, those marked as running headers that are the stamp of a page: several of one day and one name."""
    stamps = [_STAMP.fullmatch(line.text) for line in lines]
    # a row of a list of papers has a day of its own
    number = Counter(stamp.group()[: stamp.end("name")] for stamp in stamps if stamp)
    return [
        PrintedLine(replace(line.line, hint="running_header"), line.after_gap, line.language)
        if stamp and number[stamp.group()[: stamp.end("name")]] >= _LEAST
        else line
        for line, stamp in zip(lines, stamps, strict=True)
    ]
