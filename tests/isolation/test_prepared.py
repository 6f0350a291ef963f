"""What a child needs is written down once, and anew where what it is made of has changed; a folder that refuses is left."""

from __future__ import annotations

import pytest

from oic_reports import kept_patterns
from oic_reports.isolation import prepared
from oic_reports.language import dates


@pytest.fixture
def place(tmp_path, monkeypatch):
    path = tmp_path / "patterns.kept"
    monkeypatch.setattr(kept_patterns, "_find_file", lambda: path)
    monkeypatch.setattr(prepared, "_ask_for_patterns", lambda: kept_patterns.compile_pattern("a+"))
    kept_patterns._open.cache_clear()
    yield path
    kept_patterns._open.cache_clear()


def test_patterns_are_kept_once_and_anew_for_another_vocabulary(place, monkeypatch):
    prepared.prepare()
    written = place.stat().st_mtime_ns
    prepared.prepare()
    assert place.stat().st_mtime_ns == written
    monkeypatch.setattr(prepared, "_find_stamp", lambda: (1, 1))
    prepared.prepare()
    assert place.stat().st_mtime_ns > written


def test_where_nobody_may_write_nothing_is_asked_for(place, monkeypatch):
    monkeypatch.setattr(prepared, "may_keep", lambda: False)
    monkeypatch.setattr(prepared, "_ask_for_patterns", None)
    prepared.prepare()
    assert not place.exists()


def test_a_folder_that_refuses_stops_nothing(place, monkeypatch):
    monkeypatch.setattr(kept_patterns, "_find_file", lambda: place / "no folder" / "file")
    place.write_bytes(b"")
    prepared.prepare()


def test_patterns_of_dates_and_those_with_a_name_are_asked_for():
    prepared._ask_for_patterns()
    asked = {written for written, _ in kept_patterns._asked}
    assert {pattern.pattern for pattern in dates._patterns("fr")} <= asked
    assert prepared.load_pattern("act_opening", "en").pattern in asked
