"""Labels such as ``1-`` that a program set from left to right in Arabic, where they are read as ``-1``.

A number below nothing looks the same at the beginning of a line. But labels count: ``-1`` is followed by ``-2``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from oic_reports.reading.pdf.page_line import PageLine

_TURNED = re.compile(r"-(?P<number>\d{1,3})(?= [\u0621-\u064a«(\[])")
# labels of a sequence that are enough to be none by chance
_LEAST = 3


def settle_turned_labels(lines: Sequence[PageLine]) -> None:
    """Put the hyphen of such labels behind their numbers, where all of a document count up by one from 1.

    It changes the texts of ``lines``, which are all of a document in order.
    """
    found = [(line, match) for line in lines if (match := _match(line)) is not None]
    numbers = [int(match["number"]) for _, match in found]
    if len(found) < _LEAST or numbers[0] != 1 or any(after != before + 1 for before, after in pairwise(numbers)):
        return
    for line, match in found:
        line.text = f"{match['number']}-{line.text[match.end() :]}"


def _match(line: PageLine) -> re.Match[str] | None:
    """The label with which a line begins a paragraph, as it was read."""
    if not line.rtl_letters or line.hint is not None or line.flow == "continues":
        return None
    match = _TURNED.match(line.text)
    return None if match is None or any(change.start < match.end() for change in line.decoded) else match
