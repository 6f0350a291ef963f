"""Who may be spoken to, and for how long: names are resolved and checked where a connection is made, nowhere else.

A name is resolved once in a run, and the connection goes to the address that was checked (no second look-up that could
give another one); all of its addresses must be public. Every read of an answer, its head and its padding too, ends when
the time of the request is over.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence

import httpcore

from oic_reports.sources.clock import Clock
from oic_reports.sources.faults import RefusedError, TransientError

Resolver = Callable[[str, int], Sequence[str]]
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# for protocols, not for servers (RFC 6890); one address in it counts as global
_PROTOCOLS = ipaddress.ip_network("192.0.0.0/24")
# addresses of a host that are tried
_MOST_ADDRESSES = 4


def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a name, in the order of the system's resolver.

    Raises:
        OSError: there is none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str, *, allow_loopback: bool = False) -> bool:
    """Whether an IP address is of the public internet; one IPv4 address inside of an IPv6 one is judged by itself.

    Args:
        address: the address, without a port.
        allow_loopback: whether 127.0.0.0/8 and ::1 count too.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        # with a zone (fe80::1%eth0): link-local
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        embedded = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            embedded = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if embedded is not None:
            return is_public(str(embedded), allow_loopback=allow_loopback)
        if ip.is_site_local:
            return False
    if ip.is_loopback:
        return allow_loopback
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and ip not in _PROTOCOLS


class Addresses:
    """The checked addresses of names, each looked up once."""

    def __init__(self, resolver: Resolver = resolve, *, allow_loopback: bool = False) -> None:
        """Look nothing up yet."""
        self._resolver = resolver
        self._allow_loopback = allow_loopback
        self._known: dict[tuple[str, int], Sequence[str]] = {}
        self._lock = threading.Lock()

    def find(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a name, all of them public.

        Raises:
            RefusedError: ``private_address``.
            TransientError: ``host_unknown``: the name has no address.
        """
        with self._lock:
            if (host, port) in self._known:
                return self._known[host, port]
        try:
            found = self._resolver(host, port)
        except (OSError, UnicodeError) as error:
            reason = "host_unknown"
            raise TransientError(reason, f"no address is known for {host}") from error
        private = [address for address in found if not is_public(address, allow_loopback=self._allow_loopback)]
        if private:
            reason = "private_address"
            raise RefusedError(reason, f"{host} leads to {', '.join(private)}")
        if not found:
            reason = "host_unknown"
            raise TransientError(reason, f"{host} has no address")
        with self._lock:
            return self._known.setdefault((host, port), found[:_MOST_ADDRESSES])


class GuardedBackend(httpcore.NetworkBackend):
    """Makes the connections of one request: to checked addresses, and no longer than the request may last."""

    def __init__(self, addresses: Addresses, clock: Clock, end: float) -> None:
        """Connect to nothing yet.

        Args:
            addresses: of names.
            clock: where time comes from.
            end: the moment, by the clock's ``monotonic``, at which the request is over.
        """
        self._addresses = addresses
        self._clock = clock
        self._end = end
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers; raises as ``Addresses.find``, or as httpcore does."""
        found = self._addresses.find(host, port)
        for place, address in enumerate(found, 1):
            left = _cap(timeout, self._end - self._clock.monotonic(), httpcore.ConnectTimeout)
            try:
                stream = self._inner.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if place == len(found):
                    raise
            else:
                return _TimedStream(stream, self._clock, self._end)
        raise AssertionError


class _TimedStream(httpcore.NetworkStream):
    """A stream that is read and written until a moment and no longer."""

    def __init__(self, inner: httpcore.NetworkStream, clock: Clock, end: float) -> None:
        self._inner = inner
        self._clock = clock
        self._end = end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = self._end - self._clock.monotonic()
        return self._inner.read(max_bytes, _cap(timeout, left, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        left = self._end - self._clock.monotonic()
        self._inner.write(buffer, _cap(timeout, left, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _cap(timeout, self._end - self._clock.monotonic(), httpcore.ConnectTimeout)
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, left), self._clock, self._end)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


def _cap(timeout: float | None, left: float, kind: type[httpcore.TimeoutException]) -> float:
    """A time-out that ends when the time that is left does.

    Raises:
        httpcore.TimeoutException: of this kind: nothing is left.
    """
    if left <= 0:
        raise kind("the time of the request is over")
    return left if timeout is None else min(timeout, left)
