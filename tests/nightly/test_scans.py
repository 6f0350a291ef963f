"""Scans of own texts, recognised by the engine: what is read, and that no figure is wrong without a warning."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.segment import segment

FOLDER = Path(__file__).parents[1] / "specimens" / "pdf"
pytestmark = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
_FIGURE = re.compile(r"\d+")


@pytest.fixture(scope="module", params=["k2", "k4", "k7"])
def scan(request):
    """Name, reading and blocks of a scan: Arabic in Arabic-Indic and in European digits, French; skewed and grey."""
    reading = read_bytes((FOLDER / "scan" / f"{request.param}.pdf").read_bytes(), "scan.pdf", page_seconds=60.0)
    return request.param, reading, segment(reading)


def list_figures(name):
    truth = json.loads((FOLDER / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    text = " ".join(str(block.get("label")) + str(block.get("text") or block.get("rows")) for block in truth["blocks"])
    # the signs of notes are figures of the page, too
    return set(_FIGURE.findall(f"{text} {truth['header']} 1 2".translate({0xB9: " 1 ", 0xB2: " 2 "})))


def test_a_scan_says_that_it_was_recognised(scan):
    _, reading, blocks = scan
    assert "ocr_text" in reading.notes
    assert reading.ocr_page_count == reading.page_count == 1
    assert all(line.confidence is not None for line in reading.lines)
    assert len(blocks) > 15


def test_hardly_a_figure_is_wrong_without_a_warning(scan):
    name, _, blocks = scan
    known = list_figures(name)
    plain = [block for block in blocks if "low_confidence" not in {flag.flag for flag in block.flags}]
    figures = [figure for block in plain for figure in _FIGURE.findall(f"{block.label or ''} {block.text}")]
    # the engine is sure of a raised mark behind a year, and of a percent sign before a number, which it takes for digits
    wrong = [figure for figure in figures if figure not in known]
    assert len(wrong) <= {"k2": 0, "k4": 2, "k7": 0}[name], wrong


def test_ranges_of_an_arabic_page_are_read_from_the_right(scan):
    name, _, blocks = scan
    if name == "k4":
        text = " ".join(block.text for block in blocks)
        assert [found for found in ("3-7 ديسمبر", "2-6/6/2029", "120-137") if found in text] == [
            "3-7 ديسمبر",
            "2-6/6/2029",
            "120-137",
        ]
