from pathlib import Path

import numpy as np
import pytest

from oic_reports.reading.pdf.agreement import Agreement
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.glyphs import UNMAPPED, GlyphLayer, GlyphPage
from oic_reports.reading.pdf.pdfium import PdfiumSource, open_document
from oic_reports.reading.pdf.second import SecondReader, _find_tall

FOLDER = Path(__file__).parents[2] / "specimens" / "pdf"


def test_a_font_that_readers_agree_on_is_covered_and_another_is_not():
    agreement = Agreement()
    assert agreement.mean is None
    assert not agreement.covers({b"Amiri"})
    agreement.add(1.0, {b"Amiri", b"Amiri-Bold"})
    assert agreement.covers({b"Amiri"})
    assert not agreement.covers({b"Amiri", b"Cairo"})
    assert not agreement.covers(frozenset())


@pytest.mark.parametrize(("share", "covers"), [(0.9949, False), (0.995, True)])
def test_where_readers_differ_fonts_are_compared_again(share, covers):
    agreement = Agreement()
    agreement.add(share, {b"Amiri"})
    assert agreement.covers({b"Amiri"}) == covers
    assert agreement.mean == share


def test_fonts_have_the_names_that_the_file_gives_them():
    source = PdfiumSource(open_document((FOLDER / "chromium" / "ar1.pdf").read_bytes()))
    first, second = (source.name_fonts(number) for number in (1, 2))
    assert b"DAAAAA+NotoNaskhArabic-Regular" in first & second
    assert second < first


@pytest.mark.parametrize(("producer", "pages"), [("lo_docx", [1]), ("lualatex", [1, 2])])
def test_pages_of_known_fonts_are_compared_only_where_readers_differ(producer, pages, monkeypatch):
    compared = []
    whole = SecondReader.read_page
    monkeypatch.setattr(
        SecondReader,
        "read_page",
        lambda self, page, *given, **how: compared.append(page.number) or whole(self, page, *given, **how),
    )
    assert read_pdf((FOLDER / producer / "ar1.pdf").read_bytes()).agreement is not None
    assert compared == pages


def test_the_second_reader_drops_no_letter_that_the_first_one_saw_to_be_one():
    layer = GlyphLayer(
        [UNMAPPED, "ا", UNMAPPED], np.array([10.0, 20.0, 30.0]), np.full(3, 40.0), np.full(3, 99.0), np.full(3, 12.0)
    )
    first = GlyphLayer([UNMAPPED], np.array([30.2]), np.array([40.0]), np.array([99.1]), np.array([12.0]))
    first.tall = frozenset({0})
    assert _find_tall(layer, GlyphPage(1, 500, 700, [first])) == {2}
    first.tall = frozenset()
    assert _find_tall(layer, GlyphPage(1, 500, 700, [first])) == frozenset()
