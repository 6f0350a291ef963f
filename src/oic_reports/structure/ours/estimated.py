"""Texts that are taken by what they read like: how much text that takes, which of their lines are text, their form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening
from oic_reports.structure.names.bodies import find_body, names_organisation
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.organisations import find_organisations
from oic_reports.structure.ours.sign_kinds import NEWS, TELLERS, Sign, SignName
from oic_reports.structure.text_blocks import find_above_text, find_paragraphs

# code points of paragraphs: a sentence or two read like nothing
LEAST_TEXT = 400
# code points: a title that is longer is a text that a page runs into one line
LONGEST_TITLE = 300
_ABOVE = frozenset({"title", "header", "heading"})
# signs of who prints a text, and of what is told in it: a release that others carry has them as well
_OF_TOLD: frozenset[SignName] = (
    (NEWS - {"says what the OIC is", "digest of decisions"})
    | TELLERS
    | {
        "statement told by others",
        "dateline of an agency",
        "statement of an organ of the OIC",
    }
)
# words of who gives the text of another below
_GIVING: tuple[PatternName, ...] = ("press_text", "text_announced", "text_caption")
# a sentence ends inside the line: what is long without is a menu or a list of names
_SENTENCE = compile_pattern(r"[^\W\d_]{3}[.;!?؟؛]\s+\W*[^\W\d_]")
_MENU = compile_pattern(r"\s[|•›»]\s")
# the data of a page, not its text: ``{"id":185805,"date":``, ``<p style=\"…``
_DATA = compile_pattern(r"\s*\[?\{\s*\"|\\\"|</?(?:p|div|span|br)\b")


def name_long_lines(blocks: Sequence[Block], language: Language) -> tuple[Block, ...]:
    """Blocks of a text of which no rule found where it begins: what is too long for a title above it is a paragraph."""
    above = sum(1 for _ in find_above_text(blocks, language))
    return tuple(
        replace(block, role="operative", subrole=None) if place < above and _is_text(block) else block
        for place, block in enumerate(blocks)
    )


def _is_text(block: Block) -> bool:
    is_long = block.role in _ABOVE and len(block.text) > LONGEST_TITLE
    return is_long and _SENTENCE.search(block.text) is not None and _MENU.search(block.text) is None


def has_enough_text(blocks: Sequence[Block], language: Language) -> bool:
    """Whether there is enough text to tell what it reads like, and text it is."""
    body = find_paragraphs(name_long_lines(blocks, language), language)
    is_data = any(_DATA.search(block.text) for block in body)
    return not is_data and sum(len(block.text) for block in body) >= LEAST_TEXT


def name_form(signs: Sequence[Sign], paragraphs: Sequence[Block], language: Language) -> str | None:
    """What a text is that calls itself nothing: a speech by those whom it addresses, else a press release by its prose.

    In prose somebody tells, without numbers or recitals, what the OIC or an organ of it did. Whoever prints it frames
    it with days and links, and whom it quotes or what it announces is its own; no sign of a meeting's own text is
    there. None where its form says neither.
    """
    names = {sign.name for sign in signs}
    if "addressed to listeners" in names:
        return "speech"
    return "press_release" if names <= _OF_TOLD and tells_of_ours(paragraphs, language) else None


def tells_of_ours(paragraphs: Sequence[Block], language: Language) -> bool:
    """Whether paragraphs are prose whose first sentence names the OIC or an organ of it."""
    if not is_prose(paragraphs, language):
        return False
    first = paragraphs[0].text
    sentence = first[slice(*split_sentences(first)[0])]
    organs = (one for one in find_organisations(sentence, language) if one.standing == "own")
    return names_organisation(sentence, language) or find_body(sentence, language) is not None or any(organs)


def is_prose(paragraphs: Sequence[Block], language: Language) -> bool:
    """Whether paragraphs tell something, without numbers or recitals; they may have bullets.

    What says that a text stands below is of who gives that text.
    """
    if not paragraphs or any(block.ordinal is not None for block in paragraphs):
        return False
    first = paragraphs[0].text
    sentence = first[slice(*split_sentences(first)[0])]
    is_recited = find_opening("preambular_openings", first, language) is not None
    is_given = any(load_pattern(name, language).search(sentence) for name in _GIVING)
    return not (is_recited or is_given) and first[:1].upper() == first[:1]
