"""A line cut into parts, and printed whole again, with the marks and changes that belong to places of its text."""

from __future__ import annotations

from dataclasses import replace

from oic_reports.model import Line


def cut_line(line: Line, start: int, end: int) -> Line:
    """The part ``[start, end)`` of a line's text with what belongs to it: changes in it, marks behind its words.

    A mark behind the last word, or in the white space before the next part, belongs to this one.
    """
    rest = line.text[end:]
    reach = end + len(rest) - len(rest.lstrip())
    marks = [mark for mark in line.marks if start < mark.start <= reach or start == mark.start == 0]
    return replace(
        line,
        text=line.text[start:end],
        marks=tuple(replace(mark, start=min(mark.start, end) - start) for mark in marks),
        decoded=tuple(
            replace(change, start=change.start - start, end=change.end - start)
            for change in line.decoded
            if start <= change.start < end
        ),
    )


def print_with_marks(line: Line) -> str:
    """A line as it is printed, its marks in their places."""
    text = line.text
    for mark in reversed(line.marks):
        text = text[: mark.start] + mark.text + text[mark.start :]
    return text
