"""Plain text: one line of the file is one printed line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from oic_reports.language.characters import LINE_ENDS, make_line
from oic_reports.model import Line
from oic_reports.reading.blank_gaps import part_gaps

_INDENT = re.compile(r"(?:\t|[ \u00a0]{2,})\S")
# marks of a forum's layout (``[align=justify]…[/align]``), known by the one that ends
_FORUM_END = re.compile(r"\[/(align|b|center|color|font|i|indent|justify|left|quote|right|size|u|url)\]", re.IGNORECASE)
_ENDS = re.compile(r"[.;:!?؟؛]\W*$")
# share of indented lines from which the indent is the margin and opens no paragraph
_MOSTLY = 0.6


def read_plain(text: str, left_out: Counter[str]) -> list[Line]:
    """The lines of a text, blank ones too, numbered from 1.

    Where some lines are indented and most are not, an indented line below the end of a sentence begins a paragraph.
    Paragraphs that blanks alone part in a line are lines of their own, under its number. A forum's marks of layout are
    left out, as those of a web page are.
    """
    printed: list[str] = []
    lines: list[Line] = []
    for number, line in enumerate(LINE_ENDS.split(_leave_forum_marks(text)), 1):
        for place, piece in enumerate(part_gaps(line)):
            printed.append(piece)
            lines.append(replace(make_line(piece, number, left_out), flow="starts" if place else None))
    indented = [bool(_INDENT.match(line)) for line in printed]
    if not 0 < sum(indented) < _MOSTLY * sum(bool(line.text) for line in lines):
        return lines
    return [
        replace(line, flow="starts")
        if index and indented[index] and not indented[index - 1] and _ENDS.search(lines[index - 1].text)
        else line
        for index, line in enumerate(lines)
    ]


def _leave_forum_marks(text: str) -> str:
    """A text without the marks of a forum's layout that it also ends: ``[i]`` alone is the number of an item."""
    ended = {name.lower() for name in _FORUM_END.findall(text)}
    if not ended:
        return text
    return re.sub(rf"\[/?(?:{'|'.join(sorted(ended))})(?:=[^\]\n]{{0,60}})?\]", "", text, flags=re.IGNORECASE)
