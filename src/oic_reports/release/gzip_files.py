"""Files packed with gzip, written in pieces by the library that writes Parquet, so that the lock pins their bytes.

The stream that this library offers packs at level 9 only, three times slower than level 6 for 5 % less. A file is
therefore made of members (RFC 1952, 2.2), one for each so many bytes, which every reader takes for one file.

A member whose content is that of a member of the last release is taken from there as it lies: packing takes many times
as long as unpacking, and of a large release hardly anything changes from one to the next.
"""

from __future__ import annotations

import hashlib
import mmap
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

# bytes of a member before it is packed: all of most files, and little of memory
_MEMBER = 1 << 24
_LEVEL = 6
# bytes of a file that are unpacked at once
_BYTES = 1 << 20
# how each member begins: gzip, deflate, no name, no time, no word of the level, made on Unix (RFC 1952, 2.3)
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"
# what zlib is told: a window of the largest size, and gzip's form alone
_GZIP = 31


class PackedFile:
    """What is written is kept until it makes a member."""

    def __init__(self, file: BinaryIO, member: int = _MEMBER, earlier: Path | None = None) -> None:
        """Take an open file, the bytes of a member, and the file of the last release (see ``open_packed``)."""
        self._file, self._member, self._earlier = file, member, earlier
        self._known = dict(list_members(earlier)) if earlier else {}
        self._codec = pa.Codec("gzip", compression_level=_LEVEL)
        self._kept = bytearray()

    def write(self, content: bytes | memoryview | pa.Buffer) -> None:
        """Add bytes."""
        self._kept += memoryview(content)
        if len(self._kept) >= self._member:
            self.flush()

    def flush(self) -> None:
        """Write what is kept as a member."""
        if self._kept:
            self._file.write(self._take() or self._codec.compress(self._kept, asbytes=True))
            self._kept = bytearray()

    def add_member(self, member: bytes) -> None:
        """Write a member that is packed already, behind what is kept."""
        self.flush()
        self._file.write(member)

    def _take(self) -> bytes | None:
        """The member of the earlier file that unpacks to what is kept, if there is one."""
        place = self._known.get(hashlib.sha256(self._kept).digest()) if self._known else None
        if place is None or self._earlier is None:
            return None
        return read_member(self._earlier, place)


@contextmanager
def open_packed(path: Path, member: int = _MEMBER, earlier: Path | None = None) -> Iterator[PackedFile]:
    """A new file; it is whole when the block is left without an error.

    Args:
        path: of the file.
        member: bytes of a member before it is packed.
        earlier: the same file of the last release, where the same code and libraries made it: members are taken from
            there.
    """
    with path.open("wb") as file:
        packed = PackedFile(file, member, earlier)
        yield packed
        packed.flush()


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


def find_members(path: Path) -> list[tuple[int, int]]:
    """Place and length of each member of a file, in its order, unpacked by nobody.

    A member is found by its head, which says nothing (no time, no name) and therefore is always the same. In what is
    packed these ten bytes stand once in 2**80 by chance: who knows how many members there must be counts them.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        starts = [found.start() for found in re.finditer(re.escape(_HEAD), content)]
        ends = [*starts[1:], len(content)]
    return [(start, end - start) for start, end in zip(starts, ends, strict=True)]


def read_member(path: Path, place: tuple[int, int]) -> bytes:
    """A member of a file, packed as it is, by its place and length."""
    with path.open("rb") as file:
        file.seek(place[0])
        return file.read(place[1])


def _read_member(file: BinaryIO, rest: bytes) -> tuple[bytes, int, bytes] | None:
    """The digest of the next member, its length, and what was read beyond it; None at the end, or if cut off."""
    unpacker, digest, read = zlib.decompressobj(_GZIP), hashlib.sha256(), 0
    while piece := rest or file.read(_BYTES):
        rest = b""
        read += len(piece)
        digest.update(unpacker.decompress(piece))
        if unpacker.eof:
            return digest.digest(), read - len(unpacker.unused_data), unpacker.unused_data
    return None
