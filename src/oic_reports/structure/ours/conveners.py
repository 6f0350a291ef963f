"""Who called a meeting together, where nothing else says whose it is: an institution beside the OIC.

Institutions convene and prepare ministerial conferences of the OIC too (decision 0052), which are the OIC's: a meeting
is the institution's where the text begins with what the institution did, and names no body nor meeting of the OIC.
"""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.organisations import find_institutions, find_organisations
from oic_reports.structure.ours.openings import OPENING_BLOCKS

# words between the noun for a meeting and whose it is; between the OIC's name and the noun behind it
_OF = compile_pattern(r"\s+(?:of\s+the|of|de\s+l['’]|du|de\s+la|ل)\s?")
_NOUN_REACH = 40
# code points of a first paragraph: recitals may stand before who called the meeting
_REACH = 1500


def find_convener(title: str, body: Sequence[Block], language: Language) -> str | None:
    """The institution that says in its first paragraphs that it called the meeting together, and its verb; else None.

    Args:
        title: the title of the text.
        body: its paragraphs.
        language: its language.
    """
    opening = "\n".join(block.text[:_REACH] for block in body[:OPENING_BLOCKS])
    if any(find_body(text, language) or _names_meeting_of_ours(text, language) for text in (title, opening)):
        return None
    convenes, verb_above = (load_pattern(name, language) for name in ("institution_convenes", "convened_by"))
    for start, end in find_institutions(opening, language):
        behind = convenes.match(opening, end)
        if behind:
            return opening[start : behind.end()].strip()
        above = verb_above.search(opening, max(0, start - _NOUN_REACH), start)
        if above:
            return opening[above.start() : end].strip()
    return None


def _names_meeting_of_ours(text: str, language: Language) -> bool:
    """Whether a text names a meeting as the OIC's: ``the First OIC Meeting of Experts``, ``réunion de l’OCI``."""
    noun = load_pattern("meeting_noun", language)
    for each in find_organisations(text, language):
        if each.standing != "own":
            continue
        above = text[max(0, each.start - _NOUN_REACH) : each.start]
        if any(_OF.fullmatch(above[found.end() :]) for found in noun.finditer(above)):
            return True
        if noun.match(text[each.end : each.end + _NOUN_REACH].lstrip()):
            return True
    return False
