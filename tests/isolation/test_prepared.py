"""What a child needs is written down once, and anew where what it is made of has changed; a folder that refuses is left."""

from __future__ import annotations

import pytest

from oic_reports import kept_patterns
from oic_reports.isolation import prepared, samples
from oic_reports.language import dates


@pytest.fixture
def place(tmp_path, monkeypatch):
    path = tmp_path / "patterns.kept"
    monkeypatch.setattr(kept_patterns, "_find_file", lambda: path)
    monkeypatch.setattr(prepared, "_ask_for_patterns", lambda: kept_patterns.compile_pattern("a+"))
    monkeypatch.setattr(kept_patterns, "_asked", {})
    kept_patterns._open.cache_clear()
    prepared._keep.cache_clear()
    yield path
    kept_patterns._open.cache_clear()
    prepared._keep.cache_clear()


def test_patterns_are_kept_once_and_anew_for_another_vocabulary(place, monkeypatch):
    prepared.prepare()
    written = place.stat().st_ino
    prepared.prepare()
    assert place.stat().st_ino == written
    monkeypatch.setattr(prepared, "_find_stamp", lambda: (1, 1))
    prepared.prepare()
    assert kept_patterns.is_kept((1, 1))


def test_where_nobody_may_write_nothing_is_asked_for(place, monkeypatch):
    monkeypatch.setattr(prepared, "may_keep", lambda: False)
    monkeypatch.setattr(prepared, "_ask_for_patterns", None)
    prepared.prepare()
    assert not place.exists()


def test_a_folder_that_refuses_stops_nothing(place, monkeypatch):
    monkeypatch.setattr(kept_patterns, "_find_file", lambda: place / "no folder" / "file")
    place.write_bytes(b"")
    asked = []
    monkeypatch.setattr(prepared, "_ask_for_patterns", lambda: asked.append(1))
    prepared.prepare()
    prepared.prepare()
    assert asked == [1], "a disk that refuses is asked once"


def test_patterns_of_dates_and_those_with_a_name_are_asked_for(monkeypatch):
    named, dated = set(), []
    monkeypatch.setattr(samples, "structure_samples", lambda: None)
    monkeypatch.setattr(prepared, "load_pattern", lambda *name: named.add(name))
    monkeypatch.setattr(dates, "find_dates", lambda _, language: dated.append(language))
    prepared._ask_for_patterns()
    assert {("act_opening", "en"), ("no_city", "ar")} <= named
    assert sorted(dated) == ["ar", "en", "fr"]
