"""A Word file as a package (ECMA-376 part 2): its parts as XML trees, within limits, and what refers to what.

Nothing outside the package is ever followed, and no part is read that the text does not need.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NoReturn, TypeAlias

from lxml import etree

from oic_reports.codes import RejectReason
from oic_reports.errors import UnreadableFileError

# what lxml calls its elements has no public name
Element: TypeAlias = etree._Element  # noqa: SLF001  (likewise)
MAIN_PART = "word/document.xml"
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
_WORD = [f"{{{namespace}}}" for namespace, prefix in _PREFIXES.items() if not prefix]
_REFERENCE = [
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
]
# the parts of a report of 500 pages hold 10 MB of XML, which is packed to a tenth
_MOST_BYTES = 64_000_000
# pictures hardly shrink, and no larger file is read at all
_MOST_PICTURES = 64_000_000
# times that a part may unpack to, and bytes of a part that may unpack to more; the flag of an encrypted part
_MOST_RATIO = 200
_SMALL = 1_000_000
_ENCRYPTED = 0x1


class Package:
    """The parts of a Word file by name (``word/document.xml``).

    Raises:
        UnreadableFileError: here and in the methods: ``damaged_file`` (no ZIP archive, a part that is missing, doubled
            or broken), ``encrypted``, ``too_large`` (parts that unpack to more than 64 MB in all, or to 200 times
            their size).
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as error:
            _refuse("damaged_file", f"the Word file cannot be unpacked ({error})", error)
        self.names = [entry.filename for entry in self._archive.infolist()]
        self._room = _MOST_BYTES

    def read(self, name: str) -> Element:
        """The root of a part, nested 256 deep at most; a document type is damage, since the standard forbids it."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            root = etree.fromstring(self.unpack(name), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            _refuse("damaged_file", f"{name} is no well-formed XML ({error})", error)
        if root.getroottree().docinfo.internalDTD is not None:
            _refuse("damaged_file", f"{name} declares a document type, which no Word file does")
        return root

    def unpack(self, name: str) -> bytes:
        """The bytes of a part."""
        if self.names.count(name) != 1:
            _refuse("damaged_file", f"the Word file holds {name} {self.names.count(name)} times")
        entry = self._archive.getinfo(name)
        if entry.flag_bits & _ENCRYPTED:
            _refuse("encrypted", f"{name} asks for a password")
        self._room -= entry.file_size
        if self._room < 0:
            _refuse("too_large", f"the parts of the Word file unpack to more than {_MOST_BYTES:,} bytes")
        _check_ratio(entry)
        try:
            # an archive may say less than it holds: no more is unpacked than it says, and the check sum then fails
            return self._archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            _refuse("damaged_file", f"{name} cannot be unpacked ({error})", error)

    def check_whole(self) -> None:
        """Refuse an archive whose parts another program, which has no such limits, should not unpack."""
        for entry in self._archive.infolist():
            _check_ratio(entry)
        if sum(entry.file_size for entry in self._archive.infolist()) > _MOST_BYTES + _MOST_PICTURES:
            _refuse("too_large", f"its parts unpack to more than {_MOST_BYTES + _MOST_PICTURES:,} bytes")

    def find_related(self, part: str = MAIN_PART) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the package: id to kind (``header``, ``numbering`` ...) and part name."""
        folder, file_name = posixpath.split(part)
        name = f"{folder}/_rels/{file_name}.rels"
        related: dict[str, tuple[str, str]] = {}
        for element in self.read(name) if name in self.names else ():
            if isinstance(element.tag, str) and element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/")
                related[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], target)
        return related


def _check_ratio(entry: zipfile.ZipInfo) -> None:
    if entry.file_size > max(_SMALL, _MOST_RATIO * entry.compress_size):
        _refuse("too_large", f"{entry.filename} unpacks to more than {_MOST_RATIO} times its size")


def _refuse(reason: RejectReason, detail: str, cause: Exception | None = None) -> NoReturn:
    raise UnreadableFileError(reason, detail) from cause


@lru_cache(maxsize=4096)
def _name(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:], "?:")
    return prefix + local


def name_of(element: Element | None) -> str:
    """The name of an element: ``p`` for ``w:p``, ``m:t``, ``mc:Choice``, ``?:x`` of any other namespace, "" of none."""
    return _name(element.tag) if element is not None and isinstance(element.tag, str) else ""


def value_of(element: Element | None, name: str = "val") -> str | None:
    """An attribute ``w:name`` of an element; None if there is none of them."""
    if element is None:
        return None
    values: list[str] = [value for word in _WORD if (value := element.get(word + name)) is not None]
    return values[0] if values else None


def number_of(element: Element | None, name: str = "val") -> int | None:
    """A whole number of up to six digits in an attribute ``w:name``; None for anything else."""
    value = (value_of(element, name) or "").strip()
    return int(value) if value.removeprefix("-").isdecimal() and len(value) < 7 else None  # noqa: PLR2004  (as said)


def is_on(element: Element | None) -> bool | None:
    """Whether a property that is on or off is on (ECMA-376-1, 17.17.4); None if it is not there."""
    return None if element is None else value_of(element) not in {"0", "false", "off"}


def reference_of(element: Element) -> str:
    """The relationship (``r:id``) that an element names."""
    return next((value for name in _REFERENCE if (value := element.get(name)) is not None), "")


def find_child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, its first child of the next name, and so on; None if one is missing."""
    for name in path:
        if element is None:
            return None
        element = next((child for child in element if name_of(child) == name), None)
    return element


def find_through(element: Element, name: str) -> Iterator[Element]:
    """The elements of that name among the children, and inside what only wraps them (content controls, insertions)."""
    for child in element:
        if name_of(child) == name:
            yield child
        elif name_of(child) in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from find_through(child, name)


def choose_alternative(element: Element) -> list[Element]:
    """The one alternative of ``mc:AlternateContent`` that is shown: the first with text; empty if none has any."""
    shown = (found for found in element if name_of(found) in {"mc:Choice", "mc:Fallback"} and count_text(found))
    return list(islice(shown, 1))


def count_text(element: Element) -> int:
    """The characters of text in an element that are not white space, deleted ones too; alternatives count once."""
    total, seen = 0, [element]
    while seen:
        found = seen.pop()
        name = name_of(found)
        if name in {"t", "delText", "m:t"}:
            total += sum(not character.isspace() for character in found.text or "")
        elif name == "sym":
            total += 1
        elif name == "mc:AlternateContent":
            seen += choose_alternative(found)
        elif name:
            seen += found
    return total
