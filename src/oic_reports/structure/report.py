"""A ``Reading`` to a ``Report``: segment, clean, read the header, and judge whether it is a report at all."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.cleaning.clean import clean_blocks
from oic_reports.model import Block, Flag, Header, Language, Reading, Report
from oic_reports.structure.header.bodies import names_organisation
from oic_reports.structure.header.read import read_header
from oic_reports.structure.lines import find_form
from oic_reports.structure.segment import segment

_ENOUGH = 3
_SEVERAL = 3
_SPEAKER_REACH = 60
_WARNINGS = ("ocr_text", "readers_disagree", "recognised_text_layer", "text_off_page", "picture_page")
_FLAG_OF_NOTE = {
    "replacement": ("glyph_loss", "warning"),
    "truncated": ("truncated", "warning"),
    "lost_signs": ("glyph_loss", "warning"),
    **{
        note: (note, "warning")
        for note in ("ocr_text", "readers_disagree", "recognised_text_layer", "text_off_page", "picture_page")
    },
}


class NoReportError(Exception):
    """A text that is not a report of the OIC; the message says what was missed."""


def build_report(reading: Reading) -> Report:
    """The report of a reading, without ids.

    Raises:
        NoReportError: the text has no paragraph, or too little that reports of the OIC have.
    """
    blocks = clean_blocks(segment(reading), reading.language)
    header, flags = read_header(blocks, reading.language)
    _judge(header, blocks, reading.language)
    return Report(header, blocks, flags=(*_reading_flags(reading), *flags, *_number_flags(blocks)))


def _reading_flags(reading: Reading) -> tuple[Flag, ...]:
    flags = []
    for note in reading.notes:
        name, severity = _FLAG_OF_NOTE.get(note, (note, "info"))
        detail = f"read as {reading.encoding}" if "encoding" in note or "mojibake" in note else None
        flags.append(Flag(name, f"reading.{note}", "warning" if severity == "warning" else "info", note=detail))
    return tuple(flags)


def _number_flags(blocks: Sequence[Block]) -> tuple[Flag, ...]:
    numbered = any(block.ordinal is not None and block.role in {"operative", "preamble"} for block in blocks)
    return () if numbered else (Flag("no_numbered_paragraph", "structure.numbering"),)


def _judge(header: Header, blocks: Sequence[Block], language: Language) -> None:
    """Count what a report of the OIC has: symbol, body, its organisation named, type in a title, numbers, speakers."""
    body = [block for block in blocks if block.role in {"preamble", "operative"}]
    if not body:
        msg = "no paragraph of a report was found: no numbered paragraph and no sentence that tells of a meeting"
        raise NoReportError(msg)
    text = "\n".join(block.text for block in blocks if block.role != "boilerplate")
    speaking = sum(find_form("speakers", block.text[:_SPEAKER_REACH], language) is not None for block in body)
    numbered = sum(block.ordinal is not None for block in body)
    signs = {
        "document symbol": 2 * bool(header.symbol),
        "body of the OIC": 2 * bool(header.body_id),
        "name of the organisation": int(names_organisation(text, language)),
        "type of document": int(header.document_type is not None and header.document_type_source != "first_sentence"),
        "sentence that opens a meeting": int(find_form("opening_verbs", body[0].text[:400], language) is not None),
        "numbered paragraphs": int(numbered >= _SEVERAL),
        "paragraphs in which a meeting speaks": int(speaking >= _SEVERAL),
    }
    if sum(signs.values()) < _ENOUGH:
        missing = ", ".join(sign for sign, weight in signs.items() if not weight)
        msg = f"too little of what reports of the OIC have; missing: {missing}"
        raise NoReportError(msg)
