"""Recognised words, and what recognition needs on this machine."""

from pathlib import Path

from oic_reports.isolation.parent import Limits
from oic_reports.reading.pdf.tesseract import Word

FOLDER = Path(__file__).parents[2] / "specimens" / "pdf"
LIMITS = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=50 << 20, output_bytes=256 << 20)


def word(text, left, top=100.0, confidence=90.0, line=(1, 1, 1), width=None):
    return Word(text, left, top, left + (width or 10.0 * len(text)), top + 20.0, line, confidence)
