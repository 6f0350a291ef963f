"""Word files of other kinds than ``.docx`` (``.doc``, RTF, ODF text): what they are, and whether one may be converted.

They are read through a converter (``convert``). It opens what is damaged without a word and would take in what is not
of the file, so that a file is looked at first: it must be whole, without a password, and carry neither macros nor
embedded objects (whose text a conversion would lose) nor text of other files. A hostile file may hide such things from
this look; the converter's process is what keeps it from doing harm.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile

from oic_reports.codes import RejectReason
from oic_reports.errors import UnreadableFileError
from oic_reports.reading.ole import SIGNATURE, Content, OleFile

DOC = "application/msword"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
INSTALL = "libreoffice-writer (on Debian: apt install --no-install-recommends libreoffice-writer)"

_MAIN_STREAM = ("WordDocument",)
# FibBase, MS-DOC 2.5.2: its flags are the sixth number
_IDENTS = (0xA5EC, 0xA5DC)
_ENCRYPTED = 0x0100
_MACROS = ("Macros", "_VBA_PROJECT_CUR")
_FOREIGN_FIELDS = rb"(?:INCLUDETEXT|DDEAUTO|DDE|LINK|EMBED)\b"
# a field begins with U+0013; its text stands in the file with one byte a letter, or with two
_DOC_FIELD = re.compile(
    rb"\x13\s*" + _FOREIGN_FIELDS + rb"|\x13\x00(?:\s\x00)*"
    rb"(?:I\x00N\x00C\x00L\x00U\x00D\x00E\x00T\x00E|D\x00D\x00E|L\x00I\x00N\x00K|E\x00M\x00B\x00E\x00D)\x00",
    re.IGNORECASE,
)
_CELL_END = re.compile(r"([^\W_]{3,40})\x07(?=\x07?([^\W_]{3,40}))")
_RTF_TOKEN = re.compile(rb"[{}]|\\(?:bin(?P<bytes>\d{1,9}) ?|(?P<word>[a-z]+)|.)", re.IGNORECASE | re.DOTALL)
_RTF_OBJECTS = frozenset({b"objdata", b"objlink", b"objautlink", b"objemb", b"objhtml", b"objocx"})
_RTF_FIELD = re.compile(rb"\\fldinst[\s{]*(?:\\[a-z]+-?\d*[\s{]*)*" + _FOREIGN_FIELDS, re.IGNORECASE)
_RTF_TEMPLATE = re.compile(rb"\\template\s+(?:(?:https?|ftp|file):|(?:\\\\){2})", re.IGNORECASE)
_ODT_OBJECTS = frozenset({"object", "object-ole", "applet", "plugin", "floating-frame"})
_ODT_FOREIGN = frozenset({"section-source", "dde-source", "dde-connection-decl"})


def find_old_word(content: Content) -> str | None:
    """``DOC``, ``RTF`` or ``ODT`` by the bytes of a file, or None.

    Raises:
        UnreadableFileError: ``damaged_file``, for an OLE file whose directory cannot be read.
    """
    if content[: len(SIGNATURE)] == SIGNATURE:
        return DOC if any(stream.path == _MAIN_STREAM for stream in OleFile(content).streams) else None
    if content[:5] == b"{\\rtf":
        return RTF
    return ODT if content[:4] == b"PK\x03\x04" and _holds_odf(content) else None


def _holds_odf(content: Content) -> bool:
    """Whether an archive begins with its media type, unpacked, as ODF has it (ODF 1.3, part 2, 3.3), or holds one."""
    kind = ODT.encode()
    if content[30:38] == b"mimetype":
        # text templates and master documents have a longer name
        return content[38 : 38 + len(kind)] == kind and content[38 + len(kind) : 39 + len(kind)] != b"-"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entry = archive.getinfo("mimetype")
            return entry.file_size == len(kind) and archive.read(entry) == kind
    except (zipfile.BadZipFile, ValueError, NotImplementedError, KeyError, OSError, RuntimeError):
        return False


def check_old_word(content: bytes, media_type: str) -> None:
    """Refuse an old Word file that must not be converted.

    Raises:
        UnreadableFileError: ``damaged_file``, ``encrypted``, ``too_large``, ``active_content``.
    """
    {DOC: _check_doc, RTF: _check_rtf, ODT: _check_odt}[media_type](content)


def _check_doc(content: bytes) -> None:
    ole = OleFile(content)
    main = next(stream for stream in ole.streams if stream.path == _MAIN_STREAM)
    text = ole.read(main)
    head = text[:32]
    if len(head) < 32 or struct.unpack_from("<H", head)[0] not in _IDENTS:  # noqa: PLR2004  (the length of FibBase)
        _refuse("damaged_file", "the Word file does not begin as one")
    if struct.unpack_from("<6H", head)[5] & _ENCRYPTED:
        _refuse("encrypted", "the Word file asks for a password")
    for stream in ole.streams:
        ole.read(stream)
        if stream.path[0] in _MACROS:
            _refuse("active_content", "the Word file carries macros")
        if stream.path[0] == "ObjectPool":
            _refuse("active_content", "the Word file carries an embedded object, whose text would be lost")
    if _DOC_FIELD.search(text):
        _refuse("active_content", "the Word file takes in text of another file")


def find_lost_cells(content: bytes, converted: bytes) -> str | None:
    """Words of two cells of a ``.doc`` table that stand as one word in the XML of the converted file; None for none.

    A table whose measures are damaged is no table for LibreOffice, which then drops the marks that end its cells.
    """
    ole = OleFile(content)
    text = next(ole.read(stream) for stream in ole.streams if stream.path == _MAIN_STREAM)
    shown = converted.decode("utf-8", errors="replace")
    for written in (text.decode("cp1252", "replace"), text.decode("utf-16-le", "replace")):
        for match in _CELL_END.finditer(written):
            word = match[1] + match[2]
            if word in shown and word not in written:
                return word
    return None


def _check_rtf(content: bytes) -> None:
    """Groups must close (RTF 1.9.1, "Formal Syntax"): a file that is cut short leaves some open."""
    depth, place = 0, 0
    while token := _RTF_TOKEN.search(content, place):
        place = token.end()
        if token["bytes"]:
            place += int(token["bytes"])
        elif token["word"]:
            if token["word"].lower() in _RTF_OBJECTS:
                _refuse("active_content", "the RTF file carries an embedded object, whose text would be lost")
        elif token[0] in {b"{", b"}"}:
            depth += 1 if token[0] == b"{" else -1
            if depth == 0:
                break
    if depth or place > len(content) or content[place:].strip(b"\x00\x1a \t\r\n"):
        _refuse("damaged_file", "the RTF file does not end where its groups do")
    if _RTF_FIELD.search(content) or _RTF_TEMPLATE.search(content):
        _refuse("active_content", "the RTF file takes in what stands in another file")


def _check_odt(content: bytes) -> None:
    from oic_reports.reading.docx_package import Package  # noqa: PLC0415  (lxml is loaded only for files that need it)

    package = Package(content)
    package.check_whole()
    if b"encryption-data" in package.unpack("META-INF/manifest.xml"):
        _refuse("encrypted", "the ODF file asks for a password")
    if any(name.split("/")[0] in {"Basic", "Scripts"} for name in package.names):
        _refuse("active_content", "the ODF file carries macros")
    for part in ("content.xml", "styles.xml"):
        for element in package.read(part).iter():
            name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            if name in _ODT_OBJECTS:
                _refuse("active_content", "the ODF file carries an embedded object, whose text would be lost")
            if name in _ODT_FOREIGN:
                _refuse("active_content", "the ODF file takes in text of another file")


def _refuse(reason: RejectReason, detail: str) -> None:
    raise UnreadableFileError(reason, detail)
