"""What arrived, by its bytes: its media type, and whether it is whole and a document at all.

The header that a server sends and the name of an address are hints at best. Only the beginning and the end of a large
file are looked at, and nothing is parsed: that is done later, in a child process.
"""

from __future__ import annotations

import mmap
import re
import struct
from dataclasses import dataclass
from pathlib import Path

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.encoding import decode_text
from oic_reports.reading.kinds import DOCX, detect_media_type
from oic_reports.reading.old_word import ODT, RTF, find_old_word
from oic_reports.reading.ole import SIGNATURE
from oic_reports.reading.page_faults import PageFault, find_page_fault, find_text_fault

# bytes that are looked at: the head of a page, its end, the end of a PDF with its last cross-reference
_HEAD = 1 << 20
_TAIL = 1 << 17
_PDF_END = 4096
_READABLE = frozenset({"application/pdf", "text/html", "text/plain", "text/markdown", DOCX, "application/json"})
_PROGRAM_TYPES = ("text/css", "javascript", "ecmascript")
_MARKED_UP = re.compile(
    r"<(?:p|div|br|ol|ul|li|table|h[1-6]|span|strong)\b|\\u003c(?:p|div|br|h[1-6]|span|strong)\b", re.IGNORECASE
)
_ROOT = re.compile(r"(?:<\?xml[^>]{0,200}\?>\s*)?<(rss|feed|rdf:RDF|svg|urlset|sitemapindex|error)\b")
_END_OF_ARCHIVE = struct.Struct("<4s4H2LH")
# characters of a text that a program wrapped in JSON: messages of servers are shorter
_LEAST_JSON = 300
_ENDS = frozenset(">.!?؟…»\"')]*-=_")


@dataclass(frozen=True, slots=True)
class Arrival:
    """The verdict on a received file: its media type, and the fault (a value of ``fetch_reasons.csv``) or None.

    ``is_doubt`` says that the fault is likely, not sure: the same bytes, received once more, are no accident.
    """

    media_type: str | None
    fault: str | None = None
    detail: str = ""
    is_doubt: bool = False


def judge_arrival(path: Path, declared_type: str | None, *, is_complete: bool) -> Arrival:
    """Whether a received file is whole, of a kind that can be read, and a document.

    Args:
        path: the file.
        declared_type: the value of ``Content-Type``, if there was one.
        is_complete: whether the transfer itself proved that nothing is missing (a length, or a last chunk).

    Raises:
        OSError: the file cannot be opened.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        tail = file.read(_TAIL)
    if not head.strip(b" \t\r\n\v\f\x00"):
        return Arrival(None, "empty", f"no text in {size} bytes")
    if b"%PDF-" in head[:1024]:
        return _judge_pdf(tail)
    if head.startswith(b"PK\x03\x04"):
        return _judge_archive(head, tail, size)
    if head.startswith(SIGNATURE):
        return _judge_ole(path)
    if find_old_word(head) == RTF:
        # the last thing in an RTF file closes its outermost group
        is_whole = tail.rstrip(b"\x00\x1a \t\r\n").endswith(b"}")
        return Arrival(RTF) if is_whole else Arrival(RTF, "truncated", "an RTF file without its end")
    try:
        media_type = detect_media_type(head, "")
    except UnreadableFileError as error:
        fault = "empty" if error.reason == "empty_file" else "unknown_type"
        return Arrival(None, fault, str(error))
    if media_type not in _READABLE:
        return Arrival(media_type, "unknown_type", f"{media_type} is not read")
    return _judge_text(head, size, tail, declared_type or "", media_type, is_complete=is_complete)


def _judge_pdf(tail: bytes) -> Arrival:
    """A PDF ends with ``startxref``, an offset and ``%%EOF`` (ISO 32000-1, 7.5.5); servers add some bytes behind it."""
    end = tail.rstrip(b"\x00 \t\r\n\x1a")[-_PDF_END:]
    place = end.rfind(b"%%EOF")
    if place < 0 or b"startxref" not in end[:place]:
        return Arrival("application/pdf", "truncated", "a PDF without its end")
    return Arrival("application/pdf")


def _judge_ole(path: Path) -> Arrival:
    """An old Office file has its directory anywhere, so that it is looked at as a whole, by parts."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        try:
            media_type = find_old_word(content)
        except UnreadableFileError as error:
            return Arrival(None, "truncated", str(error))
    return Arrival(media_type) if media_type else Arrival(None, "unknown_type", "an Office file that is no Word file")


def _judge_archive(head: bytes, tail: bytes, size: int) -> Arrival:
    """A ZIP archive ends with a record that tells where its directory is (APPNOTE 6.3, 4.3.16)."""
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or place + _END_OF_ARCHIVE.size > len(tail):
        return Arrival("application/zip", "truncated", "an archive without its directory")
    *_, length, offset, _ = _END_OF_ARCHIVE.unpack_from(tail, place)
    end = size - len(tail) + place
    if offset + length > end:
        return Arrival("application/zip", "truncated", "an archive whose directory is not where it says")
    directory = tail[max(0, place - length) : place]
    if b"[Content_Types].xml" in directory and b"word/document.xml" in directory:
        return Arrival(DOCX)
    if b"mimetype" in directory and head[30:38] == b"mimetype" and find_old_word(head) == ODT:
        return Arrival(ODT)
    return Arrival("application/zip", "unknown_type", "an archive that is no Word file")


def _judge_text(
    head: bytes, size: int, tail: bytes, declared_type: str, media_type: str, *, is_complete: bool
) -> Arrival:
    text = _decode(head, declared_type)
    root = _ROOT.match(_skip_comments(text[:4000]))
    if root:
        return Arrival("application/xml", "unknown_type", f"XML with the root {root.group(1)}")
    if media_type != "text/html" and any(name in declared_type.lower() for name in _PROGRAM_TYPES):
        return Arrival(None, "unknown_type", f"{declared_type} is no document")
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")) and _looks_like_json(text):
        if _MARKED_UP.search(text) and len(text) >= _LEAST_JSON:
            return Arrival("application/json")
        return Arrival("application/json", "unknown_type", "JSON without a page in it")
    is_page = media_type == "text/html"
    fault = find_page_fault(text) if is_page else find_text_fault(text)
    is_doubt = False
    if fault is None:
        last = text if size <= _HEAD else _decode(tail, declared_type)
        fault, is_doubt = _find_cut(text, last, is_page=is_page, is_complete=is_complete)
    if fault is None:
        return Arrival(media_type)
    return Arrival(media_type, fault.fault, fault.shown, is_doubt)


def _looks_like_json(text: str) -> bool:
    stripped = text.strip("\ufeff \t\r\n")
    return bool(re.match(r"[{\[]\s*(?:[\"{\[\]}\d-]|true|false|null)", stripped))


def _skip_comments(text: str) -> str:
    """A text from its first character that is neither white space nor in a comment; the XML declaration stays."""
    declared = re.match(r"\s*<\?xml[^>]{0,200}\?>", text)
    rest = text[declared.end() if declared else 0 :].lstrip("\ufeff \t\r\n")
    while rest.startswith("<!--") and "-->" in rest:
        rest = rest[rest.index("-->") + 3 :].lstrip()
    return rest


def _find_cut(page: str, tail: str, *, is_page: bool, is_complete: bool) -> tuple[PageFault | None, bool]:
    """Whether a text breaks off: inside a tag, or, where the transfer proves nothing, before its end; and a doubt.

    In doubt is what has no end that a text of its kind must have: old pages were never closed.
    """
    stripped = tail.rstrip("\x00 \t\r\n")
    last_open, last_close = stripped.rfind("<"), stripped.rfind(">")
    if is_page and last_open > last_close and re.match(r"<[a-zA-Z/!]", stripped[last_open : last_open + 2]):
        return PageFault("truncated", "the page ends inside a tag"), False
    if is_complete:
        return None, False
    nothing_says = "and nothing says how long it should be"
    if is_page and re.search(r"<(?:html|body)\b", page[:20_000], re.IGNORECASE):
        if re.search(r"</(?:html|body)\s*>", stripped[-4000:], re.IGNORECASE):
            return None, False
        return PageFault("truncated", f"the page is not closed, {nothing_says}"), True
    if stripped[-1:] in _ENDS:
        return None, False
    return PageFault("truncated", f"the text ends in mid sentence, {nothing_says}"), True


def _decode(content: bytes, declared_type: str) -> str:
    charset = re.search(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", declared_type, re.IGNORECASE)
    try:
        return decode_text(content, charset.group(1) if charset else None).text
    except UnreadableFileError:
        # too little text to tell: faults are mostly written in ASCII
        return content.decode("cp1252", errors="replace")
