"""``oic-reports diff`` of two releases by their folders."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from oic_reports.checks.verdict import Verdict
from oic_reports.cli import main
from oic_reports.commands.failure import WRONGLY_CALLED
from oic_reports.feed.compare import Earlier, make_feed
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.id_history import extend_history
from oic_reports.release.write import PARTS, write_release

EN = "en-2017-09-20-cg-mali-report"


@pytest.fixture(scope="module")
def folders(tables, tmp_path_factory):
    """A release, and one that follows it with a text more."""
    home = tmp_path_factory.mktemp("releases")
    first = {**tables, "id_history": extend_history(None, tables, "2026.11.0"), "changes": make_feed(None, {}, "x")}
    rows = first["paragraphs"].to_pylist()
    place = next(n for n, row in enumerate(rows) if row["paragraph_id"] == f"{EN}/para_3")
    rows[place] |= {"text": f"{rows[place]['text']} And more.", "text_raw": f"{rows[place]['text_raw']} And more."}
    second = {**first, "paragraphs": type(first["paragraphs"]).from_pylist(rows, schema=first["paragraphs"].schema)}
    second["changes"] = make_feed(Earlier("2026.11.0", first), second, "2026.11.1")
    facts = ReleaseFacts("2026.11.0", "2026-11-24", "2.3.0", "0.1.0", without=tuple(PARTS))
    write(home / "2026.11.0", facts, first)
    write(home / "2026.11.1", replace(facts, version="2026.11.1", previous="2026.11.0"), second)
    return home


def write(folder, facts, tables):
    folder.mkdir()
    write_release(folder, facts, tables, Verdict(()))


def test_the_published_feed_is_told(folders, capsys):
    assert main(["diff", str(folders / "2026.11.0"), str(folders / "2026.11.1")]) == 0
    told = capsys.readouterr().out
    assert f"{EN} (Changed documents)" in told
    assert "{+And more.+}" in told


def test_the_entry_of_the_changelog(folders, capsys):
    assert main(["diff", str(folders / "2026.11.0"), str(folders / "2026.11.1"), "--changelog"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "### 2026.11.1"
    assert "documents 0 new, 1 changed, 0 gone; texts of 1 paragraphs changed." in lines[2]
    assert "- `paragraphs`: 1 changed" in lines


def test_any_two_are_compared(folders, capsys, tmp_path):
    """Backwards, too; and as a page in Arabic."""
    assert main(["diff", str(folders / "2026.11.1"), str(folders / "2026.11.0")]) == 0
    assert "[-And more.-]" in capsys.readouterr().out
    page = tmp_path / "page.html"
    arguments = [
        "diff",
        str(folders / "2026.11.0"),
        str(folders / "2026.11.1"),
        "--language",
        "ar",
        "--html",
        str(page),
    ]
    assert main(arguments) == 0
    assert 'dir="rtl"' in page.read_text(encoding="utf-8")


def test_what_is_no_release(folders, tmp_path, capsys):
    assert main(["diff", str(folders / "2026.11.0"), str(tmp_path)]) == WRONGLY_CALLED
    assert "is no release" in capsys.readouterr().err


def test_notes_name_what_changed(folders):
    notes = (folders / "2026.11.1" / "notes.md").read_text(encoding="utf-8")
    assert f"`{EN}`" in notes
    assert "paragraphs with another text: 1" in notes
    assert "first release" in (folders / "2026.11.0" / "notes.md").read_text(encoding="utf-8")


def test_a_release_that_is_listed_and_not_here(folders, root, tmp_path, monkeypatch, capsys):
    (tmp_path / "processed").mkdir()
    shutil.copy(root / "processed" / "versions.json", tmp_path / "processed")
    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(tmp_path))
    assert main(["diff", "2026.11.0", str(folders / "2026.11.0")]) == 1
    assert "release 2026.11.0 is listed, and its folder is not here: restore" in capsys.readouterr().err
