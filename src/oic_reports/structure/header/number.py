"""The number of a resolution, of its own title line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from oic_reports.model import Language
from oic_reports.structure.forms import fold_form
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.lines.resolutions import (
    LATEST_SESSION,
    ResolutionNumber,
    find_number,
    read_plain_number,
)
from oic_reports.structure.names.evidence import Evidence

_EXTRAORDINARY = "EX"


@dataclass(frozen=True, slots=True)
class NumberFact:
    """A number and what it rests on; whether either of its parts may be the session."""

    number: ResolutionNumber
    evidence: Evidence
    is_unclear: bool = False

    @property
    def is_extraordinary(self) -> bool:
        """Whether the number says that an extraordinary session adopted it: ``3/4-EX (IS)``."""
        return (self.number.suffix or "").startswith(_EXTRAORDINARY)


def decide_number(passages: Passages, session: int | None, language: Language) -> NumberFact | None:
    """The number in the lines of the title or header.

    Args:
        passages: what speaks of the meeting.
        session: the session that text or symbol name, where it is known: it tells which part of the number it is.
        language: the report's language.
    """
    if names_several(passages):
        # the lines of an index: which of them this text is, they do not say
        return None
    # the document's own title before that which the page gives it
    titles = {passage.seq for passage in passages.titles}
    for line, _ in sorted(passages.lines, key=lambda pair: pair[0].seq not in titles):
        printed = find_number(line.printed, session) or read_plain_number(line.printed)
        if printed is None:
            continue
        number = printed.number
        evidence = replace(line.quote(printed.start, printed.end))
        both_may_be = number.session is not None and number.number <= LATEST_SESSION
        # writers of Arabic put the session before the slash as often as behind it
        is_unclear = language == "ar" and session is None and both_may_be and number.number != number.session
        return NumberFact(number, evidence, is_unclear)
    return None


def names_several(passages: Passages) -> bool:
    """Whether the lines of the title and header hold the numbers of several resolutions, as an index does.

    A page prints the letters of one number with a hamza and without.
    """
    own = {passage.seq for passage in passages.titles}
    # the page may give a text the title of another one; the document's own goes first
    lines = [line for line, _ in passages.lines]
    for group in ([line for line in lines if line.seq in own], lines):
        found = {fold_form(printed.number.normal, "ar") for line in group if (printed := find_number(line.printed))}
        if found:
            return len(found) > 1
    return False
