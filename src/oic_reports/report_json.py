"""The one form of readings and reports as JSON: what is printed, what a child process says, what is kept.

Who wrote is not trusted: what is read must be as the model declares it (``declared``). A noun of the model is an object
with the names of its fields; a repair's ``before`` and ``after`` are ``from`` and ``to`` (``model.Repair``). Lines of a
reading are many: each is a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from oic_reports.declared import NotAsDeclaredError, parse_noun
from oic_reports.errors import UnreadableFileError
from oic_reports.model import Block, Flag, Line, Reading, Report, name_in_json

_LINE = ("text", "number", "page", "box", "hint", "flow", "decoded", "confidence", "marks")
_BOX = ("page", "x0", "top", "x1", "bottom")
_DECODED = ("start", "end", "from", "rule")
_MARK = ("start", "text", "rule", "note_id")
_FACTS = tuple(name for name in Reading.__slots__ if name != "lines")
_LATER = frozenset({"address", "converter"})
# what is printed of a block, in this order; ``acts`` and ``references`` are absent until they are annotated
_PRINTED = (
    "eid", "role", "subrole", "structure_confidence", "label", "ordinal", "numbering", "parent", "language", "text",
    "text_raw", "repairs", "flags", "boxes", "line_first", "line_last", "page_first", "page_last",
)  # fmt: skip


def dump_noun(noun: Any) -> Any:  # noqa: ANN401  (any noun of the model, or a value of its fields)
    """A noun of the model as JSON values, with all that it holds."""
    if isinstance(noun, tuple):
        return [dump_noun(part) for part in noun]
    names = _list_fields(noun.__class__)
    return noun if names is None else {printed: dump_noun(getattr(noun, name)) for printed, name in names}


@cache
def _list_fields(kind: type) -> tuple[tuple[str, str], ...] | None:
    """The names of a noun's fields, in JSON and in the model; None for a type that is no noun."""
    return tuple((name_in_json(field.name), field.name) for field in fields(kind)) if is_dataclass(kind) else None


def print_block(block: Block) -> Mapping[str, object]:
    """A block as ``oic-reports read`` prints it: without what is of use to later steps alone."""
    return {name: dump_noun(getattr(block, name)) for name in _PRINTED}


def print_document(report: Report) -> dict[str, object]:
    """The header of a report, its id first, and its flags, as ``oic-reports read`` prints them."""
    flags: tuple[Flag, ...] = report.flags
    return {"document": {"document_id": report.document_id, **dump_noun(report.header)}, "flags": dump_noun(flags)}


def parse_reports(values: Any) -> tuple[Report, ...]:  # noqa: ANN401  (a child may say anything; here it is checked)
    """The reports that a child gave.

    Raises:
        UnreadableFileError: ``reader_failed``, if the values are not as declared.
    """
    try:
        reports = parse_noun(tuple[Report, ...], values)
    except NotAsDeclaredError as error:
        raise UnreadableFileError("reader_failed", f"reports that are not as declared: {error}") from error
    if not reports or not all(report.blocks for report in reports):
        raise UnreadableFileError("reader_failed", "a report without a paragraph")
    return reports


def dump_reading(reading: Reading) -> dict[str, Any]:
    """A reading as JSON values."""
    return {"lines": [_dump_line(line) for line in reading.lines], **{name: getattr(reading, name) for name in _FACTS}}


def _dump_line(line: Line) -> list[Any]:
    box = line.box and [line.box.page, line.box.x0, line.box.top, line.box.x1, line.box.bottom]
    decoded = [[change.start, change.end, change.before, change.rule] for change in line.decoded]
    marks = [[mark.start, mark.text, mark.rule, mark.note_id] for mark in line.marks]
    return [line.text, line.number, line.page, box, line.hint, line.flow, decoded, line.confidence, marks]


def parse_reading(values: Mapping[str, Any]) -> Reading:
    """The reading that ``dump_reading`` wrote; texts kept before there were marks and converters have none.

    Raises:
        UnreadableFileError: ``reader_failed``, if the values are not as declared: who wrote them is not trusted.
    """
    try:
        lines = [_parse_line(line) for line in values["lines"]]
        facts = {name: values[name] for name in _FACTS if name in values or name not in _LATER}
        return parse_noun(Reading, {"lines": lines, **facts})
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableFileError("reader_failed", "the reading is not as declared") from error


def _parse_line(values: list[Any]) -> dict[str, Any]:
    # a text that was kept before there were marks
    line = dict(zip(_LINE, [*values, []] if len(values) == _LINE.index("marks") else values, strict=True))
    line["box"] = line["box"] and dict(zip(_BOX, line["box"], strict=True))
    line["decoded"] = [dict(zip(_DECODED, change, strict=True)) for change in line["decoded"]]
    line["marks"] = [dict(zip(_MARK, mark, strict=True)) for mark in line["marks"]]
    return line
