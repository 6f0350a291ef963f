"""One report to rows of each table, as plain dicts keyed by the declared names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from oic_reports.identity.document_ids import print_work_id
from oic_reports.model import Extraction, Flag, Header, Report, Source, SourceCopy
from oic_reports.resources import load_vocabulary

Row = dict[str, Any]

_SCRIPTS = {"ar": ("Arab", "rtl"), "en": ("Latn", "ltr"), "fr": ("Latn", "ltr")}
# what a report tells of its meeting, in the columns of both tables
MEETING_FACTS = ("body_id", "body", "level", "date", "date_end", "date_precision", "city", "country_iso2")
_OF_MEETING = ("parent_meeting_id",)
# the type of a text that calls itself nothing, a value of document_type_values.csv
_NO_TYPE = "unknown"
_LEFT_OUT = {
    "markup": "left_out_markup",
    "hidden": "left_out_hidden",
    "control": "left_out_control",
    "kashida": "left_out_kashida",
    "double": "left_out_double",
    "off_page": "left_out_off_page",
    "deleted": "left_out_deleted",
    "comments": "left_out_comments",
    "presentation_forms": "folded_forms",
}


def make_document(report: Report) -> Row:
    """The row of ``documents``."""
    script, direction = _SCRIPTS[report.header.language]
    facts = {name: getattr(report.header, name) for name in Header.__slots__ if name not in _OF_MEETING}
    operative = [block for block in report.blocks if block.role == "operative" and block.ordinal is not None]
    return {
        **facts,
        "document_type": report.header.document_type or _NO_TYPE,
        "document_id": report.document_id,
        "work_id": print_work_id(report.document_id),
        "script": script,
        "direction": direction,
        "operative_count": len(operative),
        "paragraph_count": len(report.blocks),
        "repair_count": sum(len(block.repairs) for block in report.blocks),
        "flag_count": len(report.flags) + sum(len(block.flags) for block in report.blocks),
        "source_id": report.source_id,
    }


@cache
def _load_body_names() -> dict[str, dict[str, str]]:
    return {row["body_id"]: row for row in load_vocabulary("bodies")}


def name_body(body_id: str | None) -> Row:
    """The names of a body in the columns of ``meetings``, None where it is not listed."""
    names = _load_body_names().get(body_id or "", {})
    return {"name_ar": names.get("name_ar"), "name_fr": names.get("name_fr")}


def make_meeting(header: Header) -> Row:
    """The row of ``meetings`` as one of its reports tells it."""
    facts = {name: getattr(header, name) for name in ("meeting_id", *MEETING_FACTS, "parent_meeting_id")}
    return {**facts, **name_body(header.body_id)}


def make_source(extraction: Extraction) -> Row:
    """The row of ``sources``."""
    source, reading = extraction.source, extraction.reading
    left_out = dict(reading.left_out) if reading else {}
    outcome = "published" if extraction.reports else "rejected"
    if not extraction.reports and any(reject.reason.startswith("duplicate_") for reject in extraction.rejects):
        outcome = "duplicate"
    return {
        "source_id": source.source_id,
        "file_name": source.file_name,
        "url": source.url,
        "archived_url": source.archived_url,
        "how_obtained": source.how_obtained,
        "received": source.received,
        "sha256": source.sha256 or None,
        "bytes": source.bytes if source.sha256 else None,
        "media_type": reading.media_type if reading else source.media_type,
        "encoding": reading.encoding if reading else source.declared_encoding,
        "reader": reading.reader if reading else None,
        "page_count": reading.page_count if reading else None,
        "reader_agreement": reading.agreement if reading else None,
        "ocr_engine": reading.ocr_engine if reading else None,
        "ocr_page_count": reading.ocr_page_count if reading else None,
        "converter": reading.converter if reading else None,
        "line_count": reading.line_count if reading else None,
        "extraction_key": extraction.key,
        **{column: left_out.get(kind) for kind, column in _LEFT_OUT.items()},
        "outcome": outcome,
        "rights_note": source.rights_note,
    }


def make_document_sources(report: Report, source: Source) -> Iterator[Row]:
    """The rows of ``document_sources``: the file that is read, those with the same report, older versions of it."""
    related: list[Row] = [{"source_id": report.source_id, "relation": "published"}]
    related += [{name: getattr(copy, name) for name in SourceCopy.__slots__} for copy in report.copies]
    related += [{"source_id": source_id, "relation": "older_version"} for source_id in source.revises]
    # a file has one relation, the first that is told
    for row in {each["source_id"]: each for each in reversed(related)}.values():
        yield {"document_id": report.document_id, **row}


def make_paragraphs(report: Report) -> Iterator[Row]:
    """The rows of ``paragraphs``."""
    for seq, block in enumerate(report.blocks, 1):
        yield {
            "paragraph_id": f"{report.document_id}/{block.eid}",
            "document_id": report.document_id,
            "language": report.header.language,
            "seq": seq,
            "eid": block.eid,
            "role": block.role,
            "subrole": block.subrole,
            "structure_confidence": block.structure_confidence,
            "label": block.label,
            "ordinal": block.ordinal,
            "numbering": block.numbering,
            "parent_eid": block.parent,
            "text_language": block.language,
            "text": block.text,
            "text_raw": block.text_raw,
            "char_count": len(block.text),
            "line_first": block.line_first,
            "line_last": block.line_last,
            "page_first": block.page_first,
            "page_last": block.page_last,
        }


def make_boxes(report: Report) -> Iterator[Row]:
    """The rows of ``boxes``."""
    for block in report.blocks:
        for seq, box in enumerate(block.boxes, 1):
            edges = {"page": box.page, "x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}
            yield {"paragraph_id": f"{report.document_id}/{block.eid}", "seq": seq, **edges}


def make_repairs(report: Report) -> Iterator[Row]:
    """The rows of ``repairs``."""
    for block in report.blocks:
        for seq, repair in enumerate(block.repairs, 1):
            yield {
                "paragraph_id": f"{report.document_id}/{block.eid}",
                "seq": seq,
                "raw_start": repair.raw_start,
                "raw_end": repair.raw_end,
                "from_text": repair.before,
                "to_text": repair.after,
                "repair_kind": repair.kind,
                "rule": repair.rule,
                "confidence": repair.confidence,
            }


def make_flags(report: Report) -> Iterator[Row]:
    """The rows of ``flags``: those of the document first, then those of its paragraphs in order."""
    flagged: list[tuple[str | None, Flag]] = [(None, flag) for flag in report.flags]
    flagged += [(f"{report.document_id}/{block.eid}", flag) for block in report.blocks for flag in block.flags]
    for flag_seq, (paragraph_id, flag) in enumerate(flagged, 1):
        facts = {name: getattr(flag, name) for name in Flag.__slots__}
        places = {"text_start": flag.start, "text_end": flag.end}
        yield {"document_id": report.document_id, "flag_seq": flag_seq, "paragraph_id": paragraph_id, **facts, **places}


def make_rejects(extraction: Extraction) -> Iterator[Row]:
    """The rows of ``rejects``, without their ``reject_seq``."""
    for reject in extraction.rejects:
        yield {
            "source_id": reject.source_id,
            "file_name": reject.file_name,
            "stage": reject.stage,
            "reason": reject.reason,
            "detail": reject.detail,
            "document_id": reject.document_id,
        }
