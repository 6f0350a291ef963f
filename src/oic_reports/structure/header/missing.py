"""Flags for the facts that a header lacks."""

from __future__ import annotations

from oic_reports.codes import FlagName
from oic_reports.model import Flag, Header

MISSING = "header.missing"


def flag_missing(header: Header) -> list[Flag]:
    """A flag for each of symbol, title, date and body that is not stated."""
    facts: dict[FlagName, object] = {
        "no_symbol": header.symbol,
        "no_title": header.title,
        "no_date": header.date,
        "no_body": header.body_id,
    }
    return [Flag(name, MISSING, "warning" if name == "no_date" else "info") for name, fact in facts.items() if not fact]
