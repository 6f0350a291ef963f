"""What became of one address in one run."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one address.

    Attributes:
        address: as in the catalogue.
        site: its id.
        outcome: a value of ``schemas/vocabularies/fetch_outcomes.csv``.
        reason: a value of ``fetch_reasons.csv``; None where nothing needs one.
        detail: for a person; may quote what a server sent.
        file_name: the file of the raw store that holds what was received in this run.
        from_archive: whether that file is the copy of an archive.
        moved_to: where the server says that the content is for good, if no earlier report has said so.
        failing_since: when the failures in a row began.
        is_due: whether the failures have lasted so long that this report names them.
        is_repeated: whether the last visit ended the same way.
        recovered: whether this ends a failure that was reported.
    """

    address: str
    site: str
    outcome: str
    reason: str | None = None
    detail: str = ""
    file_name: str | None = None
    from_archive: bool = False
    moved_to: str | None = None
    failing_since: dt.datetime | None = None
    is_due: bool = False
    is_repeated: bool = False
    recovered: bool = False
