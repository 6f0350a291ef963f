from __future__ import annotations

import csv
import gzip
import io

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.release.csv_files import guard, unguard, write_csv, write_excel_csv


@given(st.text(max_size=60))
def test_the_guard_can_be_undone(text):
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1- نص", "@x", "\tx", "'x", " =HYPERLINK(1)", "＝1", "\u00a0=1"])
def test_formulas_are_guarded(text):
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["The Meeting", "1- نص", "(a)", "", "a=b"])
def test_text_is_left_alone(text):
    assert guard(text) == text


def test_a_cell_is_cut_where_a_spreadsheet_ends_and_says_so():
    cut = guard("\U0001f600" * 20_000)
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert cut.endswith("files]")
    assert guard("a" * 32_767) == "a" * 32_767


def test_canonical_file(tmp_path):
    table = pa.table({"a": ["x", None, "", 'say "no", please\nor not'], "n": [1, None, 3, 4]})
    write_csv(tmp_path / "t.csv.gz", table)
    content = gzip.decompress((tmp_path / "t.csv.gz").read_bytes()).decode()
    assert content == '"a","n"\r\n"x",1\r\n,\r\n"",3\r\n"say ""no"", please\nor not",4\r\n'
    write_csv(tmp_path / "again.csv.gz", table)
    assert (tmp_path / "again.csv.gz").read_bytes() == (tmp_path / "t.csv.gz").read_bytes()


def test_excel_file_reads_as_arabic_and_holds_no_formula(tmp_path, tables):
    write_excel_csv(tmp_path / "p.csv", tables["paragraphs"])
    content = (tmp_path / "p.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    expected = tables["paragraphs"].column("text").to_pylist()
    assert [unguard(row["text"]) for row in rows] == expected
    assert pd.read_csv(tmp_path / "p.csv")["label"].tolist()[5] == "'- 1-"
