from __future__ import annotations

import json
import os
import re
from datetime import date

import pytest
from oddities import KINDS, make

from oic_reports.sources import inbox as module
from oic_reports.sources.folder import FolderStore
from oic_reports.sources.inbox import take_in
from oic_reports.sources.left import LEFT, write_left
from oic_reports.sources.naming import make_safe, name_file
from oic_reports.sources.raw_store import hash_file, list_store
from oic_reports.sources.sidecar import load_sidecar
from oic_reports.sources.sidecar_place import find_sidecar

TODAY = date(2026, 12, 1)


@pytest.fixture
def raw(home):
    return home / "raw"


def drop(raw, name, content=b"The Meeting agreed.", **sidecar):
    path = raw / "inbox" / name
    path.write_bytes(content)
    if sidecar:
        sha256, size = hash_file(path)
        described = {"url": None, "how_obtained": "by mail", "received": "2025-02-03", "sha256": sha256, "bytes": size}
        described |= {"media_type": "text/plain", "rights_note": "n"} | sidecar
        find_sidecar(path).write_text(json.dumps(described))
    return path


def test_an_empty_inbox(raw):
    assert take_in(raw / "inbox", FolderStore(raw), TODAY) == ()


def test_a_file_without_a_sidecar_is_filed_and_asked_about(raw):
    path = drop(raw, "report.txt")
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert (taken.outcome, taken.file_name) == ("filed", taken.file_name)
    assert re.fullmatch(r"reports/2026/report-[0-9a-f]{16}/report\.txt", taken.file_name)
    assert "url" in taken.note
    assert "date" in taken.note
    assert f"{taken.file_name}.json" in taken.note
    assert not path.exists()
    sidecar = load_sidecar(raw / taken.file_name)
    assert (sidecar.url, sidecar.received) == (None, TODAY)
    assert len([s for s in list_store(FolderStore(raw)) if s.reject is None]) == 3


def test_a_file_with_a_sidecar(raw):
    path = drop(raw, "report.txt", url="http://example.org/r.txt")
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.file_name.startswith("reports/2025/report-")
    assert taken.note == ""
    assert load_sidecar(raw / taken.file_name).url == "http://example.org/r.txt"
    assert not find_sidecar(path).exists()


@pytest.mark.parametrize("wrong", [{"sha256": "0" * 64}, {"bytes": 3}, {"received": "soon"}])
def test_a_wrong_sidecar_leaves_the_file_where_it_is(raw, wrong):
    path = drop(raw, "report.txt", **wrong)
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.outcome == "left"
    assert taken.note
    assert path.exists()


def test_bytes_that_are_known_are_not_added(raw):
    content = next(iter(list_store(FolderStore(raw)))).path.read_bytes()
    drop(raw, "again.txt", content)
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.outcome == "known"
    assert len(list(list_store(FolderStore(raw)))) == 2


def test_another_file_of_the_same_name_overwrites_nothing(raw):
    drop(raw, "report.txt", b"first text")
    take_in(raw / "inbox", FolderStore(raw), TODAY)
    drop(raw, "report.txt", b"second text")
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.file_name.startswith("reports/2026/report-")
    assert {s.path.read_bytes() for s in list_store(FolderStore(raw))} >= {b"first text", b"second text"}


@pytest.mark.parametrize("name", ["تقرير مالي.txt", "a b?c.txt", "x" * 200 + ".txt", "...txt"])
def test_names_are_made_safe(raw, name):
    drop(raw, name)
    taken = take_in(raw / "inbox", FolderStore(raw), TODAY)
    if name.startswith("."):
        assert taken == ()
        return
    file_name = taken[0].file_name
    assert (raw / file_name).is_file()
    assert len(file_name.encode()) < 200
    assert not set(file_name) & set(' ?*"<>|\\')


@pytest.mark.parametrize("step", ["put", "unlink"])
def test_a_crash_loses_nothing_and_files_nothing_twice(raw, monkeypatch, step):
    drop(raw, "report.txt")

    def crash(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(*{"put": (FolderStore, "put", crash), "unlink": (module.Path, "unlink", crash)}[step])
    with pytest.raises(KeyboardInterrupt):
        take_in(raw / "inbox", FolderStore(raw), TODAY)
    monkeypatch.undo()
    assert (raw / "inbox" / "report.txt").exists()
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.outcome == ("filed" if step == "put" else "known")
    assert [s.reject for s in list_store(FolderStore(raw))] == [None] * 3
    assert not (raw / "inbox" / "report.txt").exists()


def test_an_address_is_noted_though_the_bytes_are_known(raw):
    content = b"The Meeting agreed on what follows."
    drop(raw, "first.txt", content)
    take_in(raw / "inbox", FolderStore(raw), TODAY)
    drop(raw, "again.txt", content, url="http://example.org/r.txt")
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.outcome == "known"
    stored = next(s for s in list_store(FolderStore(raw)) if s.source.file_name == taken.file_name)
    assert [sighting.address for sighting in stored.source.sightings] == ["http://example.org/r.txt"]


def test_links_are_left(raw, tmp_path):
    (tmp_path / "x").write_text("x")
    (raw / "inbox" / "link.txt").symlink_to(tmp_path / "x")
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.outcome == "left"


def test_a_file_that_is_still_being_written_waits(raw):
    path = drop(raw, "report.txt")
    written = path.stat().st_mtime
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY, written + 1)
    assert (taken.outcome, path.exists()) == ("left", True)
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY, written + 60)
    assert taken.outcome == "filed"


def test_a_file_that_changes_while_it_is_filed_stays(raw, monkeypatch):
    path = drop(raw, "report.txt")
    put = FolderStore.put

    def put_and_write(self, folder, files):
        result = put(self, folder, files)
        path.write_bytes(b"The Meeting agreed. And more.")
        return result

    monkeypatch.setattr(FolderStore, "put", put_and_write)
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.outcome == "left"
    assert path.read_bytes().endswith(b"more.")
    monkeypatch.undo()
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert (raw / taken.file_name).read_bytes().endswith(b"more.")


def test_a_sidecar_that_comes_before_its_file_waits(raw):
    path = drop(raw, "report.txt", url="http://example.org/r.txt")
    content = path.read_bytes()
    path.unlink()
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.outcome == "left"
    assert "report.txt" in taken.note
    path.write_bytes(content)
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.outcome == "filed"


@pytest.mark.parametrize(("size", "is_one"), [(1 << 20, True), ((1 << 20) + 1, False)])
def test_a_sidecar_is_no_longer_than_a_mebibyte(raw, size, is_one):
    path = drop(raw, "report.txt", url="http://example.org/r.txt")
    path.unlink()
    own = find_sidecar(path)
    own.write_bytes(own.read_bytes().ljust(size))
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert ("report.txt, is not here" in taken.note) == is_one


def test_what_a_later_sidecar_says_is_kept_and_known(raw):
    content = b"The Meeting agreed on the following text."
    drop(raw, "first.txt", content)
    take_in(raw / "inbox", FolderStore(raw), TODAY)
    drop(raw, "again.txt", content, note="from the archive of a ministry")
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert "was added" in taken.note
    drop(raw, "third.txt", content, url="http://example.org/r.txt")
    take_in(raw / "inbox", FolderStore(raw), TODAY)
    (stored,) = [s for s in list_store(FolderStore(raw)) if s.path.read_bytes() == content]
    assert stored.source.url == "http://example.org/r.txt"
    notes = [json.loads(path.read_text())["note"] for path in stored.path.parent.glob("*.json")]
    assert "from the archive of a ministry" in notes


ARABIC = "تقرير فريق الاتصال المعني بجمهورية مالي على المستوى الوزاري المنعقد في نيويورك على هامش دورة الجمعية العامة للأمم المتحدة"


@pytest.mark.parametrize("length", [250, 251, 255])
def test_a_name_as_long_as_a_disk_takes(raw, length):
    stem = (ARABIC * 3).encode()[: length - 4].decode(errors="ignore")
    name = f"{stem}{'x' * (length - 4 - len(stem.encode()))}.txt"
    assert len(name.encode()) == length
    drop(raw, name)
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert taken.outcome == "filed"
    (stored,) = [s for s in list_store(FolderStore(raw)) if s.source.file_name == taken.file_name]
    assert stored.reject is None
    assert len(f"{stored.path.name}.12345678.json".encode()) < 255


def test_a_name_that_is_no_text(raw):
    (raw / "inbox" / os.fsdecode(b"r\xe9sum\xe9\n.txt")).write_bytes(b"The Meeting agreed.")
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert (taken.outcome, taken.name) == ("filed", "r%E9sum%E9%0A.txt")
    assert taken.file_name.encode()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "a folder"])
@pytest.mark.parametrize("name", ["x.txt", "x.json"])
def test_what_is_no_file_is_left_and_the_others_are_filed(raw, tmp_path, kind, name):
    make(kind, raw / "inbox" / name, tmp_path)
    drop(raw, "y.txt")
    left, filed = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert (left.name, left.outcome, filed.outcome) == (name, "left", "filed")
    assert (kind if "link" not in kind else "a link") in left.note


@pytest.mark.parametrize("kind", KINDS)
def test_a_sidecar_that_is_no_file(raw, tmp_path, kind):
    path = drop(raw, "x.txt")
    make(kind, find_sidecar(path), tmp_path)
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    # a link to nothing is as no sidecar
    assert taken.outcome == ("filed" if kind in {"a dangling link", "a link to itself"} else "left")


@pytest.mark.parametrize("step", ["hash_file", "find_kind", "load_sidecar"])
@pytest.mark.parametrize("error", [FileNotFoundError(2, "No such file"), PermissionError(13, "Permission denied")])
def test_a_file_that_vanishes_or_cannot_be_opened_is_left(raw, monkeypatch, step, error):
    drop(raw, "x.txt", note="from an archive")
    drop(raw, "y.txt", b"The Meeting did not agree.", note="from an archive")
    real = getattr(module, step)

    def fail(path, *more):
        if path.name != "x.txt":
            return real(path, *more)
        raise type(error)(*error.args, str(path))

    monkeypatch.setattr(module, step, fail)
    left, filed = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert (left.outcome, filed.outcome) == ("left", "filed")
    assert error.strerror in left.note


def test_a_store_that_cannot_be_written_is_no_fault_of_the_file(raw, monkeypatch):
    drop(raw, "x.txt")

    def fail(self, folder, files):
        raise OSError(28, "No space left on device", str(raw / "reports"))

    monkeypatch.setattr(FolderStore, "put", fail)
    with pytest.raises(OSError, match="No space left"):
        take_in(raw / "inbox", FolderStore(raw), TODAY)


def test_a_comma_too_many_in_a_sidecar_leaves_its_file(raw):
    path = drop(raw, "x.txt", note="n")
    find_sidecar(path).write_text(find_sidecar(path).read_text().replace("}", ",}"))
    drop(raw, "y.txt", b"The Meeting did not agree.")
    left, filed = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert (left.outcome, filed.outcome) == ("left", "filed")
    assert "x.txt.json is not as declared" in left.note


def test_what_nobody_knows_is_null_and_no_rights_are_invented(raw):
    drop(raw, "x.bin", b"The Meeting agreed on what follows.")
    drop(raw, "y.txt", received=None, how_obtained=None, media_type=None, rights_note=None)
    taken = take_in(raw / "inbox", FolderStore(raw), TODAY)
    plain, told = (load_sidecar(raw / entry.file_name) for entry in taken)
    assert (plain.rights_note, plain.media_type) == (None, None)
    assert (told.rights_note, told.how_obtained, told.media_type, told.received) == (None, None, None, TODAY)
    assert [s.reject for s in list_store(FolderStore(raw))] == [None] * 4


def test_folders_are_entered_and_go_when_they_are_empty(raw):
    (raw / "inbox" / "from the ministry" / "2016").mkdir(parents=True)
    drop(raw, "from the ministry/2016/a.txt", b"The Meeting agreed.", url="http://example.org/a")
    drop(raw, "from the ministry/2016/a.json.txt", b"The Meeting agreed again.")
    drop(raw, "from the ministry/b.txt", b"The Meeting agreed on more.")
    (raw / "inbox" / "kept").mkdir()
    taken = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert [(entry.name, entry.outcome) for entry in taken] == [
        ("from the ministry/2016/a.json.txt", "filed"),
        ("from the ministry/2016/a.txt", "filed"),
        ("from the ministry/b.txt", "filed"),
    ]
    assert {path.name for path in (raw / "inbox").iterdir()} == {"README.md", "kept"}


@pytest.mark.parametrize("name", ["Thumbs.db", "~$report.docx", ".DS_Store", "._report.pdf", "__MACOSX", "desktop.ini"])
def test_junk_of_systems_is_passed_over_in_words(raw, name):
    drop(raw, name, b"\0\1")
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert (taken.outcome, taken.file_name) == ("passed_over", None)
    assert " " in taken.note
    assert (raw / "inbox" / name).exists()


def test_what_no_reader_can_read_stays(raw):
    drop(raw, "x.zip", b"PK\3\4")
    drop(raw, "y.txt")
    left, filed = take_in(
        raw / "inbox", FolderStore(raw), TODAY, refuse=lambda path: "an archive" if path.suffix == ".zip" else None
    )
    assert (left.outcome, filed.outcome) == ("left", "filed")


def test_a_reason_stands_beside_what_stays(raw):
    write_left(raw / "inbox", [("a/x.zip", "no reader reads it")], [("Thumbs.db", "Windows keeps it")])
    text = (raw / "inbox" / LEFT).read_text(encoding="utf-8")
    assert "- `a/x.zip`: no reader reads it" in text
    assert "- `Thumbs.db`: Windows keeps it" in text
    assert take_in(raw / "inbox", FolderStore(raw), TODAY) == ()
    write_left(raw / "inbox", [], [])
    assert not (raw / "inbox" / LEFT).exists()


def test_a_link_to_a_folder_is_not_walked_into(raw, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.txt").write_text("The Meeting agreed.")
    (raw / "inbox" / "linked").symlink_to(tmp_path / "elsewhere")
    (taken,) = take_in(raw / "inbox", FolderStore(raw), TODAY)
    assert (taken.name, taken.outcome) == ("linked", "left")
    assert "a link is not taken in" in taken.note
    assert (tmp_path / "elsewhere" / "secret.txt").exists()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://a.example/x?f=../../../etc/passwd", "x-f_.._.._.._etc_passwd.html"),
        ("http://a.example/..%2f..%2fetc%2fpasswd", "passwd.html"),
        ("http://a.example/x?f=a%00b%0Ac", "x-f_a_b_c.html"),
        ("http://a.example/.hidden", "hidden.html"),
        ("http://a.example/?...", "a.example.html"),
        ("http://a.example/...", "file.html"),
    ],
)
def test_a_name_leads_nowhere_and_hides_nothing(address, name):
    made = name_file(address, "text/html")
    assert "/" not in made
    assert not made.startswith((".", "-"))
    assert made == name


def test_a_long_name_is_cut_between_letters():
    assert make_safe("ت" * 200) == "ت" * 40
