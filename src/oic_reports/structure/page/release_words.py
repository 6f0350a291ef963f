"""The words with which a line says that a text is a press release, its headline perhaps behind them."""

from __future__ import annotations

from oic_reports.codes import PatternName
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening, read_type
from oic_reports.structure.names.place_names import TRIM

# a line that calls a text a release, says how it goes out, or gives its number
_MARKS: tuple[PatternName, ...] = ("release_line", "release_mark", "release_number")


def marks_release(text: str, language: Language) -> bool:
    """Whether a line says no more than that a text is a release, which: ``Press Release``, ``No. 12/2019``."""
    return any(load_pattern(name, language).match(text) for name in _MARKS)


def opens_release(text: str, language: Language) -> bool:
    """Whether a text begins with these words, the OIC's name before them or not: ``OIC Press Release OIC condemns``."""
    named = load_pattern("organisation", language).match(text)
    own = text[named.end() :].lstrip(TRIM) if named else text
    return read_type(find_opening("document_types", own, language), language) == "press_release"
