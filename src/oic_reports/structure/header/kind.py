"""Which type of document a report is."""

from __future__ import annotations

from dataclasses import dataclass

from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, fold_form, load_forms
from oic_reports.structure.header.evidence import Evidence, Passage
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.header.symbols import SymbolFacts


@dataclass(frozen=True, slots=True)
class KindFact:
    """A type of ``document_type_values.csv`` and what it rests on."""

    document_type: str
    evidence: Evidence


def decide_kind_of_document(passages: Passages, symbol: SymbolFacts, language: Language) -> KindFact | None:
    """The type that the title names, else a header line, the symbol, the words by which the text was issued.

    A text without any of them that tells of a meeting is a report of it.
    """
    for passage in passages.fronts:
        named = _name(passage, passage.printed, language)
        if named:
            return named
    if symbol.document_type:
        return KindFact(symbol.document_type, Evidence("symbol", symbol.raw, symbol.seq))
    for passage in passages.openings:
        issued = load_pattern("text_type", language).search(passage.printed)
        form = find_form("document_types", issued.group("type"), language) if issued else None
        if issued and form:
            row = load_forms("document_types", language)[fold_form(form.group("form"), language)]
            return KindFact(
                row["document_type"], passage.quote(issued.start(), issued.start("type") + form.end("form"))
            )
    for passage in passages.openings:
        verb = find_form("opening_verbs", passage.printed, language)
        if verb:
            return KindFact("report", passage.quote(*verb.span("form")))
    return None


def _name(passage: Passage, text: str, language: Language) -> KindFact | None:
    match = find_form("document_types", text, language)
    if match is None:
        return None
    row = load_forms("document_types", language)[fold_form(match.group("form"), language)]
    return KindFact(row["document_type"], passage.quote(*match.span("form")))
