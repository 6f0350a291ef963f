"""Which body met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from oic_reports.model import Flag, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.header.symbols import SymbolFacts
from oic_reports.structure.names.bodies import FoundBody, describe_body, find_body, find_other_bodies
from oic_reports.structure.names.evidence import Evidence, Passage
from oic_reports.structure.names.sessions import find_sessions

# names of bodies take some ten words
_NAME_REACH = 80


@dataclass(frozen=True, slots=True)
class BodyFact:
    """A body and what it rests on."""

    body: FoundBody
    evidence: Evidence


def decide_body(passages: Passages, symbol: SymbolFacts, language: Language) -> tuple[BodyFact | None, list[Flag]]:
    """The body of the title, else of a header line, else the subject of the opening, else the symbol's."""
    whole = sorted(passages.titles, key=lambda title: not _says_more(title, language))
    titles = [*_find_typed(passages, language), *_find(whole, language)]
    # a title's words about its subject are no sign of the body, unless nothing else names one
    headers = _find([line for line, _ in passages.lines if line.source == "header"], language)
    openings = [*_find(passages.openings, language), *_find(passages.leads, language)]
    named = describe_body(symbol.body_id) if symbol.body_id else None
    from_symbol = BodyFact(named, Evidence("symbol", symbol.raw, symbol.seq)) if named else None
    front = next(iter([*titles, *headers]), None)
    opening = next(iter(openings), None)
    if front is None and opening is not None and from_symbol is not None and named is not None:
        # a symbol names the contact group where the sentence names the ministers who met in it
        return (from_symbol if named.body_id.startswith("cg-") else opening), []
    beside = [*_find(passages.page_titles, language), *_find(passages.lead_ins, language)]
    chosen = front or opening or from_symbol or next(iter(beside), None)
    if chosen is None:
        cited = [fact for title in passages.titles for fact in _find([replace(title, own=title.printed)], language)]
        if cited:
            note = "the title names it as its subject"
            return None, [Flag("body_unsure", "header.body", "warning", surface=cited[0].evidence.words, note=note)]
    return chosen, []


def _says_more(title: Passage, language: Language) -> bool:
    """Whether a title has a type of document or a session beside its body; a host's name of a file has not.

    ``TYPOA - IPHRC`` above ``TEN-YEAR PROGRAMME OF ACTION … THIRD EXTRAORDINARY SESSION OF THE SUMMIT``.
    """
    return bool(find_form("document_types", title.own, language) or find_sessions(title.own, language))


def _find(passages: Sequence[Passage], language: Language) -> list[BodyFact]:
    """The bodies that passages name of themselves, one each at most; a body that is founded did not meet."""
    facts = []
    founded = load_pattern("founded", language)
    for passage in passages:
        body = find_body(passage.own, language) or _find_leaders(passage.own, language)
        if body is not None and not founded.search(passage.own[: body.start]):
            facts.append(BodyFact(body, passage.quote(body.start, _end_of_name(passage.printed, body.start))))
    return facts


def _find_typed(passages: Passages, language: Language) -> list[BodyFact]:
    """The body on the line of a title that names its type, where the title is of it: a menu may stand above."""
    own = {body.body_id for title in passages.titles for body in find_other_bodies(title.own, language)}
    titles = {title.seq for title in passages.titles}
    lines = [line for line, _ in passages.lines if line.seq in titles]
    typed = [line for line in lines if find_form("document_types", line.printed, language)]
    return [fact for fact in _find(typed[:1], language) if fact.body.body_id in own]


def _find_leaders(text: str, language: Language) -> FoundBody | None:
    """The summit as old texts name it: kings and heads of state who met at the ``Second Islamic Conference``."""
    match = load_pattern("leaders_conference", language).search(text)
    return describe_body("is", match.start("name")) if match else None


def _end_of_name(text: str, start: int) -> int:
    """Where the words that name a body end: at a comma or a bracket, or after the last whole word in reach."""
    end = re.search(r"[,،;؛(\n]|$", text[start : start + _NAME_REACH])
    stop = start + (end.start() if end else 0)
    if stop - start < _NAME_REACH or stop == len(text):
        return stop
    return start + max(text[start:stop].rfind(" "), 1)
