"""The types of texts in articles, by the words with which their titles begin."""

from __future__ import annotations

from oic_reports.codes import PatternName
from oic_reports.model import Language
from oic_reports.resources import load_pattern

_TYPES: tuple[tuple[str, PatternName], ...] = (("statute", "statute_title"), ("convention", "convention_title"))
STATUTES = frozenset(name for name, _ in _TYPES)


def read_statute_type(title: str, language: Language) -> str | None:
    """The type of a text in articles with which a title begins: ``Charter of …``, ``Draft Convention on …``."""
    return next((kind for kind, name in _TYPES if load_pattern(name, language).match(title)), None)
