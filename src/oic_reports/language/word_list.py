"""The general word list of a language (package ``wordfreq``): how usual a word is, as its share of running words.

To unpack a list takes up to a third of a second, longer than to read a short report. It is therefore written down once
as a table, and mapped into memory from then on: a word is looked up where its checksum says, and nothing is loaded.
The table lies where Python keeps compiled code, by the same rules: who may write there may write the code as well, and
it is of use as long as the package's file has the size and time of that which it was made of. Where nobody may write
there, it is made anew in memory.
"""

from __future__ import annotations

import contextlib
import gzip
import mmap
import os
import struct
from array import array
from collections import Counter
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from operator import itemgetter
from pathlib import Path
from typing import get_args
from zlib import crc32

from oic_reports.beside_code import write_whole
from oic_reports.model import Language

_FOLDER = Path(__file__).parent / "__pycache__"
# what a table begins with: its form, size and time (ns) of the package's file, how many words and bytes of words it has
_HEADER = struct.Struct("<8s4Q")
_FORM = b"oicwords"
# bytes of a place of the table, and of a rarity
_PLACE, _RARITY = 4, 2


class WordList:
    """Words and their shares, as far as they are as usual as ``least``."""

    def __init__(self, language: Language, least: float) -> None:
        """Open the list of a language."""
        self._table = _open(language)
        self._least = least
        # a text asks for its words again and again
        self._known: dict[str, float] = {}

    def get(self, word: str) -> float:
        """The share of a word in small letters; 0 where it is not in the list."""
        share = self._known.get(word)
        if share is None:
            rarity = self._table.find_rarity(word)
            found = 0.0 if rarity is None else 10 ** (-rarity / 100)
            share = self._known[word] = found if found >= self._least else 0.0
        return share


class _Table:
    """All words of a list, end to end, in the order of their checksums.

    ``firsts[c]`` is the first word whose checksum ends in ``c``, ``places[i]`` where word ``i`` begins.
    """

    def __init__(self, whole: bytes | mmap.mmap) -> None:
        """Take a table as ``_make`` gives it.

        Raises:
            ValueError: it is not whole.
        """
        try:
            *self.source, count, size = _HEADER.unpack_from(whole)
        except struct.error as error:
            raise ValueError(str(error)) from error
        view = memoryview(whole)
        ends = list(accumulate((_HEADER.size, (count + 1) * _PLACE, (count + 1) * _PLACE, count * _RARITY)))
        if len(view) != ends[-1] + size:
            fault = f"{len(view)} bytes, not {ends[-1] + size}"
            raise ValueError(fault)
        self._firsts, self._places = view[ends[0] : ends[1]].cast("I"), view[ends[1] : ends[2]].cast("I")
        self._rarities = view[ends[2] : ends[3]].cast("H")
        self._whole, self._start, self._count = whole, ends[3], count

    def find_rarity(self, word: str) -> int | None:
        """How rare a word is: its share is ``10 ** (-rarity / 100)``; None where it is not in the list."""
        sought = word.encode("utf-8", "surrogatepass")
        end = crc32(sought) % self._count
        for number in range(self._firsts[end], self._firsts[end + 1]):
            place = self._start + self._places[number]
            if self._whole[place : self._start + self._places[number + 1]] == sought:
                return self._rarities[number]
        return None


def prepare_word_lists() -> None:
    """Write down the tables that are missing, where that is allowed: a process that reads a file may not."""
    for language in get_args(Language):
        _open(language)


@cache
def _open(language: Language) -> _Table:
    source = _find_source(language)
    path = _FOLDER / f"{language}.words"
    state = source.stat()
    with contextlib.suppress(OSError, ValueError), path.open("rb") as file:
        table = _Table(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if table.source == [_FORM, state.st_size, state.st_mtime_ns]:
            return table
    made = _make(_unpack(source), state)
    with contextlib.suppress(OSError):
        write_whole(path, made)
    return _Table(made)


def _find_source(language: Language) -> Path:
    package = find_spec("wordfreq")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("No module named 'wordfreq'", name="wordfreq")
    return Path(package.origin).parent / "data" / f"large_{language}.msgpack.gz"


def _make(shares: dict[bytes, int], source: os.stat_result) -> bytes:
    """A table: header, firsts, places, rarities, words."""
    count = len(shares)
    ends = [crc32(word) % count for word in shares]
    held = Counter(ends)
    words = [word for _, word in sorted(zip(ends, shares, strict=True), key=itemgetter(0))]
    firsts = array("I", accumulate(map(held.__getitem__, range(count)), initial=0))
    places = array("I", accumulate(map(len, words), initial=0))
    rarities = array("H", map(shares.__getitem__, words))
    header = _HEADER.pack(_FORM, source.st_size, source.st_mtime_ns, count, places[-1])
    return b"".join((header, firsts.tobytes(), places.tobytes(), rarities.tobytes(), *words))


def _unpack(source: Path) -> dict[bytes, int]:
    """Word (UTF-8) to rarity.

    The package's own reader imports tokenisers of all languages, which takes longer than to read the list.
    """
    import msgpack  # noqa: PLC0415  (not needed once the table is written down)

    # the list is one of our own packages: as large as it is
    parts = msgpack.Unpacker(raw=True, max_buffer_size=0)
    parts.feed(gzip.decompress(source.read_bytes()))
    header, *buckets = (parts.unpack() for _ in range(parts.read_array_header()))
    if header != {b"format": b"cB", b"version": 1}:
        fault = f"the word list of wordfreq is of another format: {header}"
        raise ValueError(fault)
    return {word: rarity for rarity, bucket in enumerate(buckets) for word in bucket}
