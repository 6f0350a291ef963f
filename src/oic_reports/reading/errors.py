"""Why a file cannot be read."""

from __future__ import annotations

from oic_reports.codes import RejectReason


class UnreadableFileError(Exception):
    """A file that gives no trustworthy text.

    ``reason`` is a value of ``schemas/vocabularies/reject_reasons.csv``; ``detail`` is for a person.
    """

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
