"""Tables of a Word file: rows of data become one line each, cells that lay out a page give their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oic_reports.reading.bilingual import part_languages
from oic_reports.reading.cell_kinds import is_row_number, is_short_cell
from oic_reports.reading.docx_package import Element, name_of


@dataclass(frozen=True, slots=True)
class Row:
    """One line before it has a number; its fields are as in ``model.Line``."""

    text: str
    hint: str | None
    flow: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one cell of a table."""

    rows: list[Row]
    holds_table: bool

    @property
    def text(self) -> str:
        """Its text without notes, lines joined by blanks."""
        return " ".join(row.text for row in self.rows if row.hint != "footnote")

    def is_short(self) -> bool:
        """Whether it may be a value in a table of data."""
        return is_short_cell(self.text) and not self.holds_table


def holds_table(cell: Element) -> bool:
    """Whether a cell (``w:tc``) holds a table of its own."""
    return any(name_of(element) == "tbl" for element in cell.iter())


def print_table(rows: list[list[Cell]]) -> Iterator[Row]:
    """The lines of a table, row by row: all rows are data where one is and no cell is long.

    Where a text and its translation stand side by side, each language is printed by itself.
    """
    parted = part_languages([[cell.text for cell in cells] for cells in rows])
    if parted:
        for places in parted:
            for row, cell in places:
                yield from _print_cells([rows[row][cell]])
        return
    is_data = any(_is_data(row) for row in rows) and all(cell.is_short() for row in rows for cell in row)
    for cells in rows:
        yield from _join_cells(cells) if is_data or _is_data(cells) else _print_cells(cells)


def _is_data(cells: list[Cell]) -> bool:
    """Whether a row holds data (several short cells) rather than the layout of a page."""
    return sum(bool(cell.text) for cell in cells) > 1 and all(cell.is_short() for cell in cells)


def _join_cells(cells: list[Cell]) -> Iterator[Row]:
    text = " ".join(cell.text for cell in cells if cell.text)
    if text:
        yield Row(text, "table", "starts")
    yield from (row for cell in cells for row in cell.rows if row.hint == "footnote")


def _print_cells(cells: list[Cell]) -> Iterator[Row]:
    """The lines of a row cell by cell; a number in a cell of its own stands before the text in the next."""
    number = ""
    for cell in cells:
        if not number and is_row_number(cell.text) and len(cell.rows) == 1:
            number = cell.text
            continue
        for row in cell.rows:
            yield Row(f"{number} {row.text}", row.hint, row.flow) if number else row
            number = ""
    if number:
        yield Row(number, None, "starts")
