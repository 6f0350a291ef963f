"""Offices in the OIC and in its organs: who speaks or acts for it, by the office and whose it is.

An office alone says nothing: there are secretaries general of others. It is the OIC's where the OIC or an organ of it
is named beside it (``Coordinator General of COMSTECH``), or who held it (``the Secretary General, Dr. Azeddine
Laraki``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_forms
from oic_reports.structure.names.organisations import FoundOrganisation, find_organisations

# code points between an office and the name of who holds it: titles of honour, names before the last
_HOLDER = 60
# organs of experts, which a chairman speaks for; of the others heads of state and ministers are chairmen
_CHAIRED = frozenset({"iifa", "iphrc"})
# organs with a seat and a site of their own
ORGANS_WITH_SEATS = frozenset({"icdt", "iifa", "iphrc", "ircica", "isf", "iut", "sesric"})
# names of summits and conferences, which act when they meet
_MEETINGS = "oic-meetings"


class Office(NamedTuple):
    """An office of the OIC's: the half-open range of code points of the office, and where whose it is ends."""

    start: int
    end: int


def find_own_office(text: str, language: Language) -> Office | None:
    """The first office in the OIC or in an organ of it that a text names; None where it names none."""
    if load_pattern("former", language).search(text):
        return None
    return next(_list_own(text, language), None)


def find_actor(sentence: str, language: Language) -> int | None:
    """Where the name of who acts ends, an officer or an organ of ours with which a sentence begins; None for others.

    On its own site an organ is ``the Academy``: an officer of the OIC beside it says which.
    """
    before, others = load_pattern("before_actor", language), load_pattern("other_behind_own", language)
    office = find_own_office(sentence, language)
    own = (one for one in find_organisations(sentence, language) if one.standing == "own")
    organs = [(one.start, one.end) for one in own if one.organisation_id != _MEETINGS]
    short = load_pattern("organ_short", language).search(sentence) if office else None
    named = [(office.start, office.end)] if office else []
    for start, end in [*named, *organs, *([short.span()] if short else [])]:
        if before.fullmatch(sentence[:start]) and not others.match(sentence, end):
            return end
    return None


def _list_own(text: str, language: Language) -> Iterator[Office]:
    office, chair = load_pattern("office", language), load_pattern("chair_office", language)
    found = find_organisations(text, language)
    offices = sorted([*office.finditer(text), *chair.finditer(text)], key=lambda match: match.start())
    for match in offices:
        beside = (one for one in found if _is_beside(text, match.span(), one, language))
        own = next((one for one in beside if match.re is office or one.organisation_id in _CHAIRED), None)
        if own is not None:
            yield Office(min(match.start(), own.start), max(match.end(), own.end))
        elif match.re is office and (holder := _find_holder(text, match.span(), found, language)) is not None:
            yield Office(match.start(), max(match.end(), holder))


def _is_beside(text: str, office: tuple[int, int], named: FoundOrganisation, language: Language) -> bool:
    """Whether an office is that of an organisation of ours: ``of the OIC`` behind it, ``OIC`` right before it."""
    if named.standing != "own" or load_pattern("other_behind_own", language).match(text, named.end):
        return False
    start, end = office
    between = load_pattern("office_of", language)
    is_behind = named.start >= end and between.fullmatch(text[end : named.start]) is not None
    return is_behind or (named.end <= start and not text[named.end : start].strip(" -’'s"))


def _find_holder(text: str, office: tuple[int, int], found: list[FoundOrganisation], language: Language) -> int | None:
    """Where the name of a Secretary General of the OIC ends that stands beside the office; None where none does."""
    start, end = office
    if not load_pattern("secretary_general", language).search(text[start:end]):
        return None
    for name in find_forms("officers", text, language):
        first, last = min(start, name.start("form")), max(end, name.end("form"))
        between = text[min(end, name.end("form")) : max(start, name.start("form"))]
        is_others = any(one.standing in {"other", "organ"} and first <= one.start < last for one in found)
        if len(between) <= _HOLDER and not is_others:
            return last
    return None
