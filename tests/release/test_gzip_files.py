"""Packed files of several members, as those who use them open them."""

import gzip
import io
import shutil
import subprocess

import duckdb
import pandas as pd
import polars as pl
import pyarrow.csv
import pytest

from oic_reports.release.gzip_files import open_packed

ROWS = [(place, f"paragraph {place}, الفقرة {place}") for place in range(2_000)]
HEAD = b'"number","text"\r\n'


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    path = tmp_path_factory.mktemp("packed") / "rows.csv.gz"
    with open_packed(path, member=10_000) as file:
        file.write(HEAD)
        for number, text in ROWS:
            file.write(f'{number},"{text}"\r\n'.encode())
    return path


def test_a_large_file_has_several_members_and_a_small_one_has_one(packed, tmp_path):
    assert packed.read_bytes().count(b"\x1f\x8b\x08\x00") > 5
    with open_packed(tmp_path / "small.gz") as file:
        file.write(HEAD)
        file.write(HEAD)
    assert (tmp_path / "small.gz").read_bytes().count(b"\x1f\x8b\x08\x00") == 1
    assert gzip.decompress((tmp_path / "small.gz").read_bytes()) == HEAD * 2


def test_the_same_content_has_the_same_bytes_however_it_comes(packed, tmp_path):
    whole = gzip.decompress(packed.read_bytes())
    with open_packed(tmp_path / "again.gz") as file:
        file.write(whole)
    with open_packed(tmp_path / "bytewise.gz") as file:
        for line in io.BytesIO(whole):
            file.write(line)
    assert (tmp_path / "again.gz").read_bytes() == (tmp_path / "bytewise.gz").read_bytes()


def test_no_part_of_a_file_is_taken_for_all_of_it_when_writing_fails(tmp_path):
    def write_part(path):
        with open_packed(path) as file:
            file.write(HEAD)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_part(tmp_path / "broken.gz")
    assert (tmp_path / "broken.gz").read_bytes() == b""


@pytest.mark.parametrize(
    "read",
    [
        lambda path: [tuple(row) for row in pd.read_csv(path).itertuples(index=False)],
        lambda path: pl.read_csv(path).rows(),
        lambda path: duckdb.connect().read_csv(str(path)).order("number").fetchall(),
        lambda path: [tuple(row.values()) for row in pyarrow.csv.read_csv(path).to_pylist()],
    ],
    ids=["pandas", "polars", "DuckDB", "pyarrow"],
)
def test_all_members_are_read(packed, read):
    assert read(packed) == ROWS


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is a system package")
def test_all_members_are_read_by_r(packed):
    script = f'cat(nrow(read.csv("{packed}")))'
    assert subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, check=True).stdout == "2000"
