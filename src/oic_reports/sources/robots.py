"""What a site allows: its ``robots.txt`` (RFC 9309), asked for once in a run."""

from __future__ import annotations

import codecs
import math
import threading
from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from oic_reports.sources.faults import FetchError, GoneError, RefusedError, TransientError

AGENT = "oic-reports"
# more is not read (RFC 9309, 2.5)
MOST_BYTES = 500 << 10
# a longer pause than a day between two requests is a mistake
_LONGEST_DELAY = 86_400.0


class Robots:
    """The rules of all hosts that were asked for."""

    def __init__(self, load: Callable[[str], bytes]) -> None:
        """Ask nothing yet.

        Args:
            load: the content of an address; raises as ``Downloader.load`` does.
        """
        self._load = load
        self._rules: dict[str, Protego | FetchError] = {}
        self._lock = threading.Lock()

    def check(self, address: str) -> float | None:
        """The delay in seconds that the site asks for, if it asks for one.

        Raises:
            RefusedError: ``robots_disallow``.
            TransientError: ``robots_unreachable``: while the rules cannot be had, nothing is asked (RFC 9309, 2.3.1.4).
            LeftAloneError: the site is not asked again in this run.
        """
        rules = self._find(address)
        if not rules.can_fetch(address, AGENT):
            reason = "robots_disallow"
            raise RefusedError(reason, f"robots.txt does not allow {urlsplit(address).path or '/'} to {AGENT}")
        delay = rules.crawl_delay(AGENT)
        if delay is None or not math.isfinite(delay) or delay <= 0:
            return None
        return min(float(delay), _LONGEST_DELAY)

    def _find(self, address: str) -> Protego:
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            known = self._rules.get(origin)
        if known is None:
            try:
                known = Protego.parse(self._read(f"{origin}/robots.txt"))
            except (RefusedError, TransientError) as error:
                known = error
            with self._lock:
                self._rules[origin] = known
        if isinstance(known, FetchError):
            raise known.with_traceback(None)
        return known

    def _read(self, address: str) -> str:
        try:
            content = self._load(address)
        except GoneError:
            return ""
        except RefusedError as error:
            if error.reason in {"status", "forbidden", "redirect_outside", "redirect_limit", "redirect_broken"}:
                # "unavailable" (RFC 9309, 2.3.1.3): nothing is disallowed
                return ""
            raise
        except TransientError as error:
            reason = "robots_unreachable"
            raise TransientError(reason, error.detail) from error
        return _decode(content)


def _decode(content: bytes) -> str:
    """UTF-8, as the rule is (RFC 9309, 2.3); a byte order mark is no part of it, and UTF-16 is read by its own."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    return content.decode("utf-8-sig", errors="replace")
