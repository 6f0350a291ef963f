"""Specimens of PDF files, and what comes of them."""

from pathlib import Path

SPECIMENS = Path(__file__).parents[2] / "specimens" / "pdf"


def get_content(name):
    """The bytes of a specimen."""
    return (SPECIMENS / f"{name}.pdf").read_bytes()


def list_texts(reading):
    """Its lines."""
    return [line.text for line in reading.lines]


def list_rules(reading):
    """The rules that put characters of it right."""
    return {change.rule for line in reading.lines for change in line.decoded}
