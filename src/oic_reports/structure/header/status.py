"""Whether a text is a draft, final or adopted."""

from __future__ import annotations

from oic_reports.codes import PatternName
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.header.symbols import SymbolFacts
from oic_reports.structure.names.evidence import Evidence, Passage

UNKNOWN = "unknown"
# languages in which a cover says its status whatever the language of its text
_ANYWHERE: tuple[Language, ...] = ("en",)


def decide_status(passages: Passages, symbol: SymbolFacts, language: Language) -> tuple[str, Evidence | None]:
    """The status that the symbol says, else a word of title or header: ``DRAFT``, ``PROJET``, ``ADOPTED BY``."""
    draft = _find_word(passages, "status_draft", language)
    if symbol.status and not (draft and symbol.status == "final"):
        # ``FINAL DRAFT`` above ``OIC/SUM-13/POA-Final`` is a draft
        return symbol.status, Evidence("symbol", symbol.status_evidence, symbol.seq)
    adopted = _find_word(passages, "status_adopted", language)
    if draft and adopted and _stands_above(adopted, draft, passages):
        return "adopted", adopted
    if draft or adopted:
        return "draft" if draft else "adopted", draft or adopted
    told = load_pattern("status_announced", language)
    for passage in (*passages.lead_ins, *passages.announcements):
        match = told.search(passage.printed)
        if match:
            # ``The Council … adopted the following resolution:`` above the text
            return "adopted", passage.quote(*match.span())
    said = (passage for passage in passages.openings if load_pattern("adopted_line", language).match(passage.printed))
    adopted = next(filter(None, (_search(passage, "status_adopted", language) for passage in said)), None)
    if adopted:
        # who adopted the text, where and when, is a sentence of its own
        return "adopted", adopted
    final = _find_final(passages, language)
    if final:
        return "final", final
    drafts = load_pattern("draft_type", language)
    for passage in (*passages.fronts, *passages.openings):
        match = drafts.search(passage.printed)
        if match:
            return "draft", passage.quote(*match.span())
    return UNKNOWN, None


def _stands_above(adopted: Evidence, draft: Evidence, passages: Passages) -> bool:
    """Whether the text's own cover says who adopted it, above a title that still calls it a draft.

    ``RESOLUTION … ADOPTED BY`` above ``DRAFT RESOLUTION``; of what a page calls the text nothing is known.
    """
    if adopted.seq is None or draft.seq is None:
        return False
    of_page = {title.seq for title in passages.page_titles}
    return not of_page.intersection({adopted.seq, draft.seq}) and adopted.seq < draft.seq


def _find_final(passages: Passages, language: Language) -> Evidence | None:
    """A line of the header that says ``FINAL``, ``(Final and approved)`` and no more."""
    patterns = [load_pattern("status_final", spoken) for spoken in (language, *_ANYWHERE)]
    lines = (line for line, _ in passages.lines if line.source == "header")
    said = (line for line in lines if any(pattern.fullmatch(line.printed) for pattern in patterns))
    return next((line.quote(0, len(line.printed)) for line in said), None)


def _search(passage: Passage, name: PatternName, language: Language) -> Evidence | None:
    found = load_pattern(name, language).search(passage.printed)
    return passage.quote(*found.span()) if found else None


def _find_word(passages: Passages, name: PatternName, language: Language) -> Evidence | None:
    """The first word of the title's and header's lines that says a status, in English above any text."""
    patterns = [load_pattern(name, spoken) for spoken in (language, *_ANYWHERE)]
    found = ((line, pattern.search(line.printed)) for line, _ in passages.lines for pattern in patterns)
    return next((Evidence(line.source, word.group().strip(), line.seq) for line, word in found if word), None)
