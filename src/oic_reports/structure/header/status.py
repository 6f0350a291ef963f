"""Whether a text is a draft, final or adopted."""

from __future__ import annotations

from oic_reports.codes import PatternName
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.header.evidence import Evidence
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.header.symbols import SymbolFacts

UNKNOWN = "unknown"


def decide_status(passages: Passages, symbol: SymbolFacts, language: Language) -> tuple[str, Evidence | None]:
    """The status that the symbol says, else a word of title or header: ``DRAFT``, ``PROJET``, ``ADOPTED BY``."""
    if symbol.status:
        return symbol.status, Evidence("symbol", symbol.status_evidence, symbol.seq)
    names: tuple[tuple[str, PatternName], ...] = (("draft", "status_draft"), ("adopted", "status_adopted"))
    for status, name in names:
        for line, _ in passages.lines:
            match = load_pattern(name, language).search(line.printed)
            if match:
                return status, Evidence(line.source, match.group().strip(), line.seq)
    return UNKNOWN, None
