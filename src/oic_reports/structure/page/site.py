"""The site on which a text stands, below its blocks while they are judged, as a printed page has its address there.

It is of no document: a report never holds it.
"""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.model import Block

_SITE = "own_site"


def stand_on(blocks: Sequence[Block], host: str | None) -> tuple[Block, ...]:
    """The blocks, and below them the host of a site of the OIC's own; as they are where there is none."""
    return (*blocks, Block("boilerplate", host, host, _SITE)) if host else tuple(blocks)


def find_site(blocks: Sequence[Block]) -> str | None:
    """The host of the OIC's own site on which blocks stand; None where nobody knows of one."""
    return next((block.text for block in reversed(blocks) if block.subrole == _SITE), None)


def leave_site(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks that are of a file."""
    return tuple(block for block in blocks if block.subrole != _SITE)
