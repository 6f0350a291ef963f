"""Letters that carry a report as their annex: the annex is the report (letters to the United Nations, 1988 to 2013)."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.lines import PrintedLine, find_form
from oic_reports.structure.marks import find_annex

_REACH = 60
_BELOW = 4


def find_annexed_report(lines: Sequence[PrintedLine], language: Language) -> tuple[int, int] | None:
    """The indexes of a letter's first line and of the annex line below which the report stands; None for no letter.

    A letter says that it transmits a text; the line after the annex line names a type of document.
    """
    sent = load_pattern("transmits", language)
    carrier = next((i for i, line in enumerate(lines[:_REACH]) if sent.search(line.text)), None)
    if carrier is None:
        return None
    for index in range(carrier + 1, min(len(lines), carrier + _REACH)):
        if find_annex(lines[index].text):
            below = lines[index + 1 : index + 1 + _BELOW]
            if any(find_form("document_types", line.text, language) for line in below):
                opening = load_pattern("letter_opening", language)
                first = next((i for i, line in enumerate(lines[:carrier]) if opening.match(line.text)), carrier)
                return first, index
    return None
