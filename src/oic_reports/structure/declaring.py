"""A preamble whose participles are numbered, above the line that leads to what is declared: ``Hereby:``.

The numbers begin anew below that line: what they count there is declared, and is part of no paragraph above.
"""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.resources import load_pattern
from oic_reports.structure.forms import is_preambular
from oic_reports.structure.numbering import is_number
from oic_reports.structure.printed_lines import PrintedLine, drop_vowels

# numbered participles that are a preamble
_LEAST = 2


def find_declaring(lines: Sequence[PrintedLine]) -> int | None:
    """The line that leads to what is declared below numbered participles; None where other numbers stand above it."""
    participles = 0
    for index, line in enumerate(lines):
        first = line.candidates[0] if line.candidates and not line.opens_with_day else None
        if first is not None and is_number(first):
            if not is_preambular(drop_vowels(first.rest), line.language):
                return None
            participles += 1
        elif participles >= _LEAST and load_pattern("deciding_line", line.language).match(line.plain):
            return index
    return None
