"""Signs that a text is a meeting's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_opening
from oic_reports.structure.lines.printed_lines import is_closed
from oic_reports.structure.lines.resolutions import is_counted_through
from oic_reports.structure.names.acts import VERB_REACH, has_verb, is_acting
from oic_reports.structure.names.bodies import find_body, names_organisation
from oic_reports.structure.ours.openings import FIRST_REACH
from oic_reports.structure.ours.organ_statements import find_message, find_release, find_stating
from oic_reports.structure.ours.sign_kinds import Sign
from oic_reports.structure.ours.typed_titles import find_presented, find_title_of_type

# one paragraph may begin with a verb by chance; two do not
_SEVERAL = 2
# code points before words that lead to something in which they say that it was decided
_LEAD_REACH = 120
# minutes have three numbered paragraphs and more; two numbers may be dates or sums
_ACCOUNT = 3
# a verse, the name of God and a heading stand above the words of those who met
_SPOKEN_BY = 4
_LATIN_LETTER = compile_pattern(r"\W*[a-z]\W*", re.IGNORECASE)


def find_own_signs(
    header: Header, blocks: Sequence[Block], body: Sequence[Block], language: Language
) -> Iterator[Sign]:
    """The signs that a text is the meeting's own, ``body`` being the blocks of the text itself."""
    mark = find_mark(header)
    if mark:
        yield Sign("document symbol", mark)
    titled = find_title_of_type(blocks, language) or find_presented(blocks, language)
    if titled:
        yield Sign("title of a document", titled)
    lead = next((block for block in blocks if block.subrole == "press_lead" and _announces(block, language)), None)
    if lead and body:
        yield Sign("lead that announces the text", lead.text[-VERB_REACH:])
    acting = [block for block in body if is_acting(block.text, language)]
    numbered = [block for block in body if _is_numbered_paragraph(block, language)]
    labelled = [block for block in numbered if has_verb(block.text, language, VERB_REACH)]
    if len(labelled) >= _SEVERAL or (labelled and len(labelled) == len(body)):
        yield Sign("numbered paragraphs in which a meeting acts", labelled[0].text[:VERB_REACH])
    opens = find_form("opening_verbs", body[0].text[:FIRST_REACH], language) if body else None
    # the last one may be cut off
    told = sum(_is_counted(block) and (is_closed(block.text) or block is body[-1]) for block in body)
    if opens and told >= _ACCOUNT:
        yield Sign("numbered account of a meeting", opens.group("form"))
        if body[0].ordinal == 1 and _is_counted(body[0]) and find_body(body[0].text[:FIRST_REACH], language):
            # a newspaper may number what was decided, not its lead
            yield Sign("account numbered from the opening on", opens.group("form"))
    if len(acting) >= _SEVERAL:
        yield Sign("paragraphs in which a meeting acts", acting[0].text[:VERB_REACH])
    participles = [block for block in body if find_opening("preambular_openings", block.text, language)]
    if participles and (len(participles) >= _SEVERAL or labelled):
        yield Sign("participles of a preamble", participles[0].text[:VERB_REACH])
    leading = next((block for block in body if leads_to_decisions(block.text, language)), None)
    if leading:
        yield Sign("formula that leads to decisions", leading.text[-VERB_REACH:])
    declares = next((block for i, block in enumerate(body[:_SPOKEN_BY]) if _declares(block.text, language, i)), None)
    if declares:
        yield Sign("first person plural of a declaration", declares.text[:VERB_REACH])
    stating = find_stating(blocks, body, language) or find_message(blocks, language)
    stating = stating or find_release(header, blocks, body, language)
    if stating:
        yield Sign("statement of an organ of the OIC", stating[:VERB_REACH])


def leads_to_decisions(text: str, language: Language) -> bool:
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


def _declares(text: str, language: Language, place: int) -> bool:
    """Whether those who met speak; below a verse or a heading they name the OIC or its body, since news quotes too."""
    if not load_pattern("declaring", language).match(text):
        return False
    return place == 0 or names_organisation(text, language) or find_body(text, language) is not None


def find_mark(header: Header) -> str | None:
    """The symbol of a text, or its resolution's number in the form of the OIC's own: ``8/35-C``, not ``105 (3/18)``."""
    number = header.resolution_number
    return header.symbol or (None if number and is_counted_through(number) else number)
