"""Both kinds of raw store alike: what is put appears whole, is never changed, and can be read back."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from oic_reports.jobs.build import build
from oic_reports.jobs.fetch import fetch_all
from oic_reports.release.load import load_current
from oic_reports.settings import Settings
from oic_reports.sources.catalogue import CatalogueRow
from oic_reports.sources.folder import FolderStore
from oic_reports.sources.inbox import take_in
from oic_reports.sources.object_store import ObjectStore, StoreError
from oic_reports.sources.raw_store import list_store, open_store

FOLDER = "reports/a/report-0123456789abcdef"


def make(folder, name, content):
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def test_files_are_put_once_and_never_changed(store, tmp_path):
    staging = tmp_path / "mine"
    assert list(store.list_names("reports")) == []
    assert store.put(FOLDER, {"r.txt": make(staging, "r.txt", b"first"), "r.txt.json": b"{}"})
    assert not store.put(FOLDER, {"r.txt": make(staging, "r.txt", b"second"), "r.txt.json": b"[]"})
    assert list(store.list_names("reports")) == [f"{FOLDER}/r.txt", f"{FOLDER}/r.txt.json"]
    names = [f"{FOLDER}/r.txt", f"{FOLDER}/r.txt.json", f"{FOLDER}/missing"]
    assert store.read_many(names) == {names[0]: b"first", names[1]: b"{}"}
    assert store.find_local(names[0]).read_bytes() == b"first"


def test_a_small_file_is_replaced_whole(store):
    store.write(".fetch/x.json", b"1")
    store.write(".fetch/x.json", b"22")
    assert store.read_many([".fetch/x.json"]) == {".fetch/x.json": b"22"}
    # what runs remember is not among the files that were received
    assert list(store.list_names("")) == []


def test_what_is_on_its_way_is_swept(store):
    (store.open_staging() / "half").write_bytes(b"x")
    store.sweep()
    staging = store.open_staging()
    assert list(staging.parent.iterdir()) == [staging]
    assert list(store.list_names("")) == []


def test_an_interrupted_put_into_a_bucket_does_not_count_and_is_made_good(bucket, tmp_path):
    store = ObjectStore(bucket, tmp_path / "copies")
    store.write(f"{FOLDER}/r.txt", b"first")
    assert list(store.list_names("reports")) == []
    assert store.put(FOLDER, {"r.txt": make(tmp_path / "mine", "r.txt", b"first"), "r.txt.json": b"{}"})
    assert len(list(store.list_names("reports"))) == 2


def test_the_inbox_is_taken_into_either_store(store, tmp_path):
    inbox = tmp_path / "inbox"
    make(inbox, "report.txt", b"The Meeting agreed on the following.")
    (taken,) = take_in(inbox, store, date(2026, 11, 25))
    assert taken.outcome == "filed"
    assert list(inbox.iterdir()) == []
    (stored,) = list_store(store)
    assert stored.reject is None
    assert stored.path.read_bytes().startswith(b"The Meeting")


def test_a_release_from_a_bucket_has_the_bytes_of_one_from_a_folder(home, bucket, tmp_path):
    local = Settings(data_home=home)
    remote = Settings(data_home=tmp_path / "remote", raw_url=bucket)
    store = open_store(remote.raw, remote.raw_url, remote.copies)
    for stored in list_store(FolderStore(local.raw)):
        name = stored.path.name
        # the founding files lie side by side; each object has a name of its own all the same
        sidecar = stored.path.with_name(f"{name}.json")
        assert store.put(
            "reports",
            {name: make(tmp_path / "mine", name, stored.path.read_bytes()), sidecar.name: sidecar.read_bytes()},
        )
    (tmp_path / "remote" / "corrections").mkdir(parents=True)
    for path in (home / "corrections").iterdir():
        (tmp_path / "remote" / "corrections" / path.name).write_bytes(path.read_bytes())
    hashes = []
    for settings in (local, remote):
        build(settings, date(2026, 11, 25), lambda _: None)
        folder = load_current(settings.processed).directory
        hashes.append(
            {
                p.relative_to(folder): hashlib.sha256(p.read_bytes()).hexdigest()
                for p in folder.rglob("*")
                if p.is_file() and p.suffix != ".html"
            }
        )
    assert hashes[0] == hashes[1]


def test_a_store_without_its_package_is_told(tmp_path):
    with pytest.raises(StoreError, match="nowhere"):
        open_store(tmp_path, "nowhere://bucket/raw", tmp_path / "copies")


@pytest.mark.parametrize("trouble", ["no bucket", "no server", "no access"])
def test_a_store_in_trouble_stops_a_fetch_in_words(bucket, monkeypatch, tmp_path, trouble, clock):
    if trouble == "no server":
        monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
        # how often the library asks again is not asked here, and it waits in between
        monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    if trouble == "no access":
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            monkeypatch.delenv(name)
        monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        monkeypatch.setenv("HOME", str(tmp_path))
    url = "s3://missing-bucket/raw" if trouble == "no bucket" else bucket
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()
    raw = tmp_path / "home" / "raw"
    raw.mkdir(parents=True)
    (raw / "catalogue.csv").write_text(
        ",".join(CatalogueRow.__slots__) + "\nhttp://a.example/,a,en" + "," * 10 + "active,,2026-11-25,\n"
    )
    (raw / "sites.csv").write_text("site,hosts,delay_seconds,note\na,a.example,,\n")
    settings = Settings(data_home=tmp_path / "home", raw_url=url, contact="somebody@example.org")
    report = fetch_all(settings, clock, download=True, resolver=lambda *_: ["127.0.0.1"])
    assert report.stopped
    assert "object store cannot be" in report.stopped
    assert list((raw / "runs").glob("*.md"))
