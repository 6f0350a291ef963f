"""Later parts of a document: by the mark above them, or by their first number."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.model import Block, Flag
from oic_reports.resources import load_pattern

# blocks from the top in which a text says that it is an extract: a site's line, the title, the place
_EXCERPT_BLOCKS = 3
# the first paragraph of a communiqué often has no number, so that the numbers begin with 2
_SECOND = 2


def find_extract_mark(blocks: Sequence[Block], body: Sequence[Block]) -> str | None:
    """The words above a text that say that it is a later part of a document: ``(continued)``, ``(تابع)``."""
    above = [line for block in blocks[:_EXCERPT_BLOCKS] if block not in body for line in block.text.split("\n")]
    found = (load_pattern("extract_mark", "en").search(line) for line in above)
    return next((match.group().strip() for match in found if match), None)


def flag_excerpt(blocks: Sequence[Block], body: Sequence[Block]) -> tuple[Flag, ...]:
    """A flag for a text that is a later part of a document, by the mark above it or its first number."""
    mark = find_extract_mark(blocks, body)
    if mark:
        return (Flag("excerpt", "judgement.mark", "warning", surface=mark),)
    numbers = [block for block in body if block.ordinal is not None and block.role in {"preamble", "operative"}]
    if numbers and (numbers[0].ordinal or 0) > _SECOND:
        return (Flag("excerpt", "judgement.first_number", "warning", surface=numbers[0].label),)
    return ()
