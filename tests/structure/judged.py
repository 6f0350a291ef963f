"""Texts that are judged, made of single blocks or read from a page, and what is found in them."""

from __future__ import annotations

import pytest

from oic_reports.model import Block, Header, Language, Role
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError, judge
from oic_reports.structure.ours.signs import find_signs
from oic_reports.structure.report import Report, build_reports

OURS = "The Contact Group on Mali of the Organisation of Islamic Cooperation met in Jeddah on 3 May 2016."


def block(text: str, role: Role = "operative", label: str | None = None, ordinal: int | None = None) -> Block:
    """A block with its label, if it has one."""
    return Block(role, text, text, label=label, ordinal=ordinal)


def numbered(*texts: str) -> list[Block]:
    """Paragraphs that count from 1 on."""
    return [block(text, label=f"{n}.", ordinal=n) for n, text in enumerate(texts, 1)]


def refuse(blocks: list[Block], header: Header | None = None, language: Language = "en") -> NoReportError:
    """Why a text is refused, as it must be."""
    with pytest.raises(NoReportError) as caught:
        judge(header or Header(language), blocks, language)
    return caught.value


def is_taken(blocks: list[Block], header: Header) -> bool:
    """Whether an English text is taken."""
    try:
        judge(header, blocks, "en")
    except NoReportError:
        return False
    return True


def names(blocks: list[Block], header: Header | None = None, language: Language = "en") -> set[str]:
    """The names of the signs of a text."""
    return {sign.name for sign in find_signs(header or Header(language), blocks, language)}


def build(text: str) -> Report:
    """The first report of a page."""
    return build_reports(read_bytes(text.encode(), "x.txt"))[0]
