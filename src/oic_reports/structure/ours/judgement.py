"""Whether a text is the OIC's own: a document of one of its meetings, a statement of its organs, or neither.

Three questions, asked in this order. Whose is it? A text of another organisation is none of ours, whomever it lists
(``organisations``). Is it the meeting's own text, or one about a meeting? Signs for and against are collected
(``signs``), and the rule below decides. Is there enough of what reports of the OIC have?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from oic_reports.codes import RejectReason
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form
from oic_reports.structure.lines.resolutions import names_summit, read_number
from oic_reports.structure.names.bodies import find_body, names_organisation, tells_of_meeting
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.datelines import find_dateline
from oic_reports.structure.names.officers import find_actor
from oic_reports.structure.names.organisations import Owner, find_thanked, find_title_owner
from oic_reports.structure.ours.agreements import find_law_above
from oic_reports.structure.ours.deeds import find_deed
from oic_reports.structure.ours.estimated import is_prose, tells_of_ours
from oic_reports.structure.ours.extracts import flag_excerpt
from oic_reports.structure.ours.group_statements import find_group_statement
from oic_reports.structure.ours.openings import OPENING_BLOCKS, OPENING_REACH
from oic_reports.structure.ours.organ_statements import find_message
from oic_reports.structure.ours.owners import find_owner
from oic_reports.structure.ours.sign_kinds import HEADLINE, NEWS, OWN, RETOLD, SPOKEN, TELLERS, WEAK, Sign, SignName
from oic_reports.structure.ours.signs import find_signs
from oic_reports.structure.ours.speech import addresses_listeners, find_guest, find_speech, speaks_as_one
from oic_reports.structure.ours.statutes import find_statute_type
from oic_reports.structure.ours.sufficiency import find_missing
from oic_reports.structure.page.banner import (
    find_publisher,
    is_called_release,
    stands_under_about,
    stands_under_day,
)
from oic_reports.structure.page.release_words import marks_release
from oic_reports.structure.page.site import find_site, leave_site
from oic_reports.structure.text_blocks import find_above_text, find_paragraphs

# code points of the words that a detail shows of each sign
_EVIDENCE = 60
# rows of an index that name resolutions of one session
_LEAST_ROWS = 2
# signs that a newspaper's story which lists decisions has as well
_DIGESTED: frozenset[SignName] = WEAK | {
    "account numbered from the opening on",
    "numbered paragraphs in which a meeting acts",
    "formula that leads to decisions",
}
_PREAMBLES: frozenset[SignName] = frozenset({"participles of a preamble", "first person plural of a declaration"})
# signs that others tell of a statement
_TOLD: frozenset[SignName] = frozenset({"statement told by others", "dateline of an agency"})
# beside these a text in articles is a law that a state enacts, or a story around a charter
_ABOUT_LAWS: frozenset[SignName] = NEWS | TELLERS | {"form of a law or of minutes of a parliament"}
# beside these what a delegate says is quoted: one who speaks announces meetings, and may say what the OIC is
_QUOTED: frozenset[SignName] = (NEWS - {"announces a meeting", "says what the OIC is"}) | TELLERS | _TOLD
_AGAINST: frozenset[SignName] = NEWS | RETOLD | SPOKEN | HEADLINE | TELLERS
# what speaks for a text, in the order in which a reject names what it lacks
_LOOKED_FOR: tuple[SignName, ...] = (
    *sorted(OWN),
    "paragraphs in which a meeting acts",
    "statement of an organ of the OIC",
)
# signs that stand in a release as well: it tells what was agreed, and recalls before it calls upon somebody
_LED: frozenset[SignName] = frozenset({"formula that leads to decisions", "participles of a preamble"})
# signs that a meeting speaks: beside them a statement is no press release but a document of that meeting
_MEETING: frozenset[SignName] = OWN - {"title of a document"}


class NoReportError(Exception):
    """A text that is not a report of the OIC; the message says what was missed, ``reason`` is the reject's.

    ``is_unclaimed``: no sign speaks for it, and neither another organisation nor a newspaper is told by its signs.
    """

    def __init__(self, message: str, reason: RejectReason = "no_report", *, is_unclaimed: bool = False) -> None:
        super().__init__(message)
        self.reason = reason
        self.is_unclaimed = is_unclaimed


@dataclass(frozen=True, slots=True)
class Judgement:
    """A text that is the OIC's: the signs that say so, and what they add to its header.

    ``document_type`` is ``press_release`` where an organ of the OIC states something and no type is printed;
    ``is_statement`` tells that it states something and no meeting speaks; ``is_estimated`` that no sign says whose the
    text is, only what it reads like.
    """

    signs: tuple[Sign, ...]
    document_type: str | None = None
    flags: tuple[Flag, ...] = ()
    is_statement: bool = False
    is_estimated: bool = False


def judge(header: Header, blocks: Sequence[Block], language: Language) -> Judgement:
    """Whether a text is the OIC's own, by its signs.

    Args:
        header: its facts (of the cover, for a collection).
        blocks: all of its blocks, cleaned.
        language: the language that it is read in.

    Raises:
        NoReportError: it is none; ``reason`` is ``other_organisation``, ``news`` or ``no_report``.
    """
    return weigh(header, blocks, find_signs(header, blocks, language), language)


def weigh(header: Header, blocks: Sequence[Block], signs: tuple[Sign, ...], language: Language) -> Judgement:
    """As ``judge``, the signs being found.

    Raises:
        NoReportError: the text is not the OIC's own.
    """
    body = find_paragraphs(blocks, language)
    if not body:
        return _judge_cover(header, blocks, language)
    names = {sign.name for sign in signs}
    if formed := _judge_form(signs, blocks, body, language):
        return formed
    _refuse_law(blocks, language)
    _refuse_guest(blocks, body, language)
    owner = find_owner(header, blocks, language)
    if owner and owner.standing in {"other", "organ"}:
        msg = f"the text of another organisation: {owner.evidence!r}"
        raise NoReportError(msg, "other_organisation")
    publisher = find_publisher(blocks, language)
    is_framed = publisher is not None or stands_under_day(blocks, language)
    is_called = publisher is not None and is_called_release(blocks, language)
    if is_called or (is_framed and not addresses_listeners(body, language)):
        # it may quote who spoke
        names.discard("addressed to listeners")
    if _acts_in_release(blocks, body, language):
        # whom it quotes, and what it announces, is its own
        names -= {"announces a meeting", "quotes or sources"}
    has_own_text = _carries_own_text(names, owner)
    states_something = "statement of an organ of the OIC" in names and not names & (RETOLD | SPOKEN)
    if not has_own_text and not states_something:
        states_something = _is_released(header, blocks, body, names, owner, language)
    is_own = has_own_text or states_something
    is_told = _tells_acts(body, names, language)
    if not is_own and _is_retold(names, is_told=is_told):
        msg = f"news of a meeting without the meeting's own text: {_describe(signs)}"
        raise NoReportError(msg, "news")
    is_theirs = owner is not None and owner.standing == "state" and find_message(blocks, language) is None
    if owner and is_theirs and not (publisher and states_something):
        msg = f"the text of an organ of a state: {owner.evidence!r}; {_describe(signs)}"
        raise NoReportError(msg, "other_organisation")
    if not is_own and not is_told:
        whose = f"the text is of {owner.evidence!r}" if owner else "nothing says whose the text is"
        what = "not the text of a meeting, nor a statement or a speech of an organ of the OIC"
        msg = f"{what}; {_describe(signs)}; {whose}"
        raise NoReportError(msg, is_unclaimed=True)
    thanked = None if is_own else find_thanked(header.title or "", language)
    if thanked:
        msg = f"what another organisation tells of thanks to itself: {thanked!r}; {_describe(signs)}"
        raise NoReportError(msg, "other_organisation")
    is_told_here = _tells_of_itself(header, blocks, body, names, language)
    missing = [] if states_something or is_told_here else find_missing(header, blocks, body, language, owner)
    if missing:
        msg = f"too little of what reports of the OIC have; missing: {', '.join(missing)}"
        raise NoReportError(msg)
    # a headline names the document of which the OIC tells, not the statement itself
    is_unnamed = not _is_typed(header) or bool(names & HEADLINE)
    is_released = is_told_here or (states_something and not has_own_text)
    release = "press_release" if is_released and is_unnamed else None
    is_statement = not names & _MEETING and (states_something or _is_titled_statement(header, body, language))
    return Judgement(signs, release, flag_excerpt(blocks, body), is_statement)


def _judge_form(
    signs: tuple[Sign, ...], blocks: Sequence[Block], body: Sequence[Block], language: Language
) -> Judgement | None:
    """The judgement of a text whose form says enough: what is spoken for the OIC, a statute of it; None for others."""
    names = {sign.name for sign in signs}
    spoken = _find_spoken_type(blocks, names, language)
    if spoken:
        return Judgement(signs, spoken)
    statute = find_statute_type(blocks, language)
    if statute and not names & _ABOUT_LAWS:
        return Judgement(signs, statute, flag_excerpt(blocks, body))
    return None


def _is_titled_statement(header: Header, body: Sequence[Block], language: Language) -> bool:
    """Whether a title says that an organ or a group of the OIC states something, and nobody who met declares it."""
    if header.document_type not in {"statement", "declaration"} or tells_of_meeting(header):
        return False
    dateline = find_dateline(body[0].text, language, 1)
    if load_pattern("declaring", language).match(body[0].text[dateline.end if dateline else 0 :]):
        return False
    owner = find_title_owner(header.title or "", language)
    return owner is not None and owner.standing == "own" and owner.is_named


def _tells_of_itself(
    header: Header, blocks: Sequence[Block], body: Sequence[Block], names: set[SignName], language: Language
) -> bool:
    """Whether a text that calls itself nothing tells what the OIC or its organ did, and no meeting speaks in it.

    A delegation that agreed on what follows, or a commission that calls upon a state in the words of a recital, is told
    of in prose: on a page of the OIC's own, or where a deed of its organ begins the text. A meeting has a body and a
    session, a preamble or numbers.
    """
    is_of_meeting = header.document_type is not None or tells_of_meeting(header)
    if is_of_meeting or names & (SPOKEN | _MEETING - _LED) or stands_under_about(blocks, language):
        return False
    if find_publisher(blocks, language) is not None:
        return is_prose(body, language)
    is_led = "participles of a preamble" in names
    return not is_led and tells_of_ours(body, language) and find_deed(blocks, body, language) is not None


def _acts_in_release(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> bool:
    """Whether the OIC, its organ or its officer acts in the first sentence of what a line above calls a release."""
    lines = [line for block in find_above_text(blocks, language) for line in block.text.split("\n")]
    if not any(marks_release(line, language) for line in lines):
        return False
    dateline = find_dateline(body[0].text, language, 1)
    text = body[0].text[dateline.end if dateline else 0 :]
    sentence = text[slice(*split_sentences(text)[0])]
    return find_actor(sentence, language) is not None


def _judge_cover(header: Header, blocks: Sequence[Block], language: Language) -> Judgement:
    """A cover and its contents, the text left out: an extract, where it is the OIC's own.

    It names the type of the text, and whose it is: by its symbol, its body; or the numbers of its resolutions say both.

    Raises:
        NoReportError: the blocks are no cover, or one of others.
    """
    has_index = any(block.role == "table" for block in blocks)
    has_numbers = _has_own_number(blocks)
    is_typed = _is_typed(header)
    is_known = bool(
        header.symbol
        or (is_typed and header.body_id)
        # rows of several sessions are an index that others made
        or (has_numbers and (is_typed or header.session))
    )
    if not (has_index and is_known):
        msg = "no paragraph of a report was found: no numbered paragraph and no sentence that tells of a meeting"
        raise NoReportError(msg, is_unclaimed=True)
    owner = find_owner(header, blocks, language)
    if owner and owner.standing != "own":
        msg = f"the cover of another organisation: {owner.evidence!r}"
        raise NoReportError(msg, "other_organisation")
    # ``SEVENTH ISLAMIC SUMMIT CONFERENCE`` above ``RESOLUTION NO. 1/7-P(IS)``: the rows say what the text is
    unnamed = "resolution" if has_numbers and not is_typed else None
    return Judgement((), unnamed, (Flag("excerpt", "judgement.cover", "warning", note="a cover and its index"),))


def _has_own_number(blocks: Sequence[Block]) -> bool:
    """Whether rows of an index name resolutions as the OIC does: of a summit (``27/8-E(IS)``), several of a session."""
    rows = [block.text for block in blocks if block.role == "table"]
    numbers = [number for row in rows if (number := read_number(row)) and number.suffix]
    sessions = Counter((number.session, number.suffix) for number in numbers)
    return any(map(names_summit, rows)) or max(sessions.values(), default=0) >= _LEAST_ROWS


def _is_typed(header: Header) -> bool:
    """Whether the type of a document is printed above its text."""
    return header.document_type_source in {"title", "header", "symbol"}


def _is_released(
    header: Header,
    blocks: Sequence[Block],
    body: Sequence[Block],
    names: set[SignName],
    owner: Owner | None,
    language: Language,
) -> bool:
    """Whether a text is a press release of the OIC's, since it stands on a page of its own or under the page's day.

    What the OIC's own site tells of a meeting is its release, whom it quotes or announces.
    """
    publisher = find_publisher(blocks, language)
    told = names & (NEWS - {"quotes or sources"} | _TOLD | TELLERS | SPOKEN)
    is_told = bool(told) or _is_reported(blocks, body, names, language)
    site = find_site(blocks)
    bare = leave_site(blocks)
    says_so = site is None or find_publisher(bare, language) is not None or stands_under_day(bare, language)
    if not says_so and (_tells_acts(body, names, language) or speaks_as_one(body, language)):
        # a report that lost its title, a speech: no release on a site of which no line says whose it is
        return False
    if (publisher is None or site is not None) and not is_told and find_deed(blocks, body, language) is not None:
        return not stands_under_about(blocks, language)
    # on a page of an organ's own the title may name it, and the text say ``the Commission``
    said = [body[0].text, header.title or ""] if publisher else [body[0].text]
    is_ours = any(names_organisation(text, language) or find_body(text, language) is not None for text in said)
    is_ours = is_ours or site is not None
    if names & SPOKEN or not is_ours or stands_under_about(blocks, language):
        return False
    if publisher is not None:
        return True
    is_of_ours = owner.standing == "own" if owner else _opens_meeting_of_ours(body[0].text, language)
    return is_of_ours and stands_under_day(blocks, language) and not _is_reported(blocks, body, names, language)


def _tells_acts(body: Sequence[Block], names: set[SignName], language: Language) -> bool:
    """Whether a meeting acts in paragraphs of a text that begins with it.

    Who tells what a meeting did says seldom that it met; a text of its own begins with that, or is an extract, whose
    paragraphs have numbers.
    """
    if "paragraphs in which a meeting acts" not in names or names & (SPOKEN | HEADLINE):
        return False
    openings = (find_form("opening_verbs", block.text[:OPENING_REACH], language) for block in body[:OPENING_BLOCKS])
    return any(openings) or any(block.ordinal is not None for block in body)


def _is_retold(names: set[SignName], *, is_told: bool) -> bool:
    """Whether others tell of a meeting, or of a statement of the OIC."""
    states = "statement of an organ of the OIC" in names
    return bool(names & NEWS) or (states and bool(names & _TOLD)) or (is_told and bool(names & TELLERS))


def _carries_own_text(names: set[SignName], owner: Owner | None) -> bool:
    """Whether the signs show the meeting's own text.

    A title or numbers alone do not where the text quotes, announces, or has an author. A speech, a law and minutes of
    a parliament say "we" and have articles: they need a symbol, or numbered paragraphs in which a meeting acts.
    """
    own = names & OWN
    is_of_ours = owner is not None and owner.standing == "own"
    if owner and owner.is_named and is_of_ours and "title of a document" in own and own & _PREAMBLES:
        # a declaration of rights has articles
        return "addressed to listeners" not in names
    if names & SPOKEN:
        return is_of_ours and bool(own & {"document symbol", "numbered paragraphs in which a meeting acts"})
    if "digest of decisions" in names:
        own -= _DIGESTED
    if names & {"quotes or sources", "announces a meeting", "byline"}:
        own -= WEAK
    if "page of news" in names:
        # who tells of a meeting lists what was decided, too
        own -= {"formula that leads to decisions"}
    return bool(own)


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


def _is_own_speech(blocks: Sequence[Block], names: set[SignName], language: Language) -> bool:
    """Whether an officer of the OIC speaks, and no newspaper around him, unless on a page of the OIC's own."""
    is_told = bool(names & {*_TOLD, "digest of decisions"}) and find_publisher(blocks, language) is None
    return not is_told and find_speech(blocks, language) is not None


def _find_spoken_type(blocks: Sequence[Block], names: set[SignName], language: Language) -> str | None:
    """The type of what an officer of the OIC says, or a delegate for its member states, quoted by nobody; or None."""
    if _is_own_speech(blocks, names, language):
        return "speech"
    stated = None if names & _QUOTED else find_group_statement(blocks, language)
    return stated.document_type if stated else None


def _refuse_law(blocks: Sequence[Block], language: Language) -> None:
    """Refuse the law of a state that publishes what member states of the OIC agreed on.

    Raises:
        NoReportError: such a law stands above the convention.
    """
    law = find_law_above(blocks, language)
    if law:
        msg = f"the law of a state that publishes a convention: {law!r}"
        raise NoReportError(msg, "other_organisation")


def _refuse_guest(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> None:
    """Refuse what a guest said, which a site of the OIC's own prints.

    Raises:
        NoReportError: who speaks to listeners there stands for another organisation, or for a state.
    """
    guest = find_guest(blocks, language) if find_site(blocks) and addresses_listeners(body, language) else None
    if guest:
        msg = f"the speech of a guest: {guest!r}"
        raise NoReportError(msg, "other_organisation")


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
