"""What search shows of paragraphs, as one file that a browser reads by ranges.

Blocks hold up to 64 paragraphs of one report, packed by zlib, which browsers unpack themselves. Numbers are little
endian; *varint* as in ``word_index.py``::

    header  "oict", then three uint32: version, blocks, bytes of the head
    head    of each block two varints: its paragraphs, its bytes
    blocks  each zlib of JSON: id, title, date and language of the report, and ``paragraphs``: eid, label,
            text_language and text of each
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from oic_reports.site.word_index import pack_number

# eid, label, text_language, text
Paragraph = tuple[str, str | None, str, str]

_MAGIC = b"oict"
_VERSION = 1
_HEADER = struct.Struct("<4s3I")
# paragraphs of a block: one is read to show one paragraph; half of a usual report packs no worse than the whole
_BLOCK = 64


def pack_texts(reports: Iterable[tuple[dict[str, str], Sequence[Paragraph]]]) -> bytes:
    """The file of some reports: what is said of each, and its paragraphs, in their order."""
    head, blocks = bytearray(), []
    for facts, paragraphs in reports:
        for start in range(0, len(paragraphs), _BLOCK):
            some = paragraphs[start : start + _BLOCK]
            content = json.dumps(facts | {"paragraphs": some}, ensure_ascii=False, separators=(",", ":"))
            blocks.append(zlib.compress(content.encode()))
            head += pack_number(len(some)) + pack_number(len(blocks[-1]))
    return b"".join((_HEADER.pack(_MAGIC, _VERSION, len(blocks), len(head)), head, *blocks))


def measure_head(path: Path) -> int:
    """The bytes of header and head of a file, which a reader wants first."""
    with path.open("rb") as file:
        return int(_HEADER.unpack(file.read(_HEADER.size))[3]) + _HEADER.size
