"""Speeches of officers of the OIC: who speaks by the title, and that listeners are addressed.

A speech is the OIC's own where its title says that an officer of the OIC speaks (``Statement of the OIC Secretary
General at …``), or that somebody with an office in it does, on a page of the OIC's own (``كلمة الأمين العام أمام …``,
``Address by …, Chairman of the Islamic Summit``), and where its first words speak to listeners: what is told of a
speech does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from oic_reports.codes import PatternName
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.banner import find_publisher, stands_under_day
from oic_reports.structure.header.bodies import find_body, names_organisation
from oic_reports.structure.organisations import find_organisations

# paragraphs at the head of a speech, and code points of them, in which listeners are addressed
_FIRST = 4
_REACH = 600
# code points of a speech in which it says whose it is
_HEAD = 2000
_QUOTES = "\"'«“„‘"
_TITLES: tuple[PatternName, ...] = ("speech_title", "speech_possessive")
_BODY = frozenset({"preamble", "operative", "list_item"})
_FRONT = frozenset({"title", "header", "heading"})


class SpeechTitle(NamedTuple):
    """A title that says who speaks: half-open ranges of the word for a speech and of the speaker.

    ``is_named`` tells that the OIC is named beside the speaker's office.
    """

    word: tuple[int, int]
    speaker: tuple[int, int]
    is_named: bool


class Speech(NamedTuple):
    """The speech of an officer of the OIC: the place of the block that says so, its text in one line, and the words.

    The block is the title; ``is_titled`` is False where a page of the OIC's own prints none.
    """

    block: int
    text: str
    words: tuple[int, int]
    is_titled: bool = True


def read_speech_title(title: str, language: Language) -> SpeechTitle | None:
    """Who speaks by a title of one line; None where it is no speech of somebody with an office in the OIC."""
    for name in _TITLES:
        if name == "speech_possessive" and language != "en":
            continue
        match = load_pattern(name, language).search(title)
        if match is None:
            continue
        speaker = match.group("speaker")
        if load_pattern("former", language).search(speaker):
            return None
        own = load_pattern("own_officer", language).search(speaker)
        is_others = any(found.standing in {"other", "organ"} for found in find_organisations(speaker, language))
        office = own or (None if is_others else load_pattern("officer", language).search(speaker))
        start, end = match.span("speaker")
        if office and end == len(title.rstrip()):
            # nothing says where the speaker ends: ``Speech of the Secretary General`` above ``Meeting of the Group``
            end = start + office.end()
            if not load_pattern("behind_speaker", language).match(title, end):
                return None
        if office:
            return SpeechTitle(match.span("word"), (start, end), own is not None)
    return None


def find_speech(blocks: Sequence[Block], language: Language) -> Speech | None:
    """The speech that blocks are; None where they are none, or nothing says that it is the OIC's.

    Args:
        blocks: all blocks of a text, cleaned.
        language: its language.
    """
    body = [block for block in blocks if block.role in _BODY]
    if not body or not addresses_listeners(body, language):
        return None
    is_own_page = find_publisher(blocks, language) is not None
    for place, block in enumerate(blocks):
        if block is body[0]:
            break
        if block.role not in _FRONT:
            continue
        title = block.text.replace("\n", " ")
        found = read_speech_title(title, language)
        if found and (found.is_named or is_own_page):
            return Speech(place, title, found.word)
    return _find_untitled(blocks, body, language)


def _find_untitled(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> Speech | None:
    """A speech to which the OIC's own page gives no title: who speaks names the OIC, or the body that he speaks to."""
    head = "\n".join(block.text for block in body)[:_HEAD]
    is_own_page = stands_under_day(blocks, language) or find_publisher(blocks, language) is not None
    is_ours = names_organisation(head, language) or find_body(head, language) is not None
    speaks = load_pattern("speech_address", language).search(head)
    if not (is_own_page and is_ours and speaks) or load_pattern("speaks_for_state", language).search(head):
        return None
    for place, block in enumerate(blocks):
        match = load_pattern("listeners", language).search(block.text) if block.role in _BODY else None
        if match:
            return Speech(place, block.text.replace("\n", " "), match.span(), is_titled=False)
    return None


def name_speech(blocks: Sequence[Block], language: Language) -> tuple[Block, ...]:
    """The blocks with the line that says who speaks as title, where no word of it is known as a type of document."""
    speech = find_speech(blocks, language)
    if speech is None or not speech.is_titled or any(block.subrole == "title" for block in blocks):
        return tuple(blocks)
    title = replace(blocks[speech.block], role="title", subrole="title")
    return (*blocks[: speech.block], title, *blocks[speech.block + 1 :])


def addresses_listeners(body: Sequence[Block], language: Language) -> bool:
    """Whether the first paragraphs of a text speak to listeners; words that somebody quotes do not."""
    head = "\n".join(block.text for block in body[:_FIRST])[:_REACH]
    listeners = load_pattern("listeners", language)
    return any(not _is_quoted(head, match) for match in listeners.finditer(head))


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    return text[: match.start()].rstrip()[-1:] in _QUOTES and bool(text[: match.start()].strip())
