"""The blocks of a text itself, and those above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern


def is_body(block: Block) -> bool:
    """Whether a block is of the text itself."""
    return block.role in {"preamble", "operative", "list_item"}


def find_above_text(blocks: Sequence[Block], language: Language) -> Iterator[Block]:
    """The blocks above the text itself; the name of God may stand above its title."""
    invocation = load_pattern("invocation", language)
    for block in blocks:
        if is_body(block) and not (block.role == "preamble" and invocation.match(block.text)):
            return
        yield block


def find_paragraphs(blocks: Sequence[Block], language: Language) -> list[Block]:
    """The paragraphs of a text, without the invocations above them, which say nothing of a meeting."""
    invocation = load_pattern("invocation", language)
    body = [block for block in blocks if block.role in {"preamble", "operative"}]
    begin = next((i for i, block in enumerate(body) if block.label or not invocation.match(block.text)), 0)
    return body[begin:]


def find_first_paragraph(blocks: Sequence[Block], language: Language) -> int:
    """The number of the block, from 1 on, that is the first paragraph of a text; 0 where it has none."""
    paragraphs = find_paragraphs(blocks, language)
    return next((seq for seq, block in enumerate(blocks, 1) if paragraphs and block is paragraphs[0]), 0)
