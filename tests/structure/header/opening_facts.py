"""What is read from the sentence that opens a report."""

from __future__ import annotations

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


def read_opening(role, sentence, language):
    """The header of a report that begins with a sentence."""
    header, _ = read_header([Block(role, sentence, sentence, language=language)], language)
    return header
