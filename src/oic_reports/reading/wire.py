"""A ``Reading`` as JSON values and back: for the pipe from reader to parent, and for texts that are kept."""

from __future__ import annotations

from typing import Any

from oic_reports.model import Box, Decoded, Line, NoteMark, Reading

_FACTS = (
    "reader",
    "media_type",
    "encoding",
    "language",
    "direction",
    "language_shares",
    "left_out",
    "notes",
    "page_count",
    "agreement",
    "ocr_engine",
    "ocr_page_count",
    "converter",
)


def dump_reading(reading: Reading) -> dict[str, Any]:
    """A reading as JSON values."""
    return {"lines": [_dump_line(line) for line in reading.lines], **{name: getattr(reading, name) for name in _FACTS}}


def _dump_line(line: Line) -> list[Any]:
    box = line.box and [line.box.page, line.box.x0, line.box.top, line.box.x1, line.box.bottom]
    decoded = [[change.start, change.end, change.before, change.rule] for change in line.decoded]
    marks = [[mark.start, mark.text, mark.rule, mark.note_id] for mark in line.marks]
    return [line.text, line.number, line.page, box, line.hint, line.flow, decoded, line.confidence, marks]


def parse_reading(values: dict[str, Any]) -> Reading:
    """The reading that ``dump_reading`` wrote; a fact that an earlier version did not know is None."""
    facts: dict[str, Any] = {name: values.get(name) for name in _FACTS}
    facts["language_shares"] = tuple((str(script), float(share)) for script, share in values["language_shares"])
    facts["left_out"] = tuple((str(kind), int(number)) for kind, number in values["left_out"])
    facts["notes"] = tuple(values["notes"])
    return Reading(lines=tuple(_parse_line(*line) for line in values["lines"]), **facts)


def _parse_line(
    text: str,
    number: int,
    page: int | None,
    box: list[Any] | None,
    hint: str | None,
    flow: str | None,
    decoded: list[list[Any]],
    confidence: float | None,
    marks: list[list[Any]] | None = None,
) -> Line:
    changes = tuple(Decoded(*change) for change in decoded)
    lifted = tuple(NoteMark(*mark) for mark in marks or ())
    return Line(text, number, page, Box(*box) if box else None, hint, flow, changes, confidence, lifted)
