"""French texts that lost their apostrophes (``s est tenue à Jakarta, République d Indonésie``), as viewers leave them.

The text that is published stays as it was read. To read facts of it, the blank is taken for the apostrophe that it was,
one character for another, so that all places stay; what is quoted is as it is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Language

# words that lost it: fewer may be initials, or letters that name things
LEAST_LOST = 3
_VOWEL = "aeiouyhéèêàâîïôùûœæ"
_LOST = compile_pattern(rf"(?<![\w’'.])(?P<word>[dlsnjmtDLSNJMT]|[Qq]u) (?=[{_VOWEL}{_VOWEL.upper()}][^\W\d_])")
# what tells that they were lost: a capital before a name may be an initial
_TELLING = compile_pattern(rf"(?<![\w’'.])(?:[dlsnjmt]|[Qq]u) (?=[{_VOWEL}{_VOWEL.upper()}][^\W\d_])")
_APOSTROPHES = "’'"


def find_lost_mark(blocks: Sequence[Block], language: Language) -> str | None:
    """The apostrophe that stands for those that a text lost: one that is nowhere in it; None where none were lost."""
    if language != "fr" or sum(len(_TELLING.findall(block.text)) for block in blocks) < LEAST_LOST:
        return None
    return next((mark for mark in _APOSTROPHES if not any(mark in block.text for block in blocks)), None)


def put_apostrophes_back(blocks: Sequence[Block], mark: str) -> tuple[Block, ...]:
    """The blocks with a mark for each blank that was an apostrophe."""
    return tuple(replace(block, text=_LOST.sub(rf"\g<word>{mark}", block.text)) for block in blocks)
