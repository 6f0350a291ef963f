"""Words that exist but cannot stand where they stand: rows of ``schemas/vocabularies/context_repairs.csv``.

Each row names what may stand before (``^``: the paragraph's start), the word as printed, and what must follow
(``<speaker>``: the acting body, of ``speakers.csv``), with the evidence for it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from oic_reports.cleaning.draft import Draft
from oic_reports.model import Confidence, Language
from oic_reports.resources import load_vocabulary


def repair_in_context(draft: Draft, language: Language) -> None:
    """Apply every context rule of the language."""
    for row, pattern in _compile(language):
        for match in reversed(list(pattern.finditer(draft.text))):
            start, end = match.span("surface")
            confidence = cast("Confidence", row["confidence"])
            draft.change(start, end, row["expected"], kind=row["kind"], rule=row["rule"], confidence=confidence)


@cache
def _compile(language: Language) -> tuple[tuple[dict[str, str], re.Pattern[str]], ...]:
    compiled = []
    for row in load_vocabulary("context_repairs"):
        if row["language"] != language:
            continue
        before = [
            r"(?:^|(?<=\n))" if word == "^" else rf"(?<!\w){re.escape(word)}\s+" for word in row["before"].split("|")
        ]
        after = "|".join(_expand(word, language) for word in row["after"].split("|"))
        surface = rf"(?P<surface>{re.escape(row['surface'])})"
        compiled.append((row, re.compile(rf"(?:{'|'.join(before)}){surface}(?=\s+(?:{after})(?!\w))")))
    return tuple(compiled)


def _expand(word: str, language: Language) -> str:
    if word != "<speaker>":
        return re.escape(word)
    return "|".join(re.escape(row["form"]) for row in load_vocabulary("speakers") if row["language"] == language)
