"""Texts that are taken by what they read like: how much text that takes, and which of their lines are text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Language
from oic_reports.structure.text_blocks import find_above_text, find_paragraphs

# code points of paragraphs: a sentence or two read like nothing
LEAST_TEXT = 400
# code points: a title that is longer is a text that a page runs into one line
LONGEST_TITLE = 300
_ABOVE = frozenset({"title", "header", "heading"})
# a sentence ends inside the line: what is long without is a menu or a list of names
_SENTENCE = compile_pattern(r"[^\W\d_]{3}[.;!?؟؛]\s+\W*[^\W\d_]")
_MENU = compile_pattern(r"\s[|•›»]\s")
# the data of a page, not its text: ``{"id":185805,"date":``, ``<p style=\"…``
_DATA = compile_pattern(r"\s*\[?\{\s*\"|\\\"|</?(?:p|div|span|br)\b")


def name_long_lines(blocks: Sequence[Block], language: Language) -> tuple[Block, ...]:
    """Blocks of a text of which no rule found where it begins: what is too long for a title above it is a paragraph."""
    above = sum(1 for _ in find_above_text(blocks, language))
    return tuple(
        replace(block, role="operative", subrole=None) if place < above and _is_text(block) else block
        for place, block in enumerate(blocks)
    )


def _is_text(block: Block) -> bool:
    is_long = block.role in _ABOVE and len(block.text) > LONGEST_TITLE
    return is_long and _SENTENCE.search(block.text) is not None and _MENU.search(block.text) is None


def has_enough_text(blocks: Sequence[Block], language: Language) -> bool:
    """Whether there is enough text to tell what it reads like, and text it is."""
    body = find_paragraphs(name_long_lines(blocks, language), language)
    is_data = any(_DATA.search(block.text) for block in body)
    return not is_data and sum(len(block.text) for block in body) >= LEAST_TEXT
