"""The lines of a title or a header, and the sentences of a paragraph or a lead, as passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oic_reports.codes import PatternName
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_forms
from oic_reports.structure.header.title_passage import read_title_passage
from oic_reports.structure.lines.marks import find_annex, find_symbol, is_origin_note
from oic_reports.structure.names.bodies import ends_name
from oic_reports.structure.names.clauses import read_clauses, split_sentences
from oic_reports.structure.names.datelines import cites_source
from oic_reports.structure.names.evidence import BLANK, FactSource, Passage, whole

# characters of a line that is more than a symbol
_SYMBOL_LINE = 60


def read_lines(text: str, seq: int, source: FactSource, language: Language) -> list[Passage]:
    """The lines of a block but for symbols, annex labels, notes of the original, bylines and sources."""
    found = []
    for printed in text.split("\n"):
        line = printed.strip()
        if not line.strip(BLANK + " ") or find_annex(line) or is_origin_note(line):
            continue
        if find_symbol(line) and not re.search(r"\s{2}", line) and len(line) < _SYMBOL_LINE:
            continue
        is_byline = load_pattern("title_byline", language).match(line) and not load_pattern(
            "labelled_days", "en"
        ).match(line)
        if is_byline or cites_source(line, language):
            continue
        found.append(whole(line, source, seq))
    return found


def leave_ends_of_names(lines: Sequence[Passage], language: Language) -> list[Passage]:
    """The lines of a title without those that end the name of a body: ``AL-QODS`` below ``COMITÉ`` is no place."""
    pairs = pairwise(lines)
    return [*lines[:1], *(line for above, line in pairs if not ends_name(above.printed, line.printed, language))]


def leave_subject(lines: Sequence[Passage], language: Language) -> list[Passage]:
    """The lines of a title without those that say what it is about, or go on with it: ``sur le`` above ``Yémen``."""
    subject, ends_open = load_pattern("subject_line", language), load_pattern("ends_open", language)
    kept, goes_on = [], False
    for line in lines:
        if not goes_on and not subject.match(line.printed):
            kept.append(line)
        goes_on = ends_open.search(line.printed) is not None
    return kept


def read_sentences(text: str, seq: int, language: Language) -> list[Passage]:
    """The sentences of a first paragraph that tell that a meeting met."""
    found = []
    for start, end in split_sentences(text):
        passage = read_clauses(text[start:end], language, "first_sentence", seq)
        if passage is not None:
            found.append(passage)
    return found


def name_document(sentence: str, language: Language, seq: int) -> Passage:
    """A sentence of a lead that tells of no meeting: said of this one is what names the document that follows.

    ``This is the last part of the final communiqué of the Ninth Islamic Summit in Doha:``.
    """
    passage = whole(sentence, "header", seq)
    names: tuple[PatternName, ...] = ("press_text", "text_caption")
    is_named = any(load_pattern(name, language).search(sentence) for name in names)
    forms = find_forms("document_types", sentence, language) if is_named else []
    begin = forms[-1].start("form") if forms else len(sentence)
    if not forms and load_pattern("adopting", language).search(sentence):
        # ``The leaders adopted the programme at the Third Session of``
        begin = 0
    own = BLANK * begin + read_title_passage(sentence[begin:], language, seq).own
    return replace(passage, own=own, placed=own)


def counts_paragraphs(blocks: Sequence[Block]) -> bool:
    """Whether paragraphs have numbers, or those who came do, right below the paragraph that leads to them."""
    text = [block for block in blocks if block.role in {"preamble", "operative", "list_item"}]
    if any(block.ordinal is not None and block.role != "list_item" for block in text):
        return True
    return any(
        item.ordinal is not None and item.role == "list_item" and above.role == "preamble"
        for above, item in pairwise(text)
    )
