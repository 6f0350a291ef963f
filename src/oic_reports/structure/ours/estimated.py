"""Texts that are taken by what they read like: how much text that takes, and which of their lines are text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.model import Block, Language
from oic_reports.structure.text_blocks import find_paragraphs

# code points of paragraphs: a sentence or two read like nothing
LEAST_TEXT = 400
# code points: a title that is longer is a text that a page runs into one line
LONGEST_TITLE = 300
_ABOVE = frozenset({"title", "header", "heading"})


def name_long_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks of a text of which no rule found where it begins: what is too long for a title is a paragraph."""
    return tuple(
        replace(block, role="operative", subrole=None)
        if block.role in _ABOVE and len(block.text) > LONGEST_TITLE
        else block
        for block in blocks
    )


def has_enough_text(blocks: Sequence[Block], language: Language) -> bool:
    """Whether there is enough text to tell what it reads like."""
    return sum(len(block.text) for block in find_paragraphs(name_long_lines(blocks), language)) >= LEAST_TEXT
