"""The register of meetings: which body met when and where, by public sources (``vocabularies/known_meetings.csv``).

It states nothing of a text. It tells which of the days and places that a text prints are those of its meeting.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from oic_reports.resources import load_vocabulary

# the papers of one session differ by so much on when it began and ended
_DAYS_UNSURE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A session of a body: its number, its first and last day, its city in English, the country's ISO 3166 code."""

    body_id: str
    is_extraordinary: bool
    session: int
    first: date
    last: date
    city: str
    country_iso2: str

    def covers(self, iso: str, iso_end: str | None = None) -> bool:
        """Whether days lie within those of the meeting, or two days from them."""
        first, last = date.fromisoformat(iso), date.fromisoformat(iso_end or iso)
        return self.first - _DAYS_UNSURE <= first and last <= self.last + _DAYS_UNSURE

    def holds(self, iso: str, iso_end: str | None = None) -> bool:
        """Whether days are days of the meeting."""
        return self.first.isoformat() <= iso and (iso_end or iso) <= self.last.isoformat()

    def count_days_from(self, iso: str) -> int:
        """Days between a day and the meeting; 0 within it."""
        day = date.fromisoformat(iso)
        return max((self.first - day).days, (day - self.last).days, 0)


@cache
def list_known_meetings() -> tuple[KnownMeeting, ...]:
    """All meetings of the register, in its order."""
    return tuple(
        KnownMeeting(
            row["body_id"],
            row["session_kind"] == "extraordinary",
            int(row["session"]),
            date.fromisoformat(row["date"]),
            date.fromisoformat(row["date_end"] or row["date"]),
            row["city"],
            row["country_iso2"],
        )
        for row in load_vocabulary("known_meetings")
    )


def find_session_of(body_id: str, session: int, *, is_extraordinary: bool) -> KnownMeeting | None:
    """A session of a body by its number; None where the register has none."""
    wanted = (body_id, session, is_extraordinary)
    meetings = list_known_meetings()
    return next((one for one in meetings if (one.body_id, one.session, one.is_extraordinary) == wanted), None)


def find_meeting_on(body_id: str, iso: str, iso_end: str | None = None) -> KnownMeeting | None:
    """The only session of a body that was held in some days; None where none or several were."""
    found = [one for one in list_known_meetings() if one.body_id == body_id and one.covers(iso, iso_end)]
    return found[0] if len(found) == 1 else None
