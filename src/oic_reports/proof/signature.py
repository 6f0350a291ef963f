"""Signatures as minisign makes them (https://jedisct1.github.io/minisign/): Ed25519 over BLAKE2b of a file.

A key is 2 bytes of algorithm, 8 of key id, 32 of key; a signature 2, 8 and 64; both in base64. A second signature is
over the first one and the trusted comment.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from oic_reports.errors import ForeseenError

_COMMENT = "untrusted comment:"
_TRUSTED = "trusted comment: "
_KEY, _SIGNATURE = 42, 74
# the file itself is signed, or its BLAKE2b-512
_PLAIN, _HASHED = b"Ed", b"ED"


class SignatureError(ForeseenError):
    """A file is not proved to be signed; the message says why."""


def check_signature(file: Path, signature: Path, key: str) -> str:
    """What the signer says in the trusted comment of a signature that holds.

    Args:
        file: what is signed.
        signature: the file ``.minisig``.
        key: the public key in base64, or the path of its file ``.pub``.

    Raises:
        SignatureError: the key or the signature cannot be read, or does not hold.
    """
    kind, key_id, public = _parse_key(key)
    try:
        lines = signature.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        msg = f"there is no signature that can be read: {signature.name}: {error}"
        raise SignatureError(msg) from error
    if len(lines) < len(("comment", "signature", "trusted", "global")) or not lines[2].startswith(_TRUSTED):
        msg = f"{signature.name} is no signature of minisign"
        raise SignatureError(msg)
    signed, both = _decode(lines[1], signature.name), _decode(lines[3], signature.name)
    if len(signed) != _SIGNATURE or signed[:2] not in {_PLAIN, _HASHED} or kind != _PLAIN:
        msg = f"{signature.name} is of another kind than Ed25519"
        raise SignatureError(msg)
    if signed[2:10] != key_id:
        msg = f"{signature.name} is by another key: {_print_id(signed[2:10])}, not {_print_id(key_id)}"
        raise SignatureError(msg)
    content = file.read_bytes()
    message = hashlib.blake2b(content).digest() if signed[:2] == _HASHED else content
    comment = lines[2].removeprefix(_TRUSTED)
    try:
        verifier = Ed25519PublicKey.from_public_bytes(public)
        verifier.verify(signed[10:], message)
        verifier.verify(both, signed[10:] + comment.encode())
    except (InvalidSignature, ValueError) as error:
        msg = f"{signature.name} does not hold: {file.name} or the trusted comment was changed"
        raise SignatureError(msg) from error
    return comment


def _parse_key(key: str) -> tuple[bytes, bytes, bytes]:
    try:
        path = Path(key)
        text = path.read_text(encoding="utf-8") if path.is_file() else key
    except (OSError, ValueError):
        text = key
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith(_COMMENT)]
    content = _decode(lines[0].strip(), "the key") if lines else b""
    if len(content) != _KEY:
        msg = "this is no public key of minisign, nor a file of one"
        raise SignatureError(msg)
    return content[:2], content[2:10], content[10:]


def _decode(text: str, name: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        msg = f"{name} cannot be read: {error}"
        raise SignatureError(msg) from error


def _print_id(key_id: bytes) -> str:
    return key_id[::-1].hex().upper()
