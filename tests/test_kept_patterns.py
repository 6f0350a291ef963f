"""A pattern that was kept is the pattern as it is compiled; what is damaged, or of another Python, is not used."""

from __future__ import annotations

import re

import pytest

from oic_reports import kept_patterns
from oic_reports.kept_patterns import compile_pattern, is_kept, keep_patterns

STAMP = (3, 42)
WRITTEN = [
    (r"(?P<day>\d{1,2})\s(?P<month>june|july)(?!\w)", re.IGNORECASE),
    (r"(?<!\w)(?:قرار|مقرر)(\s)?", 0),
    (r"(?i:É)+|[^\W\d_]", re.DOTALL),
]


@pytest.fixture
def place(tmp_path, monkeypatch):
    path = tmp_path / "patterns.kept"
    monkeypatch.setattr(kept_patterns, "_find_file", lambda: path)
    monkeypatch.setattr(kept_patterns, "_asked", {})
    kept_patterns._open.cache_clear()
    yield path
    kept_patterns._open.cache_clear()


def keep():
    for asked in WRITTEN:
        compile_pattern(*asked)
    keep_patterns(STAMP)


TEXT = "4 JULY, 12 June or 3 Augusts: قرار\u00a0ومقرر, É-écru"


def test_what_was_kept_finds_what_is_compiled(place, monkeypatch):
    compiled = [re.compile(*asked) for asked in WRITTEN]
    keep()
    monkeypatch.setattr(kept_patterns.re, "compile", None)
    for asked, expected in zip(WRITTEN, compiled, strict=True):
        found = compile_pattern(*asked)
        assert (found.pattern, found.flags) == (expected.pattern, expected.flags)
        assert (found.groupindex, found.groups) == (expected.groupindex, expected.groups)
        spans = [[match.regs for match in each.finditer(TEXT)] for each in (found, expected)]
        assert spans[0] == spans[1] != []
    assert compile_pattern(*WRITTEN[0]).fullmatch("4 JULY")["month"] == "JULY"


def test_what_is_kept_looks_at_the_first_character(place):
    keep()
    asked, by_itself = (r"\b(?:wells|dams)", re.IGNORECASE), ("wells", 0)
    for each in (asked, by_itself):
        compile_pattern(*each)
    keep_patterns(STAMP)
    # equal are patterns of the same text, flags and code
    assert compile_pattern(*asked) != re.compile(*asked)
    assert compile_pattern(*by_itself) == re.compile(*by_itself)


def test_what_was_not_kept_is_compiled(place):
    assert compile_pattern("a+") == re.compile("a+")
    keep()
    assert compile_pattern("b+") == re.compile("b+")
    assert compile_pattern(WRITTEN[0][0]) == re.compile(WRITTEN[0][0])


def test_patterns_are_kept_for_what_they_are_written_from(place):
    assert not is_kept(STAMP)
    keep()
    assert is_kept(STAMP)
    assert not is_kept((3, 43))


@pytest.mark.parametrize("damage", [b"", b"oic", bytes(64), None])
def test_a_file_that_is_not_whole_is_not_used(place, damage):
    keep()
    whole = place.read_bytes()
    place.write_bytes(whole[:-1] if damage is None else damage)
    kept_patterns._open.cache_clear()
    assert not is_kept(STAMP)
    assert compile_pattern(*WRITTEN[0]) == re.compile(*WRITTEN[0])


def test_a_byte_that_changed_is_seen(place):
    keep()
    whole = bytearray(place.read_bytes())
    whole[-9] ^= 4
    place.write_bytes(bytes(whole))
    kept_patterns._open.cache_clear()
    assert not is_kept(STAMP)
    assert compile_pattern(*WRITTEN[-1]) == re.compile(*WRITTEN[-1])


def test_another_python_keeps_its_own(place, monkeypatch):
    keep()
    monkeypatch.setattr(kept_patterns, "_FORM", ("oic-patterns-1", 0))
    kept_patterns._open.cache_clear()
    assert not is_kept(STAMP)


def test_a_pattern_that_would_not_come_out_as_it_was_is_not_kept(place, monkeypatch):
    take_apart = kept_patterns._take_apart

    def lose_a_name(asked):
        kept, code = take_apart(asked)
        return kept._replace(named={}), code

    monkeypatch.setattr(kept_patterns, "_take_apart", lose_a_name)
    keep()
    monkeypatch.setattr(kept_patterns, "_take_apart", take_apart)
    assert compile_pattern(*WRITTEN[0]).groupindex == {"day": 1, "month": 2}
    assert list(kept_patterns._open()._patterns) == WRITTEN[1:]
