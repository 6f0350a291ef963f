from pathlib import Path

import pytest
from glyph_lines import make_layer, make_page, set_line

from oic_reports.reading.pdf.pdfium import PdfiumSource, open_document
from oic_reports.reading.pdf.sample import Sample, _turns_ligatures

FOLDER = Path(__file__).parents[2] / "specimens" / "pdf"


def sample(path, monkeypatch):
    """The sample of a file, and the numbers of the pages that are read glyph by glyph for it."""
    source = PdfiumSource(open_document((FOLDER / path).read_bytes()))
    read = []
    whole = source.read_page
    monkeypatch.setattr(source, "read_page", lambda number, **how: read.append(number) or whole(number, **how))
    return Sample(source), read


@pytest.mark.parametrize("path", ["lo_docx/fr1.pdf", "lualatex/en1.pdf"])
def test_plain_latin_pages_are_not_read_until_their_profile_is_asked_for(path, monkeypatch):
    found, read = sample(path, monkeypatch)
    assert not read
    assert not found.is_rtl
    assert not found.lacks_characters
    assert found.profile.fillers == frozenset()
    assert read
    assert found.take(1) is None


def test_arabic_pages_are_read_once(monkeypatch):
    found, read = sample("lo_docx/ar1.pdf", monkeypatch)
    assert found.is_rtl
    assert read == [1, 2, 3]
    assert found.take(2).number == 2
    assert found.take(2) is None


def test_a_glyph_without_a_character_is_seen(monkeypatch):
    found, _ = sample("gs_ebook_lo_garamond/b1en1.pdf", monkeypatch)
    assert found.lacks_characters


@pytest.mark.parametrize("letter", ["¡", "ب"])
def test_a_letter_without_a_character_under_the_sign_of_its_cluster_is_seen(letter, monkeypatch):
    rows = [*set_line("هذه مسألة"), ("بُ", 113.0, 116.0, 96.0), (letter, 112.0, 118.0)]
    monkeypatch.setattr(PdfiumSource, "read_page", lambda _, number, **__: make_page(rows, number=number))
    found, _ = sample("lo_docx/ar1.pdf", monkeypatch)
    assert found.lacks_characters is (letter == "¡")


@pytest.mark.parametrize(
    ("texts", "is_turned"), [(["لم", "مل"], True), (["لم", "ير", "م"], False), (["fi", "if"], False), (["بب"], False)]
)
def test_ligatures_that_come_in_both_orders_are_turned(texts, is_turned):
    layer = make_layer([(text, 50.0 + 10 * place, 58.0 + 10 * place) for place, text in enumerate(texts)])
    assert _turns_ligatures([layer]) is is_turned
