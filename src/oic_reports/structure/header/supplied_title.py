"""A title for a report that prints none."""

from __future__ import annotations

from datetime import date as calendar_date

from oic_reports.language.dates import FoundDate
from oic_reports.resources import load_vocabulary
from oic_reports.structure.names.bodies import FoundBody


def supply_title(
    document_type: str | None, body: FoundBody | None, city: str | None, found: FoundDate | None
) -> str | None:
    """A title for a report that prints none, in square brackets as librarians write it (ISBD)."""
    if not document_type or not body:
        return None
    name = f"OIC {body.body}" if body.body.startswith("Contact Group") else body.body
    pieces = [f"{document_type.replace('_', ' ').capitalize()} of the {name}"]
    if city:
        pieces.append(city)
    if found and found.precision == "day":
        day = calendar_date.fromisoformat(found.iso)
        pieces.append(f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}")
    return f"[{', '.join(pieces)}]"


_ENGLISH_MONTHS = [
    row["form"] for row in load_vocabulary("months") if (row["calendar"], row["language"]) == ("gregorian", "en")
][:12]
