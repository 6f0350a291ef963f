"""A line cut into parts, parted from its marks, printed whole again; what belongs to places of it moves along."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate, pairwise, zip_longest

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Line, NoteMark

_BLANKS = compile_pattern(r"\s*")


def cut_line(line: Line, start: int, end: int) -> Line | None:
    """The part ``[start, end)`` of a line's text with what belongs to it: changes in it, marks behind its words.

    A mark behind the last word, or in the white space before the next part, belongs to this one. None where something
    that its reader put right would be cut in two.
    """
    inside = [change for change in line.decoded if change.start < end and change.end > start]
    if any(change.start < start or change.end > end for change in inside):
        return None
    blanks = _BLANKS.match(line.text, end)
    reach = blanks.end() if blanks else end
    marks = [mark for mark in line.marks if start < mark.start <= reach or start == mark.start == 0]
    return replace(
        line,
        text=line.text[start:end],
        marks=tuple(replace(mark, start=min(mark.start, end) - start) for mark in marks),
        decoded=tuple(replace(change, start=change.start - start, end=change.end - start) for change in inside),
    )


def print_with_marks(line: Line) -> str:
    """A line as it is printed, its marks in their places."""
    if not line.marks:
        return line.text
    edges = [0, *(mark.start for mark in line.marks), len(line.text)]
    pieces = [line.text[start:end] for start, end in pairwise(edges)]
    return "".join(piece for pair in zip_longest(pieces, (mark.text for mark in line.marks)) for piece in pair if piece)


def lift_spans(line: Line, spans: Mapping[tuple[int, int], str]) -> Line:
    """The line without some parts ``[start, end)`` of its text, each of which becomes a mark by the rule given for it.

    A part in which something stands that its reader put right, or a mark, stays: it is no mark that was typed.
    """
    changed = bytearray(len(line.text) + 1)
    for change in line.decoded:
        changed[change.start : change.end] = b"\x01" * (change.end - change.start)
    for mark in line.marks:
        changed[mark.start] |= 2
    free = [
        (start, end)
        for start, end in sorted(spans)
        if not any(state & 1 for state in changed[start:end]) and not any(changed[start + 1 : end])
    ]
    starts = [start for start, _ in free]
    gone = [0, *accumulate(end - start for start, end in free)]
    edges = [0, *(edge for span in free for edge in span), len(line.text)]

    def move(place: int) -> int:
        # a mark at the beginning of a part stands before it
        return place - gone[bisect_left(starts, place)]

    placed = [(mark.start, 0, replace(mark, start=move(mark.start))) for mark in line.marks]
    placed += [(s, 1, NoteMark(move(s), line.text[s:e], spans[s, e])) for s, e in free]
    return replace(
        line,
        text="".join(line.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)),
        marks=tuple(mark for _, _, mark in sorted(placed, key=lambda item: item[:2])),
        decoded=tuple(replace(known, start=move(known.start), end=move(known.end)) for known in line.decoded),
    )
