"""Files of gzip made of members, one after the other (RFC 1952, 2.2), which every reader takes for one file.

A member whose content is that of a member of the last release is taken from there as it lies: packing takes ten times
as long as unpacking, and of a large release hardly anything changes from one to the next. Packed by Arrow, so that the
lock pins the bytes.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BufferedWriter
from pathlib import Path

import pyarrow as pa

# of the levels of gzip: 9 makes files a twelfth smaller, and takes three and a half times as long
_LEVEL = 6
# bytes of a file that are unpacked at once
_BYTES = 1 << 20
# how a member begins that has no name and no time, and to which unpacker a member is left (RFC 1952, zlib's manual)
_GZIP = 31


class MemberWriter:
    """A file that grows by members."""

    def __init__(self, file: BufferedWriter, earlier: Path | None) -> None:
        """Begin a file; ``earlier`` is the same file of the last release, where the same code and libraries made it."""
        self._file = file
        self._earlier = earlier
        self._known = dict(list_members(earlier)) if earlier else {}
        self._codec = pa.Codec("gzip", compression_level=_LEVEL)

    def add(self, content: bytes) -> None:
        """Add a member that unpacks to some bytes."""
        self._file.write(self._take(content) or self._codec.compress(content, asbytes=True))

    def _take(self, content: bytes) -> bytes | None:
        place = self._known.get(hashlib.sha256(content).digest()) if self._known else None
        if place is None or self._earlier is None:
            return None
        with self._earlier.open("rb") as file:
            file.seek(place[0])
            return file.read(place[1])


@contextmanager
def open_members(path: Path, earlier: Path | None = None) -> Iterator[MemberWriter]:
    """A writer of a new file, which is closed at the end; ``earlier`` as in ``MemberWriter``."""
    with path.open("wb") as file:
        yield MemberWriter(file, earlier)


def list_members(path: Path) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """The sha256 of what each member of a file unpacks to, with its place and length in bytes.

    A file that is missing, damaged or no gzip has those that stand before the fault.
    """
    try:
        with path.open("rb") as file:
            start, rest = 0, b""
            while member := _read_member(file, rest):
                digest, length, rest = member
                yield digest, (start, length)
                start += length
    except (OSError, zlib.error):
        return


def _read_member(file: BufferedReader, rest: bytes) -> tuple[bytes, int, bytes] | None:
    """The digest of the next member, its length, and what was read beyond it; None at the end, or if cut off."""
    unpacker, digest, read = zlib.decompressobj(_GZIP), hashlib.sha256(), 0
    while piece := rest or file.read(_BYTES):
        rest = b""
        read += len(piece)
        digest.update(unpacker.decompress(piece))
        if unpacker.eof:
            return digest.digest(), read - len(unpacker.unused_data), unpacker.unused_data
    return None
