"""The files of a release as their users open them, each with nothing but its defaults."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from oic_reports.release.parquet import read_parquet, write_parquet
from oic_reports.release.views import make_views
from oic_reports.release.write import write_release
from oic_reports.tables.schema import load_published


@pytest.fixture(scope="module")
def release(whole, verdict, facts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("release")
    write_release(folder, facts, whole, verdict)
    return folder


def ask(sql):
    with duckdb.connect() as connection:
        return connection.execute(sql).fetchall()


def list_parquet(release):
    return sorted(release.rglob("*.parquet"))


def test_pandas_keeps_whole_numbers_whole(release):
    paragraphs = pd.read_parquet(release / "paragraphs.parquet")
    assert len(paragraphs) == 35
    assert str(paragraphs["ordinal"].dtype) == "Int64"
    assert paragraphs["ordinal"].isna().any()
    assert paragraphs["ordinal"].max() == 14
    assert paragraphs["ordinal"].dropna().tolist()[0] == 1
    documents = pd.read_parquet(release / "documents.parquet")
    assert documents["date"].dt.year.tolist() == [2013, 2017]
    assert (documents["date"] >= pd.Timestamp("2015-01-01")).tolist() == [False, True]
    joined = paragraphs.merge(documents[["document_id", "date"]], on="document_id")
    assert joined.groupby("document_id")["ordinal"].max().tolist() == [10, 14]


@pytest.mark.parametrize("reader", ["pandas", "polars", "duckdb"])
def test_every_table_opens_those_without_rows_too(release, reader):
    for path in list_parquet(release):
        rows = pq.read_metadata(path).num_rows
        if reader == "pandas":
            assert len(pd.read_parquet(path)) == rows
        elif reader == "polars":
            assert pl.read_parquet(path).height == rows
        else:
            assert ask(f"select count(*) from '{path}'") == [(rows,)]
    for path in sorted(release.glob("*.csv.gz")):
        assert len(pd.read_csv(path)) == pq.read_metadata(release / path.name.replace(".csv.gz", ".parquet")).num_rows


def test_a_file_says_what_it_is(release):
    for path in list_parquet(release):
        schema = pq.read_schema(path)
        table = load_published()[path.stem]
        said = {key.decode(): value.decode() for key, value in schema.metadata.items()}
        assert (said["version"], said["licence"], said["table"]) == (
            "2026.11.0",
            "CC-BY-4.0 AND LicenseRef-OIC-Texts",
            path.stem,
        )
        assert said["description_ar"] == table.meaning["ar"]
        assert [schema.field(f.name).metadata[b"description"].decode() for f in table.fields] == [
            f.meaning["en"] for f in table.fields
        ]
    told = ask(f"select value::varchar from parquet_kv_metadata('{path}') where key = 'version'")
    assert told == [("2026.11.0",)]


def test_rows_are_sorted_with_statistics_and_a_page_index(release):
    group = pq.read_metadata(release / "paragraphs.parquet").row_group(0)
    assert all(group.column(place).statistics is not None for place in range(group.num_columns))
    assert all(group.column(place).has_offset_index for place in range(group.num_columns))
    assert [column.column_index for column in group.sorting_columns] == [2, 1, 3]
    assert pq.read_metadata(release / "boxes.parquet").num_row_groups == 0


def test_what_is_said_of_a_table_is_not_read_back(release, whole):
    for name, table in whole.items():
        found = read_parquet(release / f"{name}.parquet")
        assert found.schema.equals(table.schema, check_metadata=True)
        assert found.equals(table)


def test_no_column_of_flags_must_be_quoted_in_sql(release):
    flags = release / "flags.parquet"
    told = ask(f"select text_start, text_end from '{flags}' where text_start is not null")
    assert told
    assert all(start <= end for start, end in told)


def test_the_corpus_needs_no_join(release):
    corpus = pl.read_parquet(release / "corpus.parquet")
    assert corpus.height == 35
    assert corpus.filter(pl.col("language") == "ar")["body"].unique().to_list() == ["Contact Group on Mali"]
    assert corpus["country_iso2"].unique().to_list() == ["US"]
    one = pl.concat(
        [pl.read_parquet(release / f"by-language/{language}/corpus.parquet") for language in ("ar", "en", "fr")]
    )
    assert one.equals(corpus)


def test_pieces_of_a_table_do_not_show_in_its_bytes(whole, facts, tmp_path):
    with make_views(whole) as views:
        corpus = views["corpus"]
        cut = pa.concat_tables([corpus.slice(0, 3), corpus.slice(3)])
        for name, table in (("a", corpus), ("b", cut)):
            write_parquet(tmp_path / name, load_published()["corpus"], table, facts)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_r_reads_the_csv(release, root):
    if shutil.which("Rscript") is None:
        pytest.skip("R is not installed")
    page = (root / "docs" / "using-the-data.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```r\n(# R, nothing installed\n.*?)```", page, re.DOTALL)
    program = f"{example}\ncat(nrow(paragraphs), class(documents$date))"
    told = subprocess.run(["Rscript", "-e", program], cwd=release, capture_output=True, text=True, check=True)
    assert re.search(r"^ +Contact Group on Mali .* 24 ", told.stdout, re.MULTILINE), told.stdout
    assert told.stdout.endswith("35 Date")


def test_libreoffice_opens_the_workbook(release, tmp_path):
    office = shutil.which("soffice")
    if office is None or not (Path(office).resolve().parent / "libsclo.so").is_file():
        pytest.skip("LibreOffice Calc is not installed")
    subprocess.run(
        [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
         "--outdir", tmp_path, release / "oic-reports.xlsx"],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    text = (tmp_path / "oic-reports-paragraphs.csv").read_text(encoding="utf-8")
    assert "منظمة التعاون الإسلامي" in text
