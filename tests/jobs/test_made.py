"""A document that is as it was has its rows from the last release; what comes out is the same as without it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date

import pyarrow.compute as pc
import pytest

from oic_reports.checks import suites
from oic_reports.jobs import assemble, build, made
from oic_reports.jobs.made import MadeOf, find_known, keep_made, mark_report
from oic_reports.model import Flag
from oic_reports.release.id_history import find_new_rows
from oic_reports.release.load import load_current
from oic_reports.release.pieces import PIECES

DAY = date(2026, 11, 24)
EN = "en-2017-09-20-cg-mali-report"
AR = "ar-2013-09-25-cg-mali-report"
NOTE = made._NOTE


def add(home, root, name):
    from test_build import add as add_file

    add_file(home, name, (root / "tests" / "specimens" / name).read_bytes())


def run(settings):
    return build.build(settings, DAY, lambda _: None)


def read_release(settings):
    directory = load_current(settings.processed).directory
    return {path.relative_to(directory): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


@pytest.fixture
def named(monkeypatch):
    """The documents whose paragraphs were named: those that were not taken from the last release."""
    found = []

    def name_paragraphs(report, registry):
        found.append(report.document_id)
        return original(report, registry)

    original = assemble.name_paragraphs
    monkeypatch.setattr(assemble, "name_paragraphs", name_paragraphs)
    return found


def test_one_new_report_is_the_only_one_that_is_made(home, root, settings, named, tmp_path, monkeypatch):
    run(settings)
    assert sorted(named) == [AR, EN]
    named.clear()
    add(home, root, "fr_somalia.txt")
    # the same once more, by a run that knows nothing of the first
    other = replace(settings, data_home=tmp_path / "other")
    shutil.copytree(home, other.data_home)
    (other.leaves / NOTE).unlink()
    shutil.rmtree(other.processed / PIECES)
    asked = []
    monkeypatch.setattr(build, "find_new_rows", lambda *given: asked.append(find_new_rows(*given)) or asked[0])
    assert run(settings).documents == 3
    assert [name[:2] for name in named] == ["fr"]
    assert {name[:2] for name in asked[0].column("id").to_pylist()} == {"fr"}
    named.clear()
    run(other)
    assert len(named) == 3
    assert read_release(settings) == read_release(other)
    assert build.check_rebuild(settings) == []


@pytest.mark.usefixtures("published")
def test_a_correction_makes_its_document_anew(home, settings, named):
    (home / "corrections" / "more.yaml").write_text(
        f"- {{id: x, action: set_fact, document_id: {EN}, field: venue, expect: null, value: New York, reason: a test,"
        " reported: 2026-11-24}\n"
    )
    run(settings)
    assert named == [EN]
    rows = load_current(settings.processed).tables["documents"].to_pylist()
    assert {row["document_id"]: row["venue"] for row in rows}[EN] == "New York"


def test_the_mark_of_a_report_tells_what_its_rows_follow_from(extractions):
    extraction = extractions[0]
    report = extraction.reports[0]
    source = extraction.source

    def changed(**values):
        return replace(extraction, reports=(replace(report, **values),))

    marks = [
        mark_report("key", extraction, 0, []),
        mark_report("other key", extraction, 0, []),
        mark_report("key", changed(document_id="en-2017-09-20-cg-mali-report-2"), 0, []),
        mark_report("key", changed(flags=(Flag("near_duplicate_of", "identity.likeness", note="x"),)), 0, []),
        mark_report("key", changed(header=replace(report.header, collection_id="x")), 0, []),
        mark_report("key", replace(extraction, source=replace(source, revises=("src-0",))), 0, []),
        mark_report("key", extraction, 0, ["a correction"]),
    ]
    assert len(set(marks)) == len(marks)
    # where the file came from is none of it
    moved = replace(extraction, source=replace(source, file_name="reports/x.txt", url="https://x.test/"))
    assert mark_report("key", moved, 0, []) == marks[0]


def test_marks_count_for_their_release_and_their_code(tables, tmp_path):
    (tmp_path / "SHA256SUMS").write_text("sums")
    keep_made(tmp_path, MadeOf({AR: "a", EN: "e", "gone": "g"}), tmp_path, "code")
    known = find_known(tmp_path, tmp_path, tables, "code")
    assert known.find(AR, "other") is None
    assert known.find("gone", "g") is None
    rows = known.find(AR, "a")
    of_report = tables["paragraphs"].filter(pc.equal(tables["paragraphs"]["document_id"], AR))
    assert rows["paragraphs"].take().equals(of_report)
    assert rows["documents"].num_rows == 1
    assert rows["repairs"].num_rows + known.find(EN, "e")["repairs"].num_rows == tables["repairs"].num_rows
    assert find_known(tmp_path, tmp_path, tables, "other code").find(AR, "a") is None
    (tmp_path / "SHA256SUMS").write_text("other sums")
    assert find_known(tmp_path, tmp_path, tables, "code").find(AR, "a") is None
    for content in (b"", b"PAR1 and no more"):
        (tmp_path / NOTE).write_bytes(content)
        assert find_known(tmp_path, tmp_path, tables, "code").find(AR, "a") is None


@pytest.mark.usefixtures("published")
def test_fresh_rows_that_fail_are_found_beside_kept_ones(home, root, settings, monkeypatch):
    add(home, root, "fr_somalia.txt")
    load_suite = suites.load_suite

    def forbid_french(table):
        suite = load_suite(table)
        if table == "paragraphs":
            meta = {"name": "paragraphs.no_french", "why": "a test", "blocks": "document"}
            kwargs = {"column": "language", "value_set": ["ar", "en"]}
            suite["expectations"].append({"type": "expect_column_values_to_be_in_set", "kwargs": kwargs, "meta": meta})
        return suite

    monkeypatch.setattr(suites, "load_suite", forbid_french)
    published = run(settings)
    assert published.documents == 2
    assert any("paragraphs.no_french" in line for line in published.account)
