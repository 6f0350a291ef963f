"""A ``Reading`` as JSON values and back: for the pipe from reader to parent, and for texts that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from oic_reports.errors import UnreadableFileError
from oic_reports.model import Line, Reading

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_LINE = ("text", "number", "page", "box", "hint", "flow", "decoded", "confidence", "marks")
_BOX = ("page", "x0", "top", "x1", "bottom")
_DECODED = ("start", "end", "before", "rule")
_MARK = ("start", "text", "rule", "note_id")
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
_LATER = frozenset({"converter"})


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
    from pydantic import ValidationError  # noqa: PLC0415  (a child process that only writes does not need it)

    try:
        lines = [_parse_line(line) for line in values["lines"]]
        facts = {name: values[name] for name in _FACTS if name in values or name not in _LATER}
        reading: Reading = _open_adapter().validate_python({"lines": lines, **facts})
    except (KeyError, TypeError, ValueError, ValidationError) as error:
        raise UnreadableFileError("reader_failed", "the reading is not as declared") from error
    return reading


@cache
def _open_adapter() -> TypeAdapter[Reading]:
    from pydantic import TypeAdapter  # noqa: PLC0415  (as above)

    return TypeAdapter(Reading)


def _parse_line(values: list[Any]) -> dict[str, Any]:
    # a text that was kept before there were marks
    line = dict(zip(_LINE, [*values, []] if len(values) == _LINE.index("marks") else values, strict=True))
    line["box"] = line["box"] and dict(zip(_BOX, line["box"], strict=True))
    line["decoded"] = [dict(zip(_DECODED, change, strict=True)) for change in line["decoded"]]
    line["marks"] = [dict(zip(_MARK, mark, strict=True)) for mark in line["marks"]]
    return line
