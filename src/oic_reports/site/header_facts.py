"""The header facts of a report as rows: what is said, where it was found, and the printed words that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oic_reports.site.names import name_body, name_days, name_place, name_venue
from oic_reports.site.page_words import Words
from oic_reports.site.release_contents import Holdings, Row

# facts whose source, evidence and paragraph stand in columns of this prefix
_PREFIXES = {
    "type": "document_type", "body_of": "body", "level": "level", "session": "session",
    "resolution": "resolution_number", "date": "date", "place": "place", "status": "status",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One row; ``source`` and ``evidence`` may be empty, ``anchor`` is the eid of the paragraph that shows it."""

    name: str
    value: str
    source: str
    evidence: str
    anchor: str | None


def list_facts(row: Row, holdings: Holdings, words: Words, eids: Mapping[int, str]) -> list[Fact]:
    """The facts that are known of a report; ``eids`` are keyed by place (seq)."""
    session = " ".join(
        part
        for part in (
            words.number(row["session"]) if row["session"] is not None else "",
            f"({words.name('session_kinds', row['session_kind'])})" if row["session_kind"] else "",
        )
        if part
    )
    # a name in one script beside a name in another: neither may turn the other round
    venue = f"\u2068{name_venue(row, words)}\u2069" if row["venue"] else ""
    values = {
        "type": words.name("document_type_values", row["document_type"]),
        "body_of": name_body(row, holdings, words) if row["body"] or row["body_id"] else "",
        "level": words.name("levels", row["level"]),
        "session": session,
        "resolution": row["resolution_number"],
        "date": name_days(row, words),
        "place": " · ".join(part for part in (venue, name_place(row, words)) if part),
        "status": words.name("statuses", row["status"]),
    }
    facts = [
        Fact(
            words[f"fact_{key}"],
            value,
            words.name("fact_sources", row.get(f"{_PREFIXES[key]}_source")),
            str(row.get(f"{_PREFIXES[key]}_evidence") or "").removeprefix("symbol:"),
            eids.get(row.get(f"{_PREFIXES[key]}_seq") or -1),
        )
        for key, value in values.items()
        if value
    ]
    plain = {
        "symbol": (row["symbol"], row["symbol_raw"]),
        "annex": (None if row["annex"] is None else words.number(row["annex"]), row["annex_raw"]),
        "dateline": (words.day(row["dateline_date"]) or row["dateline_city"], row["dateline_raw"]),
        "letter": (words.day(row["letter_date"]), None),
        "meeting": (row["meeting_id"], None),
        "work": (row["work_id"], None),
        "collection": (row["collection_id"], None),
    }
    facts += [
        Fact(words[f"fact_{key}"], str(value), "", str(printed or ""), None)
        for key, (value, printed) in plain.items()
        if value
    ]
    title = Fact(
        words["fact_title"],
        str(row["title"] or row["title_supplied"] or ""),
        words.name("title_sources", row["title_source"]),
        "",
        None,
    )
    return [title, *facts] if title.value else facts
