"""Speeches of officers of the OIC: who speaks by the title, and that he speaks himself.

A speech is the OIC's own where its title says that an officer of the OIC or of its organ speaks (``Statement of the OIC
Secretary General at …``), or that somebody with an office in it does, on a page of the OIC's own (``كلمة الأمين العام
أمام …``, ``Address by …, Chairman of the Islamic Summit``). Its first words speak to listeners, or to readers in the
first person (the foreword of a journal): what is told of a speech does neither. Extracts that a title calls so may do
neither. Above listeners, a line may say no more than an office and a day.

Without a title, who speaks says it: of the OIC as ``our Organisation``, of its secretariat as his own. Who speaks for a
state, or thanks the Secretary General, is no officer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.states import find_states
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.names.bodies import find_body, names_organisation
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.officers import find_own_office
from oic_reports.structure.names.organisations import find_organisations, find_silent
from oic_reports.structure.names.place_lines import is_place_line
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.page.banner import find_publisher, is_called_release, stands_under_day
from oic_reports.structure.page.site import find_site

# paragraphs at the head of a speech, and code points of them, in which listeners are addressed
_FIRST = 4
_REACH = 600
# code points of a title that a page ran into the text
_RUN_IN = 300
# code points of a speech in which it says whose it is
_HEAD = 2000
# code points of the name of whom a guest stands for that are quoted
_NAME = 30
# code points behind an office in which the OIC is named
_CAPACITY = 80
# blocks below a title in which he is presented who speaks; words of his name that both lines share
_PRESENTED = 3
_LEAST_NAMES = 2
_NAMES = compile_pattern(r"[^\W\d_]{3,}")
_QUOTED = compile_pattern(r"[\"“„«][^\"“”„«»]{0,2000}[\"”»]")
_QUOTES = "\"'«“„‘"
_TITLES: tuple[PatternName, ...] = ("speech_title", "speech_possessive")
_SUMMITS = frozenset({"is", "eis"})
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

    The block is the title; ``is_titled`` is False where a page of the OIC's own prints none. ``document_type`` is
    ``statement`` where a delegate's title calls it so.
    """

    block: int
    text: str
    words: tuple[int, int]
    is_titled: bool = True
    document_type: str = "speech"


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
        own = find_own_office(speaker, language)
        is_others = any(found.standing in {"other", "organ"} for found in find_organisations(speaker, language))
        named = None if own or is_others else load_pattern("officer", language).search(speaker)
        office = own.end if own else named.end() if named else None
        start, end = match.span("speaker")
        if office and end == len(title.rstrip()):
            # nothing says where the speaker ends: ``Speech of the Secretary General`` above ``Meeting of the Group``
            end = start + office
            if not load_pattern("behind_speaker", language).match(title, end):
                return None
        if office:
            is_named = own is not None or (named is not None and _chairs(speaker, named, language))
            return SpeechTitle(match.span("word"), (start, end), is_named)
    return None


def _chairs(speaker: str, named: re.Match[str], language: Language) -> bool:
    """Whether an office is the chair of a session of the OIC's: ``Chairman of the 46th Session of the Council``.

    The session has its number, or the OIC is named beside the office. Heads of state who are chairmen of a summit speak
    for themselves as well.
    """
    behind = speaker[named.start() : named.end() + _CAPACITY]
    if load_pattern("chair_office", language).match(behind) is None:
        return False
    body = find_body(behind, language)
    is_summit = body is not None and body.body_id in _SUMMITS
    return not is_summit and (names_organisation(behind, language) or bool(find_sessions(behind, language)))


def find_speech(blocks: Sequence[Block], language: Language) -> Speech | None:
    """The speech that blocks are; None where they are none, or nothing says that it is the OIC's.

    Args:
        blocks: all blocks of a text, cleaned.
        language: its language.
    """
    body = [block for block in blocks if block.role in _BODY]
    listens = bool(body) and addresses_listeners(_leave_title(body, language), language)
    if not body:
        return None
    extract = load_pattern("extract_mark", "en")
    # who begins in the name of God speaks, to listeners or to readers
    blesses = body[0].label is None and load_pattern("invocation", language).match(body[0].text) is not None
    speaks = listens or blesses or speaks_as_one(body, language)
    is_own_page = find_publisher(blocks, language) is not None
    for place, block in enumerate(blocks):
        if block is body[0]:
            break
        if block.role not in _FRONT:
            continue
        title = block.text.replace("\n", " ")
        found = read_speech_title(title, language) if speaks or extract.search(title) else None
        if not listens and load_pattern("message", language).match(title):
            # a message to the public is a statement
            continue
        if found and (found.is_named or is_own_page):
            return Speech(place, title, found.word)
        word = None
        if listens:
            word = _find_presented(blocks, place, language) or _find_own_capacity(title, body, language)
        if word:
            return Speech(place, title, word)
        signed = _find_officer_line(block, language) if listens else None
        if signed:
            return Speech(place, title, signed, is_titled=False)
    first = blocks.index(body[0])
    run_in = read_speech_title(body[0].text[:_RUN_IN], language)
    if run_in and run_in.is_named and listens:
        # a page ran the title and the text together
        return Speech(first, body[0].text[:_RUN_IN], run_in.word, is_titled=False)
    return _find_untitled(blocks, body, language) if listens else None


def _find_presented(blocks: Sequence[Block], place: int, language: Language) -> tuple[int, int] | None:
    """The word for a speech in a title that names who speaks, if a line below presents him with his office in the OIC.

    ``Speech of H.E. Mr. Aziz Benali to the Conference`` above ``Mr. Aziz Benali, Secretary General of the OIC``.
    """
    title, *lines = blocks[place].text.split("\n")
    titled = load_pattern("speech_title", language).match(title)
    if titled is None:
        return None
    named = _list_names(titled.group("speaker"))
    below = blocks[place + 1 : place + 1 + _PRESENTED]
    for line in [*lines, *(line for block in below if block.role in _FRONT for line in block.text.split("\n"))]:
        own = find_own_office(line, language)
        if own and len(named & _list_names(line[: own.start])) >= _LEAST_NAMES:
            return titled.span("word")
    return None


def _find_own_capacity(title: str, body: Sequence[Block], language: Language) -> tuple[int, int] | None:
    """The word for a speech in a title that says a person speaks, who tells that he does for the OIC.

    ``In my capacity as Secretary General of the OIC``, below ``Speech of our guest, Mr. Aziz Benali``.
    """
    titled = load_pattern("speech_title", language).match(title)
    if titled is None or _find_others(titled.group("speaker"), language):
        return None
    head = "\n".join(block.text for block in body)[:_HEAD]
    for said in load_pattern("in_own_capacity", language).finditer(head):
        if _is_quoted(head, said):
            continue
        named = find_organisations(head[said.start() : said.end() + _CAPACITY], language)
        between = load_pattern("office_of", language)
        if any(
            one.standing == "own"
            and (
                one.start <= said.end() - said.start() or between.fullmatch(head[said.end() : said.start() + one.start])
            )
            for one in named
        ):
            return titled.span("word")
    return None


def _list_names(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _NAMES.findall(text))


def _find_officer_line(block: Block, language: Language) -> tuple[int, int] | None:
    """The office of the OIC's that a line above a text says, with a day and no more: ``OIC … - 2013-10-28``."""
    start = 0
    for line in block.text.split("\n"):
        own = find_own_office(line, language)
        if own and not any(map(str.isalpha, line[: own.start] + line[own.end :])) and any(map(str.isdigit, line)):
            return start + own.start, start + own.end
        start += len(line) + 1
    return None


def _find_untitled(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> Speech | None:
    """A speech that has no title: who speaks names the OIC, or the body that he speaks to.

    Its page is the OIC's own, or he calls the OIC his; then no title above gives the speech to anybody else.
    """
    head = "\n".join(block.text for block in body)[:_HEAD]
    is_own_page = stands_under_day(blocks, language) or find_publisher(blocks, language) is not None
    is_own_voice = load_pattern("own_voice", language).search(head) is not None and not _titles(blocks, language)
    is_ours = names_organisation(head, language) or find_body(head, language) is not None
    # listeners are addressed: on a site of the OIC's own it is enough that he calls the OIC his, or what is the OIC's
    calls_his = load_pattern("own_voice", language).search(head) is not None
    shares = is_ours and _shares_members(head, language)
    is_at_home = find_site(blocks) is not None and (calls_his or shares)
    speaks = load_pattern("speech_address", language).search(head)
    if not (is_at_home or ((is_own_page or is_own_voice) and is_ours and speaks)):
        return None
    if find_guest(blocks, language):
        return None
    if _speaks_for_state(head, language, is_at_home=is_at_home) or is_called_release(blocks, language):
        return None
    for place, block in enumerate(blocks):
        match = load_pattern("listeners", language).search(block.text) if block.role in _BODY else None
        if match:
            return Speech(place, block.text.replace("\n", " "), match.span(), is_titled=False)
    return None


def _speaks_for_state(head: str, language: Language, *, is_at_home: bool) -> bool:
    """Whether who speaks has a state; an officer of the OIC, on its own site, has a delegation too."""
    shared = load_pattern("our_delegation", language)
    said = (match.group() for match in load_pattern("speaks_for_state", language).finditer(head))
    return any(not (is_at_home and shared.fullmatch(words)) for words in said)


def _shares_members(head: str, language: Language) -> bool:
    """Whether who speaks calls the OIC's members his, and names no other organisation before in the sentence.

    ``In the Region of the Orchard Union our Member States agreed`` is said of that one's.
    """
    voice, world = load_pattern("home_voice", language), load_pattern("united_nations", language)
    for start, end in split_sentences(head):
        said = voice.search(head, start, end)
        before = head[start : said.start()] if said else ""
        if said and not _find_others(before, language) and world.search(before) is None:
            return True
    return False


def find_guest(blocks: Sequence[Block], language: Language) -> str | None:
    """The words by which a speech is that of a guest, who stands for another organisation or a state; None for others.

    A title above the text gives it to him, or he says so: ``I bring you greetings of the League``, ``our capital``.
    """
    titled, speaks = load_pattern("speech_title", language), load_pattern("speaks_for_other", language)
    world = load_pattern("united_nations", language)
    front = (block.text.replace("\n", " ") for block in blocks if block.role in _FRONT)
    for speaker in (match.group("speaker") for match in map(titled.match, front) if match):
        if _find_others(speaker, language) or world.search(speaker) or find_states(speaker, language):
            return speaker
    head = "\n".join(block.text for block in blocks if block.role in _BODY)[:_HEAD]
    hosts = load_pattern("speaks_as_host", language).search(head)
    if hosts:
        return hosts.group().strip()
    others = [*_find_others(head, language), *(named.start() for named in world.finditer(head))]
    offers = load_pattern("offers_itself", language)
    for start in others:
        said = speaks.search(head[:start])
        if said or offers.match(head, start):
            return head[said.start() if said else start : start + _NAME].strip()
    return None


def _find_others(text: str, language: Language) -> list[int]:
    """Where the names of other organisations, and of institutions beside the OIC, begin in a text."""
    named = (one.start for one in find_organisations(text, language) if one.standing == "other")
    return [*named, *(start for start, _ in find_silent(text, language))]


def _titles(blocks: Sequence[Block], language: Language) -> bool:
    """Whether a line above the text says whose speech it is."""
    titled = load_pattern("speech_title", language)
    front = (block.text for block in blocks if block.role in _FRONT)
    lines = (line for text in front for line in (text.replace("\n", " "), *text.split("\n")))
    named = filter(None, map(titled.match, lines))
    # ``Statement of`` above the place lost its second line
    return any(not is_place_line(match.group("speaker"), language) for match in named)


def name_speech(blocks: Sequence[Block], speech: Speech | None) -> tuple[Block, ...]:
    """The blocks with the line that says who speaks as title, where no word of it is known as a type of document."""
    if speech is None or not speech.is_titled or any(block.subrole == "title" for block in blocks):
        return tuple(blocks)
    title = replace(blocks[speech.block], role="title", subrole="title")
    return (*blocks[: speech.block], title, *blocks[speech.block + 1 :])


def addresses_listeners(body: Sequence[Block], language: Language) -> bool:
    """Whether the first paragraphs of a text speak to listeners; words that somebody quotes do not."""
    head = "\n".join(block.text for block in body[:_FIRST])[:_REACH]
    listeners = load_pattern("listeners", language)
    return any(not _is_quoted(head, match) for match in listeners.finditer(head))


def _leave_title(body: Sequence[Block], language: Language) -> Sequence[Block]:
    """The paragraphs of a text; of the first one, into which a page ran its title, what stands behind that."""
    first = body[0].text
    title = read_speech_title(first[:_RUN_IN], language)
    return [replace(body[0], text=first[_RUN_IN:]), *body[1:]] if title and len(first) > _RUN_IN else body


def speaks_as_one(body: Sequence[Block], language: Language) -> bool:
    """Whether somebody speaks in the first person in the first paragraphs; words in quotes are others'."""
    head = _QUOTED.sub(" ", "\n".join(block.text for block in body)[:_HEAD])
    return load_pattern("speaks_as_one", language).search(head) is not None


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    return text[: match.start()].rstrip()[-1:] in _QUOTES and bool(text[: match.start()].strip())
