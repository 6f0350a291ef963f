"""Whose a text is: by its symbol, its title, the body that acts in its opening sentence, its letterhead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_opening
from oic_reports.structure.lines.printed_lines import is_organisation
from oic_reports.structure.names.bodies import names_organisation
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.datelines import find_dateline
from oic_reports.structure.names.officers import find_own_office
from oic_reports.structure.names.organisations import (
    Owner,
    find_acting_owner,
    find_institution,
    find_institutions,
    find_letterhead_owner,
    find_state,
    find_title_owner,
    names_institution,
)
from oic_reports.structure.ours.conveners import find_convener
from oic_reports.structure.ours.extracts import find_extract_mark
from oic_reports.structure.ours.foreign_signs import find_declaring_states
from oic_reports.structure.ours.openings import OPENING_BLOCKS, OPENING_REACH
from oic_reports.structure.ours.own_signs import find_mark
from oic_reports.structure.ours.typed_titles import find_title_of_type
from oic_reports.structure.page.banner import find_publisher
from oic_reports.structure.page.release_words import marks_release
from oic_reports.structure.text_blocks import find_above_text, find_paragraphs

# code points of a line that names who enacts a resolution and nothing else
_ENACTING_LENGTH = 60
# who enacts, inside a line that a page ran together: ``… of religions The General Assembly, Recalling the Charter``
_RUN_IN_ACTOR = compile_pattern(
    r"(?:\bThe\s|\bL['’]\s?|\bL[ea]\s|(?<!\w)إن\s)[^,،.;:]{3,56}[,،]\s+(?=[A-ZÀ-Þ\u0621-\u064a])"
)
# code points of such a line above what is decided
_RUN_IN_REACH = 4000
_MARK = compile_pattern(r"\s?(?:[:–—]|-(?=\s))\s*")
# roles of blocks that are of a text
_OF_TEXT = frozenset({"title", "header", "heading", "preamble", "operative"})


def find_owner(header: Header, blocks: Sequence[Block], language: Language) -> Owner | None:
    """Whose a text is, and the words that say so; None where nothing says it.

    A symbol of the OIC, or a resolution's number in its form (``8/35-C``), decides, unless another organisation acts
    below the number; that of an institution (``OIC/IOFS/2020/REP``) does so where nothing else does. Else the title of
    a document; then the body that acts in the opening sentence, which goes before a headline (``Pakistan welcomes the
    communiqué of the OIC``); then a letterhead.
    """
    mark = find_mark(header)
    front = [line for block in blocks if block.role in {"title", "header"} for line in block.text.split("\n")]
    body = find_paragraphs(blocks, language)
    counting = _find_counting_owner(header, body, language) if mark else None
    if mark and (counting or not names_institution(mark)):
        return counting or Owner("own", mark)
    foreign = _find_foreign(header, blocks, front, language)
    if foreign:
        return Owner("other", foreign)
    enacting = _find_enacting_owner(blocks, language)
    if enacting:
        return enacting
    typed = find_title_of_type(blocks, language)
    above = find_title_owner(typed, language) if typed else None
    title = find_title_owner((header.title or "").replace("\n", " "), language)
    if above is None and typed and title:
        # the type stands on a line of its own
        above = title
    if above and above.is_named:
        return above
    # a cover and its contents have no paragraph
    opening_text = _leave_dateline(body[0].text, language)[:OPENING_REACH] if body else ""
    others = (
        find_institution(front, opening_text, language)
        or _find_other_declarers(body, language)
        or _find_convener(header, blocks, body, language)
    )
    if others:
        return Owner("other", others)
    # an extract begins with whoever spoke, or in the middle of a sentence
    is_extract = not body or (body[0].ordinal or 1) > 1 or find_extract_mark(blocks, body) is not None
    state = None if is_extract else find_state(opening_text, language)
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
    found = letterhead or above or opening or title or _find_lead_owner(blocks, language)
    return Owner("other", mark) if mark and found is None else found


def _find_foreign(header: Header, blocks: Sequence[Block], front: Sequence[str], language: Language) -> str | None:
    """The words by which a page is another's, whatever it names: the symbol of its releases, who acts first in it."""
    lines = [line for block in find_above_text(blocks, language) for line in block.text.split("\n")]
    pressed = next(filter(None, map(load_pattern("press_symbol", "en").match, [*front, *lines])), None)
    if pressed:
        # a press release of the United Nations may name the OIC in its headline
        return pressed.group().strip()
    body = find_paragraphs(blocks, language)
    publisher = find_publisher(blocks, language)
    # the OIC tells in a release of its own who received its officers
    is_own = any(marks_release(line, language) and names_organisation(line, language) for line in [*front, *lines])
    if not body or is_own or (publisher and not marks_release(publisher, language)):
        return None
    opening = _leave_dateline(body[0].text, language)[:OPENING_REACH]
    leads = [block.text for block in blocks if block.subrole == "press_lead"]
    return _find_other_actor([opening, (header.title or "").replace("\n", " "), *front, *leads], language)


def _find_other_actor(texts: Sequence[str], language: Language) -> str | None:
    """The officer of the United Nations with whom a line begins, or the institution whose officer acts in the first.

    ``The United Nations Secretary-General met``, ``Le Directeur général de l'ICESCO a reçu``.
    """
    world = load_pattern("un_officer", language)
    found = next(filter(None, map(world.match, texts)), None)
    if found:
        return found.group().strip()
    sentence = texts[0][slice(*split_sentences(texts[0])[0])]
    office, before = load_pattern("office", language), load_pattern("before_actor", language)
    for start, end in find_institutions(sentence, language)[:1]:
        above = sentence[:start]
        # the name alone may begin a list of those who took part
        is_first = office.search(above) is not None and before.fullmatch(office.sub("", above)) is not None
        if is_first and not names_organisation(above, language) and find_own_office(sentence[:end], language) is None:
            return sentence[start:end]
    return None


def _leave_dateline(text: str, language: Language) -> str:
    """A paragraph behind its dateline, of a city alone too: ``Rabat – The Minister of Culture received``."""
    dateline = find_dateline(text, language, 1)
    if dateline:
        return text[dateline.end :]
    city = find_opening("cities", text, language)
    mark = _MARK.match(text, city.end("form")) if city else None
    return text[mark.end() :] if mark else text


def _find_counting_owner(header: Header, body: Sequence[Block], language: Language) -> Owner | None:
    """The other organisation that enacts a resolution which it numbers as the OIC does; or None.

    ``Resolution No. 1/5-CONF`` above ``The 5th Session of the Conference of the Parliamentary Union …``.
    """
    if header.symbol or not body or not load_pattern("enacting", language).match(body[0].text):
        return None
    acting = find_acting_owner(body[0].text[:OPENING_REACH], language)
    return acting if acting and acting.is_named and acting.standing == "other" else None


def _find_other_declarers(body: Sequence[Block], language: Language) -> str | None:
    """The words by which those who declare are no organ of states: ``We, the representatives of civil society``."""
    declare = load_pattern("others_declare", language)
    found = next(filter(None, (declare.match(block.text) for block in body[:OPENING_BLOCKS])), None)
    return found.group().strip() if found else None


def _find_convener(header: Header, blocks: Sequence[Block], body: Sequence[Block], language: Language) -> str | None:
    """The institution that called a meeting of no body of the OIC together; on the OIC's own pages, none."""
    if header.body_id is not None or find_publisher(blocks, language):
        return None
    return find_convener(header.title or "", body, language)


def _find_lead_owner(blocks: Sequence[Block], language: Language) -> Owner | None:
    """The other organisation that acts in a press lead, where the text itself names none and the lead none of ours."""
    lead = " ".join(block.text for block in blocks if block.subrole == "press_lead")[:OPENING_REACH]
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
        run_in = _find_run_in_organ(block.text, language) if block.role in _OF_TEXT else None
        if run_in:
            return run_in
        if block.role in {"preamble", "operative"}:
            break
    return None


def _find_run_in_organ(text: str, language: Language) -> Owner | None:
    """The organ of the United Nations that enacts inside a line, above its first recital."""
    for actor in _RUN_IN_ACTOR.finditer(text, 0, _RUN_IN_REACH):
        if find_form("opening_verbs", text[: actor.start()], language):
            # a meeting quotes what an organ of the United Nations enacted
            return None
        owner = find_acting_owner(actor.group().strip(), language)
        if owner and owner.standing == "organ" and find_opening("preambular_openings", text[actor.end() :], language):
            return owner
    return None


def _find_openings(body: Sequence[Block], language: Language) -> Iterator[str]:
    """The first paragraphs to the one that tells of a meeting; a participle (``Recalling``) tells only of others.

    An Arabic one that begins with who invited (``بناء على دعوة كريمة من … اجتمع …``) speaks from its verb on.
    """
    invitation = load_pattern("clause_invitation", language)
    for block in body[:OPENING_BLOCKS]:
        text = block.text[:OPENING_REACH]
        met = find_form("opening_verbs", text, language)
        if not find_opening("preambular_openings", text, language):
            yield text
        elif met and language == "ar" and invitation.match(text):
            yield text[met.start("form") :]
        if met:
            return
