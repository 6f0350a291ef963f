"""One request: sent to a host of the catalogue, its answer's body written to a file as it comes, within limits.

Redirects, retries and turns are not known here (see ``download``).
"""

from __future__ import annotations

import hashlib
import re
import ssl
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import httpcore

from oic_reports.sources.clock import Clock
from oic_reports.sources.faults import RefusedError, TransientError
from oic_reports.sources.network import Addresses, GuardedBackend, Resolver, resolve

# bytes of a piece; seconds that a server may ask to wait: a month
_CHUNK = 1 << 16
LONGEST_REST = 30 * 86_400
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})")
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_GZIP_MAGIC = b"\x1f\x8b"
_CODINGS = {"": None, "identity": None, "gzip": _GZIP_OR_ZLIB, "x-gzip": _GZIP_OR_ZLIB, "deflate": _GZIP_OR_ZLIB}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may take: seconds to connect, between two pieces, and in all; bytes of body, decoded."""

    connect_seconds: float
    read_seconds: float
    body_seconds: float
    body_bytes: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: ``body`` is the file that it was written to, None where the status needs none.

    ``headers`` have names in lower case; ``size`` is that of the body as written, content coding undone;
    ``moved_for_good`` says that a permanent redirect led to ``address``.
    """

    address: str
    status: int
    headers: Mapping[str, str]
    body: Path | None = None
    sha256: str = ""
    size: int = 0
    moved_for_good: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether the transfer proved that the whole body came: by its length, or by a last chunk."""
        return "content-length" in self.headers or "chunked" in self.headers.get("transfer-encoding", "").lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server declares."""
        found = _CHARSET.search(self.headers.get("content-type", ""))
        return found.group(1) if found else None


class Client:
    """Sends requests, each over a connection of its own: what is sent too much is never read as another answer."""

    def __init__(
        self,
        user_agent: str,
        limits: Limits,
        clock: Clock,
        resolver: Resolver = resolve,
        *,
        allow_loopback: bool = False,
        verify: ssl.SSLContext | None = None,
    ) -> None:
        """Open no connection.

        Args:
            user_agent: who asks, with a contact.
            limits: what one answer may take.
            clock: where time comes from; the time-outs between pieces are the socket's own.
            resolver: finds the IP addresses of a name.
            allow_loopback: whether this machine itself may be asked.
            verify: which certificates are trusted; the usual ones where None.
        """
        self._headers = {"User-Agent": user_agent, "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close"}
        self._limits = limits
        self._clock = clock
        self._addresses = Addresses(resolver, allow_loopback=allow_loopback)
        self._verify = verify or ssl.create_default_context()

    def ask(
        self, address: str, headers: Mapping[str, str], body: Path, most_bytes: int | None = None, *, cut: bool = False
    ) -> Answer:
        """Send one GET request and write the body of a 200 answer to a file.

        Args:
            address: a canonical address.
            headers: of this request.
            body: the file to write; it is overwritten.
            most_bytes: a smaller limit of the body than the usual one.
            cut: whether a longer body is cut at the limit instead of refused.

        Raises:
            RefusedError: ``private_address``, ``too_large``, ``coding_unknown`` or ``certificate_invalid``.
            TransientError: no connection, no answer in time, or an answer that breaks off.
        """
        limit = _Limit(min(most_bytes or self._limits.body_bytes, self._limits.body_bytes), cut)
        backend = GuardedBackend(self._addresses, self._clock, self._clock.monotonic() + self._limits.body_seconds)
        timeouts = {"read": self._limits.read_seconds, "write": self._limits.read_seconds}
        extensions = {"timeout": {**timeouts, "connect": self._limits.connect_seconds, "pool": None}}
        named = {"Host": urlsplit(address).netloc, **self._headers, **headers}
        try:
            # a redirect is told, not followed; cookies are not kept
            with (
                httpcore.ConnectionPool(ssl_context=self._verify, network_backend=backend) as pool,
                pool.stream("GET", address, headers=list(named.items()), extensions=extensions) as response,
            ):
                found = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                if response.status != HTTPStatus.OK:
                    return Answer(address, response.status, found)
                sha256, size = _write(response.iter_stream(), found, body, limit)
                return Answer(address, response.status, found, body, sha256, size)
        except httpcore.TimeoutException as error:
            reason = "timeout"
            raise TransientError(reason, f"no answer in time: {error or type(error).__name__}") from error
        except httpcore.ProtocolError as error:
            reason = "answer_broken"
            raise TransientError(reason, f"{type(error).__name__}: {error}") from error
        except httpcore.NetworkError as error:
            if "CERTIFICATE_VERIFY_FAILED" in str(error):
                reason = "certificate_invalid"
                raise RefusedError(reason, f"the server's certificate is not valid: {error}") from error
            reason = "connection_failed"
            raise TransientError(reason, f"no connection, or one that broke: {error}") from error


@dataclass(frozen=True, slots=True)
class _Limit:
    """Most bytes of a body, decoded or not; and whether a longer one is cut there."""

    most: int
    cut: bool

    def check(self, size: int) -> None:
        """Refuse a size beyond the limit.

        Raises:
            RefusedError: ``too_large``.
        """
        if size > self.most:
            reason = "too_large"
            raise RefusedError(reason, f"more than {self.most:,} bytes")


def _write(pieces: Iterable[bytes], headers: Mapping[str, str], body: Path, limit: _Limit) -> tuple[str, int]:
    """Write a body; its sha256 and size."""
    declared = headers.get("content-length", "")
    if re.fullmatch(r"[0-9]{1,18}", declared) and not limit.cut:
        limit.check(int(declared))
    digest = hashlib.sha256()
    size = 0
    with body.open("wb") as file:
        for piece in _decode(_count(pieces, limit), headers.get("content-encoding", "")):
            kept = piece[: limit.most - size] if limit.cut else piece
            size += len(kept)
            limit.check(size)
            digest.update(kept)
            file.write(kept)
            if limit.cut and size == limit.most:
                break
    return digest.hexdigest(), size


def _count(pieces: Iterable[bytes], limit: _Limit) -> Iterator[bytes]:
    """The pieces as they come; what decodes to nothing counts too."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if not limit.cut:
            limit.check(size)
        yield piece


def _decode(pieces: Iterator[bytes], coding: str) -> Iterator[bytes]:
    """Undo the content coding piece by piece, none of them larger than a chunk: a bomb is met by the limit in time.

    Raises:
        RefusedError: ``coding_unknown``: a coding that was not asked for.
        TransientError: ``answer_broken``: the coded body is damaged or cut.
    """
    name = coding.strip().lower()
    if name not in _CODINGS:
        reason = "coding_unknown"
        raise RefusedError(reason, f"the body comes in a coding that was not asked for: {coding[:40]!r}")
    window = _CODINGS[name]
    if window is None:
        yield from pieces
        return
    decoder = zlib.decompressobj(window)
    try:
        for piece in pieces:
            waiting = piece
            while waiting:
                if decoder.eof:
                    # another member (RFC 1952, 2.2); anything else behind the end is padding
                    if not waiting.startswith(_GZIP_MAGIC):
                        break
                    decoder = zlib.decompressobj(window)
                yield decoder.decompress(waiting, _CHUNK)
                waiting = decoder.unused_data if decoder.eof else decoder.unconsumed_tail
    except zlib.error as error:
        reason = "answer_broken"
        raise TransientError(reason, f"the body is no {name}: {error}") from error
    if not decoder.eof:
        reason = "answer_broken"
        raise TransientError(reason, f"the {name} body is cut short")


def read_retry_after(value: str | None, clock: Clock) -> float | None:
    """Seconds that ``Retry-After`` asks for, as a number or a date (RFC 9110, 10.2.3); None if it says nothing.

    No more than thirty days: a longer rest is a mistake, or malice.
    """
    if value is None:
        return None
    stripped = value.strip()
    if stripped.isascii() and stripped.isdigit():
        return float(min(int(stripped[:12]), LONGEST_REST))
    try:
        moment = parsedate_to_datetime(stripped)
        seconds = (moment - clock.now()).total_seconds()
    except (ValueError, OverflowError, TypeError):
        # no date, one beyond the calendar, or one without a zone
        return None
    return min(max(0.0, seconds), float(LONGEST_REST))
