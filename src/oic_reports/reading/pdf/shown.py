"""Places on a page: from its own space to the page as it is shown."""

from __future__ import annotations

import numpy as np
import pypdfium2

from oic_reports.reading.pdf.arrays import Floats


def to_shown(page: pypdfium2.PdfPage, points: Floats) -> Floats:
    """Points of the page's own space as points from the top-left corner of the page as it is shown.

    ``get_bbox`` is the box that PDFium shows: the crop box inside the media box, either of them inherited from the page
    tree. ``get_cropbox`` and ``get_mediabox`` know only the page's own, and give Letter where it has none.
    """
    left, bottom, right, top = page.get_bbox()
    x, y = points[:, 0], points[:, 1]
    turned = {
        0: (x - left, top - y),
        90: (y - bottom, x - left),
        180: (right - x, y - bottom),
        270: (top - y, right - x),
    }
    return np.column_stack(turned[page.get_rotation()])
