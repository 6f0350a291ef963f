"""One request: sent to a host of the catalogue, its answer's body written to a file as it comes, within limits.

Redirects, retries and turns are not known here (see ``download``).
"""

from __future__ import annotations

import hashlib
import re
import ssl
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx

from oic_reports.sources.clock import Clock
from oic_reports.sources.faults import RefusedError, TransientError
from oic_reports.sources.network import GuardedTransport, Resolver, resolve

_CHUNK = 1 << 16
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

    @property
    def retry_after(self) -> str | None:
        """What the server asks for before another try (RFC 9110, 10.2.3)."""
        return self.headers.get("retry-after")


class Client:
    """Sends requests, each host over connections of its own."""

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
        """Open no connection yet.

        Args:
            user_agent: who asks, with a contact.
            limits: what one answer may take.
            clock: where time comes from; the time-outs between pieces are the socket's own.
            resolver: finds the IP addresses of a name.
            allow_loopback: whether this machine itself may be asked.
            verify: which certificates are trusted; the usual ones where None.
        """
        self._headers = {"User-Agent": user_agent, "Accept": "*/*", "Accept-Encoding": "gzip"}
        self._limits = limits
        self._clock = clock
        self._resolver = resolver
        self._allow_loopback = allow_loopback
        self._verify = verify or ssl.create_default_context()
        self._transports: dict[str, GuardedTransport] = {}
        self._lock = threading.Lock()

    def ask(self, address: str, headers: Mapping[str, str], body: Path, most_bytes: int | None = None) -> Answer:
        """Send one GET request and write the body of a 200 answer to a file.

        Args:
            address: a canonical address.
            headers: of this request.
            body: the file to write; it is overwritten.
            most_bytes: a smaller limit of the body than the usual one.

        Raises:
            RefusedError: ``private_address``, ``too_large``, ``coding_unknown`` or ``certificate_invalid``.
            TransientError: no connection, no answer in time, or an answer that breaks off.
        """
        limit = min(most_bytes or self._limits.body_bytes, self._limits.body_bytes)
        timeout = httpx.Timeout(self._limits.read_seconds, connect=self._limits.connect_seconds)
        request = httpx.Request(
            "GET", address, headers={**self._headers, **headers}, extensions={"timeout": timeout.as_dict()}
        )
        end = self._clock.monotonic() + self._limits.body_seconds
        try:
            # the transport itself is asked: a client of httpx would look into redirects, and keep cookies
            with closing(self._find_transport(request.url.host).handle_request(request)) as response:
                found = {name.lower(): value for name, value in response.headers.items()}
                if response.status_code != httpx.codes.OK:
                    return Answer(address, response.status_code, found)
                sha256, size = self._write(response, found, body, limit, end)
                return Answer(address, response.status_code, found, body, sha256, size)
        except httpx.TimeoutException as error:
            reason = "timeout"
            raise TransientError(reason, f"no answer in time: {type(error).__name__}") from error
        except httpx.RemoteProtocolError as error:
            reason = "answer_broken"
            raise TransientError(reason, f"the answer breaks off or is no HTTP: {error}") from error
        except httpx.ConnectError as error:
            if "CERTIFICATE_VERIFY_FAILED" in str(error):
                reason = "certificate_invalid"
                raise RefusedError(reason, f"the server's certificate is not valid: {error}") from error
            reason = "connection_failed"
            raise TransientError(reason, f"no connection: {error}") from error
        except httpx.TransportError as error:
            reason = "connection_failed"
            raise TransientError(reason, f"the connection broke: {error}") from error

    def _find_transport(self, host: str) -> GuardedTransport:
        with self._lock:
            if host not in self._transports:
                self._transports[host] = GuardedTransport(
                    self._verify, self._resolver, allow_loopback=self._allow_loopback
                )
            return self._transports[host]

    def _write(
        self, response: httpx.Response, headers: Mapping[str, str], body: Path, limit: int, end: float
    ) -> tuple[str, int]:
        declared = headers.get("content-length", "")
        if declared.isdigit() and int(declared) > limit:
            reason = "too_large"
            raise RefusedError(reason, f"{int(declared):,} bytes are announced; the limit is {limit:,}")
        digest = hashlib.sha256()
        size = 0
        with body.open("wb") as file:
            for piece in _decode(self._keep_time(response, end), headers.get("content-encoding", "")):
                size += len(piece)
                if size > limit:
                    reason = "too_large"
                    raise RefusedError(reason, f"more than {limit:,} bytes")
                digest.update(piece)
                file.write(piece)
        return digest.hexdigest(), size

    def _keep_time(self, response: httpx.Response, end: float) -> Iterator[bytes]:
        """The raw pieces of a body, as long as they come in time."""
        # as they come: pieces of a fixed size would be waited for
        for piece in response.iter_raw():
            yield piece
            if self._clock.monotonic() > end:
                reason = "timeout"
                raise TransientError(reason, f"the answer took more than {self._limits.body_seconds:g} seconds")

    def close(self) -> None:
        """Close all connections."""
        for transport in self._transports.values():
            transport.close()


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
    """Seconds that ``Retry-After`` asks for, as a number or a date (RFC 9110, 10.2.3); None if it says nothing."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value.strip())
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return max(0.0, (moment - clock.now()).total_seconds())
