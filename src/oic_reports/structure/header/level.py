"""At which level a meeting was held."""

from __future__ import annotations

import re

from oic_reports.model import Language
from oic_reports.structure.forms import find_form, fold_form, load_forms
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.names.bodies import FoundBody
from oic_reports.structure.names.evidence import Evidence


def decide_level(passages: Passages, body: FoundBody | None, language: Language) -> tuple[str | None, Evidence | None]:
    """The level that title, header, opening or the line before the decisions name, else the body's own."""
    for passage in (*passages.fronts, *passages.openings, *passages.leads):
        match = find_form("level_terms", passage.own, language)
        if match:
            row = load_forms("level_terms", language)[fold_form(match.group("form"), language)]
            before = re.search(r"(?:\bat\s+(?:the\s+)?|\bau\s+)$", passage.own[: match.start("form")], re.IGNORECASE)
            return row["level"], passage.quote(before.start() if before else match.start("form"), match.end("form"))
    if body and body.level:
        return body.level, Evidence("body_level", f"body:{body.body_id}")
    return None, None
