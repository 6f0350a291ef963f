from __future__ import annotations

import os
import signal
import subprocess

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.isolation import fresh
from oic_reports.isolation.parent import Limits, read_isolated

LIMITS = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=1 << 20, output_bytes=1 << 24)
TEXT = "The Meeting reaffirmed its commitment to the unity of the country and called on all of the States.\n"


def reason_of(path, limits=LIMITS):
    with pytest.raises(UnreadableFileError) as caught:
        read_isolated(path, limits)
    return caught.value.reason


def test_a_reading_comes_back_whole(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text(f"{TEXT}\n\u200f{TEXT}", encoding="utf-8")
    reading = read_isolated(path, LIMITS)
    assert [line.text for line in reading.lines] == [TEXT.strip(), "", TEXT.strip(), ""]
    assert [line.number for line in reading.lines] == [1, 2, 3, 4]
    assert dict(reading.left_out)["control"] == 1
    assert (reading.language, reading.encoding, reading.reader) == ("en", "utf-8", "plain")


def test_too_large(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(b"a" * (LIMITS.max_file_bytes + 1))
    assert reason_of(path) == "too_large"


def test_vanished(tmp_path):
    assert reason_of(tmp_path / "gone.txt") == "file_vanished"


def test_a_folder_is_unreadable(tmp_path):
    assert reason_of(tmp_path) == "file_unreadable"


def test_memory_limit(tmp_path):
    path = tmp_path / "x.html"
    path.write_text("<html><body>" + "<p>the<b>of</b></p>" * 400_000, encoding="utf-8")
    tight = Limits(seconds=60, memory_bytes=150 << 20, max_file_bytes=1 << 24, output_bytes=1 << 24)
    assert reason_of(path, tight) in {"memory_limit", "reader_failed"}


def test_a_slow_reader_is_stopped_and_tried_once_more(tmp_path, monkeypatch):
    path = tmp_path / "x.txt"
    path.write_text(TEXT, encoding="utf-8")
    tries = []
    start = subprocess.Popen

    def count(*args, **kwargs):
        tries.append(1)
        return start(*args, **kwargs)

    monkeypatch.setattr(subprocess, "Popen", count)
    hurried = Limits(seconds=0.001, memory_bytes=1 << 30, max_file_bytes=1 << 20, output_bytes=1 << 24)
    assert reason_of(path, hurried) == "time_limit"
    assert len(tries) == 2


def test_a_killed_reader_harms_nobody(tmp_path, monkeypatch):
    path = tmp_path / "x.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(fresh.sys, "executable", str(tmp_path / "die"))
    (tmp_path / "die").write_text(f"#!/bin/sh\nkill -{int(signal.SIGSEGV)} $$\n", encoding="utf-8")
    os.chmod(tmp_path / "die", 0o755)  # noqa: PTH101  (a fixture of one line)
    with pytest.raises(UnreadableFileError) as refused:
        read_isolated(path, LIMITS)
    assert (refused.value.reason, refused.value.detail) == (
        "reader_failed",
        "the reader was ended by SIGSEGV: it said nothing",
    )


def test_an_endless_result_is_refused(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text(TEXT * 100, encoding="utf-8")
    small = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=1 << 20, output_bytes=1000)
    assert reason_of(path, small) == "reader_failed"


def test_unsupported_kinds_say_so(tmp_path):
    path = tmp_path / "x.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n ...")
    assert reason_of(path) == "unsupported_media_type"
