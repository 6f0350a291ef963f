"""Lines above a text that name a type of document: its title, or the headline of news of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, fold_form, load_forms
from oic_reports.structure.names.acts import has_verb
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.organisations import find_title_owner
from oic_reports.structure.text_blocks import find_above_text

# code points of a title before its type ("TEXT OF THE FINAL COMMUNIQUÉ"), or behind it
_TITLE_REACH = 30


def find_title_of_type(blocks: Sequence[Block], language: Language) -> str | None:
    """The line above the body that is the title of a document: a type of document begins or ends it; else None.

    A headline is none: a verb stands before its type (``Pakistan welcomes the communiqué of the OIC``), the noun of
    what happened to it (``Adoption of the Declaration of Rabat``), or a preposition (``ends with a final communiqué``).
    """
    for line, match in _find_typed(blocks, language):
        if fold_form(match.group("form"), language) in _speech_forms(language):
            # whoever holds it
            continue
        if _is_headline(line, match, language):
            continue
        if match.start("form") <= _TITLE_REACH or match.end("form") >= len(line.rstrip(" .:)")) - _TITLE_REACH:
            return line
    return None


def find_headline(blocks: Sequence[Block], language: Language) -> str | None:
    """The line above the body that tells what became of a document (``The OIC adopts the Declaration of …``)."""
    return next((line for line, match in _find_typed(blocks, language) if _is_headline(line, match, language)), None)


def _find_typed(blocks: Sequence[Block], language: Language) -> Iterator[tuple[str, re.Match[str]]]:
    """The lines above the body, and those of a block as one, that name a type of document, with its form."""
    for block in find_above_text(blocks, language):
        if block.role in {"title", "header", "heading"}:
            for line in (*block.text.split("\n"), block.text.replace("\n", " ")):
                match = find_form("document_types", line, language)
                if match is not None:
                    yield line, match


def _is_headline(line: str, typed: re.Match[str], language: Language) -> bool:
    """Whether the words around a type are a headline's.

    Before it a verb or a preposition that leads up to it (``Text of the`` and ``Draft of the`` name it), or behind it a
    verb of which it is the subject (``draft communiqué insists on reform``).
    """
    above = line[: typed.start("form")]
    acts = load_pattern("headline_verb", language).search(above)
    # ``Adopted Resolutions``: nobody acts
    if has_verb(above, language) or (acts and any(map(str.isalpha, above[: acts.start()]))):
        return True
    if load_pattern("event_opening", language).match(line):
        return True
    led = load_pattern("leads_to_type", language).search(above)
    if led is not None and not load_pattern("part_of_text", language).search(above):
        return True
    return load_pattern("type_acts", language).match(line, typed.end("form")) is not None


def find_presented(blocks: Sequence[Block], language: Language) -> str | None:
    """The title of a paper of the OIC that was given to one of its sessions, whatever the paper is called; else None.

    ``Recommendations of the OIC Commission of …`` above ``Presented at the Third Session of …``: the title says whose
    it is, and the line below names a body of the OIC.
    """
    given = load_pattern("adopted_line", language)
    for block in find_above_text(blocks, language):
        lines = block.text.split("\n") if block.role == "title" else []
        place = next((index for index, line in enumerate(lines) if index and given.match(line)), None)
        if place is None:
            continue
        title, session = " ".join(lines[:place]), " ".join(lines[place:])
        owner = find_title_owner(title, language)
        if owner and owner.standing == "own" and find_body(session, language):
            return title
    return None


@cache
def _speech_forms(language: Language) -> frozenset[str]:
    rows = load_forms("document_types", language)
    return frozenset(form for form, row in rows.items() if row["document_type"] == "speech")
