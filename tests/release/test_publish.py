from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from oic_reports.checks.verdict import CheckResult, Verdict
from oic_reports.release import publish as module
from oic_reports.release.fingerprint import digest_rows, digest_tables, fingerprint
from oic_reports.release.index import load_index
from oic_reports.release.load import MissingReleaseError, load_current
from oic_reports.release.publish import ReleaseRefusedError, publish
from oic_reports.release.verify import verify_files


@pytest.fixture
def processed(tmp_path):
    return tmp_path / "processed"


@pytest.fixture(scope="module")
def published_once(whole, verdict, facts, tmp_path_factory):
    """``processed/`` with one release; nobody may change it."""
    processed = tmp_path_factory.mktemp("published") / "processed"
    publish(whole, verdict, processed, facts=facts)
    return processed


@pytest.fixture
def first(published_once, processed):
    """That release is there when the test begins."""
    shutil.copytree(published_once, processed)


@pytest.fixture
def changed(whole):
    """The same tables with one note changed."""
    sources = whole["sources"]
    note = pc.binary_join_element_wise(sources.column("rights_note"), pa.scalar("changed"), " ")
    place = sources.column_names.index("rights_note")
    return {**whole, "sources": sources.set_column(place, sources.schema.field(place), note)}


def second(facts):
    return replace(facts, version="2026.11.1")


def test_a_release_appears_and_verifies(whole, verdict, facts, processed):
    published = publish(whole, verdict, processed, facts=facts)
    assert (published.version, published.is_new) == ("2026.11.0", True)
    assert verify_files(published.directory) == []
    (entry,) = load_index(processed)
    assert (entry.version, entry.documents, entry.paragraphs, entry.previous) == ("2026.11.0", 2, 35, None)
    assert load_current(processed).tables == whole
    assert {path.suffix for path in published.directory.iterdir()} >= {
        ".parquet",
        ".gz",
        ".json",
        ".md",
        ".html",
        ".cff",
    }


@pytest.mark.usefixtures("first")
def test_unchanged_data_publish_nothing(whole, verdict, facts, processed):
    before = sorted(processed.rglob("*"))
    again = publish(whole, verdict, processed, facts=second(facts))
    assert (again.version, again.is_new) == ("2026.11.0", False)
    assert "nothing to publish" in again.message
    assert sorted(processed.rglob("*")) == before


@pytest.mark.usefixtures("first")
def test_force_publishes_all_the_same(whole, verdict, facts, processed):
    assert publish(whole, verdict, processed, facts=second(facts), force=True).version == "2026.11.1"
    assert [entry.previous for entry in load_index(processed)] == [None, "2026.11.0"]


@pytest.mark.usefixtures("first")
def test_changed_data_are_a_new_version(whole, changed, verdict, facts, processed):
    assert publish(changed, verdict, processed, facts=second(facts)).is_new
    assert verify_files(processed / "2026.11.0") == verify_files(processed / "2026.11.1") == []


def test_a_dry_run_writes_nothing(whole, verdict, facts, processed):
    published = publish(whole, verdict, processed, facts=facts, dry_run=True)
    assert (published.is_new, published.directory) == (False, None)
    assert not processed.exists()


@pytest.mark.usefixtures("first")
def test_a_failed_check_stops_the_release(whole, changed, verdict, facts, processed):
    stopping = Verdict((CheckResult("rule.x", "all", "sql_rule", "It must hold.", "release", False, 1, 1, ("a",)),))  # noqa: FBT003
    with pytest.raises(ReleaseRefusedError, match=r"rule\.x does not hold: It must hold\. \(a\)"):
        publish(changed, stopping, processed, facts=second(facts))
    assert load_current(processed).entry.version == "2026.11.0"


def test_two_runs_do_not_publish_at_once(whole, verdict, facts, processed):
    processed.mkdir()
    with (processed / ".lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(ReleaseRefusedError, match="another run is publishing"):
            publish(whole, verdict, processed, facts=facts)
    assert publish(whole, verdict, processed, facts=facts).is_new


@pytest.mark.usefixtures("first")
def test_a_run_that_planned_an_old_version_is_refused(whole, changed, verdict, facts, processed):
    with pytest.raises(ReleaseRefusedError, match="run again"):
        publish(changed, verdict, processed, facts=facts)


def test_processed_that_cannot_be_written(whole, verdict, facts, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ReleaseRefusedError, match="cannot be written"):
        publish(whole, verdict, tmp_path / "file" / "processed", facts=facts)


@pytest.mark.parametrize("point", ["write_published", "verify_files", "flush_all", "flush", "write_index"])
@pytest.mark.usefixtures("first")
def test_a_failure_at_any_point_leaves_the_last_release(whole, changed, verdict, facts, processed, monkeypatch, point):
    index = (processed / "versions.json").read_bytes()

    def fail(*_):
        raise RuntimeError(point)

    monkeypatch.setattr(module, point, fail)
    with pytest.raises(RuntimeError, match=point):
        publish(changed, verdict, processed, facts=second(facts))
    monkeypatch.undo()
    assert (processed / "versions.json").read_bytes() == index
    assert verify_files(processed / "2026.11.0") == []
    assert publish(changed, verdict, processed, facts=second(facts)).version == "2026.11.1"
    assert verify_files(processed / "2026.11.1") == []
    assert list((processed / ".stage").iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from oic_reports.release import publish as module
from oic_reports.release.facts import ReleaseFacts
from oic_reports.checks.verdict import Verdict
from oic_reports.tables.on_disk import read_tables
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(module, sys.argv[3], die)
module.publish(read_tables(Path(sys.argv[1])), Verdict(()), Path(sys.argv[2]), facts=ReleaseFacts("2026.11.1", "2026-11-24", "1.0.0", "0.1.0"))
"""


@pytest.mark.parametrize("point", ["verify_files", "write_index"])
@pytest.mark.usefixtures("first")
def test_a_killed_run_leaves_the_last_release(changed, verdict, facts, processed, tmp_path, point):
    from oic_reports.tables.on_disk import write_tables

    write_tables(tmp_path / "tables", changed)
    command = [sys.executable, "-c", KILLED, str(tmp_path / "tables"), str(processed), point]
    killed = subprocess.run(command, check=False, env={**os.environ})
    assert killed.returncode == -signal.SIGKILL
    assert load_current(processed).entry.version == "2026.11.0"
    assert publish(changed, verdict, processed, facts=second(facts)).version == "2026.11.1"
    assert verify_files(processed / "2026.11.1") == []


@pytest.mark.usefixtures("first")
def test_a_release_that_is_gone_is_told(processed):
    (processed / "2026.11.0" / "documents.parquet").unlink()
    with pytest.raises(MissingReleaseError, match=r"documents\.parquet"):
        load_current(processed)


def test_the_fingerprint_is_of_content_not_of_files(whole, changed):
    chunked = {name: pa.concat_tables([table.slice(0, 1), table.slice(1)]) for name, table in whole.items()}
    assert fingerprint(chunked) == fingerprint(whole)
    assert fingerprint(changed) != fingerprint(whole)
    history = whole["id_history"]
    assert fingerprint({**whole, "id_history": history.slice(0, 1)}) == fingerprint(whole)


def test_what_is_digested_at_once_is_what_is_digested_alone(whole):
    rows = digest_tables(whole).rows
    assert {"documents", "paragraphs", "sources"} <= rows.keys()
    assert rows == {name: digest_rows(whole[name]) for name in rows}


@pytest.mark.usefixtures("first")
def test_a_large_table_is_unpacked_to_disk_once(whole, verdict, facts, processed, monkeypatch):
    monkeypatch.setattr("oic_reports.release.load._LARGE", 0)
    assert load_current(processed).tables == whole
    unpacked = {path.name: path.stat().st_mtime_ns for path in (processed / ".work" / "unpacked").iterdir()}
    assert len(unpacked) == len(whole)
    assert load_current(processed).tables == whole
    assert unpacked == {path.name: path.stat().st_mtime_ns for path in (processed / ".work" / "unpacked").iterdir()}
