"""Batches are read by four workers of a Dask cluster, one of which is killed in mid-run: the bytes are those of one process.

Needs the extra ``cluster``; skipped where that is not installed.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest
from founding import copy_founding
from prefect_world import ROOT, World, find_port

from oic_reports.release.load import load_current
from oic_reports.settings import Settings

pytest.importorskip("prefect_dask", reason="make setup-cluster")

REPORTS = 80
PATIENCE = 240


def read_release(home):
    directory = load_current(Settings(data_home=home).processed).directory
    return {path.relative_to(directory): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    place = tmp_path_factory.mktemp("cluster")
    world = World(place, place / "home")
    try:
        world.start_server()
        yield world
    finally:
        world.end()


@pytest.fixture
def workers(world):
    """A scheduler and four workers, in the checkout; the address of the scheduler and the processes."""
    port = find_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    worker = ["distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    commands = [scheduler, *([worker] * 4)]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=world.environment,
            stdout=(world.place / f"dask-{number}.log").open("w"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        for number, command in enumerate(commands)
    ]
    try:
        yield address, processes[1:]
    finally:
        for process in processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def count_leaves(home):
    return sum(1 for path in (home / "processed" / ".work" / "leaves").rglob("*") if path.is_file())


def test_a_killed_worker_changes_no_byte(world, workers, tmp_path):
    address, processes = workers
    copy_founding(world.home)
    code = (
        f"from generated import write_reports; write_reports(Path({str(world.home / 'raw' / 'reports')!r}), {REPORTS})"
    )
    subprocess.run([sys.executable, "-c", f"from pathlib import Path; {code}"], cwd=ROOT / "benchmarks", check=True)
    alone = tmp_path / "alone"
    shutil.copytree(world.home, alone)
    subprocess.run(
        [sys.executable, "-m", "oic_reports.cli", "build"],
        env={**os.environ, "OIC_REPORTS_DATA_HOME": str(alone), "OIC_REPORTS_WORKERS": "1"},
        check=True,
        capture_output=True,
    )
    cluster = {"OIC_REPORTS_CLUSTER": address, "OIC_REPORTS_BATCHES_AT_ONCE": "8", "OIC_REPORTS_BATCH_SIZE": "5"}
    environment = {**world.environment, **cluster, "OIC_REPORTS_WORKERS": "1"}
    run = subprocess.Popen(
        [sys.executable, "-m", "flows.pipeline"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    until = time.monotonic() + PATIENCE
    while count_leaves(world.home) < REPORTS // 4:
        assert time.monotonic() < until, "no leaf was made"
        assert run.poll() is None, run.stdout.read()
        time.sleep(0.05)
    victim = random.Random(0).choice(processes)
    os.killpg(victim.pid, signal.SIGKILL)
    made = count_leaves(world.home)
    output, _ = run.communicate(timeout=10 * PATIENCE)
    assert run.returncode == 0, output[-3000:]
    assert made < REPORTS
    assert read_release(world.home) == read_release(alone)
