from __future__ import annotations

import json
import os
import shutil

import pytest
from oddities import KINDS, make

from oic_reports.sources.folder import FolderStore
from oic_reports.sources.raw_store import list_store
from oic_reports.sources.sidecar_place import find_sidecar

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
        ({"bytes": ...}, "bytes"),
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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["x.txt", "x.json", "deeper/x.pdf"])
def test_what_is_no_file_is_rejected_and_the_others_are_read(raw, tmp_path, kind, name):
    (raw / "reports" / "deeper").mkdir()
    make(kind, raw / "reports" / name, tmp_path)
    stored = {s.source.file_name: s.reject for s in list_store(FolderStore(raw))}
    reject = stored.pop(f"reports/{name}", None)
    assert list(stored.values()) == [None, None]
    if kind == "a folder":
        # it holds nothing
        assert reject is None
    else:
        assert reject.reason in {"file_unreadable", "file_vanished"}
        assert (kind if "link" not in kind else "") in reject.detail


def test_a_link_to_a_folder_is_not_walked_into_and_not_passed_over(raw, tmp_path):
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "x.txt").write_text("The Meeting agreed.")
    (raw / "reports" / "more").symlink_to(tmp_path / "others")
    assert outcome(raw, "more").reject.reason == "file_unreadable"
    assert len(list(list_store(FolderStore(raw)))) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_sidecar_that_is_no_file(raw, tmp_path, kind):
    find_sidecar(raw / "reports" / NAME).unlink()
    make(kind, find_sidecar(raw / "reports" / NAME), tmp_path)
    assert outcome(raw).reject.reason in {"sidecar_malformed", "sidecar_missing"}
    assert sum(s.reject is None for s in list_store(FolderStore(raw))) == 1


def test_a_comma_too_many_in_a_sidecar(raw):
    path = find_sidecar(raw / "reports" / NAME)
    path.write_text(path.read_text().replace("\n}", ",\n}"))
    reject = outcome(raw).reject
    assert (reject.reason, NAME in reject.detail) == ("sidecar_malformed", True)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/x", "", "http://", "file:///etc/passwd"])
def test_an_address_that_is_none(raw, url):
    edit(raw, url=url)
    reject = outcome(raw).reject
    assert (reject.reason, "url" in reject.detail) == ("sidecar_malformed", True)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"r\xe9sum\xe9.txt", "r%E9sum%E9.txt"),
        (b"a\\b\nc.txt", "a%5Cb%0Ac.txt"),
        ("تقرير".encode() * 25 + b".txt", "تقرير" * 25 + ".txt"),
    ],
)
def test_a_name_that_is_no_line_of_text(raw, name, shown):
    (raw / "reports" / os.fsdecode(name)).write_bytes(b"The Meeting agreed.")
    reject = outcome(raw, shown).reject
    assert reject.reason == "sidecar_missing"
    assert (reject.file_name + reject.detail).encode().isascii() == shown.isascii()


def test_a_file_that_cannot_be_opened(raw, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("oic_reports.sources.raw_store.open_regular", refuse)
    assert {s.reject.reason for s in list_store(FolderStore(raw))} == {"file_unreadable"}
