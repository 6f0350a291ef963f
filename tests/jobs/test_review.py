"""A backfill brings in what it is about, and leaves every other paragraph as it is, or stops."""

from __future__ import annotations

import json
from datetime import date

import pyarrow.compute as pc
from test_build import add

from oic_reports.cli import main
from oic_reports.jobs.build import assemble_stage, check_stage, list_files, publish_stage
from oic_reports.jobs.review import review_stage
from oic_reports.jobs.selection import Selection
from oic_reports.release.load import load_current
from oic_reports.sources.sidecar_place import find_sidecar

# short paragraphs of a specimen, more of them than may go
SHORT = ("1. Turkey", "2. Niger", "3. Saudi", "- the people", "- the resolutions")


def look(settings, selection):
    """All steps of a run but the last; its stage and what it would change."""
    stage = settings.stage / "test"
    assemble_stage(stage, list_files(settings), settings, selection, date(2026, 12, 1))
    assert not check_stage(stage, settings).release_failures
    return stage, review_stage(stage, settings, selection)


def list_paragraphs(settings, *, without=()):
    table = load_current(settings.processed).tables["paragraphs"]
    return [row for row in table.to_pylist() if row["document_id"] not in without]


def put(home, root, name):
    add(home, name, (root / "tests" / "specimens" / name).read_bytes())


def test_a_backfill_leaves_all_other_paragraphs_as_they_are(published, home, root):
    before = list_paragraphs(published)
    put(home, root, "fr_somalia.txt")
    put(home, root, "en_kashmir.txt")
    stage, found = look(published, Selection(language="fr"))
    assert [(change.kind, change.file_name) for change in found.changes] == [("new", "reports/fr_somalia.txt")]
    assert publish_stage(stage, published).is_new
    assert list_paragraphs(published, without={found.changes[0].document_id}) == before
    languages = load_current(published.processed).tables["documents"].column("language")
    assert pc.value_counts(languages).to_pylist() == [
        {"values": "ar", "counts": 1},
        {"values": "en", "counts": 1},
        {"values": "fr", "counts": 1},
    ]


def test_a_backfill_that_would_change_another_report_is_stopped(published, home, root):
    put(home, root, "fr_somalia.txt")
    (english,) = [
        row for row in list_paragraphs(published) if row["paragraph_id"] == "en-2017-09-20-cg-mali-report/para_1"
    ]
    word = english["text"].split()[0]
    (home / "corrections" / "later.yaml").write_text(
        f"- {{id: later, action: replace, paragraph_id: {english['paragraph_id']}, expect: {word},"
        f" replace: {word}s, reason: r, reported: 2026-12-01}}\n"
    )
    (refusal,) = look(published, Selection(language="fr"))[1].refusals
    assert "en-2017-09-20-cg-mali-report (corrections); run once without a selection" in refusal
    # it is about that report
    assert look(published, Selection(language="en"))[1].refusals == ()


def receive(home, name, content, received):
    path = add(home, name, content)
    sidecar = find_sidecar(path)
    told = json.loads(sidecar.read_text()) | {"url": "https://example.org/a", "received": received}
    sidecar.write_text(json.dumps(told))
    return path


def test_what_a_file_lacks_that_a_person_put_in_anothers_place_is_no_loss(published, home, root, monkeypatch):
    whole = (root / "tests" / "specimens" / "en_kashmir.txt").read_bytes()
    older = receive(home, "older.txt", whole, "2026-12-01")
    publish_stage(look(published, Selection())[0], published)
    lines = whole.decode().splitlines(keepends=True)
    newer = receive(home, "newer.txt", "".join(lines[: len(lines) // 2]).encode(), "2026-12-02")
    assert look(published, Selection())[1].changes == ()
    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(home))
    assert main(["supersede", str(newer), str(older)]) == 0
    found = look(published, Selection())[1]
    assert [(change.kind, change.file_name) for change in found.changes] == [("changed", "reports/newer.txt")]
    assert found.changes[0].removed > 0
    assert found.refusals == ()


def test_what_a_newer_version_lacks_is_a_loss_where_nobody_spoke(published, home, root):
    """Not so short that it is passed over, and still more than one paragraph in fifty."""
    whole = (root / "tests" / "specimens" / "en_kashmir.txt").read_text(encoding="utf-8")
    receive(home, "older.txt", whole.encode(), "2026-12-01")
    publish_stage(look(published, Selection())[0], published)
    shorter = "\n".join(line for line in whole.splitlines() if not line.startswith(SHORT))
    receive(home, "newer.txt", shorter.encode(), "2026-12-02")
    found = look(published, Selection())[1]
    assert [change.kind for change in found.changes] == ["changed"]
    assert found.changes[0].removed > 0
    assert any(refusal.startswith("paragraphs of ") for refusal in found.refusals)


def test_nothing_new_changes_nothing(published):
    assert look(published, Selection(body="cfm"))[1].changes == ()
