"""One address to one received file.

Its turn is waited for, redirects are followed within the catalogue, and what may pass is tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    stop_any,
    wait_random_exponential,
)
from tenacity.stop import stop_base

from oic_reports.sources.catalogue import canonical_address
from oic_reports.sources.client import Answer, Client, read_retry_after
from oic_reports.sources.clock import Clock
from oic_reports.sources.faults import GoneError, RefusedError, TransientError
from oic_reports.sources.hosts import Hosts
from oic_reports.sources.robots import MOST_BYTES, Robots
from oic_reports.sources.turns import Turns

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
# characters of an address to which a server may send us on
_LONGEST_ADDRESS = 2000
_GONE = frozenset({404, 410})
_FORBIDDEN = frozenset({401, 402, 403, 407, 451})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 507, 508, 509, 520, 521, 522, 523, 524})

Validators = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Manners:
    """How often and how patiently: tries of one request, first and longest pause between them in seconds, redirects."""

    tries: int
    first_pause: float
    longest_wait: float
    most_redirects: int


class Downloader:
    """Fetches addresses of the catalogue, and what they lead to within its hosts."""

    def __init__(
        self, client: Client, hosts: Hosts, find_turns: Callable[[str], Turns], manners: Manners, clock: Clock
    ) -> None:
        """Send nothing yet.

        Args:
            client: sends one request.
            hosts: which addresses may be asked for.
            find_turns: the turns of a site.
            manners: how often and how patiently.
            clock: where time comes from.
        """
        self._client = client
        self._hosts = hosts
        self._find_turns = find_turns
        self._manners = manners
        self._clock = clock

    def fetch(
        self,
        address: str,
        validators: Validators,
        body: Path,
        robots: Robots | None,
        most_bytes: int | None = None,
    ) -> Answer:
        """Fetch one address; the answer is one with status 200 or 304.

        Args:
            address: where to begin.
            validators: headers of a conditional request, by the address that they are for.
            body: the file to write.
            robots: the sites' rules; None for the rules themselves.
            most_bytes: limit of the body, where it is smaller than the usual one.

        Raises:
            GoneError, RefusedError, TransientError, LeftAloneError: nothing was received.
        """
        seen = [address]
        is_for_good = True
        while True:
            answer = self._try(seen[-1], validators.get(seen[-1], {}), body, robots, most_bytes)
            if answer.status not in _REDIRECTS:
                return replace(answer, moved_for_good=is_for_good and len(seen) > 1)
            is_for_good = is_for_good and answer.status in _FOR_GOOD
            seen.append(self._follow(seen, answer))

    def load(self, address: str, body: Path) -> bytes:
        """The content of a small file such as ``robots.txt``; raises as ``fetch`` does."""
        answer = self.fetch(address, {}, body, None, MOST_BYTES)
        return answer.body.read_bytes() if answer.body else b""

    def _follow(self, seen: list[str], answer: Answer) -> str:
        """Where a redirect leads.

        Raises:
            RefusedError: ``redirect_outside``, ``redirect_limit`` or ``redirect_broken``.
        """
        location = answer.headers.get("location", "")
        if not location.strip():
            reason = "redirect_broken"
            raise RefusedError(reason, "redirected without an address")
        if len(location) > _LONGEST_ADDRESS:
            reason = "redirect_broken"
            raise RefusedError(reason, f"redirected to an address of {len(location):,} characters")
        try:
            target = canonical_address(urljoin(seen[-1], location.strip().replace(" ", "%20")))
        except ValueError as error:
            reason = "redirect_broken"
            raise RefusedError(reason, f"redirected to what is no address: {location[:100]!r}") from error
        if not self._hosts.may_ask(target):
            reason = "redirect_outside"
            raise RefusedError(reason, f"redirected out of the catalogue's hosts, to {target[:200]}")
        if len(seen) > self._manners.most_redirects:
            reason = "redirect_limit"
            kind = "in a circle" if target in seen else f"more than {self._manners.most_redirects} times"
            raise RefusedError(reason, f"redirected {kind}, at last to {target[:200]}")
        return target

    def _try(
        self, address: str, headers: Mapping[str, str], body: Path, robots: Robots | None, most_bytes: int | None
    ) -> Answer:
        """One request, repeated while it fails in a way that may pass; between tries the whole site rests."""
        turns = self._find_turns(self._hosts.find_site(address))
        if robots is not None:
            delay = robots.check(address)
            if delay is not None:
                turns.slow_down(delay)
        pause = wait_random_exponential(multiplier=self._manners.first_pause, max=self._manners.longest_wait)

        def attempt() -> Answer:
            with turns.take():
                answer = self._client.ask(address, headers, body, most_bytes, cut=robots is None)
                asked = read_retry_after(answer.headers.get("retry-after"), self._clock)
                if asked and answer.status in _REDIRECTS:
                    turns.rest(min(asked, self._manners.longest_wait))
                elif asked and answer.status not in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
                    turns.grant(asked)
            return _judge(answer)

        retrying = Retrying(
            stop=stop_any(stop_after_attempt(self._manners.tries), _StopAtLongWish(turns, self._manners.longest_wait)),
            wait=pause,
            retry=retry_if_exception_type(TransientError),
            sleep=turns.rest,
            reraise=True,
        )
        try:
            answer = retrying(attempt)
        except TransientError:
            turns.note_outcome(failed=True)
            raise
        except (GoneError, RefusedError):
            turns.note_outcome(failed=False)
            raise
        turns.note_outcome(failed=False)
        return answer


class _StopAtLongWish(stop_base):
    """No other try where the site has asked for a longer rest than a run waits."""

    def __init__(self, turns: Turns, longest_wait: float) -> None:
        self._turns = turns
        self._longest_wait = longest_wait

    def __call__(self, _: RetryCallState) -> bool:
        return self._turns.find_wish() > self._longest_wait


def _judge(answer: Answer) -> Answer:
    """The answer, if it is one that leads on.

    Raises:
        GoneError, RefusedError, TransientError: by its status.
    """
    status = answer.status
    known = {each.value: each.phrase for each in HTTPStatus}
    named = f"the server says {status} {known.get(status, '')}".strip()
    if status in _GONE:
        reason = "gone"
        raise GoneError(reason, named)
    if status in _FORBIDDEN:
        reason = "forbidden"
        raise RefusedError(reason, named)
    if status in _BUSY:
        reason = "server_busy"
        raise TransientError(reason, named)
    if status not in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED, *_REDIRECTS}:
        reason = "status"
        raise RefusedError(reason, named)
    return answer


def is_front_page(address: str, final: str) -> bool:
    """Whether a deep address has led to the front page of a site: what was there is not there any more."""
    return (
        urlsplit(address).path.strip("/") != "" and urlsplit(final).path.strip("/") == "" and not urlsplit(final).query
    )
