"""Where each word of a run of paragraphs stands, as one file that a browser reads by ranges.

Words are those of ``release/folding.py``. A word's key is its form without article and clitics, a tab, and what was
taken off: so words that a question means by their beginning stand together, and a word of a phrase is found as it is
written. Numbers are little endian; *varint* is seven bits a byte, the lowest first, the eighth says that more follow::

    header     "oicw", then seven uint32: version, paragraphs, blocks, and the bytes of each of the four parts
    head       of each block of 64 words: its first key (varint of its bytes, UTF-8), and three varints, the bytes that
               the block takes in each of the other parts
    words      of each word: varints of the bytes that its key shares with the one before (none at a block's beginning)
               and of those that follow, these bytes, varints of what it takes in the two other parts
    places     of each word and paragraph: varint of the distance from the paragraph before (at first from the first),
               doubled, and one more where the word stands there once; else a varint of how often follows
    positions  of each of these: varints, the word's number in the paragraph, then distances

The words of phrases are found by positions, so that no text needs to be read for what is found, only for what is shown.
What is asked of a paragraph beside its words, its role, stands as a word after the last, whose key begins with a tab.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from oic_reports.release.folding import fold_text, strip_clitics

_Numbers = npt.NDArray[np.int64]

_MAGIC = b"oicw"
_VERSION = 1
_HEADER = struct.Struct("<4s7I")
# words of a block: one is read to find one word, and the head of a hundred thousand words stays below 40 kB
_BLOCK = 64
# bits of a byte of a varint
_BITS = 7
# what parts a word from what was taken off it: no letter, and before all letters
_TAB = "\t"


class _WordNumbers(dict[str, int]):
    """Word to its number, given when it is first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def index_words(paragraphs: Iterable[tuple[str, str]]) -> bytes:
    """The file of some paragraphs, which come in their order: the text and the role of each."""
    numbers = _WordNumbers()
    said, lengths = array("I"), array("I")
    for text, role in paragraphs:
        words = [*fold_text(text).split(), f"{_TAB}{role}"]
        said.extend(map(numbers.__getitem__, words))
        lengths.append(len(words))
    keys = [_key(word) for word in numbers]
    ordered = sorted(range(len(keys)), key=keys.__getitem__)
    rank = np.empty(len(keys), dtype=np.int32)
    rank[ordered] = np.arange(len(keys), dtype=np.int32)
    tokens = rank[np.frombuffer(said, dtype=np.uint32)]
    places, place_bytes, positions, position_bytes = _pack_places(tokens, np.frombuffer(lengths, dtype=np.uint32))
    head, words_part, blocks = _pack_words([keys[number] for number in ordered], place_bytes, position_bytes)
    sizes = (len(head), len(words_part), len(places), len(positions))
    header = _HEADER.pack(_MAGIC, _VERSION, len(lengths), blocks, *sizes)
    return b"".join((header, head, words_part, places, positions))


def measure_head(path: Path) -> int:
    """The bytes of header and head of a file, which a reader wants first."""
    with path.open("rb") as file:
        head = _HEADER.unpack(file.read(_HEADER.size))[4]
    return int(head) + _HEADER.size


def _key(word: str) -> bytes:
    stripped = strip_clitics(word)
    return f"{stripped}{_TAB}{word[: len(word) - len(stripped)]}".encode()


def _pack_places(
    tokens: npt.NDArray[np.int32], lengths: npt.NDArray[np.uint32]
) -> tuple[bytes, _Numbers, bytes, _Numbers]:
    """Places and positions of all words, and the bytes of each word in both; ``tokens`` are words in their order."""
    paragraph = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    first = (np.cumsum(lengths, dtype=np.int64) - lengths).astype(np.int32)
    position = np.arange(len(tokens), dtype=np.int32) - np.repeat(first, lengths)
    order = np.argsort(tokens, kind="stable")
    word, paragraph, position = tokens[order], paragraph[order], position[order]
    del order
    is_new = np.ones(len(word), dtype=bool)
    is_new[1:] = (word[1:] != word[:-1]) | (paragraph[1:] != paragraph[:-1])
    pairs = np.flatnonzero(is_new)
    times = np.diff(pairs, append=len(word))
    distance = np.diff(position, prepend=0).astype(np.int64)
    distance[pairs] = position[pairs]
    positions, sizes = _pack_numbers(distance)
    starts = np.flatnonzero(np.diff(word, prepend=-1))
    position_bytes = np.add.reduceat(sizes, starts) if len(starts) else sizes
    word, paragraph = word[pairs], paragraph[pairs]
    starts = np.flatnonzero(np.diff(word, prepend=-1))
    gap = np.diff(paragraph, prepend=0).astype(np.int64)
    gap[starts] = paragraph[starts]
    # how often follows only where it is not once
    once = times == 1
    width = np.where(once, 1, 2)
    at = np.cumsum(width) - width
    mixed = np.empty(int(width.sum()), dtype=np.int64)
    mixed[at] = 2 * gap + once
    mixed[at[~once] + 1] = times[~once]
    places, sizes = _pack_numbers(mixed)
    place_bytes = np.add.reduceat(sizes, at[starts]) if len(starts) else sizes
    return places, place_bytes, positions, position_bytes


def _pack_words(keys: list[bytes], place_bytes: _Numbers, position_bytes: _Numbers) -> tuple[bytes, bytes, int]:
    """The head, the words, and how many blocks they are."""
    head, words = bytearray(), bytearray()
    taken = list(zip(place_bytes.tolist(), position_bytes.tolist(), strict=True))
    starts = range(0, len(keys), _BLOCK)
    for start in starts:
        began, before = len(words), b""
        for key, sizes in zip(keys[start : start + _BLOCK], taken[start : start + _BLOCK], strict=True):
            shared = 0
            while shared < min(len(before), len(key)) and before[shared] == key[shared]:
                shared += 1
            for number in (shared, len(key) - shared):
                words += pack_number(number)
            words += key[shared:]
            for number in sizes:
                words += pack_number(number)
            before = key
        head += pack_number(len(keys[start])) + keys[start] + pack_number(len(words) - began)
        for sums in zip(*taken[start : start + _BLOCK], strict=True):
            head += pack_number(sum(sums))
    return bytes(head), bytes(words), len(starts)


def pack_number(number: int) -> bytes:
    """A varint."""
    packed = bytearray()
    while number >> _BITS:
        packed.append(number & 127 | 128)
        number >>= _BITS
    packed.append(number)
    return bytes(packed)


def _pack_numbers(numbers: _Numbers) -> tuple[bytes, _Numbers]:
    """Varints, and the bytes of each."""
    sizes = np.ones(len(numbers), dtype=np.int64)
    for more in range(1, 5):
        sizes += numbers >= 1 << _BITS * more
    starts = np.cumsum(sizes) - sizes
    packed = np.empty(int(sizes.sum()), dtype=np.uint8)
    for byte in range(int(sizes.max(initial=0))):
        longer = sizes > byte
        here = numbers[longer] >> _BITS * byte
        packed[starts[longer] + byte] = here & 127 | np.where(sizes[longer] > byte + 1, 128, 0)
    return packed.tobytes(), sizes
