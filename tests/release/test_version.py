from __future__ import annotations

import json
from datetime import date

import pytest

from oic_reports.release.index import DamagedIndexError, Entry, load_index, write_index
from oic_reports.release.version import next_version, parse_version

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("known", "day", "expected"),
    [
        ([], DAY, "2026.11.0"),
        (["2026.11.0"], DAY, "2026.11.1"),
        (["2026.11.9", "2026.11.10"], DAY, "2026.11.11"),
        (["2026.9.4"], DAY, "2026.11.0"),
        (["2027.1.0"], DAY, "2027.1.1"),
    ],
)
def test_next_version(known, day, expected):
    assert next_version(known, day) == expected


@pytest.mark.parametrize("version", ["2026.11", "2026.13.0", "2026.011.0", "v2026.11.0", "2026.11.01"])
def test_what_is_no_version(version):
    with pytest.raises(ValueError, match=r"2026\.11\.0"):
        parse_version(version)


def entry(version):
    return Entry(version, "2026-11-24", "1.0.0", "1", "0.1.0", "f", 2, 35, None)


def test_the_index_comes_back(tmp_path):
    assert load_index(tmp_path) == ()
    write_index(tmp_path, (entry("2026.11.0"), entry("2026.11.1")))
    assert [e.version for e in load_index(tmp_path)] == ["2026.11.0", "2026.11.1"]
    assert json.loads((tmp_path / "versions.json").read_text())["latest"] == "2026.11.1"
    assert [path.name for path in tmp_path.iterdir()] == ["versions.json"]


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"latest": "2026.11.0", "releases": []}', '{"latest": null, "releases": [{}]}']
)
def test_a_damaged_index_is_told(tmp_path, content):
    (tmp_path / "versions.json").write_text(content)
    with pytest.raises(DamagedIndexError, match="damaged"):
        load_index(tmp_path)
