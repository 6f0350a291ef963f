"""What a cell of a table is by its text, whatever file it stands in: a value, prose, the number of its row."""

from __future__ import annotations

import re

# characters of a cell of prose, which a layout table has; and of a cell that is the number of its row
_LONG_CELL = 200
_SHORT_NUMBER = 8
_CELL_NUMBER = re.compile(r"[\s(\-–—]*(?:\d{1,3}|[ivxlcdm]{1,6}|[a-z\u0621-\u064a])\s*[.):/\-–]*", re.IGNORECASE)


def is_short_cell(text: str) -> bool:
    """Whether a cell may be a value in a table of data."""
    return len(text) < _LONG_CELL


def is_row_number(text: str) -> bool:
    """Whether a cell may be the number of the text in the next one."""
    return len(text) < _SHORT_NUMBER and _CELL_NUMBER.fullmatch(text) is not None
