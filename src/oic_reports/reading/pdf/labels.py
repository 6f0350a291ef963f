"""Labels: a copy of a file in which each doubtful code of a font has a private-use character of its own.

PDFium tells the character of a glyph, not its code in its font: two glyphs that a map gives one sign, or none, are the
same to it. In the copy the character maps of the fonts (ISO 32000-1, 9.10.3) name such codes by labels, so that what a
code means can be learnt for the whole file and told at PDFium's speed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1

from oic_reports.reading.pdf.font_program import FontProgram, read_program
from oic_reports.reading.pdf.glyphs import UNMAPPED, Code
from oic_reports.reading.pdf.increment import append_objects, write_stream, write_value

_PRIVATE = range(0xE000, 0xF900)
_SURROGATES = range(0xD800, 0xE000)
# codes of a simple font; entries of one section of a character map
_BYTES = 256
_SECTION = 100
# forms in forms that are looked into; codes of a map that no font of letters has
_DEEPEST = 6
_ALL_CODES = 60_000


@dataclass(slots=True)
class FontEntry:
    """A font of the file: number of its object, its dictionary, what each code means by its map and by its program.

    ``raws`` are texts by code, ``UNMAPPED`` where a code that may be painted has none; ``advances`` are widths by code,
    in thousandths of an em, as far as the file tells them. ``false_blanks`` are codes that its map calls a blank, and
    that paint ink.
    """

    object_number: int
    spec: Mapping[str, Any]
    raws: dict[int, str]
    program: FontProgram
    has_map: bool
    width: int
    advances: Mapping[int, float] = field(default_factory=dict)
    false_blanks: frozenset[int] = frozenset()

    @property
    def is_drawn(self) -> bool:
        """Whether its glyphs are pictures of the file (Type 3): PDFium asks a map, where there is one, about all."""
        return getattr(self.spec.get("Subtype"), "name", "") == "Type3"

    @property
    def lacks_map(self) -> bool:
        """Whether its glyphs are pictures that only a map would name to PDFium, and it has none."""
        return self.is_drawn and not self.has_map and any(text != UNMAPPED for text in self.raws.values())


class FontFile:
    """A file's fonts, and copies of it with labels."""

    def __init__(self, content: bytes) -> None:
        """Find the fonts of all pages; ``content`` is a file that is not encrypted."""
        self._content = content
        self._document = PDFDocument(PDFParser(BytesIO(content)))
        self.fonts = list(self._read_fonts())

    def _read_fonts(self) -> Iterator[FontEntry]:
        manager = PDFResourceManager(caching=False)
        seen: set[int] = set()
        for page in PDFPage.create_pages(self._document):
            for reference in _find_fonts(page.resources, seen, 0):
                entry = _read_entry(manager, reference)
                if entry is not None:
                    yield entry

    def write(self, chosen: Sequence[Code]) -> tuple[bytes, dict[int, Code]] | None:
        """A copy with a label for each of the chosen (font, code), and what each label stands for.

        None where the file cannot be added to.
        """
        taken = {ord(sign) for font in self.fonts for text in font.raws.values() for sign in text}
        free = (sign for sign in _PRIVATE if sign not in taken)
        alike = self._find_alike()
        # a file whose pages each have a copy of one whole font would use up the labels
        labels = dict(zip(free, dict.fromkeys((alike[number], code) for number, code in chosen), strict=False))
        by_first: dict[int, dict[int, int]] = {}
        for sign, (number, code) in labels.items():
            by_first.setdefault(number, {})[code] = sign
        by_font = {
            number: by_first.get(first, {})
            for number, first in enumerate(alike)
            if first in by_first or self.fonts[number].lacks_map
        }
        objects: dict[int, bytes] = {}
        fresh = _find_size(self._document)
        for number, signs in by_font.items():
            font = self.fonts[number]
            objects[fresh] = write_stream(_write_map(font, signs))
            objects[font.object_number] = write_value({**font.spec, "ToUnicode": PDFObjRef(None, fresh)})
            fresh += 1
        content = append_objects(self._content, objects, self._document.xrefs[0].get_trailer())
        return None if content is None else (content, labels)

    def _find_alike(self) -> list[int]:
        """For each font the first that has the same program and the same map: their codes mean the same."""
        first: dict[tuple[object, ...], int] = {}
        # programs of the same bytes are read once
        keys = [(id(font.program), font.has_map, font.width, frozenset(font.raws.items())) for font in self.fonts]
        return [first.setdefault(key, number) for number, key in enumerate(keys)]


def _find_size(document: PDFDocument) -> int:
    """A number from which no object of the file is numbered."""
    known = max((number for xref in document.xrefs for number in xref.get_objids()), default=0)
    return max(known, *(int(resolve1(xref.get_trailer().get("Size", 0)) or 0) for xref in document.xrefs)) + 1


def _find_fonts(resources: object, seen: set[int], depth: int) -> Iterator[PDFObjRef]:
    """The fonts of some resources and of the forms in them, each once."""
    held = resolve1(resources)
    if not isinstance(held, dict) or depth > _DEEPEST:
        return
    for reference in (resolve1(held.get("Font")) or {}).values():
        if isinstance(reference, PDFObjRef) and reference.objid not in seen:
            seen.add(reference.objid)
            yield reference
    for reference in (resolve1(held.get("XObject")) or {}).values():
        if isinstance(reference, PDFObjRef) and reference.objid not in seen:
            seen.add(reference.objid)
            form = resolve1(reference)
            if isinstance(form, PDFStream) and "Resources" in form:
                yield from _find_fonts(form["Resources"], seen, depth + 1)


def _read_entry(manager: PDFResourceManager, reference: PDFObjRef) -> FontEntry | None:
    """One font; None where its codes cannot be told: they are no glyph numbers, or characters themselves."""
    spec = resolve1(reference)
    if not isinstance(spec, dict):
        return None
    font = manager.get_font(None, spec)
    if isinstance(font, PDFCIDFont):
        encoding = resolve1(spec.get("Encoding"))
        if not str(getattr(encoding, "name", "")).startswith("Identity") or _is_without_glyphs(font):
            return None
        descendant = resolve1(resolve1(spec["DescendantFonts"])[0])
        program = read_program(font, resolve1(descendant.get("CIDToGIDMap")))
        raws, blanks = _read_raws(font, program)
        return FontEntry(reference.objid, spec, raws, program, "ToUnicode" in spec, 4, _read_advances(font), blanks)
    if not isinstance(font, PDFSimpleFont):
        return None
    program = read_program(font, None)
    raws, blanks = _read_raws(font, program)
    return FontEntry(reference.objid, spec, raws, program, "ToUnicode" in spec, 2, _read_advances(font), blanks)


def _read_advances(font: PDFFont) -> dict[int, float]:
    """The widths of a font's codes as the file has them; numbers alone, whatever else a damaged file has there."""
    return {
        code: float(width)
        for code, width in font.widths.items()
        if isinstance(code, int) and isinstance(width, int | float)
    }


def _is_without_glyphs(font: PDFCIDFont) -> bool:
    """Whether a font is that of a recogniser's layer: every code is the character of its number, none is painted."""
    known = getattr(font.unicode_map, "cid2unichr", {})
    return len(known) > _ALL_CODES and all(known.get(code) == chr(code) for code in range(ord("0"), ord("z")))


def _read_raws(font: PDFFont, program: FontProgram) -> tuple[dict[int, str], frozenset[int]]:
    """Texts by code, and the codes that are called a blank and paint ink."""
    known = getattr(getattr(font, "unicode_map", None), "cid2unichr", {})
    if isinstance(font, PDFCIDFont):
        codes = {*known, *font.widths, *program.painted}
    else:
        # where nothing is named, a code that takes no room may be painted too
        codes = {*known, *(code for code, width in font.widths.items() if width or not known), *program.names}
        codes = {code for code in codes if isinstance(code, int) and code < _BYTES}
    raws = {}
    false_blanks = set()
    for code in codes:
        if not isinstance(code, int):
            continue
        try:
            text = font.to_unichr(code)
        except PDFUnicodeNotDefined:
            text = ""
        # a blank that paints ink is none
        if text.isspace() and code in program.painted:
            false_blanks.add(code)
        is_told = is_private(text) or not (is_lost(text) or code in false_blanks)
        raws[code] = text if is_told else UNMAPPED
    return raws, frozenset(false_blanks)


def is_private(text: str) -> bool:
    """Whether a text is a private-use character."""
    return len(text) == 1 and ord(text) in _PRIVATE


def is_lost(text: str) -> bool:
    """Whether a text is no character: nothing, a control, a private-use or an unassigned one."""
    return not text or any(
        sign == UNMAPPED or (unicodedata.category(sign) in {"Cc", "Cn", "Co", "Cs"} and not sign.isspace())
        for sign in text
    )


def _write_map(font: FontEntry, signs: Mapping[int, int]) -> bytes:
    """The character map of a font with labels in it."""
    entries = {code: chr(sign) for code, sign in signs.items()}
    if font.has_map or font.is_drawn:
        entries = {code: text for code, text in font.raws.items() if text != UNMAPPED} | entries
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Labelled def /CMapType 2 def",
        f"1 begincodespacerange <{0:0{font.width}X}> <{16**font.width - 1:0{font.width}X}> endcodespacerange",
    ]
    listed = sorted(entries.items())
    for start in range(0, len(listed), _SECTION):
        part = listed[start : start + _SECTION]
        lines.append(f"{len(part)} beginbfchar")
        lines += [
            f"<{code:0{font.width}X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
            for code, text in part
        ]
        lines.append("endbfchar")
    lines.append("endcmap end end")
    return "\n".join(lines).encode()
