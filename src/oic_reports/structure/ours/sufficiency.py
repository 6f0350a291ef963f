"""Whether a text has enough of what reports of the OIC have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oic_reports.language.states import find_states
from oic_reports.model import Block, Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form
from oic_reports.structure.names.bodies import names_organisation
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.organisations import Owner, find_silent
from oic_reports.structure.ours.openings import FIRST_REACH, OPENING_BLOCKS

# what a report has of body, name, type, opening, numbers, speakers: three of them, a body or symbol counted twice
_ENOUGH = 3
# numbered paragraphs, paragraphs in which a meeting speaks, member states: two of them any text may have
_SEVERAL = 3
# code points to the end of the meeting's name in a paragraph in which it speaks
_SPEAKER_REACH = 60


def find_missing(
    header: Header, blocks: Sequence[Block], body: Sequence[Block], language: Language, owner: Owner | None
) -> list[str]:
    """What a text lacks of what reports of the OIC have: symbol, body, name, type in a title, numbers, speakers.

    Empty where it has enough of it, whatever it lacks.
    """
    # a newspaper's lead says whose the text is that follows
    text = "\n".join(block.text for block in blocks if block.role != "boilerplate" or block.subrole == "press_lead")
    last = body[min(len(body), OPENING_BLOCKS) - 1]
    front = "\n".join(block.text for block in blocks[: blocks.index(last) + 1])
    is_extract = (body[0].ordinal or 1) > 1
    speaking = sum(find_form("speakers", said[:_SPEAKER_REACH], language) is not None for said in _part(blocks, body))
    numbered = sum(block.ordinal is not None for block in body)
    opens = find_form("opening_verbs", body[0].text[:FIRST_REACH], language) is not None
    # a text that thanks the OIC further down is none of its own for that
    is_named = names_organisation(text, language) if is_extract else _is_named_as_actor(front, language)
    is_ours = bool(header.symbol or header.body_id or owner or is_named)
    signs = {
        "document symbol": 2 * bool(header.symbol),
        "body of the OIC": 2 * bool(header.body_id or (owner and owner.standing == "own")),
        "name of the organisation": int(names_organisation(text, language)),
        "type of document": int(header.document_type is not None and header.document_type_source != "first_sentence"),
        "sentence that opens a meeting": int(opens),
        "numbered paragraphs": int(numbered >= _SEVERAL),
        "paragraphs in which a meeting speaks": int(speaking >= _SEVERAL),
    }
    if sum(signs.values()) == _ENOUGH - 1 or not is_ours:
        # looked for last, since it takes longest
        signs["member states"] = int(len({state.iso2 for state in find_states(text, language)}) >= _SEVERAL)
    has_enough = sum(signs.values()) >= _ENOUGH and (is_ours or bool(signs["member states"]))
    return [] if has_enough else [sign for sign, weight in signs.items() if not weight]


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
