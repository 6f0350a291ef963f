"""Rows of sheets are, byte for byte, those that the library writes cell by cell."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, time

import pyarrow as pa
import xlsxwriter
from hypothesis import example, given
from hypothesis import strategies as st

from oic_reports.release.sheet_rows import (
    FIRST_DAY,
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
from oic_reports.tables.printed import list_bytes

WIDTHS = (12, 20, 12, 12, 12, 20)
TEXTS = st.text(st.sampled_from("aZ بة٣9=+-@<>&\"' \u00a0\t\n\x01\x1f_x004\ufffe\U0001f600é²"), max_size=30)
ROWS = st.lists(
    st.tuples(
        st.text(st.sampled_from("ab/_"), min_size=1),
        st.none() | TEXTS | st.just("x" * 20_000 + "\U0001f600" * 9_000),
        st.none() | st.integers(-(2**53), 2**53),
        st.none() | st.booleans() | st.booleans(),
        st.none() | st.dates(date(1800, 1, 1), date(2100, 1, 1)),
        # ids and codes, as long as they may be, in a column that prints as another one does
        st.none() | st.text(st.sampled_from("aZ09_x./:#|-\n&"), max_size=90) | st.just("y" * 32_768),
    ),
    min_size=1,
    max_size=6,
)


def write_by_the_library(path, rows):
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    plain, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    text = {
        (a, g): book.add_format({"indent": 1 + 2 * a + g, "quote_prefix": g})
        for a in (False, True)
        for g in (False, True)
    }
    styles = Styles(plain._get_xf_index(), day._get_xf_index(), {k: f._get_xf_index() for k, f in text.items()})
    for number, row in enumerate(rows):
        lines = max(count_lines(value, width) for value, width in zip(row, WIDTHS, strict=True))
        if lines > 1:
            sheet.set_row(number, LINE * min(lines, MOST_LINES))
        for place, value in enumerate(row):
            if isinstance(value, str):
                kept = cut_text(value)
                sheet.write_string(number, place, kept, text[is_arabic(kept), is_guarded(kept)])
            elif isinstance(value, bool):
                sheet.write_boolean(number, place, value, plain)
            elif isinstance(value, date):
                if value < FIRST_DAY:
                    sheet.write_string(number, place, value.isoformat(), plain)
                else:
                    sheet.write_datetime(number, place, datetime.combine(value, time()), day)
            elif value is not None:
                sheet.write_number(number, place, value, plain)
    book.close()
    with zipfile.ZipFile(path) as opened:
        xml = opened.read("xl/worksheets/sheet1.xml").decode()
    return re.search("<sheetData>(.*)</sheetData>", xml, re.DOTALL)[1], styles


@given(ROWS)
@example([("a", "\x1f", None, None, None, None)])
def test_the_bytes_are_those_of_the_library(tmp_path_factory, rows):
    # what looks like two codes that share a line below, it writes wrong
    rows = [tuple(re.sub("_x", "x", value) if isinstance(value, str) else value for value in row) for row in rows]
    types = (pa.string(), pa.string(), pa.int64(), pa.bool_(), pa.date32(), pa.string())
    columns = [pa.array(values, kind) for values, kind in zip(zip(*rows, strict=True), types, strict=True)]
    batch = pa.RecordBatch.from_arrays(columns, ["a", "b", "c", "d", "e", "f"])
    expected, styles = write_by_the_library(tmp_path_factory.getbasetemp() / "library.xlsx", rows)
    assert number(print_rows(batch, WIDTHS, styles), 1) == expected
    # how rows are parted, and how they lie in memory, tells nothing
    parts = [number(print_rows(batch.slice(place, 1), WIDTHS, styles), place + 1) for place in range(len(rows))]
    assert "".join(parts) == expected


def number(printed, first):
    return number_rows(bytes(list_bytes(printed)), first).decode()
