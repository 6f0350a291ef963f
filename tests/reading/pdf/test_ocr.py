"""Scans through the whole reader, bands of print, and what is kept of recognition."""

import shutil
import subprocess

import numpy as np
import pytest
from PIL import Image
from recognised_words import FOLDER, LIMITS

from oic_reports.isolation.parent import read_isolated
from oic_reports.reading.pdf.ocr import find_band, find_bands
from oic_reports.reading.pdf.tesseract import Word
from oic_reports.reading.recognised import keep_recognised, load_recognised


def has_tesseract():
    command = shutil.which("tesseract")
    if command is None:
        return False
    listed = subprocess.run([command, "--list-langs"], capture_output=True, check=False, timeout=60).stdout.split()
    return {b"ara", b"eng", b"fra"} <= set(listed)


needs_tesseract = pytest.mark.skipif(not has_tesseract(), reason="Tesseract with ara, eng, fra is not installed")


@needs_tesseract
@pytest.mark.slow
def test_an_english_scan_through_the_whole_reader():
    reading = read_isolated(FOLDER / "scan" / "en1.pdf", LIMITS)
    text = " ".join(line.text for line in reading.lines)
    assert "The OIC Contact Group on Somalia met at Ministerial level on 27 September" in text
    assert reading.ocr_engine.startswith("tesseract")
    assert (reading.ocr_page_count, reading.page_count) == (1, 1)
    assert "ocr_text" in reading.notes
    assert all(line.confidence is not None for line in reading.lines)
    assert all(line.box.x0 < line.box.x1 <= 596 for line in reading.lines)


@needs_tesseract
@pytest.mark.slow
def test_an_arabic_scan_keeps_its_latin_words_and_labels():
    reading = read_isolated(FOLDER / "scan" / "ar1.pdf", LIMITS)
    text = "\n".join(line.text for line in reading.lines)
    assert "OIC/NY-ACM/2019/SAHEL/REP.FINAL" in text
    assert "فريق الاتصال" in text
    assert [label for label in ("1-", "2-", "3-", "4-") if f"\n{label} " in text] == ["1-", "2-", "3-", "4-"]


def test_a_line_without_a_word_is_found_and_specks_are_not():
    page = np.full((400, 600), 255, np.uint8)
    page[100:120, 100:500] = page[200:220, 100:500] = 0
    page[300:304, 100:110] = 0
    words = [Word("agreed", 100.0, 100.0, 500.0, 120.0, (1, 1, 1), 90.0)]
    assert find_bands(Image.fromarray(page), words) == [(94, 194, 505, 226)]


def test_the_language_is_told_by_the_part_with_most_print():
    page = np.full((1000, 100), 255, np.uint8)
    # the filled head of a table is no print
    page[100:200] = 0
    page[700:800:4, ::2] = 0
    band = np.asarray(find_band(Image.fromarray(page)))
    assert band.shape == (140, 100)
    assert (band < 100).sum() == 25 * 50


def test_recognised_texts_are_kept_by_content(tmp_path):
    reading = read_isolated(FOLDER / "wk" / "d5.pdf", LIMITS)
    keep_recognised(tmp_path / "recognised", "ab" * 32, reading)
    assert load_recognised(tmp_path / "recognised", "ab" * 32) == reading
    assert load_recognised(tmp_path / "recognised", "cd" * 32) is None
    assert [path.name for path in (tmp_path / "recognised").iterdir()] == [f"{'ab' * 32}.json"]
