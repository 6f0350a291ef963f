"""The disk is full in mid-run, or may not be written: the next run completes, with the bytes of an undisturbed one.

The file system is a real one in memory (tmpfs), which only root can mount.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from founding import copy_founding

from oic_reports.release.load import load_current
from oic_reports.release.verify import verify_files
from oic_reports.settings import Settings

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts file systems")

# kilobytes of the disk: of the first, raw/ alone leaves nothing; the others are full in the middle of the run
SIZES = (1024, 2048, 3072, 4096)


def read_release(home):
    directory = load_current(Settings(data_home=home).processed).directory
    assert verify_files(directory) == []
    return {path.relative_to(directory): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def build(home, *before):
    environment = {**os.environ, "OIC_REPORTS_DATA_HOME": str(home)}
    command = [*before, sys.executable, "-m", "oic_reports.cli", "build"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def fill(home, root):
    copy_founding(home, root)


@pytest.fixture(scope="module")
def undisturbed(root, tmp_path_factory):
    home = tmp_path_factory.mktemp("undisturbed")
    fill(home, root)
    answer = build(home)
    assert answer.returncode == 0, answer.stderr
    return read_release(home)


@pytest.fixture
def disk(tmp_path):
    """A small file system; its size can be changed."""
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", place], check=False).returncode:
        pytest.skip("this machine mounts nothing")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@pytest.mark.parametrize("kilobytes", SIZES)
def test_a_full_disk_stops_a_run_in_a_sentence_and_the_next_one_completes(kilobytes, disk, root, undisturbed):
    fill(disk, root)
    used = sum(path.stat().st_blocks for path in disk.rglob("*")) // 2
    size = max(kilobytes, used + 64)
    subprocess.run(["mount", "-o", f"remount,size={size}k", disk], check=True)
    answer = build(disk)
    if answer.returncode:
        said = answer.stderr.strip().splitlines()
        assert "Traceback" not in answer.stderr, answer.stderr
        assert "No space left" in said[-1] or "full" in said[-1], said
        assert load_current(Settings(data_home=disk).processed) is None
    subprocess.run(["mount", "-o", "remount,size=256m", disk], check=True)
    answer = build(disk)
    assert answer.returncode == 0, answer.stderr
    assert read_release(disk) == undisturbed


def test_a_disk_that_may_not_be_written_is_said_and_the_next_run_completes(disk, root, undisturbed):
    fill(disk, root)
    (disk / "processed").mkdir()
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    answer = build(disk)
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr, answer.stderr
    assert "cannot be written (Read-only file system)" in answer.stderr.strip().splitlines()[-1]
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    assert build(disk).returncode == 0
    assert read_release(disk) == undisturbed


def test_a_run_needs_raw_only_to_read(disk, root, undisturbed):
    fill(disk, root)
    raw = disk / "raw"
    subprocess.run(["mount", "--bind", raw, raw], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", raw], check=True)
        with pytest.raises(OSError, match="Read-only"):
            (raw / "x").touch()
        answer = build(disk)
        assert answer.returncode == 0, answer.stderr
        assert read_release(disk) == undisturbed
    finally:
        subprocess.run(["umount", raw], check=True)
