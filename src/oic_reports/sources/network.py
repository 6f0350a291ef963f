"""Who may be spoken to: names are resolved and checked, and the connection goes to the address that was checked.

A name is resolved once, and that answer is used (no second look-up that could give another one); all of its addresses
must be public. Redirects are not followed here.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Callable, Sequence

import httpx

from oic_reports.sources.faults import RefusedError, TransientError

Resolver = Callable[[str, int], Sequence[str]]
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
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
        embedded = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            embedded = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if embedded is not None:
            return is_public(str(embedded), allow_loopback=allow_loopback)
    if ip.is_loopback:
        return allow_loopback
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class GuardedTransport(httpx.BaseTransport):
    """Sends the requests of one host to an address of it that was found to be public.

    One transport serves one host: connections are pooled by IP address, and two hosts of one address must not share
    an encrypted one. The certificate is checked against the name, not the address.
    """

    def __init__(self, verify: ssl.SSLContext, resolver: Resolver = resolve, *, allow_loopback: bool = False) -> None:
        self._inner = httpx.HTTPTransport(verify=verify, trust_env=False)
        self._resolver = resolver
        self._allow_loopback = allow_loopback
        self._addresses: dict[tuple[str, int], Sequence[str]] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request.

        Raises:
            RefusedError: ``private_address``.
            TransientError: ``host_unknown``: the name has no address.
            httpx.TransportError: as httpx raises it.
        """
        host = request.url.host
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        extensions = {**request.extensions, "sni_hostname": host}
        addresses = self._look_up(host, port)
        for place, address in enumerate(addresses, 1):
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions=extensions,
            )
            try:
                return self._inner.handle_request(pinned)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if place == len(addresses):
                    raise
        raise AssertionError

    def _look_up(self, host: str, port: int) -> Sequence[str]:
        if (host, port) not in self._addresses:
            try:
                found = self._resolver(host, port)[:_MOST_ADDRESSES]
            except (OSError, UnicodeError) as error:
                reason = "host_unknown"
                raise TransientError(reason, f"no address is known for {host}") from error
            private = [address for address in found if not is_public(address, allow_loopback=self._allow_loopback)]
            if private or not found:
                reason = "private_address" if private else "host_unknown"
                kind = RefusedError if private else TransientError
                raise kind(reason, f"{host} leads to {', '.join(private) or 'no address'}")
            self._addresses[host, port] = found
        return self._addresses[host, port]

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()
