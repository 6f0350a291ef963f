"""Lines printed by columns are the bytes that Python prints value by value."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.tables import printed
from oic_reports.tables.printed import list_bytes, print_csv, print_json

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text('\\"\n\r\t\x00\x1f\x7f,\u2028é😀', max_size=6)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "text": st.none() | TEXTS,
            "count": st.none() | st.integers(-(2**63), 2**63 - 1),
            "share": st.none() | st.floats(allow_nan=False, allow_infinity=False),
            "is_so": st.none() | st.booleans(),
            "Day": st.none() | st.dates(),
        }
    ),
    max_size=7,
)
SCHEMA = pa.schema(
    [
        ("text", pa.string()),
        ("count", pa.int64()),
        ("share", pa.float64()),
        ("is_so", pa.bool_()),
        ("Day", pa.date32()),
    ]
)


def make_table(rows):
    """The rows, cut where a slice begins in the middle of its buffers."""
    table = pa.Table.from_pylist([rows[0], *rows] if rows else rows, schema=SCHEMA)
    return table.slice(1 if rows else 0)


@given(ROWS)
def test_json_is_what_python_prints(rows):
    lines = b"".join(bytes(list_bytes(lines)) for _, lines in print_json(make_table(rows)))
    expected = [json.dumps(row, ensure_ascii=False, sort_keys=True, default=str) + "\n" for row in rows]
    assert lines == "".join(expected).encode()


def test_csv_is_what_the_form_says(monkeypatch):
    monkeypatch.setattr(printed, "_ROWS", 1)
    rows = [
        {"text": 'a "b", ok', "count": 1, "share": 0.1, "is_so": True, "Day": date(2013, 9, 25)},
        {"text": "", "count": -2, "share": 1e300, "is_so": False, "Day": None},
        {"text": None, "count": None, "share": 3.0, "is_so": None, "Day": None},
    ]
    lines = b"".join(bytes(list_bytes(lines)) for lines in print_csv(make_table(rows))).decode()
    assert lines.split("\r\n") == ['"a ""b"", ok",1,0.1,true,2013-09-25', '"",-2,1e+300,false,', ",,3.0,,", ""]


@given(ROWS)
def test_csv_reads_back(rows):
    lines = b"".join(bytes(list_bytes(lines)) for lines in print_csv(make_table(rows))).decode()
    read = list(csv.reader(io.StringIO(lines, newline="")))
    assert [cells[0] for cells in read] == [row["text"] or "" for row in rows]
    assert [cells[2] for cells in read] == ["" if row["share"] is None else repr(row["share"]) for row in rows]


def test_a_part_without_rows_prints_nothing():
    empty = SCHEMA.empty_table()
    assert [bytes(list_bytes(lines)) for lines in print_csv(empty)] in ([], [b""])
    assert [bytes(list_bytes(lines)) for _, lines in print_json(empty)] in ([], [b""])
