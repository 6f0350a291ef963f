"""All repairs of a document's paragraphs, in an order in which one makes the next possible, until nothing changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.cleaning.draft import Draft
from oic_reports.cleaning.hyphens import join_closed_dashes, join_divided_names, join_divided_words
from oic_reports.cleaning.letter_forms import repair_letter_forms
from oic_reports.cleaning.lost_accents import flag_lost_accents
from oic_reports.cleaning.lost_glyphs import restore_lost_glyphs
from oic_reports.cleaning.markup import remove_markup
from oic_reports.cleaning.phrases import repair_misread
from oic_reports.cleaning.question_marks import restore_question_marks
from oic_reports.cleaning.slots import repair_in_slots
from oic_reports.cleaning.strangers import repair_strangers
from oic_reports.cleaning.word_spaces import repair_spaces
from oic_reports.codes import FlagName
from oic_reports.language.attested import Evidence
from oic_reports.model import Block, Flag, Language

# a rule may wait for what another one puts right, and that for a third; damage that needs more is no text any more
_MOST_ROUNDS = 5
_FLAG_OF_KIND: dict[str, FlagName] = {
    "markup": "markup_artefact",
    "glyph_loss": "glyph_loss",
    "glyph_misread": "glyph_misread",
    "foreign_script": "foreign_script",
    "letter_form": "letter_form",
}


def clean_blocks(blocks: Sequence[Block], language: Language) -> tuple[Block, ...]:
    """Give each block its ``text``, ``repairs`` and flags; ``text_raw`` stays as it is."""
    evidence = Evidence(language, [block.text for block in blocks])
    return tuple(_clean_block(block, evidence) for block in blocks)


def clean_text(text_raw: str, evidence: Evidence, line_ends: Sequence[int] = ()) -> Draft:
    """Repair one text; the evidence is the whole document's, ``line_ends`` are where its printed lines end.

    Words that lost an accent, in which nothing is put right, are flagged in blocks alone.
    """
    return _clean(Draft(text_raw, line_ends), evidence)


def _clean(draft: Draft, evidence: Evidence) -> Draft:
    """Apply all rules, and again where one changed the text: what it put right may be what another waits for."""
    for _ in range(_MOST_ROUNDS):
        before = draft.text
        _apply_rules(draft, evidence)
        if draft.text == before:
            break
    return draft


def _apply_rules(draft: Draft, evidence: Evidence) -> None:
    remove_markup(draft)
    if evidence.language == "ar":
        repair_strangers(draft, evidence)
        repair_letter_forms(draft, evidence)
    restore_question_marks(draft, evidence)
    repair_misread(draft, evidence)
    restore_lost_glyphs(draft, evidence)
    if evidence.language == "ar":
        repair_in_slots(draft, evidence)
        join_divided_names(draft)
    else:
        join_closed_dashes(draft)
        join_divided_words(draft, evidence)
    repair_spaces(draft, evidence)


def _clean_block(block: Block, evidence: Evidence) -> Block:
    # a reader may have put characters right already; flags that stand at a place move with the text
    placed = tuple(flag for flag in block.flags if flag.start is not None)
    draft = _clean(Draft.of(block if placed == block.flags else replace(block, flags=placed)), evidence)
    flag_lost_accents(draft, evidence)
    kinds = dict.fromkeys(repair.kind for repair in draft.sorted_repairs)
    summary = tuple(Flag(_FLAG_OF_KIND[kind], f"repair.{kind}") for kind in kinds if kind in _FLAG_OF_KIND)
    flags = (*(flag for flag in block.flags if flag.start is None), *summary, *draft.flags)
    return replace(block, text=draft.text, repairs=draft.sorted_repairs, flags=flags)
