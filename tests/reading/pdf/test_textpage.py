from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from oic_reports.reading.pdf import textpage
from oic_reports.reading.pdf.textpage import TextPage

SPECIMENS = Path(__file__).parents[2] / "specimens" / "pdf"


@pytest.mark.parametrize("name", ["chromium/ar1.pdf", "cairo_plex/b2ar2.pdf", "lo_docx/fr1.pdf"])
def test_code_points_are_those_that_pdfium_gives_one_by_one(name):
    with pypdfium2.PdfDocument(SPECIMENS / name) as document:
        page = TextPage(document[0])
        alone = [pypdfium2.raw.FPDFText_GetUnicode(page._page.raw, place) for place in range(page.count)]
        assert page.read_codes(page.count).tolist() == alone
        page.close()


def test_values_of_many_characters_are_those_of_few(monkeypatch):
    with pypdfium2.PdfDocument(SPECIMENS / "lo_docx" / "fr1.pdf") as document:
        page = TextPage(document[0])
        whole = page.read_origins(range(page.count)), page.read_boxes(range(page.count))
        monkeypatch.setattr(textpage, "_SLOTS", 100)
        parts = page.read_origins(range(page.count)), page.read_boxes(range(page.count))
        assert page.count > 100
        assert all(np.array_equal(a, b) for a, b in zip(whole, parts, strict=True))
        page.close()
