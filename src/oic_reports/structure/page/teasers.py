"""Teasers of other pages: a heading each, and below it the beginning of what it leads to, cut by dots.

Sites that search for files print several of them above the text of one; each looks like a title with its first
sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.structure.lines.printed_lines import PrintedLine

# teasers that are a list; characters of a heading, of a teaser, and of the shortest one
_LEAST = 3
_HEADING = 100
_LONGEST = 300
_SHORTEST = 25
_CUT = compile_pattern(r"(?:\.{3}|…)\s*$|^(?:https?://|www\.)\S+$")


def find_teasers(lines: Sequence[PrintedLine]) -> set[int]:
    """Indexes of the lines of the teasers that stand one below the other."""
    found: set[int] = set()
    run: list[int] = []
    index = 0
    while index + 1 < len(lines):
        if _is_teaser(lines[index], lines[index + 1]):
            run += [index, index + 1]
            index += 2
            continue
        found |= set(run) if len(run) >= 2 * _LEAST else set()
        run, index = [], index + 1
    return found | (set(run) if len(run) >= 2 * _LEAST else set())


def _is_teaser(heading: PrintedLine, line: PrintedLine) -> bool:
    is_heading = len(heading.text) <= _HEADING and not _CUT.search(heading.text)
    is_cut = _SHORTEST <= len(line.text) <= _LONGEST and _CUT.search(line.text) is not None
    return is_heading and is_cut and not heading.text.endswith((",", ":", ";"))
