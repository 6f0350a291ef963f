"""Whether a text is the OIC's own: a document of one of its meetings, a statement of its organs, or neither.

Three questions, asked in this order. Whose is it? A text of another organisation is none of ours, whomever it lists
(``organisations``). Is it the meeting's own text, or one about a meeting? Signs for and against are collected
(``signs``), and the rule below decides. Is there enough of what reports of the OIC have?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oic_reports.codes import RejectReason
from oic_reports.language.states import find_states
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.banner import find_publisher, stands_under_about, stands_under_day
from oic_reports.structure.foreign_signs import find_declaring_states
from oic_reports.structure.forms import find_form, find_opening
from oic_reports.structure.header.bodies import find_body, names_organisation
from oic_reports.structure.header.clauses import split_sentences
from oic_reports.structure.organisations import (
    Owner,
    find_acting_owner,
    find_letterhead_owner,
    find_silent,
    find_state,
    find_thanked,
    find_title_owner,
)
from oic_reports.structure.own_signs import find_mark
from oic_reports.structure.printed_lines import is_organisation
from oic_reports.structure.sign_kinds import HEADLINE, NEWS, OWN, RETOLD, SPOKEN, TELLERS, Sign, SignName
from oic_reports.structure.signs import find_signs
from oic_reports.structure.speech import addresses_listeners, find_speech
from oic_reports.structure.typed_titles import find_title_of_type

# what a report has of body, name, type, opening, numbers, speakers: three of them, a body or symbol counted twice
_ENOUGH = 3
# numbered paragraphs, paragraphs in which a meeting speaks, member states: two of them any text may have
_SEVERAL = 3
# code points to the end of the meeting's name in a paragraph in which it speaks
_SPEAKER_REACH = 60
# code points of a line that names who enacts a resolution and nothing else
_ENACTING_LENGTH = 60
# roles of blocks that are of a text
_OF_TEXT = frozenset({"title", "header", "heading", "preamble", "operative"})
# code points of the sentence that opens a text
_OPENING_REACH = 500
# the opening sentence is among the first paragraphs: below a verse, a list of those present, a heading
_OPENING_BLOCKS = 2
# code points of the words that a detail shows of each sign
_EVIDENCE = 60
# blocks from the top in which a text says that it is an extract: a site's line, the title, the place
_EXCERPT_BLOCKS = 3


# signs that a newspaper's story has as well
_WEAK: frozenset[SignName] = frozenset({"title of a document", "numbered account of a meeting"})
_AGAINST: frozenset[SignName] = NEWS | RETOLD | SPOKEN | HEADLINE | TELLERS
# what speaks for a text, in the order in which a reject names what it lacks
_LOOKED_FOR: tuple[SignName, ...] = (
    *sorted(OWN),
    "paragraphs in which a meeting acts",
    "statement of an organ of the OIC",
)
# signs that a meeting speaks: beside them a statement is no press release but a document of that meeting
_MEETING: frozenset[SignName] = OWN - {"title of a document"}


class NoReportError(Exception):
    """A text that is not a report of the OIC; the message says what was missed, ``reason`` is the reject's."""

    def __init__(self, message: str, reason: RejectReason = "no_report") -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Judgement:
    """A text that is the OIC's: the signs that say so, and what they add to its header.

    ``document_type`` is ``press_release`` where an organ of the OIC states something and no type is printed;
    ``is_statement`` tells that it states something and no meeting speaks.
    """

    signs: tuple[Sign, ...]
    document_type: str | None = None
    flags: tuple[Flag, ...] = ()
    is_statement: bool = False


def judge(header: Header, blocks: Sequence[Block], language: Language) -> Judgement:
    """Whether a text is the OIC's own.

    Args:
        header: its facts (of the cover, for a collection).
        blocks: all of its blocks, cleaned.
        language: the language that it is read in.

    Raises:
        NoReportError: it is none; ``reason`` is ``other_organisation``, ``news`` or ``no_report``.
    """
    body = _find_body(blocks, language)
    if not body and _is_cover(header, blocks):
        return Judgement((), None, (Flag("excerpt", "judgement.cover", "warning", note="a cover and its index"),))
    if not body:
        msg = "no paragraph of a report was found: no numbered paragraph and no sentence that tells of a meeting"
        raise NoReportError(msg)
    signs = find_signs(header, blocks, language)
    names = {sign.name for sign in signs}
    if _is_own_speech(blocks, names, language):
        return Judgement(signs, "speech")
    owner = find_owner(header, blocks, language)
    if owner and owner.standing in {"other", "organ"}:
        msg = f"the text of another organisation: {owner.evidence!r}"
        raise NoReportError(msg, "other_organisation")
    publisher = find_publisher(blocks, language)
    if publisher and not addresses_listeners(body, language):
        # it may quote who spoke
        names.discard("addressed to listeners")
    has_own_text = _carries_own_text(names, owner)
    states_something = "statement of an organ of the OIC" in names and not names & (RETOLD | SPOKEN)
    # on a page of an organ's own the title may name it, and the text say ``the Commission``
    said = [body[0].text, header.title or ""] if publisher else [body[0].text]
    is_ours = any(names_organisation(text, language) or find_body(text, language) is not None for text in said)
    if not has_own_text and not names & SPOKEN and is_ours and not stands_under_about(blocks, language):
        # what the OIC's own site tells of a meeting is its press release, whom it quotes or announces
        is_of_ours = owner.standing == "own" if owner else _opens_meeting_of_ours(body[0].text, language)
        is_under_day = is_of_ours and stands_under_day(blocks, language)
        is_under_day = is_under_day and not _is_reported(blocks, body, names, language)
        states_something = states_something or publisher is not None or is_under_day
    # who tells what a meeting did says seldom that it met; a text of its own begins with that
    is_told = "paragraphs in which a meeting acts" in names and not names & (SPOKEN | HEADLINE)
    is_told = is_told and _tells_meeting(body, language)
    told = {"statement told by others", "dateline of an agency"}
    is_retold = bool(names & NEWS) or ("statement of an organ of the OIC" in names and bool(names & told))
    is_retold = is_retold or (is_told and bool(names & TELLERS))
    if not has_own_text and not states_something and is_retold:
        msg = f"news of a meeting without the meeting's own text: {_describe(signs)}"
        raise NoReportError(msg, "news")
    if owner and owner.standing == "state" and not (publisher and states_something):
        msg = f"the text of an organ of a state: {owner.evidence!r}; {_describe(signs)}"
        raise NoReportError(msg, "other_organisation")
    if not has_own_text and not states_something and not is_told:
        whose = f"the text is of {owner.evidence!r}" if owner else "nothing says whose the text is"
        what = "not the text of a meeting, nor a statement or a speech of an organ of the OIC"
        msg = f"{what}; {_describe(signs)}; {whose}"
        raise NoReportError(msg)
    thanked = None if has_own_text or states_something else find_thanked(header.title or "", language)
    if thanked:
        msg = f"what another organisation tells of thanks to itself: {thanked!r}; {_describe(signs)}"
        raise NoReportError(msg, "other_organisation")
    if not states_something:
        _ask_enough(header, blocks, body, language, owner)
    # a headline names the document of which the OIC tells, not the statement itself
    is_unnamed = header.document_type_source not in {"title", "header", "symbol"} or bool(names & HEADLINE)
    release = "press_release" if states_something and not has_own_text and is_unnamed else None
    return Judgement(
        signs, release, _find_excerpt(blocks, body), is_statement=states_something and not names & _MEETING
    )


def _opens_meeting_of_ours(text: str, language: Language) -> bool:
    """Whether a text begins with a sentence that tells that a body of the OIC met: ``افتتح اليوم في طهران المؤتمر``."""
    sentence = text[slice(*split_sentences(text)[0])]
    met = load_pattern("meeting_finite", language).search(sentence) is not None
    return met and find_body(sentence, language) is not None


def _is_reported(blocks: Sequence[Block], body: Sequence[Block], names: set[SignName], language: Language) -> bool:
    """Whether a reporter tells a text: he is named, cites sources, or tells what a document says.

    Releases of the OIC too quote who spoke (``a-t-il dit``), name the weekday and announce what comes next.
    """
    if names & {"byline", "digest of decisions", "dateline of an agency"}:
        return True
    if body[0].ordinal is None and load_pattern("paper_tells", language).match(body[0].text):
        return True
    said = load_pattern("speaker_said", language)
    quoted = (match for block in blocks for match in load_pattern("reports", language).finditer(block.text))
    return any(said.fullmatch(match.group()) is None for match in quoted)


def _find_body(blocks: Sequence[Block], language: Language) -> list[Block]:
    """The paragraphs of a text, without the invocations above them, which say nothing of a meeting."""
    invocation = load_pattern("invocation", language)
    body = [block for block in blocks if block.role in {"preamble", "operative"}]
    begin = next((i for i, block in enumerate(body) if block.label or not invocation.match(block.text)), 0)
    return body[begin:]


def _is_own_speech(blocks: Sequence[Block], names: set[SignName], language: Language) -> bool:
    """Whether an officer of the OIC speaks, and no newspaper around him, unless on a page of the OIC's own."""
    told: set[SignName] = {"statement told by others", "dateline of an agency", "digest of decisions"}
    is_told = bool(names & told) and find_publisher(blocks, language) is None
    return not is_told and find_speech(blocks, language) is not None


def _tells_meeting(body: Sequence[Block], language: Language) -> bool:
    """Whether one of the first paragraphs tells that a meeting was held, or is numbered as those of an extract are."""
    openings = (find_form("opening_verbs", block.text[:_OPENING_REACH], language) for block in body[:_OPENING_BLOCKS])
    return any(openings) or any(block.ordinal is not None for block in body)


def _is_cover(header: Header, blocks: Sequence[Block]) -> bool:
    """Whether the blocks are the cover of a collection of the OIC and its index, the documents left out."""
    is_typed = header.document_type_source in {"title", "header", "symbol"}
    has_index = any(block.role == "table" for block in blocks)
    return has_index and is_typed and bool(header.symbol or header.body_id)


def find_owner(header: Header, blocks: Sequence[Block], language: Language) -> Owner | None:
    """Whose a text is, and the words that say so; None where nothing says it.

    A symbol of the OIC, or a resolution's number in its form (``8/35-C``), decides. Else the title of a document; then
    the body that acts in the opening sentence, which goes before a headline (``Pakistan welcomes the communiqué of the
    OIC``); then a letterhead.
    """
    mark = find_mark(header)
    if mark:
        return Owner("own", mark)
    body = _find_body(blocks, language)
    enacting = _find_enacting_owner(blocks, language)
    if enacting:
        return enacting
    front = [line for block in blocks if block.role in {"title", "header"} for line in block.text.split("\n")]
    typed = find_title_of_type(blocks, language)
    above = find_title_owner(typed, language) if typed else None
    title = find_title_owner((header.title or "").replace("\n", " "), language)
    if above is None and typed and title:
        # the type stands on a line of its own
        above = title
    if above and above.is_named:
        return above
    # an extract begins with whoever spoke, or in the middle of a sentence
    is_extract = (body[0].ordinal or 1) > 1 or _find_extract_mark(blocks, body) is not None
    state = None if is_extract else find_state(body[0].text[:_OPENING_REACH], language)
    if state:
        return state
    openings = (find_acting_owner(text, language) for text in _find_openings(body, language))
    opening = next((owner for owner in openings if owner), None)
    named = next((owner for owner in (opening, title) if owner and owner.is_named), None)
    if named and named.standing == "other" and find_publisher(blocks, language):
        # what the OIC's own site tells of another's meeting has a headline of the OIC
        headlines = (find_title_owner(line, language) for line in front if not is_organisation(line, language))
        named = next((owner for owner in headlines if owner and owner.standing == "own"), named)
    if named:
        return named
    declaring = find_declaring_states(body, language)
    if declaring:
        return Owner("own", declaring)
    symbol = load_pattern("other_symbol", "en").search("\n".join(front))
    letterhead = find_letterhead_owner(front, language)
    if letterhead is None and symbol:
        return Owner("other", symbol.group().strip())
    if letterhead and letterhead.standing == "state":
        # the seat of a government may be where a council met
        return above or opening or letterhead
    return letterhead or above or opening or title or _find_lead_owner(blocks, language)


def _find_lead_owner(blocks: Sequence[Block], language: Language) -> Owner | None:
    """The other organisation that acts in a press lead, where the text itself names none and the lead none of ours."""
    lead = " ".join(block.text for block in blocks if block.subrole == "press_lead")[:_OPENING_REACH]
    if not lead or names_organisation(lead, language):
        return None
    owner = find_title_owner(lead, language)
    return owner if owner and owner.standing == "other" else None


def _find_enacting_owner(blocks: Sequence[Block], language: Language) -> Owner | None:
    """The organ of the United Nations that enacts a resolution in a line of its own (``The General Assembly,``)."""
    for block in blocks:
        # in the front it may stand among the lines of the title
        lines = block.text.split("\n") if block.role in {"title", "header"} else [block.text]
        for line in map(str.strip, lines) if block.role in _OF_TEXT else ():
            is_actor = line.endswith((",", "،")) and len(line) <= _ENACTING_LENGTH
            owner = find_acting_owner(line, language) if is_actor else None
            if owner and owner.standing == "organ":
                return owner
        if block.role in {"preamble", "operative"}:
            break
    return None


def _find_openings(body: Sequence[Block], language: Language) -> Iterator[str]:
    """The first paragraphs to the one that tells of a meeting; a participle (``Recalling``) tells only of others."""
    for block in body[:_OPENING_BLOCKS]:
        if not find_opening("preambular_openings", block.text, language):
            yield block.text[:_OPENING_REACH]
        if find_form("opening_verbs", block.text[:_OPENING_REACH], language):
            return


def _carries_own_text(names: set[SignName], owner: Owner | None) -> bool:
    """Whether the signs show the meeting's own text.

    A title or numbers alone do not where the text quotes, announces, or has an author. A speech, a law and minutes of
    a parliament say "we" and have articles: they need a symbol, or numbered paragraphs in which a meeting acts.
    """
    own = names & OWN
    is_of_ours = bool(owner and owner.standing == "own" and owner.is_named)
    preambles: set[SignName] = {"participles of a preamble", "first person plural of a declaration"}
    if is_of_ours and "title of a document" in own and own & preambles:
        # a declaration of rights has articles
        return "addressed to listeners" not in names
    if names & SPOKEN:
        return bool(own & {"document symbol", "numbered paragraphs in which a meeting acts"}) and bool(
            owner and owner.standing == "own"
        )
    if "digest of decisions" in names:
        own = own - {
            "title of a document",
            "numbered account of a meeting",
            "account numbered from the opening on",
            "numbered paragraphs in which a meeting acts",
            "formula that leads to decisions",
        }
    if "quotes or sources" in names or "announces a meeting" in names or "byline" in names:
        own = own - _WEAK
    if "page of news" in names:
        # who tells of a meeting lists what was decided, too
        own = own - {"formula that leads to decisions"}
    return bool(own)


def _ask_enough(
    header: Header, blocks: Sequence[Block], body: Sequence[Block], language: Language, owner: Owner | None
) -> None:
    """Count what a report of the OIC has: symbol, body, its organisation named, type in a title, numbers, speakers."""
    # a newspaper's lead says whose the text is that follows
    text = "\n".join(block.text for block in blocks if block.role != "boilerplate" or block.subrole == "press_lead")
    last = body[min(len(body), _OPENING_BLOCKS) - 1]
    front = "\n".join(block.text for block in blocks[: blocks.index(last) + 1])
    is_extract = (body[0].ordinal or 1) > 1
    speaking = sum(find_form("speakers", said[:_SPEAKER_REACH], language) is not None for said in _part(blocks, body))
    numbered = sum(block.ordinal is not None for block in body)
    # a text that thanks the OIC further down is none of its own for that
    is_named = names_organisation(text, language) if is_extract else _is_named_as_actor(front, language)
    is_ours = bool(header.symbol or header.body_id or owner or is_named)
    signs = {
        "document symbol": 2 * bool(header.symbol),
        "body of the OIC": 2 * bool(header.body_id or (owner and owner.standing == "own")),
        "name of the organisation": int(names_organisation(text, language)),
        "type of document": int(header.document_type is not None and header.document_type_source != "first_sentence"),
        "sentence that opens a meeting": int(find_form("opening_verbs", body[0].text[:400], language) is not None),
        "numbered paragraphs": int(numbered >= _SEVERAL),
        "paragraphs in which a meeting speaks": int(speaking >= _SEVERAL),
    }
    if sum(signs.values()) == _ENOUGH - 1 or not is_ours:
        # looked for last, since it takes longest
        signs["member states"] = int(len({state.iso2 for state in find_states(text, language)}) >= _SEVERAL)
    if sum(signs.values()) < _ENOUGH or not (is_ours or signs["member states"]):
        missing = ", ".join(sign for sign, weight in signs.items() if not weight)
        msg = f"too little of what reports of the OIC have; missing: {missing}"
        raise NoReportError(msg)


def _is_named_as_actor(front: str, language: Language) -> bool:
    """Whether the OIC is named above a text or in its first paragraphs, and not only thanked, called upon or guest."""
    return any(
        _names_actor(line[start:end], language) for line in front.split("\n") for start, end in split_sentences(line)
    )


def _names_actor(sentence: str, language: Language) -> bool:
    if load_pattern("calls_upon", language).search(sentence):
        return False
    guest, silent = load_pattern("guest", language), find_silent(sentence, language)
    return any(
        not guest.search(sentence[: named.start()]) and not any(start <= named.start() < end for start, end in silent)
        for named in load_pattern("organisation", language).finditer(sentence)
    )


def _part(blocks: Sequence[Block], body: Sequence[Block]) -> Iterator[str]:
    """The paragraphs of a text; of one that a newspaper announces, and prints in one piece, the sentences."""
    is_announced = any(block.subrole == "press_lead" for block in blocks)
    for block in body:
        spans = split_sentences(block.text) if is_announced else [(0, len(block.text))]
        yield from (block.text[start:end] for start, end in spans)


def _find_extract_mark(blocks: Sequence[Block], body: Sequence[Block]) -> str | None:
    """The words above a text that say that it is a later part of a document: ``(continued)``, ``(تابع)``."""
    above = [line for block in blocks[:_EXCERPT_BLOCKS] if block not in body for line in block.text.split("\n")]
    found = (load_pattern("extract_mark", "en").search(line) for line in above)
    return next((match.group().strip() for match in found if match), None)


def _find_excerpt(blocks: Sequence[Block], body: Sequence[Block]) -> tuple[Flag, ...]:
    """A flag for a text that is a later part of a document, by the mark above it or its first number."""
    mark = _find_extract_mark(blocks, body)
    if mark:
        return (Flag("excerpt", "judgement.mark", "warning", surface=mark),)
    numbers = [block for block in body if block.ordinal is not None and block.role in {"preamble", "operative"}]
    if numbers and (numbers[0].ordinal or 0) > _SECOND:
        return (Flag("excerpt", "judgement.first_number", "warning", surface=numbers[0].label),)
    return ()


# the first paragraph of a communiqué often has no number, so that the numbers begin with 2
_SECOND = 2


def _describe(signs: Sequence[Sign]) -> str:
    """The signs of a text in words, for the detail of a reject: against, for, and what was looked for in vain.

    A sign for a text that is named beside a refusal was too weak beside those against it.
    """
    against = [sign for sign in signs if sign.name in _AGAINST]
    held = [sign for sign in signs if sign.name not in _AGAINST]
    missed = [name for name in _LOOKED_FOR if name not in {sign.name for sign in held}]
    words = [f"against: {_quote(against)}"] if against else []
    words.append(f"for: {_quote(held) or 'nothing'}")
    words.append(f"not found: {', '.join(missed)}")
    return "; ".join(words)


def _quote(signs: Sequence[Sign]) -> str:
    return ", ".join(f"{sign.name} ({sign.evidence[:_EVIDENCE]!r})" for sign in signs)
