"""Soft hyphens: where a word may be broken, seen or not, and where it is.

At the end of a line one is a hyphen. Inside a line it is a place where the word could have been broken, even where a
program paints it; but some fonts know their only hyphen by this character: then it is one.
"""

from __future__ import annotations

from oic_reports.reading.pdf.cells import VisualLine

SOFT_HYPHEN = "\u00ad"


def settle_soft_hyphens(line: VisualLine) -> int:
    """Make soft hyphens at the ends of a line hyphens and drop those between letters; how many were dropped."""
    dropped = 0
    for place in range(len(line.cells) - 1, -1, -1):
        if line.cells[place] != SOFT_HYPHEN:
            continue
        around = line.cells[max(place - 1, 0) : place] + line.cells[place + 1 : place + 2]
        if len(around) == 2 and all(cell.isalpha() for cell in around):  # noqa: PLR2004
            line.drop(place)
            dropped += 1
        else:
            line.cells[place] = "-"
    return dropped
