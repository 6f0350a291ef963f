from __future__ import annotations

import json

import pytest

from oic_reports.checks.verdict import Verdict
from oic_reports.cli import main
from oic_reports.feed.compare import make_feed
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.id_history import extend_history
from oic_reports.release.write import write_release
from oic_reports.sources.raw_store import hash_file
from oic_reports.sources.sidecar import Sidecar, print_sidecar
from oic_reports.sources.sidecar_place import find_sidecar

VERSION = "2026.11.0"


@pytest.fixture(scope="session")
def release(tables, tmp_path_factory):
    """A release of the two reports."""
    folder = tmp_path_factory.mktemp("processed") / VERSION
    folder.mkdir()
    whole = {**tables, "id_history": extend_history(None, tables, VERSION), "changes": make_feed(None, {}, VERSION)}
    write_release(folder, ReleaseFacts(VERSION, "2026-11-24", "1.0.0", "0.1.0"), whole, Verdict(()))
    return folder


@pytest.fixture
def published(home, release, monkeypatch):
    """A data home in which that release is the current one."""
    (home / "processed").mkdir()
    (home / "processed" / VERSION).symlink_to(release)
    entry = {"version": VERSION, "released": "2026-11-24", "schema_version": "1.0.0", "id_scheme": "1"}
    entry |= {"code_version": "0.1.0", "fingerprint": "0" * 64, "documents": 2, "paragraphs": 35, "previous": None}
    index = {"dataset": "oic-reports", "latest": VERSION, "releases": [entry]}
    (home / "processed" / "versions.json").write_text(json.dumps(index))
    monkeypatch.setenv("OIC_REPORTS_DATA_HOME", str(home))
    return home


@pytest.fixture
def command(published, monkeypatch, capsys):
    """Run a command in the data home: its exit status and what it said."""
    monkeypatch.chdir(published)

    def run(*arguments):
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = stop.code
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


@pytest.fixture
def received(home):
    """Put a file with its sidecar into the data home."""

    def put(name, content, **told):
        path = home / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        sha256, size = hash_file(path)
        facts = {"url": None, "received": "2026-11-01", "sha256": sha256, "bytes": size} | told
        find_sidecar(path).write_bytes(print_sidecar(Sidecar.model_validate(facts)))
        return path

    return put
