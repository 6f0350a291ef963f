"""Parts that other processes write are, byte for byte, those that this one writes; what they meet is told here."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict

import pytest

from oic_reports.release import beside as module
from oic_reports.release.beside import Beside, PartError
from oic_reports.release.checksums import list_files
from oic_reports.release.publish import publish
from oic_reports.release.views import lay_out_views
from oic_reports.release.whole_parts import WHOLE_PARTS
from oic_reports.tables.on_disk import write_tables

PARTS = list(WHOLE_PARTS)


@pytest.fixture(scope="module")
def laid_out(whole, tmp_path_factory):
    tables, views = tmp_path_factory.mktemp("tables"), tmp_path_factory.mktemp("views")
    write_tables(tables, whole)
    lay_out_views(views, whole)
    return tables, views


def read_all(folder):
    return {name: path.read_bytes() for name, path in list_files(folder).items()}


@pytest.mark.parametrize("processes", [1, 3, 9])
def test_the_bytes_are_those_of_one_process(whole, facts, laid_out, tmp_path, processes):
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ours.mkdir()
    theirs.mkdir()
    views = lay_out_views(tmp_path / "views", whole)
    for write in WHOLE_PARTS.values():
        write(ours, facts, {**whole, **views})
    with Beside(laid_out, processes).write(theirs, facts, PARTS):
        pass
    assert read_all(theirs) == read_all(ours)
    assert len(read_all(ours)) > len(PARTS)


def test_a_release_is_the_same_beside(whole, verdict, facts, laid_out, tmp_path):
    alone = publish(whole, verdict, tmp_path / "alone", facts=facts)
    beside = publish(whole, verdict, tmp_path / "beside", facts=facts, beside=Beside(laid_out[:1], 2))
    assert read_all(beside.directory) == read_all(alone.directory)


def test_what_the_disk_refuses_is_refused_here(facts, laid_out, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(NotADirectoryError), Beside(laid_out, 1).write(tmp_path / "file", facts, ["languages"]):
        pass


def test_a_process_that_fails_is_told(facts, laid_out, tmp_path):
    with pytest.raises(PartError, match="status 1"), Beside(laid_out, 1).write(tmp_path, facts, ["unheard of"]):
        pass


def test_nobody_writes_on_where_the_run_fails(facts, laid_out, tmp_path, monkeypatch):
    started = []

    class Popen(subprocess.Popen):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr(module.subprocess, "Popen", Popen)
    with pytest.raises(KeyError), Beside(laid_out, 2).write(tmp_path, facts, PARTS):
        raise KeyError
    assert len(started) == 2
    assert all(process.returncode is not None for process in started)


def test_who_is_left_alone_ends(facts, laid_out, tmp_path):
    said = {"folder": str(tmp_path), "tables": list(map(str, laid_out)), "facts": asdict(facts), "parts": PARTS * 500}
    command = [sys.executable, "-m", "oic_reports.release.part_child"]
    # as where the process that asked is killed: its end of the pipe closes
    done = subprocess.run(command, input=json.dumps(said).encode() + b"\n", check=False, capture_output=True)
    assert (done.returncode, done.stdout) == (1, b"")
