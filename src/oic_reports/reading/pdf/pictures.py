"""Pictures of paragraphs: what stands in their rectangles, cut out of the rendered page."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from oic_reports.model import Box
from oic_reports.reading.pdf.pdfium import open_document
from oic_reports.reading.pdf.scan import render
from oic_reports.reading.pdf.user_units import read_units

# dots per inch of a picture of a paragraph, twice those of a screen; points around it
DPI = 144
_MARGIN = 1.0


def cut_pictures(content: bytes, boxes: Sequence[Box]) -> Iterator[bytes]:
    """A PNG for each rectangle, in order; a page is rendered once where its rectangles follow each other.

    Raises:
        UnreadableFileError: ``encrypted`` or ``damaged_file``.
    """
    document = open_document(content)
    units = read_units(content)
    page, image, scale = 0, None, 1.0
    for box in boxes:
        if image is None or box.page != page:
            image, scale = render(document, box.page, DPI)
            page = box.page
            scale /= units.get(page, 1.0)
        edges = (box.x0 - _MARGIN, box.top - _MARGIN, box.x1 + _MARGIN, box.bottom + _MARGIN)
        left, top, right, bottom = (round(edge * scale) for edge in edges)
        cut = image.crop((max(left, 0), max(top, 0), min(right, image.width), min(bottom, image.height)))
        buffer = io.BytesIO()
        cut.save(buffer, "PNG")
        yield buffer.getvalue()
