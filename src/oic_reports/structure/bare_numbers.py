"""Labels behind which a paragraph has no text of its own.

Old communiqués number a paragraph and its first item in one line (``2. (a) The following Member States …``, then
``(b) …``): both labels are of one paragraph, whose number is the first. A number alone, where a page ends or its text
is lost, is no paragraph: it stays as a line that no rule explains.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from oic_reports.model import Flag
from oic_reports.structure.paragraphs import Paragraph
from oic_reports.structure.sequence import Label

_JOINED = "numbering.joined"
_BARE = "numbering.bare"


def settle_bare_numbers(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs in order, each with a text: a label without one goes to the item behind it, or is put aside."""
    settled: list[Paragraph] = []
    rest = list(paragraphs)
    while rest:
        first = rest.pop(0)
        if first.label is None or first.ending:
            settled.append(first)
            continue
        item = rest[0].label if rest else None
        is_in_line = bool(rest) and first.lines[-1].line.number == rest[0].lines[0].line.number
        if item is not None and is_in_line and item.candidate.ordinal == 1 and item.depth > first.label.depth:
            own = first.label.candidate
            both = replace(first.label, candidate=replace(own, label=f"{own.label} {item.candidate.label}"))
            text = rest.pop(0)
            _flag_second(item, rest)
            flags = [*first.flags, *text.flags]
            settled.append(replace(text, role=first.role, subrole=first.subrole, label=both, flags=flags))
        else:
            settled.append(_put_aside(first))
    return settled


def _flag_second(first: Label, below: Sequence[Paragraph]) -> None:
    """Flag the item that follows the first one of a list, which stands in the label of the paragraph above."""
    inside = takewhile(lambda one: one.label is None or one.label.depth >= first.depth, below)
    own = (one for one in inside if one.label and one.label.candidate.numbering == first.candidate.numbering)
    second = next(own, None)
    if second is not None and second.label and second.label.candidate.ordinal == 2:  # noqa: PLR2004
        second.flags.append(Flag("number_gap", _JOINED, "info", surface=second.label.candidate.label))


def _put_aside(paragraph: Paragraph) -> Paragraph:
    flag = Flag("unrecognised_line", _BARE, "warning", note="a number without a text")
    texts = [line.text for line in paragraph.lines]
    flags = [*paragraph.flags, flag]
    return replace(paragraph, role="boilerplate", subrole="other", label=None, texts=texts, flags=flags)
