"""What kind of file the bytes are. The bytes decide; the file's name only tells Markdown from plain text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.old_word import DOC, ODT, RTF, find_old_word

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLE = "application/x-ole-storage"
OLD_WORD = (DOC, RTF, ODT)
_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1f\x8b", "application/gzip"),
    (b"{\\rtf", RTF),
    (b"\x7fELF", "application/x-executable"),
)
_DOCX_PARTS = ("[Content_Types].xml", "word/document.xml")
# the stream that holds an Office file with a password (MS-OFFCRYPTO, 2.3.4.4)
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|p|div|table|br|span|ol|ul)\b[^<]{0,2000}?>", re.IGNORECASE
)
_CLOSING_TAG = re.compile(rb"</[a-z][a-z0-9]*\s*>", re.IGNORECASE)
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1a\x1b\x85")
_CONTROLS = frozenset({*range(0x20), 0x7F}) - _TEXT_CONTROLS
# share of control characters of a binary file; bytes from which zeros tell of UTF-16
_MOST_CONTROLS = 0.01
_LEAST_UTF16 = 8


def detect_media_type(content: bytes, file_name: str) -> str:
    """The media type of a file: ``text/plain``, ``text/markdown``, ``text/html``, or a binary type by its signature.

    A ZIP archive with the parts of a Word file is ``DOCX``; the other kinds of Word files are ``OLD_WORD``.

    Raises:
        UnreadableFileError: ``empty_file`` (nothing but white space), ``not_text`` (binary without a known signature),
            ``encrypted`` (an Office file with a password), ``damaged_file`` (an old Office file that is cut short).
    """
    head = content[:4096]
    for signature, media_type in _SIGNATURES:
        if signature in head[:1024] if signature == b"%PDF-" else head.startswith(signature):
            return _look_inside(content, media_type)
    plain = _narrow(content)
    if not plain.strip(b" \t\r\n\v\f\x00\xef\xbb\xbf\xa0\xc2"):
        raise UnreadableFileError("empty_file", f"the file holds no text ({len(content)} bytes)")
    controls = sum(byte in _CONTROLS for byte in plain[:1_000_000])
    if controls > _MOST_CONTROLS * len(plain[:1_000_000]):
        raise UnreadableFileError(
            "not_text", f"{controls} control characters in the first {len(plain[:1_000_000])} bytes"
        )
    if _HTML.search(plain[:20_000]) and (_CLOSING_TAG.search(plain) or b"<br" in plain.lower()):
        return "text/html"
    if PurePath(file_name).suffix.lower() in {".md", ".markdown"}:
        return "text/markdown"
    return "text/plain"


def _look_inside(content: bytes, media_type: str) -> str:
    """What a container holds: a Word file of any kind, an Office file with a password."""
    if media_type == "application/zip" and _holds_word(content):
        return DOCX
    if media_type == OLE and _ENCRYPTED_STREAM in content:
        raise UnreadableFileError("encrypted", "an Office file that asks for a password")
    return find_old_word(content) or media_type


def _holds_word(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return set(_DOCX_PARTS) <= set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        # an archive that is cut short has lost its directory, not the names before its parts
        return all(part.encode() in content for part in _DOCX_PARTS)


def _narrow(content: bytes) -> bytes:
    """The bytes without the padding of a UTF-16 encoding, so that text in it is not taken for binary."""
    if content.startswith(_BYTE_ORDER_MARKS[1:]) or guess_utf16(content):
        return content.replace(b"\x00", b"").replace(b"\x06", b"")
    return content


def guess_utf16(content: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` where the high bytes of most units are those of Latin or Arabic letters."""
    sample = content[:4000]
    if len(sample) < _LEAST_UTF16 or b"\x00" not in sample:
        return None
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(byte in (0x00, 0x06, 0x20) for byte in high) > 0.95 * len(high):
            return name
    return None
