"""Texts that are taken by what they read like: how much text that takes, which of their lines are text, their form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Language
from oic_reports.structure.forms import find_opening
from oic_reports.structure.names.bodies import find_body, names_organisation
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.ours.sign_kinds import Sign
from oic_reports.structure.text_blocks import find_above_text, find_paragraphs

# code points of paragraphs: a sentence or two read like nothing
LEAST_TEXT = 400
# code points: a title that is longer is a text that a page runs into one line
LONGEST_TITLE = 300
_ABOVE = frozenset({"title", "header", "heading"})
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

    In prose somebody tells, without numbers or recitals, what the OIC or an organ of it did; no sign of news, nor of a
    text of its own, is there. None where its form says neither.
    """
    names = {sign.name for sign in signs}
    if "addressed to listeners" in names:
        return "speech"
    if names or not paragraphs or any(block.label or block.ordinal for block in paragraphs):
        return None
    first = paragraphs[0].text
    sentence = first[slice(*split_sentences(first)[0])]
    is_recited = find_opening("preambular_openings", first, language) is not None
    is_named = names_organisation(sentence, language) or find_body(sentence, language) is not None
    return "press_release" if is_named and not is_recited and first[:1].upper() == first[:1] else None
