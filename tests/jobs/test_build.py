"""The whole job on good and bad input: each bad file a reject with a reason, the others go on, the last release stays."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from oic_reports.correcting.correction_rows import CorrectionError, load_corrections
from oic_reports.isolation.extraction import extract_file
from oic_reports.jobs.assemble import assemble
from oic_reports.jobs.build import NothingReceivedError, build, check, check_rebuild, plan_facts
from oic_reports.jobs.selection import Selection
from oic_reports.model import Extraction
from oic_reports.release.load import load_current
from oic_reports.release.publish import ReleaseRefusedError
from oic_reports.release.verify import verify_files
from oic_reports.settings import Settings
from oic_reports.sources.folder import FolderStore
from oic_reports.sources.raw_store import list_store
from oic_reports.sources.sidecar import Sidecar
from oic_reports.sources.sidecar_place import find_sidecar
from oic_reports.work.leaf_store import LeafStore
from oic_reports.work.make import make_leaves

DAY = date(2026, 11, 24)
SPECIMEN = "fr_somalia.txt"


def add(home, name, content):
    path = home / "raw" / "reports" / name
    path.write_bytes(content)
    sidecar = {
        "url": None,
        "how_obtained": "test",
        "received": "2026-11-24",
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "media_type": "text/plain",
        "rights_note": "ours",
    }
    find_sidecar(path).write_text(json.dumps(sidecar))
    return path


def run(settings, day=DAY):
    lines = []
    return build(settings, day, lines.append)


def read_files(files, settings):
    return [
        Extraction(stored.source, rejects=(stored.reject,))
        if stored.reject
        else extract_file(stored.path, stored.source, settings, settings.recognised)
        for stored in files
    ]


def lay_out(extractions, settings, selection=None):
    current = load_current(settings.processed)
    previous = current.tables if current else None
    found = assemble(extractions, previous, settings.corrections, settings.stage / "laid", selection=selection)
    return found.tables, found.left_out


def rejects(settings):
    rows = load_current(settings.processed).tables["rejects"].to_pylist()
    return {row["file_name"].removeprefix("reports/"): row["reason"] for row in rows}


def test_a_place_without_reports_is_told_so(tmp_path):
    (tmp_path / "raw").mkdir()
    with pytest.raises(NothingReceivedError, match=r"no report in .*raw: put one into .*inbox"):
        build(Settings(data_home=tmp_path), DAY, lambda _: None)


def test_a_collection_is_published_document_by_document(settings, home, root):
    folder = root / "tests" / "specimens" / "structure" / "open"
    add(home, "collection.txt", (folder / "en_collection_1.txt").read_bytes())
    published = run(settings)
    assert verify_files(published.directory) == []
    rows = load_current(settings.processed).tables["documents"].to_pylist()
    parts = {row["document_id"]: row for row in rows if row["part"] is not None}
    cover = "en-2007-05-15-cfm-resolution-collection"
    assert sorted(parts) == [
        "en-2007-05-15-cfm-resolution-1-34-e",
        "en-2007-05-15-cfm-resolution-2-34-e",
        "en-2007-05-15-cfm-resolution-3-34-e",
        cover,
    ]
    assert {row["collection_id"] for row in parts.values() if row["part"]} == {cover}
    assert parts[cover]["collection_id"] is None
    # the same input again keeps all ids, and publishes nothing
    assert run(settings).is_new is False


def test_bad_files_are_rejected_and_the_others_published(settings, home, root):
    bad = {
        "empty.txt": (b"", "empty_file"),
        "binary.txt": (bytes(range(256)) * 20, "not_text"),
        "noise.txt": (bytes(range(0xA0, 0x100)) * 30, "encoding_unknown"),
        "page.html": (
            b"<html><body><p>The office is open on all days of the week and in the year.</p></body></html>",
            "no_report",
        ),
        "file.pdf": (b"%PDF-1.7 and so on", "damaged_file"),
        "tr.txt": (
            "Toplantı bu konuda ve tüm üye devletler için bu kararın önemini vurguladı ve daha çok destek istedi. " * 3
        ).encode(),
        "short.txt": (b"The Meeting", "no_report"),
    }
    bad["tr.txt"] = (bad["tr.txt"], "language_unsupported")
    for name, (content, _) in bad.items():
        add(home, name, content)
    twice = (root / "tests" / "specimens" / SPECIMEN).read_bytes()
    add(home, "once.txt", twice)
    add(home, "twice.txt", twice + b"\n\n")
    (home / "raw" / "reports" / "orphan.txt").write_bytes(b"The Meeting agreed.")
    published = run(settings)
    assert published.documents == 3
    expected = {name: reason for name, (_, reason) in bad.items()}
    found = rejects(settings)
    # received on one day: which of the two stays follows from their bytes
    assert [found.pop(name, None) for name in ("once.txt", "twice.txt")].count("duplicate_report") == 1
    assert found == expected | {"orphan.txt": "sidecar_missing"}
    assert verify_files(published.directory) == []


def test_text_that_could_not_be_restored_is_rejected_not_published(settings, home, root):
    text = (root / "tests" / "specimens" / "ar_decisions.txt").read_text(encoding="utf-8").replace("السلام", "السل□□□")
    add(home, "damaged.txt", text.encode())
    published = run(settings)
    assert published.documents == 2
    assert rejects(settings) == {"damaged.txt": "check_failed"}
    (row,) = load_current(settings.processed).tables["rejects"].to_pylist()
    assert "no_lost_glyphs" in row["detail"]
    assert verify_files(published.directory) == []


@pytest.mark.usefixtures("published")
def test_a_file_that_disappears_during_the_run(settings, home):
    files = list(list_store(FolderStore(settings.raw)))
    files[0].path.unlink()
    extractions = read_files(files, settings)
    assert extractions[0].rejects[0].reason == "file_vanished"
    tables, _ = lay_out(extractions, settings)
    current = load_current(settings.processed)
    _, verdict = check(tables, current.tables, "2026.11.1")
    assert [failure.name for failure in verdict.release_failures] == ["rule.published_stay_published"]


def test_a_file_that_changes_during_the_run(settings):
    files = list(list_store(FolderStore(settings.raw)))
    files[0].path.write_text("The Meeting agreed on something else for all of the States.", encoding="utf-8")
    (reject,) = read_files(files, settings)[0].rejects
    assert (reject.reason, "changed" in reject.detail) == ("file_unreadable", True)


@pytest.mark.usefixtures("published")
def test_a_published_report_that_is_gone_stops_the_release(settings, home):
    for path in (home / "raw" / "reports").glob("000_*"):
        path.unlink()
    with pytest.raises(ReleaseRefusedError, match="published_stay_published"):
        run(settings)
    assert load_current(settings.processed).entry.documents == 2


@pytest.mark.usefixtures("published")
def test_withdrawing_needs_a_correction(settings, home):
    (home / "corrections" / "withdrawn.yaml").write_text(
        "- {id: w, action: withdraw, document_id: en-2017-09-20-cg-mali-report, reason: asked for, reported: 2026-12-01}\n"
    )
    published = run(settings)
    assert (published.version, published.documents) == ("2026.11.1", 1)
    assert set(rejects(settings).values()) == {"withdrawn"}
    history = {
        row["id"]: row["retired_version"] for row in load_current(settings.processed).tables["id_history"].to_pylist()
    }
    assert history["en-2017-09-20-cg-mali-report/para_1"] == "2026.11.1"
    feed = load_current(settings.processed).tables["changes"].to_pylist()
    assert {(row["cause"], row["old_text"], row["old_values"]) for row in feed if row["change"] == "withdrawn"} == {
        ("withdrawal", None, None)
    }


def test_a_stale_correction_stops_the_run(settings, home):
    path = home / "corrections" / "2026-11-mali.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("expect: ندائه", "expect: ندااه"), encoding="utf-8")
    with pytest.raises(CorrectionError, match="mali-2013-call"):
        run(settings)


def test_nothing_to_read_publishes_nothing(settings, home):
    shutil.rmtree(home / "raw" / "reports")
    with pytest.raises(NothingReceivedError, match="there is no report in"):
        run(settings)
    assert load_current(settings.processed) is None


def test_unchanged_input_publishes_nothing(settings):
    assert run(settings).is_new
    again = run(settings, date(2026, 12, 24))
    assert (again.is_new, again.version) == (False, "2026.11.0")


@pytest.mark.usefixtures("published")
def test_the_release_rebuilds_to_the_same_bytes(settings, home, root):
    add(home, "new.txt", (root / "tests" / "specimens" / SPECIMEN).read_bytes())
    assert check_rebuild(settings) == []
    assert run(settings).version == "2026.11.1"
    assert check_rebuild(settings) == []
    feed = load_current(settings.processed).tables["changes"].to_pylist()
    assert {row["cause"] for row in feed} == {"new_source"}
    # where the release before is gone, the feed cannot be made anew
    shutil.rmtree(settings.processed / "2026.11.0")
    assert check_rebuild(settings) == []
    readme = settings.processed / "2026.11.1" / "README.md"
    readme.write_text(readme.read_text() + "x")
    assert any("README.md" in line for line in check_rebuild(settings))


def read_folder(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_one_worker_or_many_give_the_same(settings, home):
    files = list(list_store(FolderStore(settings.raw)))
    for workers in (1, 4):
        make_leaves(files, replace(settings, workers=workers), LeafStore(home / str(workers), "code"))
    assert read_folder(home / "1") == read_folder(home / "4")


@pytest.mark.parametrize(
    ("selection", "documents"),
    [
        (Selection(since="2013-01-01", until="2013-12-31"), {"ar"}),
        (Selection(since="2017-01-01"), {"en"}),
        (Selection(until="2013-09-24"), set()),
        (Selection(language="ar"), {"ar"}),
        (Selection(body="cg-mali"), {"ar", "en"}),
        (Selection(body="cfm"), set()),
    ],
)
def test_a_selection_brings_in_what_it_holds(settings, selection, documents):
    tables, left_out = lay_out(read_files(list(list_store(FolderStore(settings.raw))), settings), settings, selection)
    assert set(tables["documents"].column("language").to_pylist()) == documents
    assert len(left_out) == 2 - len(documents)


@pytest.mark.usefixtures("published")
def test_what_is_published_stays_whatever_is_selected(settings):
    tables, left_out = lay_out(
        read_files(list(list_store(FolderStore(settings.raw))), settings), settings, Selection(language="fr")
    )
    assert tables["documents"].num_rows == 2
    assert left_out == ()


def test_the_next_version_is_planned(settings):
    assert plan_facts(settings.processed, DAY).version == "2026.11.0"
    run(settings)
    assert plan_facts(settings.processed, DAY).version == "2026.11.1"


PAGE = "http://oicun.org/9/20171011023225757.html"


def put_version(settings, change):
    """A newer version of the English report, as a fetch would store it; what ``change`` makes of its text."""
    store = FolderStore(settings.raw)
    (seed,) = [
        stored for stored in list_store(store) if stored.source.url == PAGE and "reports/0" in stored.source.file_name
    ]
    content = change(seed.path.read_text(encoding="utf-8")).encode()
    sidecar = Sidecar(
        url=PAGE,
        how_obtained="fetched from the address by the pipeline",
        received=date(2026, 11, 28),
        fetched=datetime(2026, 11, 28, 2, 20, tzinfo=UTC),
        sha256=hashlib.sha256(content).hexdigest(),
        bytes=len(content),
        media_type="text/plain",
        rights_note="n",
    )
    name = "20171011023225757.txt"
    folder = f"reports/oicun/20171011023225757-{sidecar.sha256[:16]}"
    store.put(folder, {name: content, f"{name}.json": sidecar.model_dump_json().encode()})
    return f"{folder}/{name}"


@pytest.mark.usefixtures("published")
def test_a_page_whose_counter_has_changed_is_no_release(settings):
    put_version(settings, lambda text: f"{text}\n\nPrinter friendly version\n")
    published = run(settings)
    assert published.version == "2026.11.0"
    assert "nothing to publish" in published.message


@pytest.mark.usefixtures("published")
def test_a_newer_version_takes_the_place_and_the_ids_of_the_older(settings):
    before = load_current(settings.processed).tables
    name = put_version(settings, lambda text: text.replace("welcomed", "also welcomed", 1))
    assert run(settings).version == "2026.11.1"
    after = load_current(settings.processed).tables
    ids = [tables["paragraphs"].column("paragraph_id").to_pylist() for tables in (before, after)]
    assert ids[0] == ids[1]
    texts = [tables["paragraphs"].column("text").to_pylist() for tables in (before, after)]
    assert sum(old != new for old, new in zip(*texts, strict=True)) == 1
    (told,) = [row for row in after["changes"].to_pylist() if row["table_name"] == "paragraphs"]
    assert (told["change"], told["cause"]) == ("changed", "source_revised")
    (english,) = [row for row in after["documents"].to_pylist() if row["language"] == "en"]
    (source,) = [row for row in after["sources"].to_pylist() if row["source_id"] == english["source_id"]]
    assert source["file_name"] == name
    assert [row["reason"] for row in after["rejects"].to_pylist()] == ["superseded_version"]
    assert check_rebuild(settings) == []
    # and it stays, whatever is selected
    files = read_files(list(list_store(FolderStore(settings.raw))), settings)
    tables, _ = lay_out(files, settings, Selection(language="fr"))
    assert tables["documents"].num_rows == 2


@pytest.mark.usefixtures("published")
def test_a_newer_version_that_fails_a_check_does_not_take_the_place(settings):
    put_version(settings, lambda text: text.replace("20 September, 2017", "20 September, 2027"))
    published = run(settings)
    # it brings no text, and so no release; the run tells of it
    assert published.version == "2026.11.0"
    assert any("check_failed" in line and "date_not_after_receipt" in line for line in published.account)
    assert check_rebuild(settings) == []


@pytest.mark.usefixtures("published")
def test_a_correction_that_the_publisher_has_overtaken_is_left_out_and_said(settings):
    expected = next(c for c in load_corrections(settings.corrections) if c.document_id.startswith("en-")).values[
        "expect"
    ]
    put_version(settings, lambda text: text.replace(expected, expected.upper(), 1))
    for version in ("2026.11.1", "2026.11.1"):
        assert run(settings).version == version
    flags = load_current(settings.processed).tables["flags"].to_pylist()
    assert [flag["note"] for flag in flags if flag["flag"] == "correction_stale"]


@pytest.mark.usefixtures("published")
def test_a_misspelt_withdrawal_stops_the_run(settings, home):
    row = "- {id: w, action: withdraw, document_id: en-2017-09-20-cg-mali-reprot, reason: r, reported: 2026-12-01}\n"
    (home / "corrections" / "withdrawn.yml").write_text(row)
    with pytest.raises(CorrectionError, match=r"withdrawn\.yml, row 1: w: there is no document en-2017-09-20"):
        run(settings)
    # a release that is made anew knows only its own files
    assert check_rebuild(settings) == []


@pytest.mark.usefixtures("published")
def test_a_withdrawal_stays_when_its_file_is_gone(settings, home):
    (home / "corrections" / "withdrawn.yml").write_text(
        "- {id: w, action: withdraw, document_id: en-2017-09-20-cg-mali-report, reason: r, reported: 2026-12-01}\n"
    )
    assert run(settings).version == "2026.11.1"
    assert run(settings).is_new is False
    for path in (home / "corrections").glob("2026*"):
        path.write_text("".join(path.read_text().partition("- id: mali-2017")[:1]))
    for path in (home / "raw" / "reports").glob("004_*"):
        path.unlink()
    assert run(settings).documents == 1


@pytest.mark.parametrize("selection", [Selection(since="2030-01-01"), Selection(language="fr"), Selection(body="cfm")])
def test_a_selection_leaves_no_row_about_nothing(settings, selection):
    files = read_files(list(list_store(FolderStore(settings.raw))), settings)
    tables, left_out = lay_out(files, settings, selection)
    assert (tables["documents"].num_rows, len(left_out)) == (0, 2)


def test_a_text_without_a_type_is_published_and_says_so(settings, home):
    text = (
        "THE OIC CONTACT GROUP ON SOMALIA\nJeddah, 4 March 2013\n\n"
        "1. The Meeting of the OIC Contact Group on Somalia agreed on the following.\n\n"
        "2. The Meeting welcomed the progress that was made.\n\n3. The Meeting called on all States to help.\n"
    )
    add(home, "no_type.txt", text.encode())
    published = run(settings)
    assert published.documents == 3
    tables = load_current(settings.processed).tables
    (row,) = (row for row in tables["documents"].to_pylist() if row["document_type"] == "unknown")
    assert row["document_type_source"] is None
    flags = {flag["flag"] for flag in tables["flags"].to_pylist() if flag["document_id"] == row["document_id"]}
    assert "no_document_type" in flags
    assert not tables["rejects"].num_rows
    assert run(settings).is_new is False
    assert check_rebuild(settings) == []


@pytest.mark.usefixtures("published")
def test_a_newer_version_that_lacks_a_fact_does_not_take_the_place(settings, home, monkeypatch):
    files = read_files(list(list_store(FolderStore(settings.raw))), settings)
    name = put_version(settings, lambda text: text.replace("welcomed", "also welcomed", 1))
    files = read_files(list(list_store(FolderStore(settings.raw))), settings)
    bare = []
    for extraction in files:
        reports = extraction.reports
        if extraction.source.file_name == name:
            reports = tuple(replace(r, header=replace(r.header, organisation=None)) for r in reports)
        bare.append(replace(extraction, reports=reports))
    tables, _ = lay_out(bare, settings)
    assert sorted(tables["documents"].column("language").to_pylist()) == ["ar", "en"]
    (reject,) = tables["rejects"].to_pylist()
    assert (reject["file_name"], reject["reason"]) == (name, "check_failed")
    assert "organisation" in reject["detail"]
