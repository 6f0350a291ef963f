"""The header facts of a front that is given line by line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pytest

from oic_reports.model import Block, Language, Role
from oic_reports.structure.header.header import read_header

Line = tuple[str, str]
# the role of a line by its kind; those of a text without a subrole
_ROLES: dict[str, Role] = {
    "title": "title",
    "place_date": "header",
    "other": "header",
    "covering_letter": "boilerplate",
    "text": "preamble",
}


def front(held: str, language: Language, facts: Mapping[str, Any], *lines: Line) -> Any:
    """A case: what it holds, the facts that are read, and the lines of the front, each with its kind."""
    return pytest.param(language, facts, lines, id=held)


def read_facts(language: Language, lines: Sequence[Line], names: Collection[str]) -> dict[str, Any]:
    """Some facts of the header of a text with these lines above a paragraph in which a meeting acts."""
    blocks = [
        Block(_ROLES[kind], text, text, subrole=None if kind == "text" else kind, language=language)
        for kind, text in lines
    ]
    acts = "The Meeting thanked the host."
    header, _ = read_header([*blocks, Block("operative", acts, acts, language=language)], language)
    return {name: getattr(header, name) for name in names}
