"""Politeness: one request at a time to a site, a pause after each, and longer ones where the site asks for them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from oic_reports.sources.clock import Clock
from oic_reports.sources.faults import LeftAloneError


class Turns:
    """The turns of one site, whatever its host names: whoever holds one may send a request and read its answer."""

    def __init__(self, site: str, delay: float, longest_wait: float, most_failures: int, clock: Clock) -> None:
        """Begin with nothing asked.

        Args:
            site: its id, for messages.
            delay: seconds between the end of one answer and the next request.
            longest_wait: seconds that a run waits for a turn; where more is asked, the site is left alone.
            most_failures: failures in a row, of different addresses, after which the site is left alone.
            clock: where time comes from.
        """
        self.site = site
        self._delay = delay
        self._longest_wait = longest_wait
        self._most_failures = most_failures
        self._clock = clock
        self._lock = threading.Lock()
        self._not_before = 0.0
        self._wished = 0.0
        self._failures = 0

    @contextmanager
    def take(self) -> Iterator[None]:
        """Wait for a turn, and hold it.

        Raises:
            LeftAloneError: ``site_busy`` (it asked for a longer rest than a run waits) or ``site_down``.
        """
        with self._lock:
            if self._failures >= self._most_failures:
                reason = "site_down"
                raise LeftAloneError(reason, f"{self._failures} addresses of {self.site} failed one after the other")
            wait = self._not_before - self._clock.monotonic()
            if wait > self._longest_wait:
                reason = "site_busy"
                raise LeftAloneError(reason, f"{self.site} asks to be left alone for {_print_time(wait)}")
            if wait > 0:
                self._clock.sleep(wait)
            try:
                yield
            finally:
                self._not_before = max(self._not_before, self._clock.monotonic() + self._delay)

    def slow_down(self, delay: float) -> None:
        """Keep at least these seconds between requests (``Crawl-delay``)."""
        self._delay = max(self._delay, delay)

    def rest(self, seconds: float) -> None:
        """Send nothing for these seconds."""
        self._not_before = max(self._not_before, self._clock.monotonic() + seconds)

    def grant(self, seconds: float) -> None:
        """Send nothing for these seconds, since the site itself asked for that (``Retry-After``)."""
        self._wished = max(self._wished, self._clock.monotonic() + seconds)
        self.rest(seconds)

    def find_wish(self) -> float:
        """Seconds of rest that the site asked for and that are not over."""
        return max(0.0, self._wished - self._clock.monotonic())

    def note_outcome(self, *, failed: bool) -> None:
        """Count failures in a row: an answer of any kind ends the count."""
        self._failures = self._failures + 1 if failed else 0


def _print_time(seconds: float) -> str:
    """A span of time as a person says it."""
    for unit, length in (("days", 86_400), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} seconds"
