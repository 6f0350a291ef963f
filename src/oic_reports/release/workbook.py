"""``oic-reports.xlsx``: every table on a sheet, for those who work in a spreadsheet.

Written in constant memory, rows of tables a column at a time (``sheet_rows``). Every text is written as text, so that
nothing of it can become a formula, not even when somebody edits the cell (``quote_prefix``); Arabic cells run from
right to left; a table that is longer than a sheet goes on in a next one; a text that is longer than a cell is cut, and
says so.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path

import pyarrow as pa
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.metadata.abstract import TITLE
from oic_reports.release.metadata.rights import load_rights
from oic_reports.release.pieces import NOTHING_KEPT, Pieces
from oic_reports.release.sheet_rows import (
    LINE,
    MOST_LINES,
    Styles,
    count_lines,
    cut_text,
    is_arabic,
    is_guarded,
    number_rows,
    print_rows,
)
from oic_reports.resources import load_words
from oic_reports.tables.printed import list_bytes
from oic_reports.tables.schema import LANGUAGES, FieldSchema, TableSchema, load_published

FILE = "oic-reports.xlsx"
# rows of a sheet that a spreadsheet holds
_SHEET = 1_048_576
# bytes from which a sheet may outgrow what a zip file without extensions holds
_LARGE = 2 << 30
# rows that are read at once
_ROWS = 4_096
# characters of a column
_NARROW, _WIDE, _TEXT = 12, 24, 80
# characters that the arrow of a filter takes of a head
_ARROW = 4
_LONG_TEXT = frozenset({"text", "text_raw", "title", "title_supplied", "note", "detail", "from_text", "to_text"})
# of a sheet that says what each column is
_HEAD = ("table", "column", "type", "unit", "meaning", "example", "vocabulary")


def write_workbook(
    folder: Path,
    facts: ReleaseFacts,
    tables: Mapping[str, pa.Table],
    pieces: Pieces = NOTHING_KEPT,
) -> None:
    """Write the workbook; ``corpus`` is left to its own files, since it holds what two other sheets hold."""
    with tempfile.TemporaryDirectory(prefix="oic-reports-sheets-") as aside:
        options = {"constant_memory": True, "tmpdir": aside, "strings_to_urls": False, "strings_to_formulas": False}
        book = xlsxwriter.Workbook(str(folder / FILE), options)
        if sum(table.nbytes for table in tables.values()) > _LARGE:
            book.use_zip64()
        # the time stands in the file
        made = datetime.combine(date.fromisoformat(facts.released), time(), UTC).replace(tzinfo=None)
        book.set_properties({"title": TITLE["en"], "author": "oic-reports", "comments": facts.version, "created": made})
        pen = _Pen(book)
        _write_about(pen, facts)
        for name, table in load_published().items():
            if name in tables and name != "corpus":
                _write_table(pen, table, tables[name], pieces)
        for language in LANGUAGES:
            _write_codebook(pen, language, [t for n, t in load_published().items() if n in tables and n != "corpus"])
        book.close()


class _Pen:
    """A workbook with its few formats."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        top = {"valign": "top", "text_wrap": True}
        right_to_left = {"reading_order": 2, "align": "right"}
        self.head = book.add_format({"bold": True, "valign": "top", "bg_color": "#DDE6EE", "bottom": 1})
        self.plain = book.add_format({"valign": "top"})
        self.day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
        # by whether the text is Arabic, and whether it begins as a formula would
        self._text: dict[tuple[bool, bool], Format] = {
            (arabic, guarded): book.add_format(
                {**top, **(right_to_left if arabic else {}), **({"quote_prefix": True} if guarded else {})}
            )
            for arabic in (False, True)
            for guarded in (False, True)
        }
        # the library numbers a format when it is first asked for
        self.styles = Styles(
            self.plain._get_xf_index(),  # noqa: SLF001  (no public name)
            self.day._get_xf_index(),  # noqa: SLF001  (likewise)
            {told: style._get_xf_index() for told, style in self._text.items()},  # noqa: SLF001  (likewise)
        )

    def open_sheet(
        self, name: str, heads: Sequence[str], widths: Sequence[int], *, from_right: bool = False
    ) -> Worksheet:
        """A sheet whose head stays in sight; ``widths`` are characters, ``from_right`` turns the columns round."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        if from_right:
            sheet.right_to_left()
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        for place, head in enumerate(heads):
            sheet.write_string(0, place, head, self.head)
        return sheet

    def write(self, sheet: Worksheet, row: int, values: Sequence[str | None], widths: Sequence[int]) -> None:
        """One row of texts, as high as they need within reason; what is None stays empty."""
        lines = max(count_lines(value, width) for value, width in zip(values, widths, strict=True))
        if lines > 1:
            sheet.set_row(row, LINE * min(lines, MOST_LINES))
        for place, value in enumerate(values):
            if value is not None:
                text = cut_text(value)
                sheet.write_string(row, place, text, self._text[is_arabic(text), is_guarded(text)])

    def write_rows(self, sheet: Worksheet, row: int, rows: int, printed: bytes) -> None:
        """Rows that ``print_part`` gave, from a row on; all before are written, and none can be altered any more."""
        end = row + rows
        # what the library holds of the row before
        sheet._write_single_row(end)  # noqa: SLF001  (writing a cell would do it)
        sheet.row_data_fh.flush()
        sheet.row_data_fh.buffer.write(number_rows(printed, row + 1))
        sheet.dim_rowmax = end - 1

    def print_part(self, part: pa.Table, widths: Sequence[int]) -> bytes:
        """Rows of a table, as yet without their numbers."""
        batches = part.to_batches(max_chunksize=_ROWS)
        return b"".join(list_bytes(print_rows(batch, widths, self.styles)) for batch in batches)


def _write_about(pen: _Pen, facts: ReleaseFacts) -> None:
    sheet = pen.open_sheet("about", ("", ""), (_WIDE, _TEXT))
    said = (
        ("title", TITLE["en"]), ("version", facts.version), ("released", facts.released),
        ("schema", facts.schema_version),
        ("rights", load_rights().of_data),
    )  # fmt: skip
    for row, line in enumerate(said, 1):
        pen.write(sheet, row, line, (_WIDE, _TEXT))


def _write_table(pen: _Pen, table: TableSchema, content: pa.Table, pieces: Pieces) -> None:
    """A table on as many sheets as it needs; what is known of its rows is not printed again."""
    names = [field.name for field in table.fields]
    widths = [max(_choose_width(field), len(field.name) + _ARROW) for field in table.fields]
    most = _SHEET - 1
    for part, start in enumerate(range(0, max(content.num_rows, 1), most), 1):
        sheet = pen.open_sheet(table.name if part == 1 else f"{table.name} {part}", names, widths)
        rows = content if content.num_rows <= most else content.slice(start, most)
        row = 1
        for piece in pieces.cut(rows):
            printed = pieces.make(f"sheet {table.name}", [piece], partial(pen.print_part, piece, widths))
            pen.write_rows(sheet, row, piece.num_rows, printed)
            row += piece.num_rows
        sheet.autofilter(0, 0, row - 1, len(names) - 1)


def _choose_width(field: FieldSchema) -> int:
    if field.name in _LONG_TEXT:
        return _TEXT
    return _WIDE if field.type == "string" and not field.vocabulary else _NARROW


def _write_codebook(pen: _Pen, language: str, tables: Sequence[TableSchema]) -> None:
    widths = (_WIDE, _WIDE, _NARROW, _NARROW, _TEXT, _WIDE, _WIDE)
    words = load_words("release", language)
    head = [words[f"workbook_{name}"] for name in _HEAD]
    sheet = pen.open_sheet(words["workbook_codebook"], head, widths, from_right=language == "ar")
    row = 0
    for table in tables:
        for field in table.fields:
            row += 1
            meaning = field.meaning[language]
            line = (table.name, field.name, field.type, field.unit, meaning, field.example, field.vocabulary)
            pen.write(sheet, row, line, widths)
    sheet.autofilter(0, 0, row, len(widths) - 1)
