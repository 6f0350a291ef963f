"""Files packed with gzip, written in pieces by the library that writes Parquet, so that the lock pins their bytes.

The stream that this library offers packs at level 9 only, three times slower than level 6 for 5 % less. A file is
therefore made of members (RFC 1952, 2.2), one for each so many bytes, which every reader takes for one file; a file of
pieces that are packed each by itself is one, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

# bytes of a member before it is packed: all of most files, and little of memory
_MEMBER = 1 << 24
_LEVEL = 6


class PackedFile:
    """What is written is kept until it makes a member."""

    def __init__(self, file: BinaryIO, member: int = _MEMBER) -> None:
        """Take an open file, and the bytes of a member."""
        self._file, self._member = file, member
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
            self._file.write(self._codec.compress(self._kept, asbytes=True))
            self._kept = bytearray()


@contextmanager
def open_packed(path: Path, member: int = _MEMBER) -> Iterator[PackedFile]:
    """A new file; it is whole when the block is left without an error.

    Args:
        path: of the file.
        member: bytes of a member before it is packed.
    """
    with path.open("wb") as file:
        packed = PackedFile(file, member)
        yield packed
        packed.flush()


def pack(parts: Iterable[bytes | memoryview]) -> bytes:
    """Parts one after the other as a piece of a file: its own members, one where it is not long."""
    piece = BytesIO()
    packed = PackedFile(piece)
    for part in parts:
        packed.write(part)
    packed.flush()
    return piece.getvalue()
