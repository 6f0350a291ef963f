"""The lines after the last paragraph: end mark, signature, residue of the site."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.structure.lines import PrintedLine, is_closed
from oic_reports.structure.marks import is_end_mark, is_signature, opens_annex
from oic_reports.structure.residue import is_residue, opens_residue

_SHORT = 60


def find_site_lines(lines: Sequence[PrintedLine]) -> set[int]:
    """Indexes of lines that are residue of a site by what the markup says of them, wherever they stand."""
    return {index for index, line in enumerate(lines) if line.line.hint == "site"}


def find_edges(lines: Sequence[PrintedLine], first: int, last: int) -> set[int]:
    """Indexes of residue: before ``first`` (the body's start), after ``last`` (its last paragraph), links between."""
    found = set()
    for index, line in enumerate(lines):
        outside = index < first or index > last
        if not outside and opens_residue(line.text) and line.after_gap:
            found.add(index)
        is_short_link = line.line.hint == "link" and len(line.text) < 2 * _SHORT
        if outside and (is_residue(line.text) or is_short_link):
            found.add(index)
    return found


def find_tail(lines: Sequence[PrintedLine], after: int) -> dict[int, str]:
    """What each line after the last numbered paragraph is: ``closing``, ``signature``, ``annex``, or nothing said."""
    found: dict[int, str] = {}
    in_annex = False
    for index in range(after, len(lines)):
        text = lines[index].text
        if is_end_mark(text):
            found[index] = "closing"
        elif is_signature(text):
            found[index] = "signature"
        elif opens_annex(text) or in_annex:
            found[index] = "annex"
            in_annex = True
    return found


def is_stray(line: PrintedLine) -> bool:
    """Whether a short line without closing punctuation stands alone after the end: nothing says what it is."""
    return len(line.text) < _SHORT and not is_closed(line.text)
