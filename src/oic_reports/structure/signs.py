"""What a text has that reports of the OIC have, and what it has that news, speeches and laws have: signs, as data.

A sign is a fact with the words that show it; what follows from the signs is written once, in ``judgement``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from oic_reports.codes import PatternName
from oic_reports.model import Block, Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.banner import find_publisher
from oic_reports.structure.forms import find_form, find_opening, fold_form, load_forms
from oic_reports.structure.header.bodies import find_body, names_organisation
from oic_reports.structure.header.datelines import find_dateline
from oic_reports.structure.organisations import find_title_owner
from oic_reports.structure.printed_lines import is_closed
from oic_reports.structure.resolutions import is_counted_through

SignName = Literal[
    "document symbol",
    "title of a document",
    "numbered paragraphs in which a meeting acts",
    "numbered account of a meeting",
    "account numbered from the opening on",
    "participles of a preamble",
    "formula that leads to decisions",
    "first person plural of a declaration",
    "lead that announces the text",
    "paragraphs in which a meeting acts",
    "statement of an organ of the OIC",
    "announces a meeting",
    "quotes or sources",
    "byline",
    "day of a newspaper",
    "digest of decisions",
    "headline that tells of a document",
    "statement told by others",
    "dateline of an agency",
    "page of news",
    "addressed to listeners",
    "form of a law or of minutes of a parliament",
]
# signs that a text is the meeting's own, each enough by itself
OWN: frozenset[SignName] = frozenset(
    {
        "document symbol",
        "title of a document",
        "numbered paragraphs in which a meeting acts",
        "numbered account of a meeting",
        "account numbered from the opening on",
        "participles of a preamble",
        "formula that leads to decisions",
        "first person plural of a declaration",
        "lead that announces the text",
    }
)
NEWS: frozenset[SignName] = frozenset(
    {"announces a meeting", "quotes or sources", "byline", "day of a newspaper", "digest of decisions"}
)
# signs that a statement of the OIC is retold by a newspaper; a weekday is none, since an attack happens on one
RETOLD: frozenset[SignName] = (NEWS - {"day of a newspaper"}) | {"statement told by others", "dateline of an agency"}
# who tells what a meeting did: beside them paragraphs in which it acts are no text of its own
TELLERS: frozenset[SignName] = frozenset({"dateline of an agency", "page of news"})
# what became of a document is told by others; below such a headline its text may stand all the same
HEADLINE: frozenset[SignName] = frozenset({"headline that tells of a document"})
SPOKEN: frozenset[SignName] = frozenset({"addressed to listeners", "form of a law or of minutes of a parliament"})

# code points behind an office in which the name of its organisation begins
_NAME = 60
# code points of a title before its type ("TEXT OF THE FINAL COMMUNIQUÉ"), of a paragraph to the end of the meeting's
# name ("At its closing session in the afternoon, the Meeting"), and behind it or from the start of an item to the verb
_TITLE_REACH = 30
_SPEAKER_REACH = 60
_VERB_REACH = 60
# one paragraph may begin with a verb by chance; two do not
_SEVERAL = 2
# code points before words that lead to something in which they say that it was decided
_LEAD_REACH = 120
# minutes have three numbered paragraphs and more; two numbers may be dates or sums
_ACCOUNT = 3
# characters of the sentence that opens minutes
_OPENING_REACH = 400
# a meeting that is announced is so in the first paragraphs; a report tells of the next meeting in its last
_FIRST = 2
# blocks from the top in which a headline stands
_FRONT = 5
# a verse, the name of God and a heading stand above the words of those who met
_SPOKEN_BY = 4
# code points around words that announce in which the meeting is named
_ANNOUNCED_REACH = 100
_SENTENCE_END = re.compile(r"[.!?؟]\s")
# a paragraph goes on with who acted in the one above
_PRONOUN = re.compile(r"(?:(?:it|they|elles?|ils?)\s+)?", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LATIN_LETTER = re.compile(r"\W*[a-z]\W*", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?:not\s+)?to\s", re.IGNORECASE)


class Sign(NamedTuple):
    """A sign, and the words that show it."""

    name: SignName
    evidence: str


def is_body(block: Block) -> bool:
    """Whether a block is of the text itself."""
    return block.role in {"preamble", "operative", "list_item"}


def _find_above_text(blocks: Sequence[Block], language: Language) -> Iterator[Block]:
    """The blocks above the text itself; the name of God may stand above its title."""
    invocation = load_pattern("invocation", language)
    for block in blocks:
        if is_body(block) and not (block.role == "preamble" and invocation.match(block.text)):
            return
        yield block


def find_signs(header: Header, blocks: Sequence[Block], language: Language) -> tuple[Sign, ...]:
    """The signs of a text, for and against, each once, with the first words that show it."""
    body = [block for block in blocks if is_body(block)]
    signs = [
        *_find_own(header, blocks, body, language),
        *_find_foreign(header, blocks, body, language),
    ]
    return tuple({sign.name: sign for sign in reversed(signs)}.values())


def find_mark(header: Header) -> str | None:
    """The symbol of a text, or its resolution's number in the form of the OIC's own: ``8/35-C``, not ``105 (3/18)``."""
    number = header.resolution_number
    return header.symbol or (None if number and is_counted_through(number) else number)


def _find_own(header: Header, blocks: Sequence[Block], body: Sequence[Block], language: Language) -> Iterator[Sign]:
    mark = find_mark(header)
    if mark:
        yield Sign("document symbol", mark)
    titled = find_title_of_type(blocks, language) or _find_presented(blocks, language)
    if titled:
        yield Sign("title of a document", titled)
    lead = next((block for block in blocks if block.subrole == "press_lead" and _announces(block, language)), None)
    if lead and body:
        yield Sign("lead that announces the text", lead.text[-_VERB_REACH:])
    acting = [block for block in body if is_acting(block.text, language)]
    numbered = [block for block in body if _is_numbered_paragraph(block, language)]
    labelled = [block for block in numbered if _has_verb(block.text, language, _VERB_REACH)]
    if len(labelled) >= _SEVERAL or (labelled and len(labelled) == len(body)):
        yield Sign("numbered paragraphs in which a meeting acts", labelled[0].text[:_VERB_REACH])
    opens = find_form("opening_verbs", body[0].text[:_OPENING_REACH], language) if body else None
    # the last one may be cut off
    told = sum(_is_counted(block) and (is_closed(block.text) or block is body[-1]) for block in body)
    if opens and told >= _ACCOUNT:
        yield Sign("numbered account of a meeting", opens.group("form"))
        if body[0].ordinal == 1 and _is_counted(body[0]) and find_body(body[0].text[:_OPENING_REACH], language):
            # a newspaper may number what was decided, not its lead
            yield Sign("account numbered from the opening on", opens.group("form"))
    if len(acting) >= _SEVERAL:
        yield Sign("paragraphs in which a meeting acts", acting[0].text[:_VERB_REACH])
    participles = [block for block in body if find_opening("preambular_openings", block.text, language)]
    if participles and (len(participles) >= _SEVERAL or labelled):
        yield Sign("participles of a preamble", participles[0].text[:_VERB_REACH])
    leading = next((block for block in body if _leads_to_decisions(block.text, language)), None)
    if leading:
        yield Sign("formula that leads to decisions", leading.text[-_VERB_REACH:])
    declares = next((block for i, block in enumerate(body[:_SPOKEN_BY]) if _declares(block.text, language, i)), None)
    if declares:
        yield Sign("first person plural of a declaration", declares.text[:_VERB_REACH])
    stating = _find_stating(blocks, body, language) or _find_message(blocks, language)
    if stating:
        yield Sign("statement of an organ of the OIC", stating[:_VERB_REACH])
    release = None if stating else _find_release(header, blocks, body, language)
    if release:
        yield release


def _leads_to_decisions(text: str, language: Language) -> bool:
    """Whether a paragraph ends with the words that decisions follow, which say that these were decided.

    Goals, states and subjects are led to as well, and items of an agenda.
    """
    leads = load_pattern("leads_to", language).search(text)
    if leads is None or load_pattern("leads_to_things", language).search(text):
        return False
    return load_pattern("decision_word", language).search(text, max(0, leads.start() - _LEAD_REACH)) is not None


def _is_counted(block: Block) -> bool:
    """Whether a paragraph has a number; what a release lists has Latin letters (``a. elected its Chair;``).

    Numbers in brackets count the parts of a sentence as well: ``(1) safety; (2) pay; and``.
    """
    label = block.label or ""
    is_part = label.startswith("(") and block.text.rstrip(" and").endswith((";", "؛", ","))
    return block.ordinal is not None and _LATIN_LETTER.fullmatch(label) is None and not is_part


def _is_numbered_paragraph(block: Block, language: Language) -> bool:
    """Whether a paragraph has a number, or a mark of its own where a meeting acts: any list has dashes."""
    if block.ordinal is not None:
        return True
    return block.label is not None and block.role != "list_item" and is_acting(block.text, language)


def _announces(block: Block, language: Language) -> bool:
    """Whether a press lead says that the meeting's own text follows."""
    names: tuple[PatternName, ...] = ("press_text", "press_issued")
    return any(load_pattern(name, language).search(block.text) for name in names)


def _find_stating(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> str | None:
    """The first paragraph in which an organ of the OIC states something, or its Secretary General.

    The Secretary General of another organisation is none, and one of whom nothing says whose he is neither.
    """
    states, officer, named = (load_pattern(name, language) for name in ("oic_states", "officer", "secretary_general"))
    is_own_page = find_publisher(blocks, language) is not None
    for place, block in enumerate(body[:_FIRST]):
        dateline = None if place else find_dateline(block.text, language, 1)
        text = block.text[dateline.end :] if dateline else block.text
        match = states.match(text)
        # further down anybody's text may tell what the Secretary General said
        if match is None or (place and not is_own_page and not names_organisation(match.group(), language)):
            continue
        person = named.search(match.group())
        if person and not officer.search(text[: match.end() + _NAME], person.start()):
            continue
        front = blocks[: blocks.index(body[min(len(body), _FIRST) - 1]) + 1]
        is_named = any(names_organisation(one.text, language) or find_body(one.text, language) for one in front)
        if is_named or is_own_page:
            return block.text
    return None


def _find_message(blocks: Sequence[Block], language: Language) -> str | None:
    """The title of a message or a statement of the Secretary General of the OIC, which is a statement of that organ.

    The title names the OIC, or its motto stands above. A speech, which is held before listeners, has another title.
    """
    message, officer = load_pattern("message", language), load_pattern("officer", language)
    for block in _find_above_text(blocks, language):
        for line in block.text.split("\n"):
            is_officer = message.match(line) and officer.search(line)
            if is_officer and (names_organisation(line, language) or find_publisher(blocks, language)):
                return line
    return None


def _declares(text: str, language: Language, place: int) -> bool:
    """Whether those who met speak; below a verse or a heading they name the OIC or its body, since news quotes too."""
    if not load_pattern("declaring", language).match(text):
        return False
    return place == 0 or names_organisation(text, language) or find_body(text, language) is not None


def _find_release(header: Header, blocks: Sequence[Block], body: Sequence[Block], language: Language) -> Sign | None:
    """The press release of an organ of the OIC about its own session: a line of the page says that it is one.

    A line above the text names press releases, and its first sentence tells that an organ met, or ended its session.
    """
    page, line = load_pattern("release_page", language), load_pattern("release_line", language)
    above = [text for block in _find_above_text(blocks, language) for text in block.text.split("\n")]
    named = next((text for text in above if page.search(text) or line.match(text)), None)
    first = body[0].text[:_OPENING_REACH] if body else ""
    opens = find_form("opening_verbs", first, language) or load_pattern("closes_session", language).search(first)
    if named is None or not opens or header.body_id is None:
        return None
    return Sign("statement of an organ of the OIC", named.strip()[:_VERB_REACH])


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


def _find_headline(blocks: Sequence[Block], language: Language) -> str | None:
    """The line above the body that tells what became of a document (``The OIC adopts the Declaration of …``)."""
    return next((line for line, match in _find_typed(blocks, language) if _is_headline(line, match, language)), None)


def _find_typed(blocks: Sequence[Block], language: Language) -> Iterator[tuple[str, re.Match[str]]]:
    """The lines above the body, and those of a block as one, that name a type of document, with its form."""
    for block in _find_above_text(blocks, language):
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
    if _has_verb(above, language) or (acts and any(map(str.isalpha, above[: acts.start()]))):
        return True
    if load_pattern("event_opening", language).match(line):
        return True
    led = load_pattern("leads_to_type", language).search(above)
    if led is not None and not load_pattern("part_of_text", language).search(above):
        return True
    return load_pattern("type_acts", language).match(line, typed.end("form")) is not None


def _find_presented(blocks: Sequence[Block], language: Language) -> str | None:
    """The title of a paper of the OIC that was given to one of its sessions, whatever the paper is called; else None.

    ``Recommendations of the OIC Commission of …`` above ``Presented at the Third Session of …``: the title says whose
    it is, and the line below names a body of the OIC.
    """
    given = load_pattern("adopted_line", language)
    for block in _find_above_text(blocks, language):
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


def _has_verb(text: str, language: Language, reach: int | None = None) -> bool:
    """Whether a verb of communiqués begins at a word among the first ``reach`` code points of a text, or anywhere.

    An infinitive (``To request``) acts only where it begins the text: ``is expected to request`` tells of another time.
    """
    acts = load_pattern("meeting_acts", language)
    future = load_pattern("future", language)
    for word in _WORD.finditer(text, 0, reach or len(text)):
        found = acts.match(text, word.start())
        if found is None or future.search(text, 0, word.start()):
            continue
        if not _INFINITIVE.match(found.group()) or not any(map(str.isalpha, text[: word.start()])):
            return True
    return False


def is_acting(text: str, language: Language) -> bool:
    """Whether a meeting acts in a paragraph: a verb of communiqués begins it, or stands behind the meeting's name."""
    acts = load_pattern("meeting_acts", language)
    plain = text.lstrip(' *_-–—•«"“”')
    if acts.match(plain):
        return True
    if language == "ar":
        return False
    speaker = find_form("speakers", plain[:_SPEAKER_REACH], language)
    end = speaker.end() if speaker else _PRONOUN.match(plain).end()  # type: ignore[union-attr]
    return end > 0 and _has_verb(plain[end:], language, _VERB_REACH)


def _find_foreign(header: Header, blocks: Sequence[Block], body: Sequence[Block], language: Language) -> Iterator[Sign]:
    text = "\n".join(block.text for block in blocks if block.role not in {"boilerplate", "running_header", "footnote"})
    first = "\n".join([header.title or "", *(block.text for block in body[:_FIRST])])
    looked_for: tuple[tuple[SignName, PatternName, str], ...] = (
        ("digest of decisions", "digest", "\n".join(block.text for block in blocks[:_FRONT])),
        ("quotes or sources", "reports", text),
        ("byline", "byline", text),
        ("day of a newspaper", "newspaper_day", text),
        ("statement told by others", "retold", text),
        ("addressed to listeners", "speech_address", text),
        ("form of a law or of minutes of a parliament", "legal_form", text),
    )
    headline = _find_headline(blocks, language)
    if headline:
        yield Sign("headline that tells of a document", headline)
    announced = _find_announced(first, language)
    if announced:
        yield Sign("announces a meeting", " ".join(announced.group().split()))
    told = _find_paper_told(body, language)
    if told:
        yield Sign("quotes or sources", told)
    agency = load_pattern("agency", language)
    # a first paragraph without a verb of meetings stands among the lines above the text
    first_blocks = [*(block for block in blocks[:_FRONT] if is_closed(block.text)), *body[:_FIRST]]
    dateline = next((match for block in first_blocks if (match := agency.match(block.text))), None)
    lines = (line for block in blocks[:_FRONT] for line in block.text.split("\n"))
    # ``واس – جدة`` on a line of its own
    dateline = dateline or next(filter(None, map(load_pattern("agency_line", language).match, lines)), None)
    if dateline:
        yield Sign("dateline of an agency", dateline.group().strip())
    page = load_pattern("news_page", language).search(_join_lines_of_page(blocks))
    if page and find_publisher(blocks, language) is None:
        yield Sign("page of news", page.group().strip())
    is_message = _find_message(blocks, language) is not None
    for name, pattern, where in looked_for:
        if is_message and pattern == "speech_address":
            # a message speaks in the first person, and names no one who listens
            pattern = "vocative"  # noqa: PLW2901
        if pattern == "legal_form" and find_declaring_states(body, language):
            where = _leave_articles(where, language)  # noqa: PLW2901
        match = load_pattern(pattern, language).search(where)
        if match:
            yield Sign(name, " ".join(match.group().split()))


def _join_lines_of_page(blocks: Sequence[Block]) -> str:
    """The lines around a text: those of the site, and what stands above the text."""
    return "\n".join(block.text for block in blocks if block.role in {"boilerplate", "header"})


def _find_paper_told(body: Sequence[Block], language: Language) -> str | None:
    """The words in which a text's first sentence tells what a document says, which is another text then; else None.

    ``The draft final communiqué of the summit calls for``; ``This Declaration affirms`` is said by a text of itself.
    """
    if not body or body[0].ordinal is not None:
        return None
    told = load_pattern("paper_tells", language).match(body[0].text)
    return " ".join(told.group().split()) if told else None


def find_declaring_states(body: Sequence[Block], language: Language) -> str | None:
    """The words that name the member states of the OIC where these act and declare what follows; else None.

    Such a declaration has articles; the parties to a treaty agree, so that its articles are the form of a law.
    """
    states, declare = load_pattern("states_of_oic", language), load_pattern("states_declare", language)
    for place, block in enumerate(body):
        acting = states.search(block.text)
        if acting:
            declares = any(declare.search(below.text) for below in body[place:])
            return acting.group().strip() if declares else None
    return None


def _leave_articles(text: str, language: Language) -> str:
    """A text without the lines that number its articles."""
    article = load_pattern("article_line", language)
    return "\n".join(line for line in text.split("\n") if not article.match(line))


def _find_announced(text: str, language: Language) -> re.Match[str] | None:
    """Words that announce a meeting, which is named near them in their sentence: a fair that will be held is none."""
    noun = load_pattern("meeting_noun", language)
    for match in load_pattern("announces", language).finditer(text):
        near = _SENTENCE_END.split(text[max(0, match.start() - _ANNOUNCED_REACH) : match.start()])[-1]
        behind = _SENTENCE_END.split(text[match.end() : match.end() + _ANNOUNCED_REACH])[0]
        if noun.search(near) or noun.search(behind):
            return match
    return None
