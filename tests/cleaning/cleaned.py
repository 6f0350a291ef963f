"""Texts with damage, and what cleaning makes of them."""

from __future__ import annotations

from oic_reports.cleaning.clean import clean_text
from oic_reports.cleaning.draft import apply_repairs
from oic_reports.language.attested import Evidence


def clean(text, language="ar", around=()):
    """The draft of a text; ``⏎`` stands for the end of a printed line."""
    line_ends = [place for place, character in enumerate(text) if character == "⏎"]
    text = text.replace("⏎", " ")
    draft = clean_text(text, Evidence(language, [text, *around]), line_ends)
    assert apply_repairs(text, draft.sorted_repairs) == draft.text
    return draft


def kinds(draft):
    return [repair.kind for repair in draft.sorted_repairs]
