"""Blocks without a number keep their ids when a document is read again: they are matched by text.

A number that is printed names its paragraph at every reading; a preamble paragraph that was parted, or a header that
was found anew, would move all counts behind it. So each such block takes the eid of the published block of its role
whose text is most like its own, if it is like enough; only what matches nothing gets a new count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from oic_reports.identity.registry import KnownBlock
from oic_reports.model import Block

# per cent of likeness of two readings of one paragraph
_ALIKE = 85.0
_COUNTED = re.compile(
    r"^(?P<stem>(?:[a-z]+__p|heading|item|table|fn|runhead|pagemark|annex|signature|boilerplate|.+__item|.+__p))_(?P<count>\d+)(?:-\d+)?$"
)


def keep_eids(blocks: Sequence[Block], known: Sequence[KnownBlock], minted: frozenset[str]) -> tuple[Block, ...]:
    """Give counted blocks the eids under which they were published.

    Args:
        blocks: the named blocks of one document.
        known: its published blocks.
        minted: every eid that this document ever had; a new block never takes one of them.
    """
    counted = [block for block in blocks if _COUNTED.match(block.eid)]
    chosen = _match(counted, [block for block in known if _COUNTED.match(block.eid)])
    taken = set(chosen.values()) | {block.eid for block in blocks if not _COUNTED.match(block.eid)} | minted
    renamed: dict[str, str] = dict(chosen)
    for block in counted:
        if block.eid not in renamed:
            renamed[block.eid] = block.eid if not known else _next_free(block.eid, taken)
            taken.add(renamed[block.eid])
    return tuple(
        replace(
            block,
            eid=renamed.get(block.eid, block.eid),
            parent=renamed.get(block.parent, block.parent) if block.parent else None,
        )
        for block in blocks
    )


def _match(blocks: Sequence[Block], known: Sequence[KnownBlock]) -> dict[str, str]:
    """Now to then, best pairs first; equal pairs in the order of the document."""
    pairs = []
    for place, block in enumerate(blocks):
        for old_place, old in enumerate(known):
            if _stem(block.eid) != _stem(old.eid):
                continue
            likeness = fuzz.ratio(block.text, old.text)
            if likeness >= _ALIKE or (old.eid == block.eid and not block.text and not old.text):
                pairs.append((-likeness, abs(place - old_place), place, old_place))
    chosen: dict[str, str] = {}
    used: set[str] = set()
    for _, _, place, old_place in sorted(pairs):
        now, then = blocks[place].eid, known[old_place].eid
        if now not in chosen and then not in used:
            chosen[now] = then
            used.add(then)
    return chosen


def _stem(eid: str) -> str:
    match = _COUNTED.match(eid)
    return match.group("stem") if match else eid


def _next_free(eid: str, taken: set[str]) -> str:
    if eid not in taken:
        return eid
    number = 1
    while f"{_stem(eid)}_{number}" in taken:
        number += 1
    return f"{_stem(eid)}_{number}"
