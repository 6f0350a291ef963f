"""Who may be spoken to: public addresses, and certificates for the name that was asked."""

from __future__ import annotations

import gzip
import ipaddress
import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st
from server import Server
from sources_world import World, html

from oic_reports.sources.client import _decode, _Limit, _write, read_retry_after
from oic_reports.sources.faults import RefusedError, TransientError
from oic_reports.sources.network import Addresses, is_public


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104  (an address that is judged)
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.8",
        "192.0.0.9",
        "192.0.2.1",
        "192.168.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "ff02::1",
        "2001:db8::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2002:7f00:1::1",
        "no address",
        "",
    ],
)
def test_addresses_that_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "212.100.198.18", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_that_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize("fault", [OSError("no such name"), UnicodeError("label too long"), None])
def test_a_name_without_an_address_may_have_one_later(fault):
    def find(host, port):
        if fault is not None:
            raise fault
        return ()

    with pytest.raises(TransientError) as caught:
        Addresses(find).find("oic.example", 443)
    assert caught.value.reason == "host_unknown"


def test_loopback_is_opened_alone():
    assert is_public("127.0.0.1", allow_loopback=True)
    assert is_public("::1", allow_loopback=True)
    assert is_public("::ffff:127.0.0.1", allow_loopback=True)
    assert not is_public("10.0.0.1", allow_loopback=True)
    assert not is_public("169.254.169.254", allow_loopback=True)


@given(st.ip_addresses(v=4))
def test_one_address_inside_of_another_is_judged_alike(address):
    inside = ipaddress.IPv6Address(int(ipaddress.IPv6Address("::ffff:0:0")) | int(address))
    assert is_public(str(address)) == is_public(str(inside))


def make_certificate(folder, names):
    """A key and a certificate signed by itself; the paths of both in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(each) for each in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{names[0]}.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def secure(tmp_path, clock):
    """A world whose server speaks TLS, with a certificate for ``a.example`` alone."""
    certificate = make_certificate(tmp_path, ["a.example"])
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    with Server(clock, context) as server:
        world = World(tmp_path / "raw", clock, server)
        world.verify = ssl.create_default_context(cafile=certificate)
        yield world


def test_the_certificate_is_that_of_the_name_not_of_the_address(secure):
    secure.add("a.example")
    secure.serve("a.example", html())
    (outcome,) = secure.run().values()
    assert outcome.outcome == "new", outcome.detail


def test_a_certificate_for_another_name_is_refused(secure):
    secure.add("b.example")
    secure.serve("b.example", html())
    (outcome,) = secure.run().values()
    assert (outcome.outcome, outcome.reason) == ("refused", "certificate_invalid")
    assert secure.server.requests == []


def test_a_certificate_that_nobody_trusts_is_refused(secure):
    secure.add("a.example")
    secure.verify = None
    (outcome,) = secure.run().values()
    assert outcome.reason == "certificate_invalid"


def test_plain_http_is_asked_only_where_the_catalogue_says_so(world):
    from sources_world import make_row

    from oic_reports.sources.catalogue import Catalogue, Site
    from oic_reports.sources.hosts import Hosts

    rows = (make_row("https://a.example/1", "a"), make_row("http://b.example/1", "b"))
    sites = {name: Site(name, (f"{name}.example",), None, None) for name in "abc"}
    hosts = Hosts(Catalogue(rows, sites, ()))
    asked = ["https://a.example/2", "http://a.example/2", "http://b.example/2", "https://b.example/2"]
    asked += ["https://c.example/", "http://c.example/", "https://d.example/", "https://a.example:8443/"]
    assert [hosts.may_ask(address) for address in asked] == [True, False, True, True, True, False, False, False]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [(None, None), ("120", 120), (" 5 ", 5), ("soon", None), ("-3", None), ("Wed, 25 Nov 2026 02:18:00 GMT", 60)],
)
def test_retry_after(clock, value, seconds):
    assert read_retry_after(value, clock) == seconds


def test_a_moment_that_is_over_asks_for_nothing(clock):
    assert read_retry_after("Wed, 25 Nov 2020 02:18:00 GMT", clock) == 0


def test_a_bomb_unpacks_a_piece_at_a_time():
    bomb = gzip.compress(bytes(20_000_000))
    sizes = [len(piece) for piece in _decode(iter([bomb]), "gzip")]
    assert (sum(sizes), max(sizes)) == (20_000_000, 1 << 16)


def test_what_unpacks_to_nothing_counts_too(tmp_path):
    nothing = gzip.compress(b"")
    pieces = [nothing] * 10
    headers = {"content-encoding": "gzip"}
    assert _write(pieces, headers, tmp_path / "body", _Limit(10 * len(nothing), cut=False))[1] == 0
    with pytest.raises(RefusedError) as caught:
        _write(pieces, headers, tmp_path / "body", _Limit(10 * len(nothing) - 1, cut=False))
    assert caught.value.reason == "too_large"
