"""A ``Reading`` to a ``Report``: segment, clean, read the header, and judge whether it is a report at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from oic_reports.cleaning.clean import clean_blocks
from oic_reports.codes import FlagName
from oic_reports.model import Block, Flag, Language, Reading, Report, Severity
from oic_reports.resources import load_pattern
from oic_reports.structure.header.read import read_header
from oic_reports.structure.judgement import NoReportError, judge
from oic_reports.structure.note_marks import part_note_marks
from oic_reports.structure.segment import segment_parts

__all__ = ["NoReportError", "build_reports"]

# characters of a notice of a site; a longer paragraph that speaks of machine translation is a text about it
_NOTICE = 300
# what a reader notes of a whole file, as a flag; a note that is not here is an error
_FLAG_OF_NOTE: Mapping[str, tuple[FlagName, Severity]] = {
    "replacement": ("glyph_loss", "warning"),
    "lost_signs": ("glyph_loss", "warning"),
    "truncated": ("truncated", "warning"),
    "ocr_text": ("ocr_text", "warning"),
    "readers_disagree": ("readers_disagree", "warning"),
    "recognised_text_layer": ("recognised_text_layer", "warning"),
    "text_off_page": ("text_off_page", "warning"),
    "picture_page": ("picture_page", "warning"),
    "tracked_changes": ("tracked_changes", "warning"),
    "mixed_language": ("mixed_language", "info"),
    "encoding_detected": ("encoding_detected", "info"),
    "encoding_declared_wrong": ("encoding_declared_wrong", "info"),
    "mojibake_undone": ("mojibake_undone", "info"),
}


def build_reports(reading: Reading) -> tuple[Report, ...]:
    """The reports of a reading, without ids: one, or the cover of a collection and each document in it.

    Raises:
        NoReportError: the text is not the OIC's own (``judgement``).
    """
    reading = replace(reading, lines=tuple(part_note_marks(reading)))
    first, *rest = (clean_blocks(blocks, reading.language) for blocks in segment_parts(reading))
    header, flags = read_header(first, reading.language)
    whole = tuple(block for part in (first, *rest) for block in part)
    judgement = judge(header, whole, reading.language)
    if judgement.document_type:
        header = replace(header, document_type=judgement.document_type, document_type_source="first_sentence")
    flags = (*_reading_flags(reading), *flags, *_origin_flags(whole, reading.language), *judgement.flags)
    if not rest:
        return (Report(header, first, flags=(*flags, *_number_flags(first))),)
    reports = [Report(replace(header, part=0), first, flags=flags)]
    for part, blocks in enumerate(rest, 1):
        own, own_flags = read_header(blocks, reading.language, cover=header)
        reports.append(Report(replace(own, part=part), blocks, flags=(*own_flags, *_number_flags(blocks))))
    return tuple(reports)


def _reading_flags(reading: Reading) -> tuple[Flag, ...]:
    flags = []
    for note in reading.notes:
        name, severity = _FLAG_OF_NOTE[note]
        detail = f"read as {reading.encoding}" if "encoding" in note or "mojibake" in note else None
        flags.append(Flag(name, f"reading.{note}", severity, note=detail))
    return tuple(flags)


def _origin_flags(blocks: Sequence[Block], language: Language) -> tuple[Flag, ...]:
    """Flags for a text that its site says a machine translated."""
    notice = load_pattern("machine_translation", "en")
    for block in blocks:
        match = notice.search(block.text)
        if match and (block.role == "boilerplate" or len(block.text) < _NOTICE):
            return (Flag("machine_translation", f"origin.{language}", "warning", surface=match.group()),)
    return ()


def _number_flags(blocks: Sequence[Block]) -> tuple[Flag, ...]:
    numbered = any(block.ordinal is not None and block.role in {"operative", "preamble"} for block in blocks)
    return () if numbered else (Flag("no_numbered_paragraph", "structure.numbering"),)
