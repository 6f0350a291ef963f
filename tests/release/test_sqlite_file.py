"""The database as its users open it: rows, keys, and a search that is folded in SQL alone."""

from __future__ import annotations

import csv
import errno
import sqlite3
from contextlib import closing

import pyarrow as pa
import pytest

from oic_reports.release.sqlite_file import write_sqlite
from oic_reports.release.views import make_views
from oic_reports.resources import find_declared
from oic_reports.tables.schema import load_published

with (find_declared("schemas") / "search_folding.csv").open(encoding="utf-8", newline="") as file:
    VECTORS = list(csv.DictReader(file))


@pytest.fixture(scope="module")
def database(whole, facts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sqlite")
    with make_views(whole) as views:
        write_sqlite(folder, facts, {**whole, **views})
    with closing(sqlite3.connect(f"file:{folder}/oic-reports.sqlite?mode=ro", uri=True)) as opened:
        yield opened


@pytest.fixture(scope="module")
def search(database):
    (sql,) = database.execute("select sql from saved_queries where name = 'search'").fetchone()
    return lambda question: {row[0] for row in database.execute(sql, {"question": question})}


def test_a_full_disk_is_an_error_of_the_disk(whole, facts, tmp_path, monkeypatch):
    def connect_to_little_room(*given, **named):
        database = open_database(*given, **named)
        database.execute("pragma max_page_count = 8")
        return database

    open_database = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", connect_to_little_room)
    with pytest.raises(OSError, match=r"oic-reports\.sqlite") as caught:
        write_sqlite(tmp_path, facts, whole)
    assert caught.value.errno == errno.ENOSPC


def test_every_row_of_every_table_is_there(database, whole):
    for name, table in whole.items():
        columns = ", ".join(f'"{column}"' for column in table.column_names)
        rows = database.execute(f"select {columns} from {name}").fetchall()
        told = [tuple(str(v) if hasattr(v, "isoformat") else v for v in row.values()) for row in table.to_pylist()]
        assert rows == told, name
    assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert database.execute("pragma foreign_key_check").fetchall() == []


def test_the_corpus_is_the_view_that_is_published(database, whole):
    with make_views(whole) as views:
        told = views["corpus"].to_pylist()
    columns = [field.name for field in load_published()["corpus"].fields]
    rows = database.execute("select * from corpus order by language, document_id, seq").fetchall()
    assert [row[0] for row in rows] == [row["paragraph_id"] for row in told]
    assert [column[0] for column in database.execute("select * from corpus").description] == columns


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: row["text"])
def test_a_question_is_folded_in_sql_as_elsewhere(database, row):
    (sql,) = database.execute("select sql from saved_queries where name = 'search'").fetchone()
    asked = sql[: sql.index("select p.paragraph_id")] + "select words from asked"
    (words,) = database.execute(asked, {"question": row["text"]}).fetchone()
    expected = " ".join(f'"{word}"' for word in row["stripped"].split())
    assert (words or "") == expected


@pytest.mark.parametrize(
    "questions",
    [
        ("الإرهاب", "الارهاب", "الإِرْهَابِ", "إرهاب", "ارهاب", "للإرهاب", "بالإرهاب", "والإرهاب", "الإرهـــاب"),
        ("منظمة", "المنظمة", "المنظمه", "ﻣﻨﻈﻤﺔ", "للمنظمة", "مُنَظَّمَة"),
        ("مالي", "بمالي", "مالى", "ومالي"),
        ("٢٠١٣", "2013", "۲۰۱۳"),
        ("meeting", "MEETING", "Meeting"),
    ],
)
def test_one_word_is_found_however_it_is_written(search, questions):
    found = [search(question) for question in questions]
    assert found[0]
    assert all(each == found[0] for each in found)


def test_all_words_must_stand_in_a_paragraph(search):
    both = search("منظمة التعاون")
    assert both
    assert both == search("منظمة") & search("التعاون")
    assert search("كلمة غيرموجودة") == set()


def test_signs_of_the_query_language_are_no_signs_in_a_question(search):
    for question in ('"', "a OR b", "NEAR(a b)", "x*", "folded : y", "-1", "()", "'; drop table paragraphs; --"):
        search(question)
    assert search("—") == search("") == set()


def test_the_same_tables_give_the_same_bytes_whatever_their_pieces(whole, facts, tmp_path):
    with make_views(whole) as views:
        tables = {**whole, **views}
        cut = {name: pa.concat_tables([table.slice(0, 3), table.slice(3)]) for name, table in tables.items()}
        for folder, given in ((tmp_path / "a", tables), (tmp_path / "b", cut)):
            folder.mkdir()
            write_sqlite(folder, facts, given)
    assert (tmp_path / "a" / "oic-reports.sqlite").read_bytes() == (tmp_path / "b" / "oic-reports.sqlite").read_bytes()


def test_the_best_come_first_and_what_stands_nearly_everywhere_in_the_order_of_ids(database):
    (sql,) = database.execute("select sql from saved_queries where name = 'search'").fetchone()
    best = [row[0] for row in database.execute(sql, {"question": "the"})]
    rank = "select rowid from search where search match 'the' order by rank limit 50"
    ids = "select paragraph_id from paragraphs where rowid = ?"
    assert best == [database.execute(ids, row).fetchone()[0] for row in database.execute(rank).fetchall()]
    common = sql.replace("30000", "3").replace("30001", "4")
    in_order = [row[0] for row in database.execute(common, {"question": "the"})]
    rows = "select paragraph_id from paragraphs order by rowid"
    assert in_order == [name for (name,) in database.execute(rows) if name in set(best)] != best
