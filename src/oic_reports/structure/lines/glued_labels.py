"""Labels that are written to the first word of their item: ``•wells``, ``-wells``, ``a.wells``, ``أ-حفر الآبار``.

One such line tells nothing: ``-wells`` may be the rest of a word, ``a.k`` an abbreviation. A list does: two lines with
one bullet near each other, where paragraphs begin, or letters that count from the first one on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from oic_reports.structure.lines.numbering import Candidate, find_glued_label
from oic_reports.structure.lines.printed_lines import PrintedLine

# lines within which the next item of a list begins
_NEAR = 12


@dataclass(frozen=True, slots=True)
class _Glued:
    """A line that may begin with such a label: its place, and each reading of the label."""

    place: int
    candidates: tuple[Candidate, ...]


def mark_glued_labels(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines; those that begin with the label of a list that is written to its word are marked as that."""
    found = [
        _Glued(place, candidates)
        for place, line in enumerate(lines)
        if not line.candidates and line.hint != "table" and _may_begin(lines, place)
        for candidates in [find_glued_label(line.text)]
        if candidates
    ]
    marked = list(lines)
    for place in {*_find_bullets(found), *_find_letters(found)}:
        marked[place] = replace(lines[place], is_glued_label=True)
    return marked


def _may_begin(lines: Sequence[PrintedLine], place: int) -> bool:
    """Whether a paragraph may begin at a line: behind a gap, the end of a sentence or a clause, or another item."""
    before = lines[place - 1] if place else None
    if before is None or lines[place].after_gap or before.is_closed or before.text[-1] in ",،":
        return True
    return bool(before.candidates or find_glued_label(before.text))


def _find_bullets(found: Sequence[_Glued]) -> set[int]:
    """The places of bullets that have another one of their kind near them."""
    places: set[int] = set()
    last: dict[str, int] = {}
    for one in found:
        if one.candidates[0].ordinal is None:
            before = last.get(one.candidates[0].shape)
            places |= {before, one.place} if before is not None and one.place - before <= _NEAR else set()
            last[one.candidates[0].shape] = one.place
    return places


def _find_letters(found: Sequence[_Glued]) -> set[int]:
    """The places of letters that count from one on, two at least, each near the one before."""
    places: set[int] = set()
    open_lists: dict[tuple[str, str], tuple[int, int]] = {}
    for one in found:
        for candidate in one.candidates:
            if candidate.ordinal is None:
                continue
            form = candidate.numbering, candidate.shape
            ordinal, place = open_lists.get(form, (0, one.place))
            if candidate.ordinal == ordinal + 1 and one.place - place <= _NEAR:
                places |= {place, one.place} if ordinal else set()
            elif candidate.ordinal != 1:
                continue
            open_lists[form] = candidate.ordinal, one.place
    return places
