"""A ``Reading`` to a ``Report``: segment, clean, read the header, and judge whether it is a report at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from oic_reports.cleaning.clean import clean_blocks
from oic_reports.codes import FlagName, RejectReason
from oic_reports.model import Block, Flag, Header, Language, Reading, Report, Severity
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form
from oic_reports.structure.header.bodies import names_organisation
from oic_reports.structure.header.read import read_header
from oic_reports.structure.note_marks import part_note_marks
from oic_reports.structure.segment import segment_parts
from oic_reports.structure.states import find_states

_ENOUGH = 3
_SEVERAL = 3
# what texts of other organisations and of states do not have
_OWN_SIGNS = ("document symbol", "body of the OIC", "name of the organisation")
_SPEAKER_REACH = 60
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


class NoReportError(Exception):
    """A text that is not a report of the OIC; the message says what was missed, ``reason`` is the reject's."""

    def __init__(self, message: str, reason: RejectReason = "no_report") -> None:
        super().__init__(message)
        self.reason = reason


def build_reports(reading: Reading) -> tuple[Report, ...]:
    """The reports of a reading, without ids: one, or the cover of a collection and each document in it.

    Raises:
        NoReportError: the text has no paragraph, or too little that reports of the OIC have.
    """
    reading = replace(reading, lines=tuple(part_note_marks(reading)))
    first, *rest = (clean_blocks(blocks, reading.language) for blocks in segment_parts(reading))
    header, flags = read_header(first, reading.language)
    whole = tuple(block for part in (first, *rest) for block in part)
    _judge(header, whole, reading)
    flags = (*_reading_flags(reading), *flags, *_origin_flags(whole, reading.language))
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


def _judge(header: Header, blocks: Sequence[Block], reading: Reading) -> None:
    """Count what a report of the OIC has: symbol, body, its organisation named, type in a title, numbers, speakers."""
    language = reading.language
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
    is_ours = any(signs[name] for name in _OWN_SIGNS)
    if sum(signs.values()) == _ENOUGH - 1 or not is_ours:
        # looked for last, since it takes longest
        signs["member states"] = int(len({state.iso2 for state in find_states(text, language)}) >= _SEVERAL)
    foreign = load_pattern("other_body", language)
    if not is_ours and any(foreign.match(line) for line in text.split("\n")):
        msg = "the text of another organisation: it names neither the OIC nor one of its bodies"
        raise NoReportError(msg)
    if sum(signs.values()) < _ENOUGH or not (is_ours or signs["member states"]):
        missing = ", ".join(sign for sign, weight in signs.items() if not weight)
        msg = f"too little of what reports of the OIC have; missing: {missing}"
        raise NoReportError(msg)
