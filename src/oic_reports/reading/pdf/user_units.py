"""Pages whose unit is not the point (``UserUnit``, ISO 32000-1, 14.11.2): PDFium measures them in their own units."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import islice
from math import isfinite

from oic_reports.reading.pdf.page_line import PageLine

_NAME = b"/UserUnit"
_PACKED = re.compile(rb"/ObjStm\b[^\x00]{0,400}?stream\r?\n")
# bytes of a stream of objects that are looked through, and such streams of a file: pages stand in the first ones
_MOST_BYTES = 2_000_000
_MOST_STREAMS = 200


def read_units(content: bytes) -> dict[int, float]:
    """The unit of each page (1-based) that has another one than the point, in points.

    The dictionaries of the pages are only read where the file names the key at all.
    """
    if _NAME not in content and not any(map(_names_units, _unpack(content))):
        return {}
    from oic_reports.reading.pdf.second import FAILURES  # noqa: PLC0415  (loads pdfplumber)

    try:
        return _read_units(content)
    except FAILURES:
        # a file that is damaged elsewhere is measured as it is
        return {}


def _read_units(content: bytes) -> dict[int, float]:
    from pdfminer.pdfdocument import PDFDocument  # noqa: PLC0415  (only where there are units)
    from pdfminer.pdfpage import PDFPage  # noqa: PLC0415  (likewise)
    from pdfminer.pdfparser import PDFParser  # noqa: PLC0415  (likewise)
    from pdfminer.pdftypes import resolve1  # noqa: PLC0415  (likewise)

    pages = PDFPage.create_pages(PDFDocument(PDFParser(BytesIO(content))))
    units = {number: float(resolve1(page.attrs.get("UserUnit", 1))) for number, page in enumerate(pages, 1)}
    return {number: unit for number, unit in units.items() if isfinite(unit) and unit > 0 and unit != 1}


def _unpack(content: bytes) -> Iterator[bytes]:
    """The streams of objects of a file, as far as they are looked through."""
    found = islice(_PACKED.finditer(content), _MOST_STREAMS)
    return (_inflate(content[match.end() : match.end() + _MOST_BYTES]) for match in found)


def _inflate(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, _MOST_BYTES)
    except zlib.error:
        return b""


def _names_units(objects: bytes) -> bool:
    return _NAME in objects


def scale_lines(lines: Sequence[PageLine], unit: float) -> list[PageLine]:
    """The lines of a page in points, from its own units."""
    return [
        replace(
            line,
            left=unit * line.left,
            right=unit * line.right,
            baseline=unit * line.baseline,
            size=unit * line.size,
            first_word=unit * line.first_word,
            page_width=unit * line.page_width,
            page_height=unit * line.page_height,
            margins=(unit * line.margins[0], unit * line.margins[1]),
            lanes=tuple((unit * left, unit * right) for left, right in line.lanes),
            parts=tuple(scale_lines(line.parts, unit)),
        )
        for line in lines
    ]
