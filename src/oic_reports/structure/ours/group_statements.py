"""Statements that a delegate makes for the member states of the OIC, before an assembly of others.

``I have the honour to take the floor on behalf of the OIC Group``: whoever holds the office at the United Nations that
year speaks, and what he says is the group's. His title says so, or his first sentences do, to listeners and in the
first person. One who aligns himself with such a statement, who speaks for his country or for other groups as well, the
record of a meeting with what everybody said, a story about a statement, and what pupils play are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, read_type
from oic_reports.structure.names.organisations import find_organisations, find_silent
from oic_reports.structure.ours.speech import Speech, addresses_listeners, find_speech, speaks_as_one
from oic_reports.structure.text_blocks import find_above_text, find_paragraphs

# code points of a text in which a delegate says for whom he speaks; salutations and thanks may stand before it
_CLAIM_REACH = 1000
# code points behind the words that claim it in which the rest of the group's name stands
_NAME_REACH = 60
# who speaks in a record; a transcript of one statement names its delegate
_SEVERAL_SPEAKERS = 2
# code points of a title in one line
_TITLE_LENGTH = 400
_QUOTES = tuple("\"'«“„‘")
_CLAUSE_END = ",،;.:"
_STATEMENT = "statement"


def find_spoken(blocks: Sequence[Block], language: Language) -> Speech | None:
    """The speech of an officer of the OIC that blocks are, or the statement made for its group; None for others."""
    return find_speech(blocks, language) or find_group_statement(blocks, language)


def find_group_statement(blocks: Sequence[Block], language: Language) -> Speech | None:
    """The statement for the OIC's member states that blocks are; None where they are none.

    Args:
        blocks: all blocks of a text, cleaned.
        language: its language.
    """
    body = find_paragraphs(blocks, language)
    if not body or not (addresses_listeners(body, language) or _greets(blocks, language)):
        return None
    text = "\n".join(block.text for block in blocks)
    if load_pattern("speaks_nationally", language).search(text) or _is_record(text, language):
        return None
    head = "\n".join(block.text for block in body)[:_CLAIM_REACH]
    above = [block.text for block in find_above_text(blocks, language)]
    if load_pattern("imagined", language).search("\n".join([*above, head])):
        return None
    titled = _find_titled(blocks, language) if speaks_as_one(body, language) else None
    speech = titled or (_quote_claim(blocks, body, language) if _claims(head, language) else None)
    is_statement = speech is not None and _is_called_statement(blocks, language)
    return speech._replace(document_type=_STATEMENT) if speech and is_statement else speech


def _greets(blocks: Sequence[Block], language: Language) -> bool:
    """Whether the line right above the text speaks to listeners: ``Madame la Présidente, Monsieur le Président,``."""
    above = list(find_above_text(blocks, language))
    return bool(above) and above[-1].role == "heading" and addresses_listeners(above[-1:], language)


def _is_record(text: str, language: Language) -> bool:
    """Whether a text is the record of a meeting, in words of its own or by those who speak one after the other."""
    labels = load_pattern("speaker_label", language).finditer(text)
    is_shared = len({label.group().strip() for label in labels}) >= _SEVERAL_SPEAKERS
    return is_shared or load_pattern("verbatim_record", language).search(text) is not None


def _is_called_statement(blocks: Sequence[Block], language: Language) -> bool:
    """Whether a title above the text calls it a statement, as delegates do; others call theirs a speech."""
    titles = (block.text for block in find_above_text(blocks, language) if block.role == "title")
    return any(read_type(find_form("document_types", title, language), language) == _STATEMENT for title in titles)


def _find_titled(blocks: Sequence[Block], language: Language) -> Speech | None:
    """The line above the text that says that a statement is made for the group, as its title."""
    title = load_pattern("group_statement_title", language)
    for place, block in enumerate(find_above_text(blocks, language)):
        line = block.text.replace("\n", " ")
        match = title.match(line) if block.role in {"title", "header", "heading"} else None
        if match and len(line) <= _TITLE_LENGTH and _is_of_group(line, match, language):
            return Speech(place, line, match.span())
    return None


def _claims(head: str, language: Language) -> bool:
    """Whether the speaker says himself, and nobody in quotes, that he speaks for the group."""
    return any(_is_claim(head, match, language) for match in load_pattern("speaks_for_group", language).finditer(head))


def _quote_claim(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> Speech | None:
    """The first paragraph that says for whom its speaker speaks, and the words."""
    claim = load_pattern("speaks_for_group", language)
    for block in body:
        match = next((one for one in claim.finditer(block.text) if _is_claim(block.text, one, language)), None)
        if match:
            return Speech(blocks.index(block), block.text, match.span(), is_titled=False)
    return None


def _is_claim(text: str, match: re.Match[str], language: Language) -> bool:
    before = text[: match.start()]
    is_quoted = before.rstrip().endswith(_QUOTES) or load_pattern("told_before", language).search(before) is not None
    is_told = is_quoted or load_pattern("told_behind", language).match(text, match.end()) is not None
    return not is_told and _is_of_group(text, match, language)


def _is_of_group(text: str, match: re.Match[str], language: Language) -> bool:
    """Whether the name with which words end is the OIC's, and not an institution's or another group's beside it.

    What stands behind ``at`` says where the group meets: ``the OIC Group at UNESCO``.
    """
    if load_pattern("group_beside", language).match(text, match.end()):
        return False
    rest = text[match.end() : match.end() + _NAME_REACH]
    meets = load_pattern("group_place", language).search(rest)
    rest = rest[: meets.start()] if meets else rest
    end = match.end() + min((place for mark in _CLAUSE_END if (place := rest.find(mark)) >= 0), default=len(rest))
    named = text[match.start() : end]
    others = (one for one in find_organisations(named, language) if one.standing == "other")
    return not any(others) and not find_silent(named, language)
