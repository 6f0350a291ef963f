"""What a run leaves for those who watch: summary, page, metrics, notices, lines of JSON."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from oic_reports.operations.log_lines import add_json_lines
from oic_reports.operations.metrics import print_metrics, write_metrics
from oic_reports.operations.summary import Notice, Summary, find_last_good, find_notices, keep_summary, list_summaries

RUN = Summary(
    run="0a1b2c3d-run",
    began="2026-11-28T02:17:00+00:00",
    ended="2026-11-28T02:18:40+00:00",
    seconds=100.0,
    outcome="published",
    message="published version 2026.11.6",
    version="2026.11.6",
    stages={"fetch": {"new": 2}, "extract": {"documents": 40}},
    rejects={"ocr_missing": 4, "time_limit": 1},
    changed={"new": 2},
    changes=("new: ar-1: 3 paragraphs added (a new file)",),
    slowest={"reports/a.pdf": 12.5},
    last_new="2026-11-28",
)

NOW = datetime(2026, 12, 2, tzinfo=UTC)


def test_what_is_kept_is_read_again(tmp_path):
    full = replace(RUN, notices=(Notice("oic-reports.x", "y"),), warnings=("w",))
    path = keep_summary(tmp_path, full, NOW)
    assert path.name == "2026-11-28T021700Z-0a1b2c3d.json"
    assert list(list_summaries(tmp_path, NOW)) == [full]
    page = path.with_suffix(".md").read_text()
    assert "# published version 2026.11.6" in page
    assert "- **Look:** y" in page
    assert "- 4 ocr_missing\n- 1 time_limit" in page
    assert "- and 1 more" in page
    assert "- 12.5 s reports/a.pdf" in page


def test_the_last_good_run_is_no_dry_one_and_no_stopped_one(tmp_path):
    keep_summary(tmp_path, RUN, NOW)
    for day, outcome in (("29", "stopped"), ("30", "dry_run")):
        keep_summary(tmp_path, replace(RUN, began=f"2026-11-{day}T02:17:00+00:00", outcome=outcome), NOW)
    (tmp_path / "2026-12-01T021700Z-x.json").write_text("{")
    assert find_last_good(tmp_path, NOW) == RUN
    assert find_last_good(tmp_path / "nowhere", NOW) is None


def test_runs_of_a_clock_that_had_jumped_ahead_hide_no_other(tmp_path):
    ahead = [replace(RUN, began=f"203{year}-11-28T02:17:00+00:00") for year in range(3)]
    within = replace(RUN, began="2026-12-02T23:59:59+00:00")
    for run in (*ahead, RUN, within):
        keep_summary(tmp_path, run, NOW)
    assert list(list_summaries(tmp_path, NOW)) == [within, RUN, *reversed(ahead)]
    assert find_last_good(tmp_path, NOW) == within


def test_runs_of_a_clock_that_had_jumped_ahead_go_first(tmp_path, monkeypatch):
    monkeypatch.setattr("oic_reports.operations.summary._KEPT", 1)
    keep_summary(tmp_path, replace(RUN, began="2031-11-28T02:17:00+00:00"), NOW)
    kept = keep_summary(tmp_path, RUN, NOW)
    assert sorted(tmp_path.iterdir()) == [kept, kept.with_suffix(".md")]


@pytest.mark.parametrize(("more", "is_told"), [(7, False), (8, True)])
def test_a_jump_in_rejects(more, is_told):
    """Of seven: the root, three times, is less than eight."""
    last = replace(RUN, rejects={"ocr_missing": 7})
    notices = find_notices(replace(RUN, rejects={"ocr_missing": 7, "time_limit": more}), last, date(2026, 11, 28), 30)
    assert [notice.event for notice in notices] == ["oic-reports.rejects-jumped"] * is_told
    if is_told:
        assert notices[0].message == "15 rejects, 7 in the last good run; most of them time_limit (8 more)"


def test_few_rejects_after_none_are_no_jump():
    last = replace(RUN, rejects={})
    assert not find_notices(replace(RUN, rejects={"time_limit": 5}), last, date(2026, 11, 28), 30)
    assert find_notices(replace(RUN, rejects={"time_limit": 6}), last, date(2026, 11, 28), 30)
    assert not find_notices(replace(RUN, rejects={"time_limit": 6}, outcome="stopped"), last, date(2026, 11, 28), 30)


@pytest.mark.parametrize(("day", "is_told"), [(date(2026, 12, 27), False), (date(2026, 12, 28), True)])
def test_no_new_report_for_long(day, is_told):
    notices = find_notices(RUN, RUN, day, 30)
    assert [notice.event for notice in notices] == ["oic-reports.no-new-report"] * is_told
    assert not find_notices(replace(RUN, last_new=None), None, day, 30)


def test_metrics_have_the_form_that_prometheus_reads(tmp_path):
    text = print_metrics(replace(RUN, rejects={'a"\\b': 2}), RUN)
    assert text.endswith("\n")
    assert 'oic_reports_rejects{reason="a\\"\\\\b"} 2\n' in text
    assert "oic_reports_run_ended_seconds 1795832320\n" in text
    assert 'oic_reports_run_outcome{outcome="published"} 1\n' in text
    assert 'oic_reports_stage_count{stage="extract",of="documents"} 40\n' in text
    names = [line.split("{")[0].split(" ")[0] for line in text.splitlines() if not line.startswith("#")]
    assert [line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")] == list(dict.fromkeys(names))
    write_metrics(tmp_path / "collector" / "oic.prom", RUN, None)
    assert [path.name for path in (tmp_path / "collector").iterdir()] == ["oic.prom"]
    assert "good_run" not in (tmp_path / "collector" / "oic.prom").read_text()


def test_lines_of_json_name_the_document(tmp_path):
    logger = logging.getLogger("test.lines")
    logger.propagate = False
    for _ in range(2):
        add_json_lines(tmp_path / "logs" / "oic.jsonl", ("test.lines",))
    logger.warning("rejected: %s", "x\ny", extra={"document_id": "ar-1", "reason": "time_limit", "other": 1})
    (line,) = map(json.loads, (tmp_path / "logs" / "oic.jsonl").read_text().splitlines())
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "level": "warning",
        "logger": "test.lines",
        "message": "rejected: x\ny",
        "document_id": "ar-1",
        "reason": "time_limit",
    }
