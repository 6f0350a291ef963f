"""Old releases go from the disk, never one that is needed; and an earlier one can be made the current one."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest

from oic_reports.cli import main
from oic_reports.disk.locking import hold_lock
from oic_reports.jobs.build import plan_facts
from oic_reports.release.index import load_index, load_latest
from oic_reports.release.load import load_current
from oic_reports.release.publish import LOCK, ReleaseRefusedError, publish
from oic_reports.release.retention import choose_prunable, prune, roll_back


@pytest.fixture(scope="module")
def three(tmp_path_factory, whole, verdict, facts):
    """A folder with three releases."""
    processed = tmp_path_factory.mktemp("three") / "processed"
    for number in range(3):
        publish(whole, verdict, processed, facts=replace(facts, version=f"2026.11.{number}"), force=True)
    return processed


@pytest.fixture
def processed(three, tmp_path):
    shutil.copytree(three, tmp_path / "processed")
    return tmp_path / "processed"


def versions(entries):
    return [entry.version for entry in entries]


@pytest.mark.parametrize(("keep", "gone"), [(1, ["2026.11.0"]), (2, []), (3, []), (99, [])])
def test_what_stays_and_what_it_follows_stay(processed, keep, gone):
    assert versions(choose_prunable(processed, keep)) == gone
    (processed / ".pruned-2026.10.0").mkdir()  # an interrupted one
    prune(processed, choose_prunable(processed, keep))
    assert sorted(path.name for path in processed.glob("2*")) == sorted(
        {"2026.11.0", "2026.11.1", "2026.11.2"} - set(gone)
    )
    assert len(load_index(processed)) == 3, "its number is never given again"
    assert load_current(processed) is not None
    assert choose_prunable(processed, keep) == []
    assert not list(processed.glob(".pruned*"))


def test_a_rollback_touches_the_index_alone(processed):
    before = {path: path.read_bytes() for path in processed.rglob("*") if path.is_file()}
    assert roll_back(processed, "2026.11.1").version == "2026.11.1"
    changed = {path.name for path, content in before.items() if path.read_bytes() != content}
    assert changed == {"versions.json"}
    assert load_current(processed).entry.version == "2026.11.1"
    assert len(load_index(processed)) == 3
    # what it is now stays, as does what it follows
    assert versions(choose_prunable(processed, 1)) == []
    assert roll_back(processed, "2026.11.2") == load_latest(processed)


def test_after_a_rollback_the_next_release_has_a_new_number(processed, whole, verdict, facts):
    roll_back(processed, "2026.11.0")
    planned = plan_facts(processed, date(2026, 11, 24))
    assert planned.version == "2026.11.3"
    publish(whole, verdict, processed, facts=replace(facts, version=planned.version), force=True)
    assert (load_latest(processed).version, load_latest(processed).previous) == ("2026.11.3", "2026.11.0")


@pytest.mark.parametrize("version", ["2026.11.7", "../x", ""])
def test_a_release_that_is_none(processed, version):
    with pytest.raises(ReleaseRefusedError, match="there is no release"):
        roll_back(processed, version)


def test_a_release_that_is_gone_or_damaged(processed):
    (processed / "2026.11.1" / "paragraphs.parquet").write_bytes(b"x")
    with pytest.raises(ReleaseRefusedError, match=r"2026\.11\.1 cannot be the current one"):
        roll_back(processed, "2026.11.1")
    prune(processed, choose_prunable(processed, 1))
    with pytest.raises(ReleaseRefusedError, match=r"is listed, and its folder is not here: restore"):
        roll_back(processed, "2026.11.0")


def test_not_while_a_run_is_publishing(processed):
    with hold_lock(processed / LOCK), pytest.raises(ReleaseRefusedError, match="is publishing"):
        roll_back(processed, "2026.11.1")


def test_the_commands(processed, monkeypatch, capsys):
    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(processed.parent))
    assert main(["prune", "--keep", "1"]) == 0
    assert capsys.readouterr().out == "2026.11.0\n1 releases would be removed: say --yes\n"
    assert main(["prune", "--keep", "1", "--yes"]) == 0
    assert main(["prune", "--keep", "0"]) == 64
    assert main(["rollback", "2026.11.1"]) == 0
    assert json.loads((processed / "versions.json").read_text())["latest"] == "2026.11.1"
    assert main(["rollback", "2026.11.0"]) == 1
