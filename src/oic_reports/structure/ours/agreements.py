"""Who agrees in a convention: member states of the OIC, as parties to the text in which they speak.

``The Governments of the Member States of the OIC, signatory to this Agreement,`` says whose a text is, where its title
names only what it is about. Member states of other organisations and institutions, what is told of the OIC's, and the
law of a state that publishes what they agreed on are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import is_preambular
from oic_reports.structure.lines.printed_lines import drop_vowels
from oic_reports.structure.names.organisations import find_organisations, find_silent
from oic_reports.structure.names.statute_types import read_statute_type
from oic_reports.structure.text_blocks import is_body

# code points from the first words of those who agree to the end of the preamble
_AGREED_REACH = 6000
# code points behind the OIC's name, to the end of the clause, in which it is an institution's or others stand beside it
_NAME_REACH = 120
# paragraphs in which a law says that it ratifies what follows
_LAW_PARAGRAPHS = 3
# where a clause of a sentence may begin
CLAUSE = compile_pattern(r"[,،؛;)]\s+|\s(?=و?[إا]ذ\s)")
# roles of blocks in which those who agree may speak
_TEXT = frozenset({"header", "heading", "preamble", "operative", "list_item"})


def opens_convention(text: str, language: Language) -> bool:
    """Whether member states of the OIC begin to speak that are parties to the text itself, or agree on what follows.

    ``The Governments of the Member States of the OIC, signatory to this Agreement,``; those of an institution or of
    another organisation are none.
    """
    speaks = _find_agreeing(text, language)
    if speaks is None:
        return False
    names: tuple[PatternName, ...] = ("party_to_this", "have_agreed")
    return any(load_pattern(name, language).search(drop_vowels(text), speaks.end()) for name in names)


def _find_agreeing(text: str, language: Language) -> re.Match[str] | None:
    """The member states of the OIC with which a text begins, by whatever agreement among them they are named."""
    plain = drop_vowels(text)
    speaks = load_pattern("agreeing_states", language).match(plain)
    if speaks is None:
        return None
    named = plain[: speaks.end()] + plain[speaks.end() : speaks.end() + _NAME_REACH].split(",")[0].split("،")[0]
    is_others = any(one.standing == "other" for one in find_organisations(named, language))
    return None if is_others or find_silent(named, language) else speaks


def find_party(blocks: Sequence[Block], language: Language) -> int | None:
    """The place of the first paragraph of a convention, in which member states of the OIC speak that agree; else None.

    Below a paragraph of who tells of it, it is a part of their text.
    """
    for place, block in enumerate(blocks):
        if block.role not in _TEXT:
            continue
        if _find_agreeing(block.text, language):
            texts = [other.text for other in blocks[place:] if other.role in _TEXT]
            below = "\n".join(texts)[:_AGREED_REACH]
            is_preamble = opens_convention(below, language) and _goes_on(texts, below, language)
            return place if is_preamble else None
        if is_body(block) and not load_pattern("invocation", language).match(block.text):
            return None
    return None


def _goes_on(texts: Sequence[str], below: str, language: Language) -> bool:
    """Whether recitals follow on those who agree, or that they have agreed: a paper on a convention has neither."""
    if load_pattern("have_agreed", language).search(drop_vowels(below)):
        return True
    clauses = (texts[0][mark.end() :] for mark in CLAUSE.finditer(texts[0]))
    recitals = map(drop_vowels, (*clauses, *texts[1:]))
    return any(is_preambular(text, language) for text in recitals)


def find_type_of_parties(blocks: Sequence[Block], start: int, language: Language) -> tuple[int, range, str] | None:
    """What those who agree call the text to which they are parties, from the block on in which they begin to speak."""
    names: tuple[PatternName, ...] = ("party_to_this", "statute_itself")
    for name in names:
        for place, block in enumerate(blocks[start:], start):
            named = load_pattern(name, language).search(block.text) if block.role in _TEXT else None
            kind = read_statute_type(named.group("type"), language) if named else None
            if named and kind:
                return place, range(*named.span("type")), kind
    return None


def find_law_above(blocks: Sequence[Block], language: Language) -> str | None:
    """The words above the title of a convention, or above those who agree, by which a law ratifies or publishes it.

    None where no member states of the OIC speak below.
    """
    if not any(block.role in _TEXT and _find_agreeing(block.text, language) for block in blocks):
        return None
    law = load_pattern("law_title", language)
    for block in blocks:
        if block.role not in {"title", *_TEXT}:
            continue
        for line in map(drop_vowels, block.text.split("\n")):
            if read_statute_type(line, language) or _find_agreeing(line, language):
                return None
            named = law.search(line)
            if named:
                return named.group().strip()
    return None


def is_enacted(blocks: Sequence[Block], language: Language) -> bool:
    """Whether a law that ratifies or publishes a text is named above it, or in its first paragraphs."""
    law = load_pattern("law_title", language)
    body = [place for place, block in enumerate(blocks) if is_body(block)][:_LAW_PARAGRAPHS]
    above = blocks[: body[-1] + 1] if body else blocks
    return any(law.search(drop_vowels(block.text)) for block in above)
