"""What a hand did, and why it did nothing."""

from __future__ import annotations

from dataclasses import dataclass

from oic_reports.errors import ForeseenError


class HandsError(ForeseenError):
    """Nothing was written; the message says why, and what would do."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file that is going to be written: its path, its new content, and lines that say what comes of it."""

    path: str
    content: bytes
    lines: tuple[str, ...]
