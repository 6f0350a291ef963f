"""A title for a report that prints none."""

from __future__ import annotations

from datetime import date as calendar_date

from oic_reports.model import Header
from oic_reports.resources import load_vocabulary
from oic_reports.structure.names.bodies import FoundBody


def supply_title(document_type: str | None, body: FoundBody | None, header: Header) -> str | None:
    """A title for a report that prints none, in square brackets as librarians write it (ISBD): what, who, where, when.

    Args:
        document_type: what it is; without one it has no title.
        body: who met; without one it has none.
        header: its place and its day.
    """
    if not document_type or not body:
        return None
    name = f"OIC {body.body}" if body.body.startswith("Contact Group") else body.body
    pieces = [f"{document_type.replace('_', ' ').capitalize()} of the {name}"]
    if header.city:
        pieces.append(header.city)
    if header.date and header.date_precision == "day":
        day = calendar_date.fromisoformat(header.date)
        pieces.append(f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}")
    return f"[{', '.join(pieces)}]"


_ENGLISH_MONTHS = [
    row["form"] for row in load_vocabulary("months") if (row["calendar"], row["language"]) == ("gregorian", "en")
][:12]
