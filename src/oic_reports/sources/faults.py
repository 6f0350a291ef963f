"""What can go wrong while a file is fetched: three exceptions, each with a reason of ``fetch_reasons.csv``."""

from __future__ import annotations


class FetchError(Exception):
    """Nothing was received; ``reason`` is a value of ``schemas/vocabularies/fetch_reasons.csv``."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class RefusedError(FetchError):
    """What is there is not taken: another try at once would give the same. A later run tries again."""


class GoneError(FetchError):
    """The server says that nothing is there any more (404, 410)."""


class TransientError(FetchError):
    """It may work when tried again."""


class LeftAloneError(FetchError):
    """The site is not asked again in this run: it wants to be left alone for longer than a run waits, or is down."""
