"""Words that lead to what is decided, and those who decide: ``The Foreign Ministers:``, ``decided as follows:``."""

from __future__ import annotations

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_pattern

# characters of a line that leads to something
_LEAD_LENGTH = 90
_COMMA = compile_pattern(r"[,،]\s")
# ``adopted by``, ``adoptée par``: what was done before is told of, and nobody does it here
_DONE = compile_pattern(r"\w+(?:ed|[éè]e?s?)\b")


def says_decisions_follow(text: str, language: Language) -> bool:
    """Whether a text says that decisions follow: ``The Committee decided to:``, ``as follows:``."""
    return any(load_pattern(name, language).search(text) for name in ("leads_to", "decisions_follow"))


def goes_on_in_items(text: str, language: Language) -> bool:
    """Whether a sentence that acts itself goes on in the items below it: ``The Group urged Member States to:``."""
    is_open = load_pattern("ends_open", language).search(text.rstrip(": ")) is not None
    return is_open and not says_decisions_follow(text, language)


def is_deciding(text: str, language: Language) -> bool:
    """Whether a short line leads to what is decided: ``The Foreign Ministers:``, ``decides:``."""
    if len(text) >= _LEAD_LENGTH or load_pattern("deciding_line", language).match(text) is None:
        return False
    return not goes_on_in_items(text, language)


def names_lead(text: str, language: Language) -> bool:
    """Whether a line names who decides, or says that decisions follow."""
    speaks, leads_to = (load_pattern(name, language) for name in ("speaks", "leads_to"))
    return bool(speaks.match(text) or leads_to.search(text))


def names_actors(text: str, language: Language) -> bool:
    """Whether a text begins with those who act in it: an organ, or the member states."""
    actors = (load_pattern(name, language) for name in ("enacting", "states_of_oic"))
    return any(actor.match(text) for actor in actors)


def acts_behind_comma(text: str, language: Language) -> bool:
    """Whether a clause of a sentence that leads to items acts: ``In view of this, we call upon them to:``."""
    acts = load_pattern("body_acts", language)
    return text.endswith(":") and any(acts.match(text, comma.end()) for comma in _COMMA.finditer(text))


def has_acting_clause(text: str, language: Language) -> bool:
    """Whether somebody acts or speaks behind a comma of a sentence."""
    clauses = [load_pattern(name, language) for name in ("body_acts", "person_speaks")]
    return any(clause.match(text, comma.end()) for comma in _COMMA.finditer(text) for clause in clauses)


def decides_behind_comma(text: str, language: Language) -> bool:
    """Whether a verb that decides stands behind a comma of a sentence: ``Noting the drought, calls for wells.``."""
    acts = load_pattern("act_opening", language)
    ends = [comma.end() for comma in _COMMA.finditer(text)]
    return any(acts.match(text, end) is not None and _DONE.match(text, end) is None for end in ends)


def declares_below(text: str, language: Language) -> bool:
    """Whether a paragraph ends with the words by which who speaks declares what stands below: ``declare that:``."""
    return text.rstrip().endswith(":") and load_pattern("states_declare", language).search(text) is not None
