"""Plain text: one line of the file is one printed line."""

from __future__ import annotations

from collections import Counter

from oic_reports.model import Line
from oic_reports.reading.characters import LINE_ENDS, clean_line


def read_plain(text: str, left_out: Counter[str]) -> list[Line]:
    """The lines of a text, blank ones too, numbered from 1."""
    return [Line(clean_line(line, left_out), number) for number, line in enumerate(LINE_ENDS.split(text), 1)]
