"""A release never changes: its folder has the sums that the list tells, and the list those of the commit before."""

from __future__ import annotations

import json
import subprocess

import pytest

from oic_reports.release.checksums import FILE, check_checksums, hash_of
from oic_reports.release.index import load_index


def test_published_folders_are_those_of_the_list(root):
    processed = root / "processed"
    for entry in load_index(processed):
        folder = processed / entry.version
        assert folder.is_dir() or entry.status != "published" or not entry.is_kept, entry.version
        if folder.is_dir():
            assert check_checksums(folder) == [], entry.version
            assert entry.sums_sha256 in {None, hash_of(folder / FILE)}, entry.version


def test_what_was_said_of_a_release_in_the_commit_before_stands(root):
    command = ["git", "-C", str(root), "show", "HEAD^:processed/versions.json"]
    answer = subprocess.run(command, capture_output=True, check=False)
    if answer.returncode:
        pytest.skip("no repository, or no commit before this one")
    now = {entry.version: entry for entry in load_index(root / "processed")}
    for before in json.loads(answer.stdout)["releases"]:
        entry = now[before["version"]]
        if before.get("sums_sha256") and entry.status != "withdrawn_draft":
            assert entry.sums_sha256 == before["sums_sha256"], entry.version
        told = (entry.released, entry.fingerprint, entry.documents, entry.paragraphs, entry.schema_version)
        assert told == tuple(
            before[name] for name in ("released", "fingerprint", "documents", "paragraphs", "schema_version")
        ), entry.version
