"""Labels that stand at the end of the first line of their paragraphs (``Les délégations ont examiné le .4``).

Word processors set for Arabic print them so, whatever the language of the text: the number of a paragraph that wraps
ends its first line, with its stop before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oic_reports.kept_patterns import compile_pattern
from oic_reports.structure.lines.cuts import cut_line
from oic_reports.structure.lines.printed_lines import PrintedLine

# numbers that go on by one, each at the end of a line, below which nothing tells them from figures of the text
LEAST_BEHIND = 3
_BEHIND = compile_pattern(r"(?<=[^\s\d.])\s+(?P<label>\.(?P<number>\d{1,3}))$")


def put_labels_first(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, the number at the end of one before its words, where such numbers go on through the text.

    A line that has a label before its words, or that goes on with a small letter, begins no paragraph with another one:
    what ends it is a figure, or the mark of a note.
    """
    found = {
        place: match for place, line in enumerate(lines) if _may_begin(line) and (match := _BEHIND.search(line.text))
    }
    series = _find_series(found)
    return [_put_first(line, found[place]) if place in series else line for place, line in enumerate(lines)]


def _may_begin(line: PrintedLine) -> bool:
    return not line.candidates and (line.after_gap or not line.is_small)


def _find_series(found: dict[int, re.Match[str]]) -> set[int]:
    """The places of the longest run of numbers that go on by one, if they are enough."""
    best: list[int] = []
    runs: dict[int, list[int]] = {}
    for place, match in found.items():
        number = int(match.group("number"))
        runs[number] = [*runs.get(number - 1, []), place] if number else []
        best = max(best, runs[number], key=len)
    return set(best) if len(best) >= LEAST_BEHIND else set()


def _put_first(line: PrintedLine, match: re.Match[str]) -> PrintedLine:
    """The line with its label before its words; as it is where something stands at the label that would be lost."""
    words = cut_line(line.line, 0, match.start())
    if words is None or words.decoded or len(words.marks) < len(line.line.marks):
        return line
    label = f"{match.group('label')} "
    marks = tuple(replace(mark, start=mark.start + len(label)) for mark in words.marks)
    moved = replace(words, text=f"{label}{words.text}", marks=marks, flow="starts")
    return PrintedLine(moved, line.after_gap, line.language)
