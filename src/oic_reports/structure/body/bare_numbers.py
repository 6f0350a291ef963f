"""Numbers behind which nothing stands, where a page ends or their text is lost: no paragraphs.

A number whose first item stands in its line (``2. A. The following Member States …``) is a paragraph that holds items
alone: old communiqués have them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oic_reports.model import Flag
from oic_reports.structure.body.paragraphs import Paragraph


def put_bare_numbers_aside(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs in order; a label with neither a text nor an item is a line that no rule explains."""
    pairs = pairwise([*paragraphs, None])
    return [first if _holds(first, below) else _put_aside(first) for first, below in pairs if first is not None]


def _holds(paragraph: Paragraph, below: Paragraph | None) -> bool:
    if paragraph.label is None or paragraph.ending:
        return True
    return below is not None and below.label is not None and below.label.depth > paragraph.label.depth


def _put_aside(paragraph: Paragraph) -> Paragraph:
    flag = Flag("unrecognised_line", "numbering.bare", "warning", note="a number without a text")
    texts = [line.text for line in paragraph.lines]
    flags = [*paragraph.flags, flag]
    return replace(paragraph, role="boilerplate", subrole="other", label=None, texts=texts, flags=flags)
