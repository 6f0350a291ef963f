"""The words with which a line says that a text is a press release, its headline perhaps behind them."""

from __future__ import annotations

from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening, read_type
from oic_reports.structure.names.place_names import TRIM


def opens_release(text: str, language: Language) -> bool:
    """Whether a text begins with these words, the OIC's name before them or not: ``OIC Press Release OIC condemns``."""
    named = load_pattern("organisation", language).match(text)
    own = text[named.end() :].lstrip(TRIM) if named else text
    return read_type(find_opening("document_types", own, language), language) == "press_release"
