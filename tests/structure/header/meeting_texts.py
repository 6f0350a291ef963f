"""Texts that print signs of a meeting, read as blocks."""

from __future__ import annotations

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


def read(language, *blocks):
    """Header and flags of blocks, each of role, subrole and text."""
    return read_header([Block(role, text, text, subrole=subrole) for role, subrole, text in blocks], language)


def names(flags):
    """The flags by name."""
    return {flag.flag for flag in flags}


TITLE = ("title", "title", "FINAL COMMUNIQUE OF THE TENTH SESSION OF THE ISLAMIC SUMMIT CONFERENCE")
COUNCIL = ("title", "title", "RESOLUTIONS OF THE FORTY-FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS")


def fill(number):
    """So many paragraphs that say nothing of a meeting."""
    return [("operative", None, f"{place}. The delegations took note of the paper.") for place in range(1, number + 1)]
