from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date

import pytest

from oic_reports.release.index import DamagedIndexError, Entry, add_entry, load_index, write_index
from oic_reports.release.mark import MarkRefusedError, mark_release
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


def test_an_entry_of_the_first_days_is_read(tmp_path):
    old = {
        key: value
        for key, value in asdict(entry("2026.11.0")).items()
        if key not in {"sums_sha256", "status", "reason", "is_kept", "also_at", "replaced_by"}
    }
    (tmp_path / "versions.json").write_text(json.dumps({"latest": "2026.11.0", "releases": [old]}))
    (read,) = load_index(tmp_path)
    assert (read.status, read.sums_sha256, read.also_at) == ("published", None, ())


def test_a_new_release_replaces_the_one_before(tmp_path):
    (tmp_path / "2026.11.1").mkdir()
    entries = add_entry(tmp_path, (entry("2026.11.0"), entry("2026.11.1")), entry("2026.11.2"))
    assert [(each.is_kept, each.replaced_by) for each in entries] == [
        (False, "2026.11.1"),
        (True, "2026.11.2"),
        (True, None),
    ]


def test_a_release_is_marked(tmp_path):
    write_index(tmp_path, (entry("2026.11.0"), replace(entry("2026.11.1"), sums_sha256="1" * 64)))

    def mark(version, **told):
        values = {"status": None, "reason": None, "also_at": (), "dry_run": False} | told
        return mark_release(tmp_path, version, **values)

    for version, told, why in (
        ("2026.11.9", {}, "no release"),
        ("2026.11.0", {"status": "withdrawn"}, "say why"),
        ("2026.11.1", {"status": "withdrawn", "reason": "r"}, "current"),
    ):
        with pytest.raises(MarkRefusedError, match=why):
            mark(version, **told)
    mark("2026.11.0", status="withdrawn_draft", reason="its files changed", dry_run=True)
    assert load_index(tmp_path)[0].status == "published"
    mark("2026.11.0", status="withdrawn_draft", reason="its files changed")
    mark("2026.11.0", also_at=["https://example.org/0"])
    first, last = load_index(tmp_path)
    assert (first.status, first.reason, first.is_kept, first.replaced_by, first.also_at, first.sums_sha256) == (
        "withdrawn_draft",
        "its files changed",
        False,
        "2026.11.1",
        ("https://example.org/0",),
        None,
    )
    assert last.sums_sha256 == "1" * 64
    (tmp_path / "versions.json").write_text((tmp_path / "versions.json").read_text().replace("withdrawn_draft", "odd"))
    with pytest.raises(DamagedIndexError, match="odd"):
        load_index(tmp_path)
