"""An incremental update of a PDF: objects put anew at the end of the file (ISO 32000-1, 7.5.6).

The bytes of the file stay as they are; a reader takes the last object of each number.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from typing import Any

from pdfminer.pdftypes import PDFObjRef
from pdfminer.psparser import PSKeyword, PSLiteral

_START = re.compile(rb"startxref\s+(\d+)")
# bytes at the end of a file in which its last cross-reference is named
_TAIL = 2048
_PLAIN = re.compile(rb"[^!-~]|[#/%()<>\[\]{}]")


def append_objects(content: bytes, objects: Mapping[int, bytes], trailer: Mapping[str, Any]) -> bytes | None:
    """The file with objects put anew; None where its end does not name its cross-reference.

    Args:
        content: the file, not encrypted.
        objects: the body of each object by its number, as ``write_value`` and ``write_stream`` give them.
        trailer: ``Root``, ``Info`` and ``ID`` of the file's own trailer.
    """
    starts = _START.findall(content[-_TAIL:])
    if not starts:
        return None
    pieces = [content, b"\n"]
    length = len(content) + 1
    entries = []
    for number, body in sorted(objects.items()):
        piece = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        entries.append(b"%d 1\n%010d 00000 n \n" % (number, length))
        pieces.append(piece)
        length += len(piece)
    closing = {"Size": max([*objects, int(trailer.get("Size", 0)) - 1]) + 1, "Prev": int(starts[-1])}
    closing |= {key: trailer[key] for key in ("Root", "Info", "ID") if key in trailer}
    end = b"xref\n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (b"".join(entries), write_value(closing), length)
    return b"".join([*pieces, end])


def write_stream(content: bytes) -> bytes:
    """A stream, compressed."""
    packed = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def write_value(value: object) -> bytes:
    """A value as a file holds it."""
    match value:
        case None:
            return b"null"
        case bool():
            return b"true" if value else b"false"
        case int() | float():
            return f"{value:.6f}".rstrip("0").rstrip(".").encode() if isinstance(value, float) else b"%d" % value
        case bytes():
            return b"<%s>" % value.hex().encode()
        case PDFObjRef():
            return b"%d 0 R" % value.objid
        case PSLiteral():
            return _write_name(value.name)
        case PSKeyword():
            return value.name
        case dict():
            return b"<< %s >>" % b" ".join(_write_name(key) + b" " + write_value(each) for key, each in value.items())
        case list() | tuple():
            return b"[%s]" % b" ".join(map(write_value, value))
    msg = f"no value of a PDF: {value!r}"
    raise TypeError(msg)


def _write_name(name: str | bytes) -> bytes:
    plain = name if isinstance(name, bytes) else name.encode("utf-8", "surrogateescape")
    return b"/" + _PLAIN.sub(lambda match: b"#%02X" % match.group()[0], plain)
