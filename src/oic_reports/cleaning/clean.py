"""All repairs of a document's paragraphs, in the order in which one makes the next possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.cleaning.context import repair_in_context
from oic_reports.cleaning.draft import Draft
from oic_reports.cleaning.evidence import Evidence
from oic_reports.cleaning.hyphens import join_divided_words
from oic_reports.cleaning.letter_forms import repair_letter_forms
from oic_reports.cleaning.lost_glyphs import restore_lost_glyphs
from oic_reports.cleaning.markup import remove_markup
from oic_reports.cleaning.phrases import repair_misread
from oic_reports.cleaning.strangers import repair_strangers
from oic_reports.codes import FlagName
from oic_reports.model import Block, Flag, Language

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


def clean_text(text_raw: str, evidence: Evidence) -> Draft:
    """Repair one text; the evidence is the whole document's."""
    return _clean(Draft(text_raw), evidence)


def _clean(draft: Draft, evidence: Evidence) -> Draft:
    remove_markup(draft)
    if evidence.language == "ar":
        repair_strangers(draft, evidence)
        repair_letter_forms(draft, evidence)
    else:
        join_divided_words(draft, evidence)
    repair_misread(draft, evidence)
    restore_lost_glyphs(draft, evidence)
    repair_in_context(draft, evidence.language)
    return draft


def _clean_block(block: Block, evidence: Evidence) -> Block:
    # a reader may have put characters right already; flags that stand at a place move with the text
    placed = tuple(flag for flag in block.flags if flag.start is not None)
    draft = _clean(Draft.of(replace(block, flags=placed)), evidence)
    kinds = dict.fromkeys(repair.kind for repair in draft.sorted_repairs)
    summary = tuple(Flag(_FLAG_OF_KIND[kind], f"repair.{kind}") for kind in kinds if kind in _FLAG_OF_KIND)
    flags = (*(flag for flag in block.flags if flag.start is None), *summary, *draft.flags)
    return replace(block, text=draft.text, repairs=draft.sorted_repairs, flags=flags)
