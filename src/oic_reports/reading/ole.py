"""An OLE compound file (MS-CFB): which streams it holds, and whether all of their sectors are there."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from mmap import mmap
from typing import NoReturn, TypeAlias

from oic_reports.errors import UnreadableFileError

Content: TypeAlias = bytes | mmap
SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
# values above are marks of sectors that are free, at an end, or of the table itself (MS-CFB, 2.1)
_LAST_SECTOR = 0xFFFFFFFA
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream, by the names that lead to it (``("ObjectPool", "_1", "Contents")``); its first sector and bytes."""

    path: tuple[str, ...]
    first: int
    size: int


class OleFile:
    """The streams of a compound file, each proved to be whole.

    Raises:
        UnreadableFileError: ``damaged_file``: a sector that a stream needs lies beyond the end, or a chain has no end.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        if len(content) < _HEADER or content[: len(SIGNATURE)] != SIGNATURE:
            _refuse("it is cut short")
        shift, small_shift = struct.unpack_from("<2H", content[:_HEADER], 0x1E)
        if shift not in {9, 12} or small_shift > shift:
            _refuse("its sectors have no size that the standard knows")
        self._sector, self._small_sector = 1 << shift, 1 << small_shift
        self._most = len(content) // self._sector + 1
        first_directory, self._cutoff = struct.unpack_from("<I4xI", content[:_HEADER], 0x30)
        (first_small,) = struct.unpack_from("<I", content[:_HEADER], 0x3C)
        self._next = self._read_numbers(self._list_table_sectors())
        self._small_next = self._read_numbers(self._follow(first_small))
        directory = b"".join(self._read_sector(number) for number in self._follow(first_directory))
        self._entries = [directory[end - _ENTRY : end] for end in range(_ENTRY, len(directory) + 1, _ENTRY)]
        if not self._entries or self._entries[0][66] != _ROOT:
            _refuse("it has no directory")
        root_first, root_size = struct.unpack_from("<IQ", self._entries[0], 116)
        self._small = self._read_large(root_first, root_size & 0xFFFFFFFF)
        self.streams = tuple(self._walk(self._child(0), ()))

    def read(self, stream: Stream) -> bytes:
        """The bytes of a stream."""
        if stream.size >= self._cutoff:
            return self._read_large(stream.first, stream.size)
        pieces, number = [], stream.first
        for _ in range(-(-stream.size // self._small_sector)):
            piece = self._small[number * self._small_sector :][: self._small_sector]
            if not piece or number >= len(self._small_next):
                _refuse(f"a sector of {'/'.join(stream.path)} is missing")
            pieces.append(piece)
            number = self._small_next[number]
        return b"".join(pieces)[: stream.size]

    def _read_large(self, first: int, size: int) -> bytes:
        found = b"".join(self._read_sector(number) for number in self._follow(first)) if size else b""
        if len(found) < size:
            _refuse("a stream is shorter than its directory says")
        return found[:size]

    def _read_sector(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        found = bytes(self._content[start : start + self._sector])
        if len(found) < self._sector:
            _refuse(f"sector {number} lies beyond its end")
        return found

    def _list_table_sectors(self) -> list[int]:
        """The sectors of the table of sectors: 109 are named in the header, the others in sectors of their own."""
        (count,) = struct.unpack_from("<I", self._content[:_HEADER], 0x2C)
        extra, extra_count = struct.unpack_from("<II", self._content[:_HEADER], 0x44)
        named = list(struct.unpack_from("<109I", self._content[:_HEADER], 0x4C))
        for _ in range(min(extra_count, self._most)):
            if extra >= _LAST_SECTOR:
                break
            *numbers, extra = struct.unpack(f"<{self._sector // 4}I", self._read_sector(extra))
            named += numbers
        return [number for number in named if number < _LAST_SECTOR][: min(count, self._most)]

    def _read_numbers(self, sectors: list[int]) -> tuple[int, ...]:
        table = b"".join(self._read_sector(number) for number in sectors)
        return struct.unpack(f"<{len(table) // 4}I", table)

    def _follow(self, first: int) -> list[int]:
        found: list[int] = []
        number = first
        while number < _LAST_SECTOR:
            if number >= len(self._next) or len(found) > self._most:
                _refuse("a chain of its sectors leads nowhere")
            found.append(number)
            number = self._next[number]
        return found

    def _child(self, entry: int) -> int:
        (child,) = struct.unpack_from("<I", self._entries[entry], 76)
        return int(child)

    def _walk(self, first: int, path: tuple[str, ...]) -> Iterator[Stream]:
        """The streams of a storage and those below it; siblings are a tree, of which no entry may come twice."""
        waiting, seen = [(first, path)], set()
        while waiting:
            number, above = waiting.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            length, kind = struct.unpack_from("<HB", entry, 64)
            name = (*above, entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace"))
            waiting += [(sibling, above) for sibling in struct.unpack_from("<2I", entry, 68)]
            if kind == _STORAGE:
                waiting.append((self._child(number), name))
            elif kind == _STREAM:
                start, size = struct.unpack_from("<IQ", entry, 116)
                # files of version 3 may leave rubbish in the upper half
                yield Stream(name, start, size & 0xFFFFFFFF)


def _refuse(what: str) -> NoReturn:
    raise UnreadableFileError("damaged_file", f"the Office file cannot be opened: {what}")
