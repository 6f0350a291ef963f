"""The workbook as a spreadsheet reads it: text stays text, Arabic runs from right to left, nothing is lost in silence."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pyarrow as pa
import pytest
from openpyxl.utils.escape import unescape

from oic_reports.release import workbook
from oic_reports.release.sheet_rows import count_lines, cut_text, is_arabic, is_guarded
from oic_reports.release.workbook import write_workbook
from oic_reports.tables.schema import load_tables

HOSTILE = (
    "=1+1",
    "+1",
    "-1- نص",
    "@x",
    "\tx",
    "'x",
    " =HYPERLINK(1)",
    "＝1",
    "\u00a0=1",
    "_x0041_",
    "_x0041_x0042_",
    "a_x0041_",
    "<r>&</r>",
    " edge ",
    "a\x01b",
    "1e5",
    "00",
)


def put(table, column, values):
    place = table.column_names.index(column)
    given = [*values, *table[column].to_pylist()[len(values) :]]
    return table.set_column(place, table.schema.field(place), pa.array(given, table.schema.field(place).type))


@pytest.fixture(scope="module")
def hostile(whole):
    return {**whole, "paragraphs": put(whole["paragraphs"], "text", HOSTILE)}


@pytest.fixture(scope="module")
def book(hostile, facts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("book")
    write_workbook(folder, facts, hostile)
    return openpyxl.load_workbook(folder / "oic-reports.xlsx")


def test_there_is_a_sheet_for_each_table_and_a_codebook_in_three_languages(book, whole):
    assert book.sheetnames == ["about", *load_tables(), "codebook", "دليل الحقول", "guide des champs"]
    assert set(whole) == set(load_tables())
    assert [sheet.title for sheet in book if sheet.sheet_view.rightToLeft] == ["دليل الحقول"]


def read(value):
    """A value as a spreadsheet shows it: signs that XML cannot hold are told by their code (ECMA-376, ST_Xstring)."""
    if isinstance(value, datetime):
        return value.date()
    return unescape(value) if isinstance(value, str) else value


def test_every_row_is_there_as_it_is(book, hostile):
    for name, table in hostile.items():
        head, *rows = book[name].iter_rows(values_only=True)
        assert list(head) == table.column_names
        told = [tuple(row.values()) for row in table.to_pylist()]
        found = [tuple(read(value) for value in row) for row in rows]
        assert found == told, name


def test_text_is_no_formula_and_becomes_none_when_edited(book):
    column = [field.name for field in load_tables()["paragraphs"].fields].index("text")
    cells = [row[column] for row in book["paragraphs"].iter_rows(min_row=2, max_row=1 + len(HOSTILE))]
    assert [cell.data_type for cell in cells] == ["s"] * len(cells) or {c.data_type for c in cells} <= {
        "s",
        "inlineStr",
    }
    guarded = [cell.quotePrefix for cell in cells]
    assert guarded == [is_guarded(text) for text in HOSTILE]


def test_heads_stay_in_sight_and_can_be_filtered(book):
    for name in load_tables():
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref
        assert all(dimension.width >= 12 for dimension in book[name].column_dimensions.values())


def test_arabic_runs_from_right_to_left(book):
    place = [field.name for field in load_tables()["paragraphs"].fields].index("text_raw")
    cells = [row[place] for row in book["paragraphs"].iter_rows(min_row=2)]
    for cell in cells:
        assert (cell.alignment.readingOrder == 2) == is_arabic(str(cell.value)), cell.value
    assert any(is_arabic(str(cell.value)) for cell in cells)
    assert any(not is_arabic(str(cell.value)) for cell in cells)


@pytest.mark.parametrize(
    ("text", "said"), [("- 1- نص", True), ("1. The", False), ("2013", False), ("(ﻣﺎﻟﻲ)", True), ("", False)]
)
def test_the_first_letter_tells_the_direction(text, said):
    assert is_arabic(text) is said


def test_a_cell_is_cut_where_a_spreadsheet_ends_and_says_so():
    cut = cut_text("\U0001f600" * 20_000)
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert cut.endswith("files]")
    assert cut_text("a" * 32_767) == "a" * 32_767


def test_rows_are_as_high_as_their_texts():
    assert [count_lines(value, 10) for value in (None, 5, "short", "a" * 21, "a\nb", "a\n" + "b" * 11)] == [
        1,
        1,
        1,
        3,
        2,
        3,
    ]


def test_a_table_goes_on_where_a_sheet_ends(whole, facts, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "_SHEET", 21)
    write_workbook(tmp_path, facts, whole)
    book = openpyxl.load_workbook(tmp_path / "oic-reports.xlsx", read_only=True)
    parts = [name for name in book.sheetnames if name.startswith("paragraphs")]
    assert parts == ["paragraphs", "paragraphs 2"]
    rows = [row[0] for name in parts for row in list(book[name].iter_rows(values_only=True))[1:]]
    assert rows == whole["paragraphs"]["paragraph_id"].to_pylist()


def test_days_that_spreadsheets_count_in_two_ways_are_texts(whole, facts, tmp_path):
    documents = put(whole["documents"], "date", [date(1899, 12, 31), date(1969, 9, 25)])
    write_workbook(tmp_path, facts, {**whole, "documents": documents})
    head, *rows = openpyxl.load_workbook(tmp_path / "oic-reports.xlsx")["documents"].iter_rows(values_only=True)
    assert [row[head.index("date")] for row in rows] == ["1899-12-31", datetime(1969, 9, 25)]  # noqa: DTZ001  (as a sheet has it)


def test_the_same_tables_give_the_same_bytes(whole, facts, tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_workbook(tmp_path / name, facts, whole)
    assert (tmp_path / "a" / "oic-reports.xlsx").read_bytes() == (tmp_path / "b" / "oic-reports.xlsx").read_bytes()
