from __future__ import annotations

import json
import shutil

import pytest

from oic_reports.sources.folder import FolderStore
from oic_reports.sources.sidecar import find_sidecar
from oic_reports.sources.store import list_store

NAME = "004_a7ed7ae033aefd8a.txt"


@pytest.fixture
def raw(home):
    return home / "raw"


def outcome(raw, name=NAME):
    (stored,) = [s for s in list_store(FolderStore(raw)) if s.source.file_name == f"reports/{name}"]
    return stored


def edit(raw, **changes):
    path = find_sidecar(raw / "reports" / NAME)
    sidecar = json.loads(path.read_text())
    for key, value in changes.items():
        if value is ...:
            del sidecar[key]
        else:
            sidecar[key] = value
    path.write_text(json.dumps(sidecar))


def test_the_two_reports(raw):
    stored = list(list_store(FolderStore(raw)))
    assert [s.reject for s in stored] == [None, None]
    english = outcome(raw).source
    assert english.url == "http://oicun.org/9/20171011023225757.html"
    assert english.source_id == "src-87f26efbc33d624a"
    assert english.received == "2026-11-24"


def test_a_missing_sidecar(raw):
    find_sidecar(raw / "reports" / NAME).unlink()
    assert outcome(raw).reject.reason == "sidecar_missing"


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"received": "yesterday"}, "received"),
        ({"sha256": "abc"}, "sha256"),
        ({"rights_note": ...}, "rights_note"),
        ({"colour": "red"}, "colour"),
        ({"how_obtained": ""}, "how_obtained"),
    ],
)
def test_a_malformed_sidecar_names_the_field(raw, changes, named):
    edit(raw, **changes)
    reject = outcome(raw).reject
    assert reject.reason == "sidecar_malformed"
    assert named in reject.detail


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "\udcff"])
def test_a_sidecar_that_is_no_json(raw, content):
    find_sidecar(raw / "reports" / NAME).write_bytes(content.encode("utf-8", "surrogateescape"))
    assert outcome(raw).reject.reason == "sidecar_malformed"


@pytest.mark.parametrize("changes", [{"sha256": "0" * 64}, {"bytes": 1}])
def test_a_sidecar_of_another_content(raw, changes):
    edit(raw, **changes)
    assert outcome(raw).reject.reason == "sidecar_mismatch"


def test_the_same_bytes_twice_are_read_once(raw):
    for suffix in ("", ".json"):
        shutil.copy(raw / "reports" / (NAME + suffix), raw / "reports" / ("005_copy.txt" + suffix))
    reject = outcome(raw, "005_copy.txt").reject
    assert (reject.reason, f"reports/{NAME}" in reject.detail) == ("duplicate_file", True)
    assert outcome(raw).reject is None


def test_a_link_that_leads_out_is_refused(raw, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    (raw / "reports" / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert outcome(raw, "link.txt").reject.reason == "file_unreadable"


def test_a_link_to_nothing_has_vanished(raw):
    (raw / "reports" / "gone.txt").symlink_to(raw / "reports" / "nowhere.txt")
    stored = outcome(raw, "gone.txt")
    assert stored.reject.reason == "file_vanished"
    assert stored.source.sha256 == ""


def test_hidden_files_are_not_of_the_store(raw):
    (raw / "reports" / ".DS_Store").write_text("x")
    assert len(list(list_store(FolderStore(raw)))) == 2
