"""Children that a nursery forks are as fresh, as bounded and as harmless as processes of their own."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from oic_reports.isolation import fresh
from oic_reports.isolation.fresh import Nursery, open_nursery
from oic_reports.isolation.parent import Limits
from oic_reports.isolation.working import work_isolated
from oic_reports.model import Source

LIMITS = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=1 << 24, output_bytes=1 << 24)


@pytest.fixture(scope="module")
def nursery():
    with open_nursery():
        yield fresh._open[-1]


def work(path, limits=LIMITS):
    return work_isolated(path, limits, Source("src-0", path.name, "", path.stat().st_size))


def is_empty(nursery):
    """Whether no child is left; the nursery takes note of an end a moment later."""
    pid = nursery._process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children")
    until = time.monotonic() + 20
    while children.read_text(encoding="utf-8").split() and time.monotonic() < until:
        time.sleep(0.01)
    return not children.read_text(encoding="utf-8").split()


@pytest.mark.parametrize("name", ["ar_decisions.txt", "en_kashmir.txt", "fr_old_page.html"])
def test_a_forked_child_gives_what_a_started_one_gives(nursery, root, name, monkeypatch):
    path = root / "tests" / "specimens" / name
    forked = work(path)
    monkeypatch.setattr(fresh, "_open", [])
    assert forked.reports
    assert forked == work(path)


def test_no_child_is_left(nursery, root):
    work(root / "tests" / "specimens" / "en_kashmir.txt")
    assert is_empty(nursery)


def test_limits_hold(nursery, root, tmp_path):
    path = tmp_path / "x.html"
    path.write_text("<html><body>" + "<p>the<b>of</b></p>" * 400_000, encoding="utf-8")
    tight = Limits(seconds=60, memory_bytes=300 << 20, max_file_bytes=1 << 24, output_bytes=1 << 24)
    assert work(path, tight).fault.reason in {"memory_limit", "reader_failed"}
    short = Limits(seconds=0.01, memory_bytes=1 << 30, max_file_bytes=1 << 24, output_bytes=1 << 24)
    assert work(path, short).fault.reason == "time_limit"
    little = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=1 << 24, output_bytes=100)
    assert work(root / "tests" / "specimens" / "en_kashmir.txt", little).fault.reason in {
        "reader_failed",
        "rule_failed",
    }
    assert is_empty(nursery)


def test_what_a_nursery_was_asked_when_it_died_is_a_fault_of_the_machine(root, monkeypatch):
    nursery = Nursery()
    monkeypatch.setattr(fresh, "_open", [nursery])
    monkeypatch.setattr(Nursery, "is_alive", True)
    os.kill(nursery._process.pid, signal.SIGKILL)
    nursery._process.wait()
    assert work(root / "tests" / "specimens" / "en_kashmir.txt").fault.reason == "reader_failed"
    # the next file does without it
    monkeypatch.undo()
    monkeypatch.setattr(fresh, "_open", [nursery])
    assert work(root / "tests" / "specimens" / "en_kashmir.txt").reports
    nursery.close()


def test_a_nursery_ends_with_its_parent(root):
    nursery = Nursery()
    nursery._socket.close()
    assert nursery._process.wait(20) == 0
