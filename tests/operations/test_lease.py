"""One run at a time over a data folder: whoever dies leaves the way free, whatever clocks and process numbers do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace

import pytest

from oic_reports.operations.lease import (
    Holder,
    LeaseError,
    LeaseHeldError,
    _describe,
    _find_start,
    _write,
    hold_lease,
    load_holder,
)

# takes the lease, says so, and waits to be killed
HOLDER = """
import sys, time
from pathlib import Path
from oic_reports.operations.lease import hold_lease
with hold_lease(Path(sys.argv[1]), "first", 5, 0.05):
    print("held", flush=True)
    time.sleep(600)
"""


def take(folder, run="second", wait=lambda _: None):
    return hold_lease(folder, run, 3, 60, wait)


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()


def test_a_second_run_ends_at_once_and_a_killed_one_leaves_the_way_free(holder, tmp_path):
    with pytest.raises(LeaseHeldError, match=f"run first, process {holder.pid} on"), take(tmp_path):
        pass
    assert load_holder(tmp_path).is_alive
    holder.send_signal(signal.SIGSTOP)
    with pytest.raises(LeaseHeldError), take(tmp_path):
        pass
    holder.kill()
    holder.wait()
    assert load_holder(tmp_path).is_alive is False
    with take(tmp_path) as lease:
        assert lease.previous.run == "first"
        assert load_holder(tmp_path).run == "second"


def test_an_end_in_order_leaves_no_record(tmp_path):
    with take(tmp_path) as lease:
        assert lease.previous is None
    assert load_holder(tmp_path) is None
    with pytest.raises(RuntimeError), take(tmp_path):
        raise RuntimeError
    assert load_holder(tmp_path) is None


def of_another_machine(folder):
    other = replace(_describe("theirs"), boot="another", host="elsewhere")
    _write(folder / "holder.json", other)
    return other


def test_a_holder_on_another_machine_is_watched_by_its_beat(tmp_path):
    other = of_another_machine(tmp_path)
    assert other.is_alive is None
    waits = []

    def beat(seconds):
        waits.append(seconds)
        if len(waits) == 2:
            _write(tmp_path / "holder.json", replace(other, beat=1))

    with pytest.raises(LeaseHeldError, match="elsewhere"), take(tmp_path, wait=beat):
        pass
    waits.clear()
    with take(tmp_path, wait=waits.append) as lease:
        assert lease.previous.host == "elsewhere"
    assert sum(waits) == 3


def test_a_moment_of_day_decides_nothing(tmp_path):
    for since in ("1970-01-01T00:00:00+00:00", "2100-01-01T00:00:00+00:00"):
        _write(tmp_path / "holder.json", replace(_describe("dead"), since=since, pid=2**22 + 1))
        with take(tmp_path) as lease:
            assert lease.previous.since == since


def test_a_process_number_that_was_given_anew_is_another_process():
    own = _describe("own")
    assert own.is_alive
    assert replace(own, started=own.started - 1).is_alive is False


def test_the_start_of_a_process_whose_name_has_brackets(tmp_path):
    program = tmp_path / ") S 1 (x"
    program.symlink_to("/bin/sleep")
    process = subprocess.Popen([program, "600"])
    try:
        assert _find_start(process.pid) >= _find_start(os.getpid())
    finally:
        process.kill()
        process.wait()
    assert _find_start(process.pid) is None


def test_who_stood_still_while_another_took_over_publishes_nothing(tmp_path):
    with take(tmp_path) as lease:
        lease.check()
        other = of_another_machine(tmp_path)
        with pytest.raises(LeaseError, match="took over"):
            lease.check()
    assert load_holder(tmp_path) == other, "the record of the other run stays"


def test_a_holder_beats(holder, tmp_path):
    first = load_holder(tmp_path)
    while load_holder(tmp_path).beat < first.beat + 2:
        assert holder.poll() is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"run": "x"}', "null"])
def test_a_damaged_record_is_none(tmp_path, content):
    (tmp_path / "holder.json").write_text(content)
    with take(tmp_path) as lease:
        assert lease.previous is None
        assert Holder(**json.loads((tmp_path / "holder.json").read_text())).pid == os.getpid()


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LeaseError, match="cannot be written"), take(tmp_path / "file"):
        pass
