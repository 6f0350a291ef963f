"""What a text has that reports of the OIC have, and what it has that news, speeches and laws have: signs, as data.

A sign is a fact with the words that show it; what follows from the signs is written once, in ``judgement``.
"""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.model import Block, Header, Language
from oic_reports.structure.ours.foreign_signs import find_foreign_signs
from oic_reports.structure.ours.own_signs import find_own_signs
from oic_reports.structure.ours.sign_kinds import Sign
from oic_reports.structure.text_blocks import is_body


def find_signs(header: Header, blocks: Sequence[Block], language: Language) -> tuple[Sign, ...]:
    """The signs of a text, for and against, each once, with the first words that show it."""
    body = [block for block in blocks if is_body(block)]
    signs = [
        *find_own_signs(header, blocks, body, language),
        *find_foreign_signs(header, blocks, body, language),
    ]
    return tuple({sign.name: sign for sign in reversed(signs)}.values())
