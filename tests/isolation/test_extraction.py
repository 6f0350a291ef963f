"""One file in its child process: what a slow, failing or taken-over child can do, and what comes of it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from oic_reports.isolation import extraction, fresh, report_child
from oic_reports.isolation.extraction import extract_file
from oic_reports.isolation.parent import make_reading_request
from oic_reports.jobs.read import describe_source
from oic_reports.model import ReadingFacts
from oic_reports.reading.reader import read_bytes
from oic_reports.reading.recognised import keep_recognised, load_recognised
from oic_reports.report_json import dump_noun, dump_reading
from oic_reports.settings import Settings
from oic_reports.structure import report as report_module

SPECIMEN = "en_kashmir.txt"


@pytest.fixture
def path(root):
    return root / "tests" / "specimens" / SPECIMEN


@pytest.fixture
def limits(tmp_path):
    return Settings(data_home=tmp_path)


@pytest.fixture
def good(path, limits):
    return extract_file(path, describe_source(path), limits)


@pytest.fixture
def reading(path):
    return read_bytes(path.read_bytes(), path.name)


@pytest.fixture
def answers(good, reading):
    """What the child of the specimen says, line by line."""
    first = json.dumps({"reading": dump_reading(reading)})
    return first, json.dumps({"reports": dump_noun(good.reports)})


def put_child(monkeypatch, tmp_path, script):
    """A child process that does what a shell script says; how often it was started stands in a file."""
    fake = tmp_path / "python"
    fake.write_text(f"#!/bin/sh\necho x >> {tmp_path}/starts\n{script}\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr(fresh.sys, "executable", str(fake))
    return tmp_path / "starts"


def say(tmp_path, *lines):
    (tmp_path / "said").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return f"cat {tmp_path}/said"


def reject_of(path, limits, kept=None):
    extraction = extract_file(path, describe_source(path), limits, kept)
    (reject,) = extraction.rejects
    assert extraction.reports == ()
    assert (reject.file_name, bool(reject.detail)) == (path.name, True)
    return reject.stage, reject.reason, extraction


def test_what_the_child_makes_is_what_the_parent_gets(good, reading):
    assert good.reports == report_module.build_reports(reading)
    assert good.reading == ReadingFacts.of(reading)
    assert good.rejects == ()


def test_a_structure_that_takes_too_long_is_a_reject_after_two_tries(path, limits, answers, monkeypatch, tmp_path):
    starts = put_child(monkeypatch, tmp_path, f"{say(tmp_path, answers[0])}; exec sleep 60")
    hurried = replace(limits, read_seconds=0.5)
    stage, reason, extraction = reject_of(path, hurried)
    assert (stage, reason) == ("structure", "time_limit")
    # what was read is known all the same, and is not read again
    assert extraction.reading is not None
    assert starts.read_text().count("x") == 2


def test_what_was_read_is_not_read_again(path, limits, answers, good, monkeypatch, tmp_path):
    put_child(monkeypatch, tmp_path, f"cat > {tmp_path}/asked.$$; {say(tmp_path, answers[0])}; kill -9 $$")
    stage, reason, _ = reject_of(path, limits)
    assert (stage, reason) == ("structure", "rule_failed")
    asked = [json.loads(file.read_text()) for file in tmp_path.glob("asked.*")]
    assert sorted("reading" in request for request in asked) == [False, True]


def test_a_slow_reading_is_a_reject_of_reading(path, limits, monkeypatch, tmp_path):
    put_child(monkeypatch, tmp_path, "exec sleep 60")
    hurried = replace(limits, read_seconds=0.2)
    assert reject_of(path, hurried)[:2] == ("read", "time_limit")


def test_a_child_that_is_not_sound_the_first_time_may_be_the_second(path, limits, answers, good, monkeypatch, tmp_path):
    script = f"if [ -e {tmp_path}/once ]; then {say(tmp_path, *answers)}; else touch {tmp_path}/once; kill -9 $$; fi"
    put_child(monkeypatch, tmp_path, script)
    assert extract_file(path, describe_source(path), limits) == good


def test_a_rule_that_raises_is_a_reject_with_its_place(reading, monkeypatch):
    def stumble(reading, _):
        return reading.notes[len(reading.notes)]

    monkeypatch.setattr(report_module, "segment_parts", stumble)
    answer = report_child._structure(reading, ())
    assert answer["reason"] == "rule_failed"
    assert answer["detail"].startswith("IndexError in structure/report.py, line ")
    assert "(_part): tuple index out of range" in answer["detail"]


def test_a_reader_that_raises_is_a_reject_with_its_place(path, limits, monkeypatch):
    from oic_reports.reading import reader as read

    monkeypatch.setattr(read, "decide_language", lambda _: 1 / 0)
    request = make_reading_request(path, extraction.make_limits(limits), None, None, None)
    (answer,) = report_child._work(request)
    assert answer["reason"] == "reader_failed"
    assert "ZeroDivisionError in reading/reader.py, line" in answer["detail"]


def test_a_rule_without_memory_is_the_memory_limit(reading, monkeypatch):
    def exhaust(*_):
        raise MemoryError

    monkeypatch.setattr(report_module, "segment_parts", exhaust)
    with pytest.raises(MemoryError):
        report_child._structure(reading, ())


def change(line, *keys, to):
    values = json.loads(line)
    place = values
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = to
    return json.dumps(values)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((), ("reports", 0, "header", "language"), ("structure", "rule_failed")),
        ((), ("reports", 0, "blocks", 0, "text"), ("structure", "rule_failed")),
        ((), ("reports", 0, "blocks", 0, "role"), ("structure", "rule_failed")),
        ((), ("reports", 0, "flags"), ("structure", "rule_failed")),
        ((), ("reports",), ("structure", "rule_failed")),
        (("reading", "language"), (), ("read", "reader_failed")),
        (("reading", "lines", 0), (), ("read", "reader_failed")),
        (("reading",), (), ("read", "reader_failed")),
    ],
)
def test_a_child_that_was_taken_over_is_not_believed(
    path, limits, answers, monkeypatch, tmp_path, first, second, expected
):
    lines = [change(line, *keys, to=7) if keys else line for line, keys in zip(answers, (first, second), strict=True)]
    put_child(monkeypatch, tmp_path, say(tmp_path, *lines))
    assert reject_of(path, limits)[:2] == expected


@pytest.mark.parametrize(
    "line",
    [
        '{"reports": []}',
        '{"reason": "nobody_knows", "detail": "a detail"}',
        '{"reason": "no_report", "detail": "..."}',
        "{}",
        "[]",
        "what",
        "[" * 100_000,
    ],
)
def test_answers_that_say_nothing(path, limits, answers, monkeypatch, tmp_path, line):
    put_child(monkeypatch, tmp_path, say(tmp_path, answers[0], line))
    assert reject_of(path, limits)[:2] == ("structure", "rule_failed")


def test_a_text_with_half_a_character_is_refused(path, limits, answers, monkeypatch, tmp_path):
    put_child(
        monkeypatch,
        tmp_path,
        say(tmp_path, answers[0], change(answers[1], "reports", 0, "blocks", 0, "text", to="\ud800")),
    )
    assert reject_of(path, limits)[:2] == ("structure", "rule_failed")


def test_a_child_that_writes_for_ever_is_stopped(path, limits, monkeypatch, tmp_path):
    put_child(monkeypatch, tmp_path, "exec yes")
    small = replace(limits, read_output_bytes=1 << 20)
    stage, reason, _ = reject_of(path, small)
    assert (stage, reason) == ("read", "reader_failed")


def test_a_child_that_closes_its_pipes_and_stays_is_late(path, limits, monkeypatch, tmp_path):
    put_child(monkeypatch, tmp_path, "exec sleep 60 >/dev/null 2>&1")
    hurried = replace(limits, read_seconds=0.3)
    assert reject_of(path, hurried)[:2] == ("read", "time_limit")


def test_a_text_that_was_recognised_and_kept_is_structured_without_its_file(path, limits, good, reading, tmp_path):
    source = describe_source(path)
    keep_recognised(tmp_path / "kept", source.sha256, replace(reading, ocr_engine="tesseract 5"))
    again = extract_file(tmp_path / "gone.txt", source, limits, tmp_path / "kept")
    assert again.reports == good.reports
    assert again.reading.ocr_engine == "tesseract 5"


def test_a_recognised_text_is_kept_though_its_structure_fails(path, limits, answers, reading, monkeypatch, tmp_path):
    recognised = replace(reading, ocr_engine="tesseract 5")
    line = json.dumps({"reading": dump_reading(recognised)})
    put_child(monkeypatch, tmp_path, say(tmp_path, line, '{"reason": "no_report", "detail": "nothing in it"}'))
    assert reject_of(path, limits, tmp_path / "kept")[:2] == ("structure", "no_report")
    assert load_recognised(tmp_path / "kept", describe_source(path).sha256) == recognised


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"format": 1, "sha256": "SHA", "reading": {"lines": [[1]]}}', "\udcff"]
)
def test_a_recognised_text_that_is_damaged_is_named(path, limits, tmp_path, content):
    sha256 = describe_source(path).sha256
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / f"{sha256}.json").write_bytes(content.replace("SHA", sha256).encode("utf-8", "surrogateescape"))
    stage, reason, extraction = reject_of(path, limits, kept)
    assert (stage, reason) == ("read", "damaged_file")
    assert sha256 in extraction.rejects[0].detail
