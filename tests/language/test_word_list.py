"""The table of a word list says what the list says, is made once, and only counts for the file it was made of."""

from __future__ import annotations

import gzip
import os
from itertools import islice

import msgpack
import pytest

from oic_reports.language import word_list
from oic_reports.language.word_list import WordList, prepare_word_lists

BUCKETS = [[], ["the"], [], ["mali", "réunion"], *([] for _ in range(696)), ["مالي"]]


@pytest.fixture
def source(tmp_path, monkeypatch):
    path = tmp_path / "large_en.msgpack.gz"
    put(path, BUCKETS)
    (tmp_path / "tables").mkdir()
    monkeypatch.setattr(word_list, "_FOLDER", tmp_path / "tables")
    monkeypatch.setattr(word_list, "_find_source", lambda _language: path)
    word_list._open.cache_clear()
    yield path
    word_list._open.cache_clear()


def put(path, buckets, header=None):
    path.write_bytes(gzip.compress(msgpack.packb([header or {"format": "cB", "version": 1}, *buckets])))
    word_list._open.cache_clear()


def test_a_word_is_as_usual_as_its_bucket(source):
    words = WordList("en", 0.0)
    assert [words.get(word) for word in ("the", "mali", "réunion", "مالي")] == [
        10 ** (-1 / 100),
        10 ** (-3 / 100),
        10 ** (-3 / 100),
        10 ** (-700 / 100),
    ]
    assert [words.get(word) for word in ("", "th", "thee", "reunion", "\ud800")] == [0.0] * 5


def test_words_below_the_bar_are_not_in_the_list(source):
    assert WordList("en", 1e-7).get("مالي") == 10 ** (-700 / 100)
    assert WordList("en", 1.1e-7).get("مالي") == 0.0


def test_the_table_is_made_once(source, monkeypatch):
    prepare_word_lists()
    monkeypatch.setattr(word_list, "_make", None)
    word_list._open.cache_clear()
    assert WordList("en", 0.0).get("mali") > 0


@pytest.mark.parametrize("damage", [b"", b"oic", b"oicwords" + bytes(32), None])
def test_a_table_that_is_damaged_is_made_anew(source, damage):
    prepare_word_lists()
    (table,) = word_list._FOLDER.glob("en.words")
    whole = table.read_bytes()
    table.write_bytes(whole[:-1] if damage is None else damage)
    word_list._open.cache_clear()
    assert WordList("en", 0.0).get("مالي") > 0
    assert table.read_bytes() == whole


def test_another_list_makes_another_table(source):
    prepare_word_lists()
    put(source, [*BUCKETS, ["niger"]])
    assert WordList("en", 0.0).get("niger") > 0


def test_where_nobody_may_write_the_table_is_made_in_memory(source, monkeypatch):
    monkeypatch.setattr(word_list, "_FOLDER", source / "no folder")
    assert WordList("en", 0.0).get("mali") > 0


def test_nothing_is_left_of_a_table_that_cannot_be_written(source, monkeypatch):
    def refuse(*_given):
        raise OSError(27, "file too large")

    monkeypatch.setattr(os, "fdopen", refuse)
    assert WordList("en", 0.0).get("mali") > 0
    assert list(word_list._FOLDER.iterdir()) == []


def test_a_list_of_another_form_is_named(source):
    put(source, BUCKETS, {"format": "cB", "version": 2})
    with pytest.raises(ValueError, match="another format"):
        WordList("en", 0.0)


def test_the_words_of_the_package_are_there():
    unpacked = word_list._unpack(word_list._find_source("fr"))
    words = WordList("fr", 0.0)
    for word, rarity in islice(unpacked.items(), 0, None, 997):
        assert words.get(word.decode()) == 10 ** (-rarity / 100)
