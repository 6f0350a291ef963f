"""Signatures of minisign, made here as its description says."""

from __future__ import annotations

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from oic_reports.proof.signature import SignatureError, check_signature

ID = bytes(range(8))
COMMENT = "oic-reports 2026.11.0"


def make_key(seed):
    private = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
    public = base64.b64encode(b"Ed" + ID + private.public_key().public_bytes_raw()).decode()
    return private, public


def sign(private, content, *, kind=b"ED", comment=COMMENT, key_id=ID):
    message = hashlib.blake2b(content).digest() if kind == b"ED" else content
    signature = private.sign(message)
    both = private.sign(signature + comment.encode())
    lines = ["untrusted comment: x", base64.b64encode(kind + key_id + signature).decode()]
    lines += [f"trusted comment: {comment}", base64.b64encode(both).decode()]
    return "\n".join(lines) + "\n"


@pytest.fixture
def signed(tmp_path):
    private, public = make_key(1)
    (tmp_path / "SHA256SUMS").write_bytes(b"00  x\n")
    (tmp_path / "SHA256SUMS.minisig").write_text(sign(private, b"00  x\n"))
    return tmp_path, private, public


def check(folder, key):
    return check_signature(folder / "SHA256SUMS", folder / "SHA256SUMS.minisig", key)


def test_a_signature_holds_by_the_key_and_by_its_file(signed):
    folder, private, public = signed
    assert check(folder, public) == COMMENT
    (folder / "key.pub").write_text(f"untrusted comment: minisign public key\n{public}\n")
    assert check(folder, str(folder / "key.pub")) == COMMENT
    (folder / "SHA256SUMS.minisig").write_text(sign(private, b"00  x\n", kind=b"Ed"))
    assert check(folder, public) == COMMENT


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda folder, _: (folder / "SHA256SUMS").write_bytes(b"01  x\n"), "does not hold"),
        (lambda folder, _: (folder / "SHA256SUMS.minisig").unlink(), "there is no signature"),
        (lambda folder, _: (folder / "SHA256SUMS.minisig").write_bytes(b"\xff"), "there is no signature"),
        (lambda folder, _: (folder / "SHA256SUMS.minisig").write_text("x\n"), "no signature of minisign"),
        (
            lambda folder, text: (folder / "SHA256SUMS.minisig").write_text(text.replace(COMMENT, "oic 9")),
            "trusted comment was changed",
        ),
        (
            lambda folder, _: (folder / "SHA256SUMS.minisig").write_text(
                sign(make_key(1)[0], b"00  x\n", key_id=b"another!")
            ),
            "by another key",
        ),
        (lambda folder, _: (folder / "SHA256SUMS.minisig").write_text(sign(make_key(2)[0], b"00  x\n")), "not hold"),
    ],
)
def test_a_signature_that_does_not_hold(signed, change, why):
    folder, _, public = signed
    change(folder, (folder / "SHA256SUMS.minisig").read_text())
    with pytest.raises(SignatureError, match=why):
        check(folder, public)


@pytest.mark.parametrize("key", ["", "abc", "RWQ=", "!!", base64.b64encode(b"x" * 42).decode()])
def test_what_is_no_key(signed, key):
    with pytest.raises(SignatureError):
        check(signed[0], key)
