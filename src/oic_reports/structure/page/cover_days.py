"""Days that stand alone on a page and are of the cover, not of the site that put the page up.

A site prints the day of its posting above a title, or right below it. A cover prints that of its meeting below the name
of the meeting, and the type of the text below that (``MEETING OF THE CONTACT GROUP / 3 MAY 2015 / STATEMENT``), or
below a title that has the symbol of its document above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form
from oic_reports.structure.names.bodies import find_body


def find_days_of_cover(blocks: Sequence[Block], language: Language) -> frozenset[int]:
    """The places (from 1) of header blocks with days right below the name of a meeting, above the title of its text."""
    found = _find_below_symbol(blocks)
    held: list[int] = []
    for place, (above, block) in enumerate(pairwise(blocks), 2):
        is_days = (block.role, block.subrole) == ("header", "place_date")
        if is_days and (held or names_meeting_alone(above, language)):
            held.append(place)
            continue
        if held and block.role == "title" and find_form("document_types", block.text, language):
            found.update(held)
        held = []
    return frozenset(found)


def _find_below_symbol(blocks: Sequence[Block]) -> set[int]:
    """The places of days below a title that has the symbol of its document right above it, and nothing of a site."""
    above: list[str | None] = []
    for place, block in enumerate(blocks, 1):
        if block.role not in {"header", "title"}:
            above = []
        elif (block.role, block.subrole) == ("header", "place_date") and "title" in above and "symbol" in above:
            return {place}
        elif block.subrole == "symbol" or "symbol" in above:
            above.append("title" if block.role == "title" else block.subrole)
        if block.role in {"preamble", "operative"}:
            break
    return set()


def names_meeting_alone(block: Block, language: Language) -> bool:
    """Whether lines of a front are the name of a meeting of a body, wrapped or not, and name no text."""
    text = block.text.replace("\n", " ")
    is_line = any(load_pattern(name, language).match(text) for name in ("session_line", "meeting_line"))
    is_named = block.role in {"header", "title"} and is_line and find_form("document_types", text, language) is None
    return is_named and find_body(text, language) is not None
