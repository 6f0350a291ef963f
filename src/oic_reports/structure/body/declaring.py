"""A preamble whose paragraphs are numbered, above the line that leads to what is declared or decided.

Below ``Hereby:`` the numbers begin anew: what they count there is declared, and is part of no paragraph above. Below
``3. … the Conference decided as follows:`` they go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from oic_reports.codes import PatternName
from oic_reports.resources import load_pattern
from oic_reports.structure.body.deciding import names_actors
from oic_reports.structure.forms import is_preambular
from oic_reports.structure.lines.numbering import Candidate, is_number
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_vowels

# numbered participles that are a preamble
_LEAST = 2


def find_declaring(lines: Sequence[PrintedLine]) -> int | None:
    """The line that leads to what is declared below numbered participles; None where other numbers stand above it.

    Below a heading that says so (``OPERATIVE``) whatever was numbered above is the preamble, if numbers begin anew.
    """
    heading = _find_operative_heading(lines)
    if heading is not None:
        return heading
    participles = 0
    for index, line in enumerate(lines):
        first = _read_number(line)
        if first is not None:
            is_participle = is_preambular(drop_vowels(first.rest), line.language)
            # ``1. We, the Ministers, having met in Jakarta,``
            if not is_participle and (participles or not names_actors(first.rest, line.language)):
                return None
            participles += is_participle
        elif participles >= _LEAST and load_pattern("deciding_line", line.language).match(line.plain):
            return index
    return None


def is_operative_heading(line: PrintedLine) -> bool:
    """Whether a line is the heading of what is decided, below a preamble: ``OPERATIVE:``, ``Dispositif``."""
    return load_pattern("operative_heading", line.language).match(line.plain) is not None


def _find_operative_heading(lines: Sequence[PrintedLine]) -> int | None:
    """The only heading of what is decided, between numbers above it and a first number right below it."""
    headings = [index for index, line in enumerate(lines) if is_operative_heading(line)]
    if len(headings) != 1 or headings[0] + 1 == len(lines):
        return None
    below = _read_number(lines[headings[0] + 1])
    has_above = any(_read_number(line) is not None for line in lines[: headings[0]])
    return headings[0] if has_above and below is not None and below.ordinal == 1 else None


def find_numbered_lead(lines: Sequence[PrintedLine]) -> int | None:
    """The last line of a numbered paragraph that leads to the numbers right below it, where none above it acts.

    ``2. The Conference, having heard the reports, decided as follows:`` above ``3. It approved …``.
    """
    acts: tuple[PatternName, ...] = ("body_acts", "act_opening")
    above: Candidate | None = None
    is_acting = False
    for line, below in pairwise(enumerate(lines)):
        first = _read_number(line[1])
        if first is not None:
            if above is not None and is_acting:
                return None
            text = drop_vowels(first.rest)
            # ``عقد`` is what a meeting did and how it opened
            opens = above is None and line[1].tells_of_meeting
            above = first
            is_acting = not opens and any(load_pattern(name, line[1].language).match(text) for name in acts)
        following = _read_number(below[1])
        if above is None or following is None or following.shape != above.shape:
            continue
        leads = load_pattern("leads_to", line[1].language).search(line[1].text)
        if leads and following.ordinal == (above.ordinal or 0) + 1:
            return line[0]
    return None


def _read_number(line: PrintedLine) -> Candidate | None:
    first = line.candidates[0] if line.candidates and not line.opens_with_day else None
    return first if first is not None and is_number(first) else None
