"""Glyphs by pdfplumber and pdfminer.six: slow and independent of PDFium, with the code of each glyph in its font."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import numpy as np
import pdfplumber
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

from oic_reports.reading.pdf.accents import settle_accents
from oic_reports.reading.pdf.glyph_text import fold_text, order_ligature
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer, GlyphPage, Label

# points of the smallest font; glyphs of a page; slope of upright text; font sizes of a mark
_SMALLEST = 0.5
_MOST_GLYPHS = 200_000
_UPRIGHT = 0.01
_MARK = 0.05


class PlumberSource:
    """The glyphs of a document, page by page."""

    name = "pdfplumber"

    def __init__(self, content: bytes, labels: Mapping[int, Label] | None = None) -> None:
        """Open the file; ``labels`` are those of its characters (``mending``)."""
        self._labels = labels or {}
        self._document = pdfplumber.open(BytesIO(content))
        self._resources = PDFResourceManager(caching=True)

    @property
    def page_count(self) -> int:
        """How many pages the file has."""
        return len(self._document.pages)

    def __iter__(self) -> Iterator[GlyphPage]:
        """All pages, one after the other; none is kept."""
        for number in range(1, self.page_count + 1):
            yield self.read_page(number)

    def read_page(self, number: int) -> GlyphPage:
        """The glyphs of one page (1-based); only upright ones."""
        page = self._document.pages[number - 1]
        try:
            left, bottom, right, top = _find_shown(page)
            left_out: Counter[str] = Counter()
            device = _GlyphDevice(self._resources)
            PDFPageInterpreter(self._resources, device).process_page(page.page_obj)
            layer = _make_layer(device.glyphs, left, top, left_out, self._labels)
            # a line that a page break put onto the other page is painted beyond the edge of this one, too
            layer = layer.pick(np.flatnonzero((layer.baseline > 0) & (layer.baseline < top - bottom + layer.size)))
            return GlyphPage(number, right - left, top - bottom, [layer] if layer.texts else [], dict(left_out))
        finally:
            page.close()


def _find_shown(page: Any) -> tuple[float, float, float, float]:  # noqa: ANN401  (pdfplumber's types)
    """Left, bottom, right and top of what is shown, from the bottom-left corner of the media box as it is turned.

    The interpreter counts from there; what is shown is the crop box inside the media box, both possibly inherited.
    """
    x0, y0, x1, y1 = map(float, page.page_obj.mediabox)
    left, bottom, right, top = _sort_corners(page.page_obj.cropbox or page.page_obj.mediabox)
    left, bottom = max(left, min(x0, x1)), max(bottom, min(y0, y1))
    right, top = min(right, max(x0, x1)), min(top, max(y0, y1))
    turned = {
        0: (left - x0, bottom - y0, right - x0, top - y0),
        90: (bottom - y0, x1 - right, top - y0, x1 - left),
        180: (x1 - right, y1 - top, x1 - left, y1 - bottom),
        270: (y1 - top, left - x0, y1 - bottom, right - x0),
    }
    return turned.get(page.page_obj.rotate % 360, turned[0])


def _sort_corners(box: Any) -> tuple[float, float, float, float]:  # noqa: ANN401  (pdfminer's types)
    x0, y0, x1, y1 = map(float, box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


class _GlyphDevice(PDFTextDevice):
    """Collects glyphs as the interpreter paints them: text, origin, end of the advance, baseline, size."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.glyphs: list[tuple[str, float, float, float, float]] = []

    def render_char(
        self,
        matrix: tuple[float, float, float, float, float, float],
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,  # noqa: ANN401
        graphicstate: Any,  # noqa: ANN401
    ) -> float:
        """Keep one glyph; the interpreter asks for its advance."""
        del ncs, graphicstate
        advance: float = font.char_width(cid) * fontsize * scaling
        a, b, c, d, e, f = matrix
        upright = abs(b) <= _UPRIGHT * abs(a) + 1e-9 and a > 0
        if upright and len(self.glyphs) < _MOST_GLYPHS:
            try:
                text = font.to_unichr(cid)
            except PDFUnicodeNotDefined:
                text = UNMAPPED
            x, y = e + c * rise, f + d * rise
            self.glyphs.append((text, x, x + a * advance, y, abs(d * fontsize)))
        return advance


def _make_layer(
    glyphs: list[tuple[str, float, float, float, float]],
    shown_left: float,
    shown_top: float,
    left_out: Counter[str],
    labels: Mapping[int, Label],
) -> GlyphLayer:
    texts: list[str] = []
    raws: list[str] = []
    rules: list[str] = []
    rows: list[tuple[float, float, float, float]] = []
    for raw, x, end, y, size in glyphs:
        label = labels.get(ord(raw)) if len(raw) == 1 else None
        text = label.text if label else UNMAPPED if raw.startswith("(cid:") or not raw else fold_text(raw)
        if not text:
            continue
        if text == UNMAPPED and abs(end - x) < _MARK * size:
            # a vowel sign that the character map lost
            left_out["unmapped_mark"] += 1
            continue
        left_out["presentation_forms"] += not label and text != raw and any(letter >= "\ufb00" for letter in raw)
        texts.append(order_ligature(text, is_reversed=False))
        raws.append(label.raw if label else texts[-1])
        rules.append(label.rule if label and label.raw != label.text else "")
        rows.append((min(x, end) - shown_left, max(x, end) - shown_left, shown_top - y, max(size, _SMALLEST)))
    values = np.array(rows, np.float64).reshape(-1, 4)
    layer = GlyphLayer(texts, values[:, 0], values[:, 1], values[:, 2], values[:, 3])
    settle_accents(layer)
    if any(rules):
        layer.raws, layer.rules = raws, rules
    return layer
